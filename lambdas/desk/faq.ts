import { faqInUse, type FaqSearchServices } from "../../usecases/knowledge/search-faq.ts";
import { useFaq, type FaqUseServices } from "../../usecases/knowledge/use-faq.ts";
import { refusedBecause } from "./case-answer.ts";
import type { RouteHandlers } from "./route-handler.ts";

/** So many are shown: who has not found it among them types another word. */
const shownHits = 20;

/** Searches the questions and answers, and counts which were used. Its entries are read once a process. */
export function faqHandlers(
  parts: FaqSearchServices & Omit<FaqUseServices, "faqInUse">,
): RouteHandlers<"searchFaq" | "useFaq"> {
  const inUse = faqInUse(parts);
  const use = useFaq({ ...parts, faqInUse: inUse });
  return {
    async searchFaq({ request: { text } }) {
      const hits = (await inUse()).search(text, shownHits);
      const shown = hits.map(({ entry: { number: _number, keywords: _keywords, approved, ...entry } }) => ({
        ...entry,
        ...(approved && { approved: { ...approved } }),
      }));
      return { answer: { hits: shown } };
    },
    async useFaq({ request, by: { staff } }) {
      const used = await use({ ...request, staff });
      return used.ok ? { answer: {} } : refusedBecause(used.problem);
    },
  };
}
