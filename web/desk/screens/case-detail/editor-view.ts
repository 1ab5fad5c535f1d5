import type { Failure } from "../../api/failure.ts";
import type { EditorState } from "./editor-state.ts";

/** What the screen shows. */
export interface EditorView {
  /** Absent until the case was read. */
  readonly state: EditorState | undefined;
  readonly progress: Progress;
  readonly failure: Failure | undefined;
  /** The staff codes of others who are writing in the case. */
  readonly others: readonly string[];
  /** The service's time when it was last asked, to the minute; absent until then. */
  readonly now: number | undefined;
  /** Whether what was typed before the tab was closed is on the screen again. */
  readonly isRestored: boolean;
}

/** saved · typing: on this screen only · kept: outlives the browser, and is not in the case yet · saving · failed. */
export type Progress = "saved" | "typing" | "kept" | "saving" | "failed";
