import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseMonth } from "../../domain/japan-time.ts";
import { type Manifest, manifestText } from "../../domain/report/manifest.ts";
import { monthlyPlan } from "../../domain/report/report-plan.ts";
import { buildReport } from "../../usecases/build-report.ts";
import type { DraftFile } from "../../usecases/ports.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { withService } from "./with-service.ts";

const options = { ...commonOptions, out: { type: "string" } } as const;

export const reportMonthly: Verb = {
  name: "report monthly",
  help: `report monthly MONTH --out DIR [--json]
Builds a month's report from the store into DIR: its CSV files, and manifest.json last.
MONTH such as 2024-07.`,
  async run(words) {
    const read = readWords(words, ["MONTH"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const month = parseMonth(positionals[0] ?? "");
    if (!month.ok) return wrongUse(month.problem);
    const { out } = values;
    if (out === undefined) return wrongUse("--out DIR is missing: name the folder for the report's files.");
    return withService(values.programme, async ({ programme, stores }) => {
      const plan = monthlyPlan(programme, month.value);
      if (!plan.ok) return wrongUse(plan.problem);
      return buildReport(stores)(plan.value, async ({ manifest, files }) => {
        await writeReport(out, manifest, files);
        return done(values.json ? JSON.stringify(manifest) : summary(manifest, out));
      });
    });
  },
};

/** The manifest comes last and at once: a folder with a manifest is whole. */
async function writeReport(folder: string, manifest: Manifest, files: readonly DraftFile[]): Promise<void> {
  const manifestFile = join(folder, "manifest.json");
  await mkdir(folder, { recursive: true });
  await rm(manifestFile, { force: true });
  await Promise.all(files.map((file) => writeFile(join(folder, file.name), file.read())));
  await writeFile(`${manifestFile}.part`, manifestText(manifest));
  await rename(`${manifestFile}.part`, manifestFile);
}

function summary({ report, revision, figures }: Manifest, folder: string): string {
  const { offered, answered, answerRate } = figures;
  const rate = answerRate === null ? "—" : `${(answerRate * 100).toFixed(1)} ％`;
  return `${report} 第${revision}版: 受電率 ${rate}（応答 ${answered} ÷ 受電 ${offered}）→ ${folder}`;
}
