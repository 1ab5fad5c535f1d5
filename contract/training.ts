import * as v from "valibot";
import { instant, receiptNumber } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

const acts = [
  "answer",
  "speak",
  "hold",
  "resume",
  "transfer-to-leader",
  "transfer-to-supervisor",
  "hang-up",
] as const;

/** One that was made, as a list shows it. */
const madeTraining = v.object({
  contactId: v.string(),
  /** The title of its script. */
  title: v.string(),
  staff: v.string(),
  /** By the time outside, whatever time the service has. */
  madeAt: instant,
  /** What is still open, in the words of the expectations; absent until the training was ended. */
  open: v.optional(v.array(v.string())),
});

/** A training as it goes on, and how it went. */
const training = v.object({
  contactId: v.string(),
  title: v.string(),
  trains: v.string(),
  staff: v.string(),
  madeAt: instant,
  state: v.picklist(["ringing", "talking", "held", "over"]),
  /** What the caller has said, in order. */
  heard: v.array(v.object({ at: instant, says: v.string(), hint: v.optional(v.string()) })),
  hasMore: v.boolean(),
  isEnded: v.boolean(),
  /** Whether the trainee is the one who asks: only they go on with it. */
  isOwn: v.boolean(),
  receiptNumber: v.optional(receiptNumber),
  seconds: v.object({ talking: v.number(), held: v.number(), afterCall: v.number() }),
  outcomes: v.optional(
    v.array(v.object({ expected: v.string(), isMet: v.boolean(), why: v.string(), manual: v.string() })),
  ),
  judgedAt: v.optional(instant),
});

const script = v.object({
  id: v.string(),
  title: v.string(),
  trains: v.string(),
  /** What is looked at afterwards. */
  expectations: v.array(v.string()),
});

export type MadeTraining = v.InferOutput<typeof madeTraining>;
export type ShownTraining = v.InferOutput<typeof training>;
export type ShownScript = v.InferOutput<typeof script>;

/** Training with callers who do not exist: nothing in it is about a resident. */
const ofTraining = { roles: deskStaff, readsPersonalData: false } as const;

export const trainingRoutes = {
  readTrainingRoom: {
    ...ofTraining,
    method: "GET",
    path: "/training",
    request: v.object({}),
    answer: v.object({
      /** Why nothing can be trained here; absent where it can. */
      elsewhere: v.optional(v.string()),
      scripts: v.array(script),
      /** Of an operator their own, of LD and SV everybody's; the latest first. */
      trainings: v.array(madeTraining),
    }),
  },
  beginTraining: {
    ...ofTraining,
    method: "POST",
    path: "/training/calls",
    request: v.object({ script: v.string() }),
    answer: v.object({ contactId: v.string() }),
  },
  readTrainingUnderWay: {
    ...ofTraining,
    method: "GET",
    path: "/training/under-way",
    request: v.object({}),
    answer: v.object({ training: v.optional(training) }),
  },
  readTraining: {
    ...ofTraining,
    method: "GET",
    path: "/training/calls/{contactId}",
    request: v.object({}),
    answer: training,
  },
  actInTraining: {
    ...ofTraining,
    method: "POST",
    path: "/training/calls/{contactId}/acts",
    request: v.object({ act: v.picklist(acts, "することを選んでください。") }),
    answer: training,
  },
  endTraining: {
    ...ofTraining,
    method: "PUT",
    path: "/training/calls/{contactId}/judgement",
    request: v.object({}),
    answer: training,
  },
} as const satisfies Record<string, Route>;
