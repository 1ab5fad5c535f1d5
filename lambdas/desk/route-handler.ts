import type { AnswerOf, PathOf, ReceivedOf, RouteName } from "../../contract/routes.ts";
import type { ReceiptNumber } from "../../domain/case/receipt-number.ts";
import type { DeskRole } from "../../domain/desk/desk-role.ts";
import type { Instant } from "../../domain/japan-time.ts";

/** Who asks: a staff code and what they may do. */
export interface SignedIn {
  readonly staff: string;
  readonly role: DeskRole;
}

/** A request that may be made and can be read. */
interface Asked<Name extends RouteName> {
  readonly path: PathOf<Name>;
  readonly request: ReceivedOf<Name>;
  readonly by: SignedIn;
  readonly at: Instant;
}

/** What becomes of it. */
export type Outcome<Name extends RouteName> = Done<Name> | Refused;

interface Done<Name extends RouteName> {
  readonly answer: AnswerOf<Name>;
  /** Whose personal data the answer holds. @default the case whose `receiptNumber` is in the path */
  readonly about?: readonly ReceiptNumber[];
}

/** A refusal that a person can do something about: one sentence says what. */
export interface Refused {
  readonly refused: "wrong" | "not-found" | "conflict";
  readonly problem: string;
  /** The field that is wrong. */
  readonly field?: string;
  /** The version that is there, where somebody else wrote first. */
  readonly version?: number;
}

/** What is done for each of some routes. */
export type RouteHandlers<Names extends RouteName> = {
  readonly [Name in Names]: (asked: Asked<Name>) => Promise<Outcome<Name>>;
};
