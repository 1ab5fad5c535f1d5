import * as v from "valibot";
import { cursor, japaneseDate, receiptNumber } from "./fields.ts";
import type { Route } from "./route.ts";

const textToRelease = v.object({
  receiptNumber,
  /** `content`, `question-1`, `answer-1`. */
  name: v.string(),
  /** As it was written: it may say who somebody is. */
  original: v.string(),
  /** The same with what the check for personal data found masked. */
  proposed: v.string(),
  /** What was found: 電話番号, and how many times. */
  found: v.array(v.object({ kind: v.string(), count: v.number() })),
});

export type TextToRelease = v.InferOutput<typeof textToRelease>;

/** Which free texts of cases reports may show: a supervisor decides (R46, decision 0018). */
export const textReleaseRoutes = {
  listTextsToRelease: {
    method: "GET",
    path: "/texts-to-release",
    roles: ["supervisor"],
    readsPersonalData: true,
    /** Of the cases received from this date on to the end of its month. */
    request: v.object({ from: japaneseDate, after: v.optional(cursor) }),
    answer: v.object({ texts: v.array(textToRelease), next: v.optional(cursor) }),
  },
  releaseText: {
    method: "POST",
    path: "/cases/{receiptNumber}/released-texts",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({
      name: v.string(),
      /** The text that was looked at: another one is not released. */
      original: v.string(),
      /** What may be shown instead of the proposal. */
      text: v.exactOptional(v.string()),
    }),
    answer: v.object({}),
  },
} as const satisfies Record<string, Route>;
