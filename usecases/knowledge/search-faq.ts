import {
  entriesMadeAtDesk,
  type FaqDraft,
  type FaqDraftChange,
  lastFaqDraftChange,
} from "../../domain/faq/faq-draft.ts";
import { editionId, editionsInUse, type FaqEdition, type FaqEntry } from "../../domain/faq/faq.ts";
import { type FaqHit, type FaqIndex, faqIndex } from "../../domain/faq/search.ts";
import type { Programme } from "../../domain/programme.ts";
import type { EntryStore } from "../ports/entries.ts";

/** What is searched. */
export interface FaqSearchServices {
  readonly programme: Programme;
  readonly faqEntries: Pick<EntryStore<FaqEntry>, "all">;
  readonly faqEditions: Pick<EntryStore<FaqEdition>, "all">;
  readonly faqDrafts: Pick<EntryStore<FaqDraft>, "all">;
  readonly faqDraftChanges: Pick<EntryStore<FaqDraftChange>, "find">;
}

/** The questions and answers that are in use, and how to search them. */
export interface FaqInUse {
  readonly editions: readonly FaqEdition[];
  readonly entries: readonly FaqEntry[];
  readonly search: FaqIndex;
}

/** So many are shown: who has not found it among them types another word. */
const shownHits = 20;

/**
 * The questions and answers that are in use, the prefecture's and those that the desk made, ready to be searched. To be made once
 * a process: each call looks which editions are in use and which draft was decided last, which are a few items, and reads the
 * entries again only where something is different.
 */
export function faqInUse(services: FaqSearchServices): () => Promise<FaqInUse> {
  const { programme, faqEntries, faqEditions, faqDrafts, faqDraftChanges } = services;
  let kept: { readonly of: string; readonly faq: FaqInUse } | undefined;
  return async () => {
    const editions = editionsInUse(await faqEditions.all(programme.id));
    const change = await faqDraftChanges.find(programme.id, lastFaqDraftChange);
    const of = JSON.stringify([editions, change]);
    if (kept?.of === of) return kept.faq;
    const entries: FaqEntry[] = [];
    for (const { source, version } of editions)
      entries.push(...(await faqEntries.all(programme.id, `${editionId(source, version)}#`)));
    // Nothing was ever approved where nothing was decided.
    if (change) entries.push(...entriesMadeAtDesk(await faqDrafts.all(programme.id)));
    const faq = { editions, entries, search: faqIndex(entries) };
    kept = { of, faq };
    return faq;
  };
}

/** Finds the entries that fit what somebody typed, the best first; none for nothing. To be made once a process. */
export function searchFaq(services: FaqSearchServices) {
  const inUse = faqInUse(services);
  return async (typed: string): Promise<FaqHit[]> => (await inUse()).search(typed, shownHits);
}
