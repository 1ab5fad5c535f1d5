import * as v from "valibot";
import type { CaseStatus } from "../domain/case/case.ts";
import { cursor, instant, japaneseDate, pageSize, receiptNumber } from "./fields.ts";
import { pictureContent, position } from "./pieces.ts";
import { deskStaff, type Route } from "./route.ts";

const statuses = [
  "received",
  "in-progress",
  "referred",
  "awaiting-callback",
  "closed",
] as const satisfies readonly CaseStatus[];

const caseFacts = {
  receiptNumber,
  receivedAt: instant,
  /** Until when the inquirer expects an answer. */
  dueAt: v.optional(instant),
  status: v.picklist(statuses),
  origin: v.picklist(["call", "web-form", "hosted-form", "handover"]),
  /** A code of the programme's categories. */
  category: v.optional(v.string()),
  attributes: v.record(v.string(), v.string()),
  /** The staff code of who has it in hand. */
  owner: v.optional(v.string()),
  version: v.number(),
};

/** A line of a list: nothing that says who asks, and nothing of what was written. */
const caseSummary = v.object(caseFacts);

const caseEvent = v.object({
  at: instant,
  what: v.string(),
  by: v.optional(v.string()),
  note: v.optional(v.string()),
  /** Which fields were written (`edited`). */
  fields: v.optional(v.array(v.string())),
  /** The status that it took (`status-changed`). */
  to: v.optional(v.string()),
  /** Who has it from then on (`owner-changed`). */
  owner: v.optional(v.string()),
});

const letter = v.object({
  at: instant,
  from: v.picklist(["desk", "inquirer"]),
  by: v.optional(v.string()),
  text: v.string(),
  attachments: v.optional(v.array(v.string())),
});

const escalation = v.object({
  number: v.number(),
  state: v.string(),
  to: v.string(),
  question: v.string(),
  askedAt: instant,
  askedBy: v.string(),
  answer: v.optional(v.string()),
  answeredAt: v.optional(instant),
});

export const caseDetail = v.object({
  ...caseFacts,
  content: v.optional(v.string()),
  answer: v.optional(v.string()),
  /** The statuses that it may be given by hand, as it is now. */
  nextStatuses: v.array(v.picklist(statuses)),
  /** What is missing before it can be closed; absent where nothing is. */
  missingToClose: v.optional(v.string()),
  replyTo: v.optional(
    v.object({
      by: v.picklist(["mail", "telephone", "none"]),
      mail: v.optional(v.string()),
      /** E.164. */
      number: v.optional(v.string()),
      name: v.optional(v.string()),
      reachable: v.optional(v.string()),
    }),
  ),
  escalations: v.array(escalation),
  /** Minutes of opening hours that are left, while an addressee has a question and the clock stands. */
  minutesLeft: v.optional(v.number()),
  /** What came with a written inquiry, by the names that its sender gave. */
  pictures: v.array(v.string()),
  /** What the desk and the inquirer have written to each other since, in order. */
  correspondence: v.array(letter),
  history: v.array(caseEvent),
});

/** The open cases that whoever asks has in hand; what still owes an answer, the most urgent first; or what came in on a day. */
const listRequest = v.variant("view", [
  v.object({ view: v.literal("mine"), after: v.optional(cursor), limit: v.optional(pageSize) }),
  v.object({ view: v.literal("open"), after: v.optional(cursor), limit: v.optional(pageSize) }),
  v.object({
    view: v.literal("day"),
    date: japaneseDate,
    after: v.optional(cursor),
    limit: v.optional(pageSize),
  }),
]);

export const caseList = v.object({
  /** The time of the service: what is due before it is late. */
  now: instant,
  cases: v.array(caseSummary),
  /** Where the next page begins; absent on the last. */
  next: v.optional(cursor),
});

export type CaseSummary = v.InferOutput<typeof caseSummary>;
export type CaseDetail = v.InferOutput<typeof caseDetail>;

export const caseRoutes = {
  listCases: {
    method: "GET",
    path: "/cases",
    roles: deskStaff,
    readsPersonalData: false,
    request: listRequest,
    answer: caseList,
  },
  readCase: {
    method: "GET",
    path: "/cases/{receiptNumber}",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({}),
    answer: caseDetail,
  },
  /** A picture by its place in the case, from 0; refused until it was searched for malware and none was found (decision 0020). */
  readPicture: {
    method: "GET",
    path: "/cases/{receiptNumber}/pictures/{index}",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({ from: v.optional(position) }),
    answer: pictureContent,
  },
} as const satisfies Record<string, Route>;
