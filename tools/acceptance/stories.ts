import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import { datesBetween, dayNumberOf, type Instant, instantOfDay } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";

/** A caller's story that a live instance can be asked to tell: it needs nothing but an open or a closed desk. */
export interface AcceptanceStory {
  /** The name of its file and of its test case, begun with when it holds: `open-` or `closed-`. */
  readonly name: string;
  /** Its name among the stories of test/calls, which say what else becomes of the caller. */
  readonly toldAs: string;
  readonly holds: "open" | "closed";
  /** One entry a prompt that listens; "" lets it run out. */
  readonly keys: readonly string[];
  /** So many lines are heard at most. @default all until the caller would be queued */
  readonly lines?: number;
}

/**
 * What is asked of a live instance: that it answers, speaks our words, and takes keys. Each ends before the queue, so that
 * no operator is called; behind the third the queue is next, so it is best told while nobody is signed in.
 */
export const acceptanceStories: readonly AcceptanceStory[] = [
  { name: "open-hears-the-menu", toldAs: "presses nothing", holds: "open", keys: [""], lines: 2 },
  { name: "open-presses-nothing", toldAs: "presses nothing", holds: "open", keys: [""] },
  { name: "open-presses-3", toldAs: "presses 3 for the former mileage", holds: "open", keys: ["3"] },
  {
    name: "open-presses-a-wrong-key",
    toldAs: "presses a wrong key, then 3",
    holds: "open",
    keys: ["#", "3"],
  },
  { name: "closed-hears-why", toldAs: "calls on 海の日", holds: "closed", keys: [] },
];

/** An instant of the contract at which the desk is open, and all its instants at full hours when it is closed. */
export function instantsOf({ contract, hours }: Programme): {
  readonly open: Instant;
  readonly closed: readonly Instant[];
} {
  const calendar = createCalendar(hours);
  const days = datesBetween(contract.from, contract.to).map(dayNumberOf);
  const fullHours = days.flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) => instantOfDay(day, hour * 60)),
  );
  const open = fullHours.find((at) => calendar.isOpen(at));
  if (open === undefined) throw new Error("The desk is open at no full hour of its contract.");
  return { open, closed: fullHours.filter((at) => !calendar.isOpen(at)) };
}
