import type { ShownFaqDraft } from "../../contract/faq-drafts.ts";
import { type FaqDraft, faqDraftStateNames, findingsInDraft } from "../../domain/faq/faq-draft.ts";
import { labelsIn } from "../../domain/report/personal-data/finding.ts";
import type { Result } from "../../domain/result.ts";
import {
  decideFaqDraft,
  faqDraftChanged,
  type FaqDraftServices,
  unknownFaqDraft,
  writeFaqDraft,
} from "../../usecases/knowledge/decide-faq-draft.ts";
import { type FaqDraftMaking, makeFaqDraft } from "../../usecases/knowledge/make-faq-draft.ts";
import type { VersionedEntryStore } from "../../usecases/ports/entries.ts";
import { refusedBecause, unknownCase } from "./case-answer.ts";
import { caseByNumber } from "../../usecases/cases/case-by-number.ts";
import type { RouteHandlers } from "./route-handler.ts";

type Names = "makeFaqDraft" | "listFaqDrafts" | "writeFaqDraft" | "decideFaqDraft";

/** Drafts for the desk's own FAQ: they are made of answered escalations, written, and decided. */
export function faqDraftHandlers(
  parts: Omit<FaqDraftMaking & FaqDraftServices, "faqDrafts"> & {
    readonly faqDrafts: VersionedEntryStore<FaqDraft>;
  },
): RouteHandlers<Names> {
  const { programme, faqDrafts } = parts;
  const find = caseByNumber(parts);
  const make = makeFaqDraft(parts);
  const write = writeFaqDraft(parts);
  const decide = decideFaqDraft(parts);
  return {
    async makeFaqDraft({ path: { receiptNumber, number }, by: { staff } }) {
      if (!(await find(receiptNumber)).ok) return unknownCase;
      return outcome(await make(receiptNumber, Number(number), staff));
    },
    async listFaqDrafts() {
      const drafts = (await faqDrafts.all(programme.id)).toSorted(
        (one, other) => lastOf(other) - lastOf(one),
      );
      const answer = { drafts: drafts.map(shown), stateNames: { ...faqDraftStateNames } };
      // What says who somebody is was masked when a draft was made; only what is found since may say it.
      const found = answer.drafts.filter(({ findings }) => findings.some(({ text }) => !isLabel(text)));
      return { answer, about: found.map(({ receiptNumber }) => receiptNumber) };
    },
    async writeFaqDraft({ path: { receiptNumber, number }, request, by: { staff } }) {
      const { version, ...texts } = request;
      return outcome(await write({ receiptNumber, escalation: Number(number), version, staff }, texts));
    },
    async decideFaqDraft({ path: { receiptNumber, number }, request, by: { staff } }) {
      const { version, ...decision } = request;
      return outcome(await decide({ receiptNumber, escalation: Number(number), version, staff }, decision));
    },
  };
}

function outcome(result: Result<FaqDraft>) {
  if (result.ok) return { answer: shown(result.value), about: [result.value.receiptNumber] };
  const { problem } = result;
  if (problem === unknownFaqDraft) return { refused: "not-found", problem } as const;
  if (problem === faqDraftChanged) return { refused: "conflict", problem } as const;
  return refusedBecause(problem);
}

function isLabel(text: string): boolean {
  return labelsIn(text).length > 0;
}

function lastOf({ history }: FaqDraft): number {
  return history.at(-1)?.at ?? 0;
}

function shown({ entryId: _entryId, ...draft }: FaqDraft): ShownFaqDraft {
  return {
    ...draft,
    keywords: [...draft.keywords],
    findings: draft.state === "approved" ? [] : findingsInDraft(draft),
    history: draft.history.map((event) => ({ ...event })),
  };
}
