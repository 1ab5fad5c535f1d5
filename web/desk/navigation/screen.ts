import type { ComponentType, LazyExoticComponent } from "react";
import type { DeskRole } from "../../../domain/desk/desk-role.ts";

/** What a screen is given. */
export interface ScreenProps {
  /** What stands in the braces of its path. */
  readonly path: Readonly<Record<string, string>>;
  /** The screens of the side navigation that whoever is signed in can open. */
  readonly offered: readonly Pick<Screen, "path" | "title">[];
}

/** One screen of the desk; its code is loaded when it is first opened. */
export interface Screen {
  /** `cases/{receiptNumber}` */
  readonly path: string;
  readonly title: string;
  readonly roles: readonly DeskRole[];
  /** Under which heading it stands in the side navigation. @default it is reached from another screen */
  readonly menu?: "work" | "lead" | "prefecture";
  readonly component: LazyExoticComponent<ComponentType<ScreenProps>>;
}
