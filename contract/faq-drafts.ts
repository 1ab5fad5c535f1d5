import * as v from "valibot";
import { instant, neededText, receiptNumber, text } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

const leading = ["supervisor", "leader"] as const;

const shownDraft = v.object({
  /** The case and the escalation that it was made of. */
  receiptNumber,
  escalation: v.number(),
  question: v.string(),
  answer: v.string(),
  category: v.string(),
  keywords: v.array(v.string()),
  state: v.picklist(["draft", "approved", "rejected", "withdrawn"]),
  /** How many times it was approved. */
  approvals: v.number(),
  version: v.number(),
  /** What has to be changed before it can be approved: it may say who somebody is. */
  findings: v.array(v.object({ field: v.string(), kind: v.string(), text: v.string() })),
  history: v.array(
    v.object({ at: instant, by: v.string(), what: v.string(), reason: v.optional(v.string()) }),
  ),
});

export type ShownFaqDraft = v.InferOutput<typeof shownDraft>;

const seenVersion = v.pipe(v.number(), v.integer(), v.minValue(1));

/** よくある質問の案: what the desk makes of answered escalations, for its own FAQ (R24, R25, R50). */
export const faqDraftRoutes = {
  makeFaqDraft: {
    method: "POST",
    path: "/cases/{receiptNumber}/escalations/{number}/faq-draft",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({}),
    /** The draft that is there, also where somebody made it before. */
    answer: shownDraft,
  },
  listFaqDrafts: {
    method: "GET",
    path: "/faq/drafts",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({}),
    answer: v.object({
      /** Those that were changed last first. */
      drafts: v.array(shownDraft),
      stateNames: v.record(v.string(), v.string()),
    }),
  },
  writeFaqDraft: {
    method: "PUT",
    path: "/faq/drafts/{receiptNumber}/{number}",
    roles: leading,
    readsPersonalData: true,
    request: v.object({
      /** The version that was seen. */
      version: seenVersion,
      question: neededText("質問", 500),
      answer: neededText("回答", 5000),
      category: text("分類", 100),
      keywords: v.array(v.string()),
    }),
    answer: shownDraft,
  },
  decideFaqDraft: {
    method: "PUT",
    path: "/faq/drafts/{receiptNumber}/{number}/state",
    roles: leading,
    readsPersonalData: true,
    request: v.object({
      version: seenVersion,
      to: v.picklist(["approved", "rejected", "withdrawn"], "承認・却下・使用終了のどれかを選んでください。"),
      /** Why it is rejected or taken out of use. */
      reason: v.exactOptional(text("理由", 500)),
    }),
    answer: shownDraft,
  },
} as const satisfies Record<string, Route>;
