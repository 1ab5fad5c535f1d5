import * as v from "valibot";
import { instant } from "./fields.ts";
import type { Route } from "./route.ts";

const count = v.pipe(v.number(), v.integer());

/** Nobody of the callers is named on it, by nothing: who leads the desk looks at calls here, not at people. */
const board = v.object({
  now: instant,
  isOpen: v.boolean(),
  /** When it opens next; only while it is closed. */
  nextOpening: v.optional(instant),
  /** Today so far, by the formula of the reports. */
  answering: v.object({
    offered: count,
    answered: count,
    /** 0 to 1; null while nothing was offered. */
    answerRate: v.nullable(v.number()),
    /** What the figure means, as reports print it. */
    definition: v.string(),
  }),
  /** Absent where the telephone system does not say. */
  queue: v.optional(v.object({ callersWaiting: count, longestWaitSeconds: count, operatorsStaffed: count })),
  /** The longest first. */
  talking: v.array(
    v.object({
      contactId: v.string(),
      /** The staff code of whoever speaks; absent where no desk has said so. */
      staff: v.optional(v.string()),
      since: instant,
      minutes: v.number(),
      /** The last step of long calls that it has reached, in minutes. */
      stepMinutes: v.optional(v.number()),
    }),
  ),
  callbacks: v.object({
    open: count,
    overdue: count,
    /** There are more than were counted. */
    isMore: v.boolean(),
    /** The most urgent. */
    next: v.array(v.object({ receiptNumber: v.optional(v.string()), dueAt: instant, attempts: count })),
  }),
  /** Written inquiries that owe an answer. */
  written: v.object({
    open: count,
    overdue: count,
    /** There are more than were counted. */
    isMore: v.boolean(),
    next: v.array(v.object({ receiptNumber: v.string(), dueAt: instant })),
  }),
  /** Today's: those that nobody has looked at first. */
  alerts: v.array(
    v.object({
      id: v.string(),
      contactId: v.string(),
      about: v.picklist(["long-call", "harassment"]),
      afterMinutes: v.number(),
      role: v.picklist(["leader", "supervisor"]),
      reachedAt: instant,
      seenBy: v.optional(v.string()),
      seenAt: v.optional(instant),
    }),
  ),
});

export type Board = v.InferOutput<typeof board>;

export const boardRoutes = {
  readBoard: {
    method: "GET",
    path: "/board",
    roles: ["supervisor", "leader"],
    readsPersonalData: false,
    request: v.object({}),
    answer: board,
  },
  seeAlert: {
    method: "POST",
    path: "/board/seen-alerts",
    roles: ["supervisor", "leader"],
    readsPersonalData: false,
    request: v.object({ id: v.pipe(v.string(), v.maxLength(200)) }),
    answer: v.object({ seenBy: v.string(), seenAt: instant }),
  },
} as const satisfies Record<string, Route>;
