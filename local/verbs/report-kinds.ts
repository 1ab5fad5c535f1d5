import { parseDate } from "../../domain/japan-time.ts";
import { completionPlan, finalPlan, weeklyPlan } from "../../domain/report/plan/report-plan.ts";
import { success } from "../../domain/result.ts";
import { encodingHelp } from "./report-encoding.ts";
import { folderOptions, reportIntoFolder } from "./report-into-folder.ts";
import { readWords, type Verb, wrongUse } from "./verb.ts";

export const reportWeekly: Verb = {
  name: "report weekly",
  help: `report weekly DATE --out DIR [--encoding cp932] [--json]
Builds the list of inquiries of a week from the store into DIR: 03_応対一覧.csv, and manifest.json last. DATE is any date of
the week, such as 2024-07-01. Weeks go from Monday to Sunday and end with their month; which months have them is a setting.
${encodingHelp}`,
  async run(words) {
    const read = readWords(words, ["DATE"], folderOptions);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const date = parseDate(positionals[0] ?? "");
    if (!date.ok) return wrongUse(date.problem);
    return reportIntoFolder(values, (programme) => weeklyPlan(programme, date.value));
  },
};

export const reportFinal: Verb = {
  name: "report final",
  help: `report final --out DIR [--encoding cp932] [--json]
Builds the last monthly report of the contract into DIR, up to its cut-off: for March 2025 the same as report monthly 2025-03.
${encodingHelp}`,
  async run(words) {
    const read = readWords(words, [], folderOptions);
    if (!read.ok) return wrongUse(read.problem);
    return reportIntoFolder(read.value.values, finalPlan);
  },
};

export const reportCompletion: Verb = {
  name: "report completion",
  help: `report completion --out DIR [--encoding cp932] [--json]
Builds the completion report of the whole contract into DIR: all that a monthly report has, the figures of each part (those
after the last cut-off by themselves), the open cases that are handed on, what personal data is still to be erased, and
manifest.json last.
${encodingHelp}`,
  async run(words) {
    const read = readWords(words, [], folderOptions);
    if (!read.ok) return wrongUse(read.problem);
    return reportIntoFolder(read.value.values, (programme) => success(completionPlan(programme)));
  },
};
