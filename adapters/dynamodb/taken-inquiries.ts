import type { TakenInquiry, TakenInquiryStore } from "../../usecases/ports/imports.ts";
import type { Table } from "./table.ts";

/**
 * What was taken from files, in DynamoDB, among a desk's entries.
 *
 *     { programme: "water-desk", entry: "handover#<reference>", fingerprint }
 */
export function dynamoDbTakenInquiries(table: Table): TakenInquiryStore {
  return {
    async find(programme, from, reference) {
      const item = await table.get(itemKey(programme, from, reference));
      return item && { from, reference, fingerprint: String(item["fingerprint"]) };
    },
    async take(programme, { from, reference, fingerprint }) {
      const holder = await table.putIf(
        { ...itemKey(programme, from, reference), fingerprint },
        { expression: "attribute_not_exists(entry)" },
      );
      if (holder === "written") return undefined;
      if (!holder) throw new Error("DynamoDB refused a taken inquiry and shows no other.");
      return { from, reference, fingerprint: String(holder["fingerprint"]) };
    },
  };
}

function itemKey(programme: string, from: TakenInquiry["from"], reference: string) {
  return { programme, entry: `${from}#${reference}` };
}
