import * as v from "valibot";
import { instant, japaneseDate, listAfter, listNext, receiptNumber } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

const coded = v.object({ code: v.string(), name: v.string() });

const whats = ["looked-up", "changed", "deletion-requested"] as const;

/** One operation in the app vendor's tool, or what was decided of a deletion. It holds codes, and nothing of what they say. */
const entry = v.object({
  operationId: v.string(),
  receiptNumber,
  what: v.string(),
  at: instant,
  by: v.string(),
  steps: v.array(v.string()),
  items: v.array(v.string()),
  reason: v.string(),
  requestedAt: v.optional(instant),
});

const form = v.object({
  identitySteps: v.array(coded),
  items: v.array(coded),
  /** Japanese names of what an entry says was done. */
  names: v.record(v.string(), v.string()),
});

/** A deletion that waits for a second person. */
const waiting = v.object({ entry, requestedOn: japaneseDate });

export type RegistrationLine = v.InferOutput<typeof entry>;
export type RegistrationForm = v.InferOutput<typeof form>;
export type WaitingDeletion = v.InferOutput<typeof waiting>;

const reason = v.pipe(v.string(), v.trim(), v.nonEmpty("理由を入力してください。"));

export const registrationRoutes = {
  readRegistrationForm: {
    method: "GET",
    path: "/registration-form",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: form,
  },
  listRegistrations: {
    method: "GET",
    path: "/cases/{receiptNumber}/registrations",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: v.object({ entries: v.array(entry) }),
  },
  logRegistration: {
    method: "POST",
    path: "/cases/{receiptNumber}/registrations",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({
      /** The same operation sent again is one operation. */
      operationId: v.string(),
      what: v.picklist(whats, "何をしたかを選んでください。"),
      steps: v.array(v.string()),
      items: v.array(v.string()),
      reason,
    }),
    answer: entry,
  },
  listDeletions: {
    method: "GET",
    path: "/deletions",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object(listAfter),
    /** The earliest first. */
    answer: v.object({ waiting: v.array(waiting), withinDays: v.number(), ...listNext }),
  },
  decideDeletion: {
    method: "PUT",
    path: "/deletions/{operationId}",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({
      requestedOn: japaneseDate,
      decision: v.picklist(["confirmed", "refused"], "確認か差戻しを選んでください。"),
      reason,
    }),
    answer: entry,
  },
} as const satisfies Record<string, Route>;
