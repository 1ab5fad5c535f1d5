import type { Case } from "../../case/case.ts";
import type { ReportDocument } from "../document/document.ts";
import type { Figures } from "../figures/figures.ts";
import type { ReportedPart } from "../contents/reported-parts.ts";

/** Takes the cases of a report day by day and writes its tables. */
export interface Pack {
  /** The cases of a day of the month before, to compare with; before all others. */
  takeEarlierDay(cases: readonly Case[]): void;
  takeDay(cases: readonly Case[]): void;
  /** Writes what is known only at the end, and gives what was found. */
  finish(): FinishedPack;
}

/** What a report says beside its tables. */
interface FinishedPack {
  readonly figures: Figures;
  /** The parts of which the figures stand by themselves as well. @default none */
  readonly parts?: readonly ReportedPart[];
  /** To read. @default none */
  readonly document?: ReportDocument;
}
