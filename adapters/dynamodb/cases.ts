import type { CaseStore } from "../../usecases/ports/cases.ts";
import { caseOf, itemOf } from "./case-item.ts";
import { casePages } from "./case-pages.ts";
import { dayKey } from "./day-key.ts";
import { receivedPages } from "./received-pages.ts";
import type { Table } from "./table.ts";

/**
 * Cases in DynamoDB, one item each, kept under the day of receipt, which is in the receipt number.
 *
 *     { day: "water-desk#2024-07-16", receiptNumber: "419848291374", receivedAt, status, …, version: 1,
 *       openWork: "water-desk", dueAt, personKey, owedWork: "water-desk", owed: [{ work: "receipt-mail" }] }
 *
 * `openWork` is there only while an answer is owed, so the index `Due` holds open work and nothing else; so is `owedWork`
 * while the service itself has work to do, for the index `Owed`, and `openOwner` with `urgency` while somebody has an open case.
 */
export function dynamoDbCases(table: Table): CaseStore {
  return {
    async open(opened) {
      const holder = await table.putIf(itemOf(opened), { expression: "attribute_not_exists(receiptNumber)" });
      if (holder === "written") return undefined;
      if (!holder) throw new Error(`DynamoDB refused case ${opened.receiptNumber} and shows no other.`);
      return caseOf(opened.programme, holder);
    },
    async find(programme, receiptNumber, received) {
      const item = await table.get({ day: dayKey(programme, received), receiptNumber });
      return item && caseOf(programme, item);
    },
    async update(changed) {
      const answer = await table.putIf(itemOf(changed), {
        expression: "version = :before",
        values: { ":before": changed.version - 1 },
      });
      return answer === "written";
    },
    async ofDay(programme, date) {
      const items = await table.query({ partition: ["day", dayKey(programme, date)] });
      return items.map((item) => caseOf(programme, item));
    },
    async due(programme, until) {
      const items = await table.query({
        index: "Due",
        partition: ["openWork", programme],
        upTo: ["dueAt", until],
      });
      return items.map((item) => ({
        receiptNumber: String(item["receiptNumber"]),
        dueAt: Number(item["dueAt"]),
      }));
    },
    async owing(programme) {
      const items = await table.query({ index: "Owed", partition: ["owedWork", programme] });
      return items.map((item) => ({
        receiptNumber: String(item["receiptNumber"]),
        receivedAt: Number(item["receivedAt"]),
      }));
    },
    ...casePages(table),
    ...receivedPages(table),
  };
}
