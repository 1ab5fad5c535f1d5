import * as v from "valibot";
import { instant, japaneseDate, listAfter, listNext, neededText } from "./fields.ts";
import type { Route } from "./route.ts";

const incident = v.object({
  contactId: v.string(),
  receiptNumber: v.optional(v.string()),
  /** What help the person needs, in words; absent where nobody has asked. */
  accommodation: v.optional(v.string()),
  isReviewed: v.boolean(),
  /** The flag that the person has now; absent where there is none. */
  flag: v.optional(v.object({ reason: v.string(), until: instant, reviewAt: instant })),
  /** Whether the person can be flagged: the number of the call is not known otherwise. */
  mayFlag: v.boolean(),
  /** What happened, the earliest first; each in words. */
  timeline: v.array(
    v.object({ at: instant, by: v.string(), sentence: v.string(), note: v.optional(v.string()) }),
  ),
});

export type ShownIncident = v.InferOutput<typeof incident>;

/** カスタマーハラスメントの事案: what happened in calls that somebody found abusive (R84), for whoever leads the desk. */
export const incidentRoutes = {
  listIncidents: {
    method: "GET",
    path: "/incidents",
    roles: ["supervisor", "leader"],
    readsPersonalData: true,
    /** All of them, or the one of a call. */
    request: v.object({ ...listAfter, contactId: v.exactOptional(v.pipe(v.string(), v.maxLength(200))) }),
    /** The latest first. */
    answer: v.object({
      now: instant,
      incidents: v.array(incident),
      /** The reasons for which a person may be flagged, by code. */
      flagReasons: v.record(v.string(), v.string()),
      ...listNext,
    }),
  },
  reviewIncident: {
    method: "POST",
    path: "/incidents/{contactId}/reviews",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({
      text: neededText("確認した内容", 2000),
    }),
    answer: v.object({}),
  },
  flagPerson: {
    method: "PUT",
    path: "/incidents/{contactId}/flag",
    roles: ["supervisor"],
    readsPersonalData: true,
    request: v.object({
      reason: v.picklist(["long-complaint", "harassment", "supervisor-matter"], "理由を選んでください。"),
      /** The last day on which it holds. */
      lastDate: japaneseDate,
    }),
    answer: v.object({}),
  },
} as const satisfies Record<string, Route>;
