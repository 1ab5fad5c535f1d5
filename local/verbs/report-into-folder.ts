import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Programme } from "../../domain/programme.ts";
import { type Manifest, manifestText } from "../../domain/report/contents/manifest.ts";
import type { ReportPlan } from "../../domain/report/plan/report-plan.ts";
import type { Result } from "../../domain/result.ts";
import { buildReport } from "../../usecases/reports/build-report.ts";
import type { DraftFile } from "../../usecases/ports/reports.ts";
import { encoded, encodingOption, readEncoding } from "./report-encoding.ts";
import { commonOptions, done, type Outcome, wrongUse } from "./verb.ts";
import { withService } from "./with-service.ts";

/** The options of every verb that builds a report into a folder. */
export const folderOptions = { ...commonOptions, ...encodingOption, out: { type: "string" } } as const;

/** The same as they were given. */
interface FolderValues {
  readonly json?: boolean | undefined;
  readonly programme?: string | undefined;
  readonly encoding?: string | undefined;
  readonly out?: string | undefined;
}

/** Builds a report from the store into the folder that `--out` names, as the revision that it would be if it were published now. */
export async function reportIntoFolder(
  values: FolderValues,
  planOf: (programme: Programme) => Result<ReportPlan>,
): Promise<Outcome> {
  const { out } = values;
  if (out === undefined) return wrongUse("--out DIR is missing: name the folder for the report's files.");
  const encoding = readEncoding(values.encoding);
  if (!encoding.ok) return wrongUse(encoding.problem);
  return withService(values.programme, async ({ programme, stores }) => {
    const plan = planOf(programme);
    if (!plan.ok) return wrongUse(plan.problem);
    return buildReport(stores)(plan.value, (built) =>
      encoded(encoding.value, stores.newDraft, built, async ({ manifest, files }) => {
        await writeReport(out, manifest, files);
        return done(values.json ? JSON.stringify(manifest) : summary(manifest, out));
      }),
    );
  });
}

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
