import { type FaqDraft, madeFaqDraft } from "../../domain/faq/faq-draft.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { caseByNumber } from "../cases/case-by-number.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { EntryStore } from "../ports/entries.ts";
import type { Clock, Sha256 } from "../ports/host.ts";

/** What drafts are made with. */
export interface FaqDraftMaking {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find">;
  readonly faqDrafts: Pick<EntryStore<FaqDraft>, "add">;
  readonly sha256: Sha256;
}

/**
 * Makes a draft for the desk's own FAQ of an escalation that was answered: an escalation has one, and whoever asks again is
 * given the one that is there (R24, R25, R50).
 */
export function makeFaqDraft(services: FaqDraftMaking) {
  const { programme, clock, faqDrafts, sha256 } = services;
  return async (receiptNumber: string, escalation: number, staff: string): Promise<Result<FaqDraft>> => {
    const by = staffCodeNamed(staff);
    if (!by.ok) return by;
    const found = await caseByNumber(services)(receiptNumber);
    if (!found.ok) return found;
    const { category, escalations = [] } = found.value;
    const asked = escalations.find(({ number }) => number === escalation);
    if (!asked) return failure("この照会はありません。「更新」を押して、照会の一覧を確かめてください。");
    if (asked.state === "asked")
      return failure("この照会には、まだ回答がありません。回答を入力してから、FAQの案にしてください。");
    const { question, answer } = asked;
    const names = new Map(programme.categories.map(({ code, name }) => [code, name]));
    const draft = madeFaqDraft(
      {
        receiptNumber: found.value.receiptNumber,
        escalation,
        entryId: entryIdOf(sha256, found.value.receiptNumber, escalation),
        question,
        answer,
        category: names.get(category ?? "") ?? "",
      },
      { at: clock.now(), by: by.value },
    );
    return success((await faqDrafts.add(programme.id, draft)) ?? draft);
  };
}

/** Says nothing of the case; as long as those of the prefecture's entries, and never one of theirs. */
function entryIdOf(sha256: Sha256, receiptNumber: string, escalation: number): string {
  const hash = sha256(new TextEncoder().encode(`made at the desk ${receiptNumber} ${escalation}`));
  return `desk-${hash.slice(0, 12)}`;
}
