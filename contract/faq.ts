import * as v from "valibot";
import { instant, receiptNumber } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

const hit = v.object({
  id: v.string(),
  question: v.string(),
  answer: v.string(),
  category: v.string(),
  /** The prefecture's file, or 窓口で作成; and which edition of it. */
  source: v.string(),
  version: v.string(),
  /** Of what the desk made: when it was let into use, and by whom. */
  approved: v.optional(v.object({ at: instant, by: v.string() })),
});

export type FaqHit = v.InferOutput<typeof hit>;

/** The questions and answers that are in use. What is searched for stands in the body: it may say who asks. */
export const faqRoutes = {
  searchFaq: {
    method: "POST",
    path: "/faq/search",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({ text: v.pipe(v.string(), v.maxLength(200, "検索する言葉は200文字までです。")) }),
    answer: v.object({ hits: v.array(hit) }),
  },
  useFaq: {
    method: "POST",
    path: "/faq/uses",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({ entryId: v.string(), receiptNumber }),
    answer: v.object({}),
  },
} as const satisfies Record<string, Route>;
