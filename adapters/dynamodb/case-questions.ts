import { questionsOf } from "../../domain/case/questions.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { CaseStore } from "../../usecases/ports/cases.ts";
import { dayKey } from "./day-key.ts";
import { indexPage } from "./index-page.ts";
import type { Table } from "./table.ts";

/**
 * Cases with questions to the prefecture, a page at a time, by the index `Questions`: it holds no other case, and its partition
 * says how the questions stand. What it costs does not grow with how many cases there are.
 */
export function questionPages(table: Table): Pick<CaseStore, "questionPage"> {
  return {
    async questionPage(programme, questions, { limit, after }) {
      const partition = `${programme}#${questions}`;
      const { cases, last } = await indexPage(table, programme, {
        index: "Questions",
        partition: ["questions", partition],
        newestFirst: questions === "answered",
        limit,
        after: after && {
          questions: partition,
          receivedAt: after.receivedAt,
          day: dayKey(programme, dateAt(after.receivedAt)),
          receiptNumber: after.receiptNumber,
        },
      });
      return {
        // The index may be a moment behind the cases.
        cases: cases.filter((one) => questionsOf(one) === questions),
        ...(last && {
          next: { receivedAt: Number(last["receivedAt"]), receiptNumber: String(last["receiptNumber"]) },
        }),
      };
    },
  };
}
