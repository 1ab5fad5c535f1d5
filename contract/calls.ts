import * as v from "valibot";
import type { AccommodationNeed, EndingReason } from "../domain/incident/incident.ts";
import { instant, receiptNumber } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

const needs = [
  "none",
  "hearing",
  "understanding",
  "language",
  "other",
] as const satisfies readonly AccommodationNeed[];

const endingReasons = [
  "long",
  "repeated",
  "abuse",
  "threat",
  "sexual",
  "discrimination",
  "danger",
] as const satisfies readonly EndingReason[];

const coded = v.object({ code: v.string(), name: v.string() });

/** What the desk did in a call in which somebody suspects harassment. It says nothing about the person. */
const incident = v.object({
  accommodation: v.optional(v.string()),
  timeline: v.array(
    v.object({
      at: instant,
      what: v.string(),
      by: v.string(),
      step: v.optional(v.string()),
      reason: v.optional(v.string()),
      note: v.optional(v.string()),
    }),
  ),
});

const earlierCase = v.object({
  receiptNumber,
  receivedAt: instant,
  status: v.string(),
  category: v.optional(v.string()),
  content: v.optional(v.string()),
  answer: v.optional(v.string()),
  /** What the former contractor handed over with it. */
  handedOver: v.array(v.string()),
});

/** How a call stands: nothing in it says who calls, so that a screen may look again and again. */
const progress = v.object({
  /** The time of the service: how long the call has lasted is counted from it. */
  now: instant,
  arrivedAt: v.optional(instant),
  /** Since when, and until when, somebody speaks with the caller. */
  since: v.optional(instant),
  until: v.optional(instant),
  /** The case of this call, once it was answered. */
  receiptNumber: v.optional(receiptNumber),
  incident: v.optional(incident),
});

/** What is known of the caller. */
const caller = v.object({
  now: instant,
  arrivedAt: v.optional(instant),
  receiptNumber: v.optional(receiptNumber),
  caller: v.picklist(["withheld", "first", "returning"]),
  flag: v.optional(v.object({ reason: v.string(), until: instant })),
  earlier: v.array(earlierCase),
  /** Whether the caller has more cases than are shown. */
  hasMore: v.boolean(),
});

/** What is said by what a caller chose in the menu, and told and said in long and abusive calls: the programme's settings. */
const guide = v.object({
  scripts: v.array(
    v.object({
      menu: v.string(),
      title: v.string(),
      sentences: v.array(v.string()),
      /** What is not said, but kept in mind. */
      notes: v.array(v.string()),
    }),
  ),
  steps: v.array(v.object({ afterMinutes: v.number(), tell: v.array(v.string()) })),
  accommodationQuestion: v.string(),
  ladder: v.array(v.object({ code: v.string(), name: v.string(), sentence: v.string() })),
  needs: v.array(coded),
  endingReasons: v.array(coded),
});

const longestNote = 2000;

export type CallProgress = v.InferOutput<typeof progress>;
export type KnownCaller = v.InferOutput<typeof caller>;
export type CallGuide = v.InferOutput<typeof guide>;
export type CallIncident = v.InferOutput<typeof incident>;

const ofCall = { roles: deskStaff, readsPersonalData: false, answer: incident } as const;

export const callRoutes = {
  readCallGuide: {
    method: "GET",
    path: "/call-guide",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: guide,
  },
  readCall: {
    method: "GET",
    path: "/calls/{contactId}",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: progress,
  },
  speakInCall: {
    method: "PUT",
    path: "/calls/{contactId}/speaker",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: v.object({ staff: v.string() }),
  },
  readCaller: {
    method: "GET",
    path: "/calls/{contactId}/caller",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({}),
    answer: caller,
  },
  suspectHarassment: {
    ...ofCall,
    method: "POST",
    path: "/calls/{contactId}/harassment",
    request: v.object({}),
  },
  askAccommodation: {
    ...ofCall,
    method: "PUT",
    path: "/calls/{contactId}/accommodation",
    request: v.object({ need: v.picklist(needs, "必要な配慮を選んでください。") }),
  },
  sayStep: {
    ...ofCall,
    method: "POST",
    path: "/calls/{contactId}/steps",
    request: v.object({ step: v.string() }),
  },
  endCall: {
    ...ofCall,
    method: "PUT",
    path: "/calls/{contactId}/ending",
    request: v.object({ reason: v.picklist(endingReasons, "終える理由を選んでください。") }),
  },
  noteAftercare: {
    ...ofCall,
    method: "POST",
    path: "/calls/{contactId}/aftercare",
    request: v.object({
      text: v.pipe(
        v.string(),
        v.trim(),
        v.nonEmpty("記録を入力してください。"),
        v.maxLength(longestNote, `記録は${longestNote}文字以内で入力してください。`),
      ),
    }),
  },
} as const satisfies Record<string, Route>;
