import { editionId, editionsInUse, type FaqEdition, type FaqEntry } from "../domain/faq/faq.ts";
import { type FaqHit, type FaqIndex, faqIndex } from "../domain/faq/search.ts";
import type { Programme } from "../domain/programme.ts";
import type { EntryStore } from "./ports/entries.ts";

/** What is searched. */
export interface FaqSearchServices {
  readonly programme: Programme;
  readonly faqEntries: Pick<EntryStore<FaqEntry>, "all">;
  readonly faqEditions: Pick<EntryStore<FaqEdition>, "all">;
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
 * The questions and answers that are in use, made ready to be searched. To be made once a process: each call looks which
 * editions are in use, which are a few items, and reads the entries again only where another one is.
 */
export function faqInUse({ programme, faqEntries, faqEditions }: FaqSearchServices): () => Promise<FaqInUse> {
  let kept: { readonly of: string; readonly faq: FaqInUse } | undefined;
  return async () => {
    const editions = editionsInUse(await faqEditions.all(programme.id));
    const of = JSON.stringify(editions);
    if (kept?.of === of) return kept.faq;
    const entries: FaqEntry[] = [];
    for (const { source, version } of editions)
      entries.push(...(await faqEntries.all(programme.id, `${editionId(source, version)}#`)));
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
