import * as v from "valibot";

/** What is answered with every status from 400 on: one sentence that says what to do, and where it belongs. */
export const problemAnswer = v.object({
  problem: v.string(),
  /** The field that is wrong, `attributes.ageBand` (400). */
  field: v.optional(v.string()),
  /** The version that is there, where somebody else wrote first (409). */
  version: v.optional(v.number()),
});

export type ProblemAnswer = v.InferOutput<typeof problemAnswer>;
