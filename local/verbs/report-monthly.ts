import { parseMonth } from "../../domain/japan-time.ts";
import { monthlyPlan } from "../../domain/report/plan/report-plan.ts";
import { encodingHelp } from "./report-encoding.ts";
import { folderOptions, reportIntoFolder } from "./report-into-folder.ts";
import { readWords, type Verb, wrongUse } from "./verb.ts";

export const reportMonthly: Verb = {
  name: "report monthly",
  help: `report monthly MONTH --out DIR [--encoding cp932] [--json]
Builds a month's report from the store into DIR: its CSV files, 定例報告.xlsx, 定例報告.pdf, and manifest.json last.
MONTH such as 2024-07. Once it has been published and something is different, 変更点.csv says what.
${encodingHelp}`,
  async run(words) {
    const read = readWords(words, ["MONTH"], folderOptions);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const month = parseMonth(positionals[0] ?? "");
    if (!month.ok) return wrongUse(month.problem);
    return reportIntoFolder(values, (programme) => monthlyPlan(programme, month.value));
  },
};
