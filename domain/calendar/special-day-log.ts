import { type EntryKind, idNumber, type Numbered } from "../entry-kind.ts";
import type { Instant } from "../japan-time.ts";
import type { SpecialDay } from "./opening-rules.ts";

/** 休業と受付時間の記録: that somebody entered a special day. Events are only ever added; a date's latest one holds. */
export interface SpecialDayEvent {
  readonly at: Instant;
  /** A staff code. Absent where it was entered on the command line. */
  readonly by?: string;
  readonly day: SpecialDay;
}

/** Apart from the days themselves, so that no call reads any of it. */
export const specialDayLog: EntryKind<SpecialDayEvent & Numbered> = {
  kind: "special-day-log",
  idOf: ({ number }) => idNumber(number, 6),
};
