import * as v from "valibot";
import type { AttemptOutcome, ClosingReason } from "../domain/callback/outcome.ts";
import { instant, listAfter, listNext, receiptNumber } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

const outcomes = [
  "connected",
  "no-answer",
  "busy",
  "wrong-number",
] as const satisfies readonly AttemptOutcome[];

const reasons = [
  "unreachable",
  "wrong-number",
  "not-wanted",
  "answered-otherwise",
] as const satisfies readonly ClosingReason[];

/** A call back that is owed. It does not say the number. */
const row = v.object({
  /** Absent where the case cannot be found. */
  receiptNumber: v.optional(receiptNumber),
  category: v.optional(v.string()),
  requestedAt: instant,
  dueAt: instant,
  isOverdue: v.boolean(),
  attempts: v.array(v.object({ at: instant, by: v.optional(v.string()), outcome: v.picklist(outcomes) })),
  attemptsLeft: v.number(),
  /** The first instant at which the person may be called. */
  callFrom: instant,
  canCall: v.boolean(),
});

const list = v.object({
  now: instant,
  /** The most urgent first. */
  rows: v.array(row),
  ...listNext,
  mostAttempts: v.number(),
  /** What today's outbound calls are estimated to cost (R18). */
  today: v.object({
    attempts: v.number(),
    connected: v.number(),
    talkSeconds: v.number(),
    yen: v.number(),
    yenPerMinute: v.number(),
  }),
  outcomes: v.array(v.object({ code: v.picklist(outcomes), name: v.string() })),
  reasons: v.array(v.object({ code: v.picklist(reasons), name: v.string() })),
});

export type CallbackLine = v.InferOutput<typeof row>;
export type CallbackList = v.InferOutput<typeof list>;

/** What became of the case. */
const changed = v.object({ receiptNumber, status: v.string() });

export const callbackRoutes = {
  listCallbacks: {
    method: "GET",
    path: "/callbacks",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object(listAfter),
    answer: list,
  },
  readCallbackNumber: {
    method: "GET",
    path: "/callbacks/{receiptNumber}/number",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({}),
    /** E.164. */
    answer: v.object({ number: v.string() }),
  },
  attemptCallback: {
    method: "POST",
    path: "/callbacks/{receiptNumber}/attempts",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({ outcome: v.picklist(outcomes, "架電の結果を選んでください。") }),
    answer: changed,
  },
  closeCallback: {
    method: "PUT",
    path: "/callbacks/{receiptNumber}/closing",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({ reason: v.picklist(reasons, "終了の理由を選んでください。") }),
    answer: changed,
  },
  promiseCallback: {
    method: "PUT",
    path: "/callbacks/{receiptNumber}",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({
      number: v.pipe(v.string(), v.trim(), v.nonEmpty("折り返す電話番号を入力してください。")),
    }),
    answer: changed,
  },
} as const satisfies Record<string, Route>;
