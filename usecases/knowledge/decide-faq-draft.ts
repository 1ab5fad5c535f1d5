import {
  decidedFaqDraft,
  type FaqDraft,
  type FaqDraftChange,
  type FaqDraftDecision,
  type FaqDraftEvent,
  faqDraftId,
  type FaqDraftTexts,
  writtenFaqDraft,
} from "../../domain/faq/faq-draft.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { changeEntryIf } from "../kept/change-entry-if.ts";
import type { EntryStore, VersionedEntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** What drafts are written and decided with. */
export interface FaqDraftServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly faqDrafts: Pick<VersionedEntryStore<FaqDraft>, "find" | "update">;
  readonly faqDraftChanges: Pick<EntryStore<FaqDraftChange>, "put">;
}

/** Which draft somebody saw, in which version. */
export interface SeenFaqDraft {
  readonly receiptNumber: string;
  readonly escalation: number;
  readonly version: number;
  readonly staff: string;
}

/** Why a draft was not changed. */
export const unknownFaqDraft = "この案はありません。「更新」を押して、一覧から選んでください。";
export const faqDraftChanged =
  "この案は、ほかの人が先に変えました。入力は残っています。「更新」を押して、新しい内容を確かめてください。";

/** Writes other words into a draft that is not in use; refused where somebody else has changed it meanwhile. */
export function writeFaqDraft(services: FaqDraftServices) {
  return (seen: SeenFaqDraft, texts: FaqDraftTexts): Promise<Result<FaqDraft>> =>
    changed(services, seen, (current, event) => writtenFaqDraft(current, texts, event));
}

/**
 * Approves a draft, rejects it, or takes it out of use. What searches is told once the draft is kept: where that fails, whoever
 * decides again tells it then. Safe to repeat.
 */
export function decideFaqDraft(services: FaqDraftServices) {
  const { programme, faqDraftChanges } = services;
  return async (
    seen: SeenFaqDraft,
    decision: Pick<FaqDraftDecision, "to" | "reason">,
  ): Promise<Result<FaqDraft>> => {
    const decided = await changed(
      services,
      seen,
      (current, event) => decidedFaqDraft(current, { ...event, ...decision }),
      ({ state, version }) => state === decision.to && version === seen.version + 1,
    );
    if (!decided.ok) return decided;
    const { receiptNumber, escalation, version } = decided.value;
    await faqDraftChanges.put(programme.id, { draft: faqDraftId(receiptNumber, escalation), version });
    return decided;
  };
}

/** `isDone` tells a draft that this very request, sent before, has made as it is. */
async function changed(
  { programme, clock, faqDrafts }: FaqDraftServices,
  { receiptNumber, escalation, version, staff }: SeenFaqDraft,
  next: (current: FaqDraft, event: Pick<FaqDraftEvent, "at" | "by">) => Result<FaqDraft>,
  isDone: (current: FaqDraft) => boolean = () => false,
): Promise<Result<FaqDraft>> {
  const by = staffCodeNamed(staff);
  if (!by.ok) return by;
  const id = faqDraftId(receiptNumber, escalation);
  const kept = await faqDrafts.find(programme.id, id);
  if (!kept) return failure(unknownFaqDraft);
  return changeEntryIf(
    faqDrafts,
    programme.id,
    id,
  )(kept, (current) => {
    if (isDone(current)) return success(current);
    if (current.version !== version) return failure(faqDraftChanged);
    return next(current, { at: clock.now(), by: by.value });
  });
}
