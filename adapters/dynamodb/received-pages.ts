import { questionsOf } from "../../domain/case/questions.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { CaseStore, ReceivedPlace } from "../../usecases/ports/cases.ts";
import { dayKey } from "./day-key.ts";
import { indexPage } from "./index-page.ts";
import type { Item, Table } from "./table.ts";

/**
 * Pages of cases in order of receipt, by indexes that hold no other case: those with questions to the prefecture (`Questions`,
 * whose partition says how the questions stand), and those of a person (`Person`). What a page costs does not grow with how many
 * cases there are.
 */
export function receivedPages(table: Table): Pick<CaseStore, "questionPage" | "personPage"> {
  async function pageOf(
    programme: string,
    query: {
      readonly index: string;
      readonly partition: readonly [name: string, value: string];
      readonly newestFirst: boolean;
    },
    { limit, after }: { readonly limit: number; readonly after?: ReceivedPlace },
  ) {
    const { cases, last } = await indexPage(table, programme, {
      ...query,
      limit,
      after: after && { [query.partition[0]]: query.partition[1], ...keyOf(programme, after) },
    });
    return { cases, ...(last && { next: placeOf(last) }) };
  }

  return {
    async questionPage(programme, questions, page) {
      const { cases, ...rest } = await pageOf(
        programme,
        {
          index: "Questions",
          partition: ["questions", `${programme}#${questions}`],
          newestFirst: questions === "answered",
        },
        page,
      );
      // The index may be a moment behind the cases.
      return { cases: cases.filter((one) => questionsOf(one) === questions), ...rest };
    },
    personPage: async (programme, personKey, page) =>
      pageOf(programme, { index: "Person", partition: ["personKey", personKey], newestFirst: true }, page),
  };
}

function keyOf(programme: string, { receivedAt, receiptNumber }: ReceivedPlace): Item {
  return { receivedAt, day: dayKey(programme, dateAt(receivedAt)), receiptNumber };
}

function placeOf(item: Item): ReceivedPlace {
  return { receivedAt: Number(item["receivedAt"]), receiptNumber: String(item["receiptNumber"]) };
}
