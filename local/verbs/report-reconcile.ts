import { inWords, shown } from "../../domain/report/reconciliation/reconciliation-words.ts";
import type { ReconciledRow, Reconciliation } from "../../domain/report/reconciliation/reconcile.ts";
import { fingerprint } from "../../lambdas/edge/composition.ts";
import { countedReportServicesOf } from "../../lambdas/edge/report-services.ts";
import { reconcilePublished } from "../../usecases/reports/reconcile-report.ts";
import { reportHelp, reportNameOf } from "./report-publish.ts";
import { commonOptions, done, failed, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskOptions, withDesk } from "./with-desk.ts";

export const reportReconcile: Verb = {
  name: "report reconcile",
  help: `report reconcile NAME [--deployed] [--json]
Ties every figure of a published report to contact records and cases: reads the files back, counts the records a second time,
and shows both. Fails where they differ, and names the contacts among which the difference lies. --json: all in one line.
NAME such as monthly/2024-07, or a month such as 2024-07.
${reportHelp}`,
  async run(words, print) {
    const read = readWords(words, ["NAME"], { ...commonOptions, ...deskOptions });
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    return withDesk(values, async ({ world }) => {
      const reconcile = reconcilePublished({ ...countedReportServicesOf(world), sha256: fingerprint });
      const reconciled = await reconcile(reportNameOf(positionals[0]));
      if (!reconciled.ok) return failed(reconciled.problem);
      const lines = values.json ? [JSON.stringify(reconciled.value)] : table(reconciled.value);
      if (reconciled.value.difference === 0) return done(...lines);
      lines.forEach(print);
      return failed(inWords(reconciled.value));
    });
  },
};

function table({ report, revision, rows, difference }: Reconciliation): string[] {
  return [
    `${report} 第${revision}版`,
    "区分 | 記録 | 数え直し | 報告 | 差",
    ...rows.map(line),
    `差の合計 ${shown(difference)}`,
  ];
}

function line({ name, records, counted, figure, difference }: ReconciledRow): string {
  return [name, records ?? "", shown(counted), shown(figure), shown(difference)].join(" | ");
}
