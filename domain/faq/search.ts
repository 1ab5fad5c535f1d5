import type { FaqEntry } from "./faq.ts";
import { foldedText, searchTerms } from "./search-words.ts";

/** An entry that was found; the higher its score, the better it fits. Scores of different searches are not comparable. */
export interface FaqHit {
  readonly entry: FaqEntry;
  readonly score: number;
}

/** Entries made ready to be searched. */
export type FaqIndex = (text: string, limit: number) => FaqHit[];

/** What a term counts for, by where it stands. */
const weights = { keywords: 4, question: 3, category: 2, answer: 1 } as const;

/** Where a term stands: the number of an entry, and its weight there. */
interface Posting {
  readonly entry: number;
  readonly weight: number;
}

/** Of the terms that somebody typed, an entry has to have this share, weighted; else it only resembles it by chance. */
const neededShare = 0.2;

/** What a term counts for that no entry has: little, for people say more than a file asks. */
const unknownRarity = 0.2;

/**
 * Makes entries ready to be searched. A term that few entries have counts for more than one that many have (inverse document
 * frequency); an entry whose question or keywords hold all that was typed comes before others. Entries without any of it are
 * not found; of equal ones the earlier in the file comes first.
 */
export function faqIndex(entries: readonly FaqEntry[]): FaqIndex {
  const postings = new Map<string, Posting[]>();
  const headings = entries.map((entry) => foldedText([entry.question, ...entry.keywords].join("\n")));
  for (const [index, entry] of entries.entries())
    for (const [term, weight] of termsOf(entry)) {
      const known = postings.get(term);
      if (known) known.push({ entry: index, weight });
      else postings.set(term, [{ entry: index, weight }]);
    }

  return (text, limit) => {
    const terms = [...new Set(searchTerms(text))];
    const rarity = (term: string) => {
      const holders = postings.get(term)?.length;
      return holders === undefined ? unknownRarity : Math.log(1 + entries.length / holders);
    };
    const all = terms.reduce((sum, term) => sum + rarity(term), 0);
    const found = new Map<number, { score: number; share: number }>();
    for (const term of terms)
      for (const { entry, weight } of postings.get(term) ?? []) {
        const sum = found.get(entry) ?? { score: 0, share: 0 };
        sum.score += weight * rarity(term);
        sum.share += rarity(term) / all;
        found.set(entry, sum);
      }
    const typed = foldedText(text).trim();
    return [...found]
      .filter(([, { share }]) => share >= neededShare)
      .map(([index, { score, share }]) => ({
        index,
        score: score * share * (headings[index]?.includes(typed) ? 2 : 1),
      }))
      .sort((one, other) => other.score - one.score || one.index - other.index)
      .slice(0, limit)
      .flatMap(({ index, score }) => {
        const entry = entries[index];
        return entry ? [{ entry, score }] : [];
      });
  };
}

/** Each term of an entry once, with the weight of the best place where it stands. */
function termsOf({ keywords, question, category, answer }: FaqEntry): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  const places = { keywords: keywords.join("\n"), question, category, answer };
  for (const [place, text] of Object.entries(places) as [keyof typeof weights, string][])
    for (const term of searchTerms(text)) best.set(term, Math.max(best.get(term) ?? 0, weights[place]));
  return best;
}
