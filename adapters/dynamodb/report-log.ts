import { entryId, inOrderOfLog, type ReportEntry } from "../../domain/report/report-log.ts";
import type { ReportLog } from "../../usecases/ports/reports.ts";
import type { Item, Table } from "./table.ts";

const prefix = "report-log#";

/**
 * The log of reports in DynamoDB, among a desk's entries: those of one report lie together.
 *
 *     { programme: "water-desk", entry: "report-log#monthly/2024-07#0001#approved", report: "monthly/2024-07", revision: 1,
 *       at, what: "approved", by: "SV01", to: ["…"] }
 */
export function dynamoDbReportLog(table: Table): ReportLog {
  async function beginningWith(programme: string, beginning: string): Promise<ReportEntry[]> {
    const items = await table.query({
      partition: ["programme", programme],
      beginsWith: ["entry", `${prefix}${beginning}`],
    });
    return items.map(entryOf).sort(inOrderOfLog);
  }

  return {
    all: (programme) => beginningWith(programme, ""),
    of: (programme, report) => beginningWith(programme, `${report}#`),
    async append(programme, entry) {
      const holder = await table.putIf(
        { programme, entry: `${prefix}${entryId(entry)}`, ...entry },
        { expression: "attribute_not_exists(entry)" },
      );
      if (holder === "written") return undefined;
      if (!holder) throw new Error(`DynamoDB refused the entry ${entryId(entry)} and shows no other.`);
      return entryOf(holder);
    },
  };
}

function entryOf(item: Item): ReportEntry {
  const { programme: _programme, entry: _entry, ...entry } = item;
  return entry as unknown as ReportEntry;
}
