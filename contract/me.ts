import * as v from "valibot";
import { instant } from "./fields.ts";
import { everybody, type Route } from "./route.ts";

const names = v.record(v.string(), v.string());

/** Who is signed in, for which programme, and the words that screens use. */
const me = v.object({
  /** A staff code, OP01. */
  staff: v.string(),
  role: v.picklist(everybody),
  roleName: v.string(),
  /** The time of the service, by which due times are judged. */
  now: instant,
  /** Whether this desk is for training: no resident calls it, and nothing in it is ever reported. */
  isTraining: v.boolean(),
  programme: v.object({ id: v.string(), name: v.string(), deskName: v.string() }),
  /** Every category there ever was, those included that only the desk chooses, and whether it may be chosen today. */
  categories: v.array(v.object({ code: v.string(), name: v.string(), isOffered: v.boolean() })),
  /** The choices for each of a case's attributes. */
  attributeChoices: v.record(v.string(), v.array(v.string())),
  /** Japanese names by code, from the domain: a screen has none of its own. */
  names: v.object({
    statuses: names,
    origins: names,
    addressees: names,
    escalationStates: names,
    caseFields: names,
  }),
});

export type Me = v.InferOutput<typeof me>;

export const meRoutes = {
  readMe: {
    method: "GET",
    path: "/me",
    roles: everybody,
    readsPersonalData: false,
    request: v.object({}),
    answer: me,
  },
} as const satisfies Record<string, Route>;
