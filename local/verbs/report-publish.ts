import { join } from "node:path";
import { parseMonth } from "../../domain/japan-time.ts";
import { planNamed } from "../../domain/report/plan/plan-named.ts";
import type { World } from "../../lambdas/edge/composition.ts";
import { publishServicesOf } from "../../lambdas/edge/report-services.ts";
import { publishReport } from "../../usecases/reports/publish-report.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskOptions, withDesk } from "./with-desk.ts";

/** What a verb says of the desk that it works on where it needs the reports too. */
export const reportHelp = `--deployed works on the deployed tables and bucket instead of the state folder: with your own AWS sign-in, and the variables
PROGRAMME, AWS_REGION, CONTACTS_TABLE, CASES_TABLE, DESK_TABLE and REPORT_BUCKET, which the runbook docs/runbooks/reports.md sets.`;

export const reportPublish: Verb = {
  name: "report publish",
  help: `report publish NAME [--deployed] [--json]
Publishes a report as its next revision, a draft that the desk looks at and the prefecture does not see. Where nothing has
changed since the last revision, there is no new one. NAME such as monthly/2024-07, weekly/2024-07-08, final or completion; or
a month such as 2024-07.
${reportHelp}`,
  async run(words) {
    const read = readWords(words, ["NAME"], { ...commonOptions, ...deskOptions });
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    return withDesk(values, async ({ programme, world }) => {
      const plan = planNamed(programme, reportNameOf(positionals[0]));
      if (!plan.ok) return wrongUse(plan.problem);
      const manifest = await publishReport(publishServicesOf(withFonts(world)))(plan.value);
      const { report, revision, files } = manifest;
      return done(
        values.json
          ? JSON.stringify({ report, revision, files: files.length })
          : `${report} 第${revision}版（下書き）: ${files.length} ファイル`,
      );
    });
  },
};

/** The name of a report as somebody types it: a month alone is that of its monthly report. */
export function reportNameOf(typed = ""): string {
  return parseMonth(typed).ok ? `monthly/${typed}` : typed;
}

/** The fonts of this project, with which a deployed desk's reports are printed here too. */
const REPORT_FONTS = join(import.meta.dirname, "../../node_modules/@expo-google-fonts/noto-sans-jp");

function withFonts(world: World): World {
  return { ...world, environment: { REPORT_FONTS, ...world.environment } };
}
