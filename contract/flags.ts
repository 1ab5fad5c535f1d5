import * as v from "valibot";
import { instant, japaneseDate, neededReason } from "./fields.ts";
import type { Route } from "./route.ts";

const flag = v.object({
  /** The keyed hash under which the flag is kept; it says nothing of a number. */
  person: v.string(),
  /** How often it was decided of; whoever decides says which they have seen. */
  version: v.number(),
  /** In words of the list, such as カスタマーハラスメント. */
  reason: v.string(),
  /** Absent in flags of before this was kept. */
  since: v.optional(instant),
  /** The first instant at which it no longer holds. */
  until: instant,
  reviewAt: instant,
  /** in-force · due: in force, and to be looked at by now · ended */
  state: v.picklist(["in-force", "due", "ended"]),
  /** The call whose incident it came from. */
  incident: v.optional(v.object({ contactId: v.string(), receiptNumber: v.optional(v.string()) })),
  /** What was decided, the earliest first; each in words. */
  history: v.array(
    v.object({ at: instant, by: v.string(), sentence: v.string(), note: v.optional(v.string()) }),
  ),
});

export type ShownFlag = v.InferOutput<typeof flag>;

/** What was seen of the flag before. */
const seen = { person: v.string(), baseVersion: v.pipe(v.number(), v.integer(), v.minValue(0)) };

/** 責任者対応の印: a supervisor looks at each again in its time. No number is in any answer; each is audited all the same. */
export const flagRoutes = {
  listFlags: {
    method: "GET",
    path: "/flags",
    roles: ["supervisor"],
    readsPersonalData: true,
    request: v.object({}),
    answer: v.object({
      now: instant,
      /** By the date of their review, those that are due first. */
      flags: v.array(flag),
      /** Those that have ended and are still kept, the latest first. */
      ended: v.array(flag),
      /** After so many days a flag is looked at again where no other date is chosen. */
      reviewAfterDays: v.number(),
    }),
  },
  decideFlag: {
    method: "POST",
    path: "/flags/decisions",
    roles: ["supervisor"],
    readsPersonalData: true,
    request: v.variant("decision", [
      v.object({ decision: v.literal("end"), ...seen, note: neededReason }),
      v.object({
        decision: v.literal("keep"),
        ...seen,
        note: neededReason,
        /** The last day on which it holds. */
        lastDate: japaneseDate,
        reviewDate: japaneseDate,
      }),
    ]),
    answer: flag,
  },
} as const satisfies Record<string, Route>;
