import type { ReceiptNumber } from "../case/receipt-number.ts";
import { type EntryKind, idNumber } from "../entry-kind.ts";
import type { Instant } from "../japan-time.ts";
import { labelsIn, masked, personalDataNames } from "../report/personal-data/finding.ts";
import { personalDataIn } from "../report/personal-data/personal-data.ts";
import { failure, type Result, success } from "../result.ts";
import { type FaqEntry, madeAtDesk } from "./faq.ts";
import { isFittingFaqText, longestFaqText } from "./faq-line.ts";

/**
 * よくある質問の案: a question with its answer that the desk makes of an answered escalation (R24, R25, R50).
 *
 *     draft ──approved──▶ approved ──taken out of use──▶ withdrawn
 *       │                                                   │
 *       └──rejected──▶ rejected ──────written anew──▶ draft ◀┘
 *
 * What is approved is not written anew while it is in use: what somebody was told stays to be found.
 */
export interface FaqDraft {
  /** The case and the escalation that it was made of: kept to look it up, and never shown to a search. */
  readonly receiptNumber: ReceiptNumber;
  readonly escalation: number;
  /** What it is called once it is in use. */
  readonly entryId: string;
  readonly question: string;
  readonly answer: string;
  /** As the prefecture's files name their parts; "" where it has none. */
  readonly category: string;
  readonly keywords: readonly string[];
  readonly state: FaqDraftState;
  /** How many times it was approved: what is in use is the edition of that number. */
  readonly approvals: number;
  readonly history: readonly FaqDraftEvent[];
  /** Counts the writes. */
  readonly version: number;
}

/** 案 · 使用中 · 却下 · 使用終了 */
export type FaqDraftState = "draft" | "approved" | "rejected" | "withdrawn";

export const faqDraftStateNames: Readonly<Record<FaqDraftState, string>> = {
  draft: "承認待ち",
  approved: "使用中",
  rejected: "却下",
  withdrawn: "使用終了",
};

export interface FaqDraftEvent {
  readonly at: Instant;
  /** A staff code. */
  readonly by: string;
  readonly what: "made" | "written" | "approved" | "rejected" | "withdrawn";
  /** Of `rejected` and `withdrawn`. */
  readonly reason?: string;
}

/** What is written of a draft. */
export type FaqDraftTexts = Pick<FaqDraft, "question" | "answer" | "category" | "keywords">;

/** A piece that may say who somebody is, or that stands where such a piece was. */
export interface FaqDraftFinding {
  readonly field: "question" | "answer";
  /** 電話番号, 氏名 … */
  readonly kind: string;
  readonly text: string;
}

/** An escalation has one draft. */
export const faqDrafts: EntryKind<FaqDraft> = {
  kind: "faq-draft",
  idOf: ({ receiptNumber, escalation }) => faqDraftId(receiptNumber, escalation),
};

export function faqDraftId(receiptNumber: ReceiptNumber, escalation: number): string {
  return `${receiptNumber}#${idNumber(escalation, 2)}`;
}

/** The last change of what is in use: whoever has searched before it reads again. */
export interface FaqDraftChange {
  readonly draft: string;
  readonly version: number;
}

/** There is one. */
export const faqDraftChanges: EntryKind<FaqDraftChange> = {
  kind: "faq-draft-change",
  idOf: () => lastFaqDraftChange,
};

export const lastFaqDraftChange = "last";

/**
 * A draft of what was asked and answered, whatever may say who somebody is masked in it: it outlives the case. Who approves
 * it finds better words for what is masked.
 */
export function madeFaqDraft(
  of: Pick<FaqDraft, "receiptNumber" | "escalation" | "entryId" | "question" | "answer" | "category">,
  made: Pick<FaqDraftEvent, "at" | "by">,
): FaqDraft {
  return {
    ...of,
    question: masked(of.question, personalDataIn(of.question)).slice(0, longestFaqText.question),
    answer: masked(of.answer, personalDataIn(of.answer)),
    keywords: [],
    state: "draft",
    approvals: 0,
    history: [{ ...made, what: "made" }],
    version: 1,
  };
}

/** What in a draft has to be changed before it can be approved. */
export function findingsInDraft(texts: Pick<FaqDraftTexts, "question" | "answer">): FaqDraftFinding[] {
  return (["question", "answer"] as const).flatMap((field) => {
    const text = texts[field];
    const found = personalDataIn(text).map(({ kind, from, to }) => ({
      field,
      kind: personalDataNames[kind],
      text: text.slice(from, to),
    }));
    const labels = labelsIn(text).map(({ from, to }) => ({
      field,
      kind: text.slice(from + 1, to - 1),
      text: text.slice(from, to),
    }));
    return [...found, ...labels];
  });
}

/** The next version of a draft with other words. One that was rejected or taken out of use waits to be approved again. */
export function writtenFaqDraft(
  kept: FaqDraft,
  texts: FaqDraftTexts,
  written: Pick<FaqDraftEvent, "at" | "by">,
): Result<FaqDraft> {
  if (kept.state === "approved")
    return failure("使用中の質問と回答は直せません。先に「使用をやめる」を選んでください。");
  for (const field of ["question", "answer", "category"] as const)
    if (!isFittingFaqText(field, texts[field]))
      return failure(`${fieldNames[field]}は${longestFaqText[field]}文字以内で入力してください。`);
  if (!isFittingFaqText("keywords", texts.keywords.join(" ")))
    return failure(`キーワードは合わせて${longestFaqText.keywords}文字以内にしてください。`);
  return success(withEvent({ ...kept, ...texts, state: "draft" }, { ...written, what: "written" }));
}

/** What a supervisor or a leader decides of a draft. */
export interface FaqDraftDecision extends Pick<FaqDraftEvent, "at" | "by"> {
  readonly to: "approved" | "rejected" | "withdrawn";
  /** Needed of all but `approved`. */
  readonly reason?: string;
}

const longestReason = 500;

/** The next version of a draft of which somebody decided; or why it cannot be, in a sentence that says what to do. */
export function decidedFaqDraft(kept: FaqDraft, decision: FaqDraftDecision): Result<FaqDraft> {
  const { at, by, to } = decision;
  const from = to === "withdrawn" ? "approved" : "draft";
  if (kept.state !== from)
    return failure(
      `この案は「${faqDraftStateNames[kept.state]}」です。「更新」を押して、いまの状態を確かめてください。`,
    );
  if (to === "approved") {
    const [finding] = findingsInDraft(kept);
    if (finding)
      return failure(
        `${fieldNames[finding.field]}に${shownFinding(finding)}があります。個人が分からない文に直して保存してから、承認してください。`,
      );
    return success(
      withEvent({ ...kept, state: to, approvals: kept.approvals + 1 }, { at, by, what: "approved" }),
    );
  }
  const reason = decision.reason?.trim() ?? "";
  if (reason === "" || reason.length > longestReason)
    return failure(`理由を${longestReason}文字以内で入力してください。`);
  return success(withEvent({ ...kept, state: to }, { at, by, what: to, reason }));
}

/** What is in use of drafts, as a search finds it, in order of their cases. */
export function entriesMadeAtDesk(drafts: readonly FaqDraft[]): FaqEntry[] {
  return drafts.flatMap((draft, index) => {
    const { entryId, question, answer, category, keywords, approvals, state, history } = draft;
    const approval = history.findLast(({ what }) => what === "approved");
    if (state !== "approved" || !approval) return [];
    const { at, by } = approval;
    const version = `第${approvals}版`;
    return [
      {
        id: entryId,
        source: madeAtDesk,
        version,
        number: index + 1,
        question,
        answer,
        category,
        keywords,
        approved: { at, by },
      },
    ];
  });
}

function shownFinding({ kind, text }: FaqDraftFinding): string {
  return text === `［${kind}］` ? text : `「${text}」（${kind}）`;
}

function withEvent(kept: FaqDraft, event: FaqDraftEvent): FaqDraft {
  return { ...kept, history: [...kept.history, event], version: kept.version + 1 };
}

const fieldNames = { question: "質問", answer: "回答", category: "分類" } as const;
