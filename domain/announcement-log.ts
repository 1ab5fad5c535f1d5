import { type EntryKind, idNumber, type Numbered } from "./entry-kind.ts";
import type { Instant } from "./japan-time.ts";

/** 緊急案内の記録: that an announcement was set, or ended before its time. Events are only ever added. */
export interface AnnouncementEvent {
  readonly at: Instant;
  /** A staff code. Absent where it was done on the command line. */
  readonly by?: string;
  readonly what: "set" | "ended";
  readonly text: string;
  /** When it was to end by itself. */
  readonly until: Instant;
}

/** Apart from the announcement itself, so that no call reads any of it. */
export const announcementLog: EntryKind<AnnouncementEvent & Numbered> = {
  kind: "announcement-log",
  idOf: ({ number }) => idNumber(number, 6),
};

/** An announcement as callers heard it. */
export interface SaidAnnouncement {
  readonly text: string;
  /** Absent where it was set before this was kept. */
  readonly from?: Instant;
  readonly setBy?: string;
  /** When it ended or ends, whatever ended it. */
  readonly until: Instant;
  /** ran-out: at its time, also one that is still to come · ended: by somebody · replaced: by somebody's next one */
  readonly end: "ran-out" | "ended" | "replaced";
  readonly endedBy?: string;
}

/** What callers heard by events in their order, the earliest first. An end that is written a second time ends nothing. */
export function announcementsSaid(events: readonly AnnouncementEvent[]): SaidAnnouncement[] {
  const said: SaidAnnouncement[] = [];
  for (const { at, by, what, text, until } of events) {
    const last = said.at(-1);
    const isOpen = last?.end === "ran-out" && at < last.until;
    const ending = { until: at, ...(by !== undefined && { endedBy: by }) };
    if (isOpen) said[said.length - 1] = { ...last, ...ending, end: what === "set" ? "replaced" : "ended" };
    if (what === "set")
      said.push({ text, from: at, ...(by !== undefined && { setBy: by }), until, end: "ran-out" });
    else if (!last) said.push({ text, ...ending, end: "ended" });
  }
  return said;
}
