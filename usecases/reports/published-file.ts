import type { Programme } from "../../domain/programme.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import { Unavailable } from "../ports/host.ts";
import type { DraftFile, ReportStore } from "../ports/reports.ts";

/** A file of a published revision, to be read as often as it is wanted. Reading throws where the store has lost it. */
export function publishedFile(
  services: { readonly programme: Pick<Programme, "id">; readonly reports: Pick<ReportStore, "open"> },
  { report, revision }: Pick<Manifest, "report" | "revision">,
  { name, bytes, sha256 }: Pick<DraftFile, "name" | "bytes" | "sha256">,
): DraftFile {
  async function* read() {
    const opened = await services.reports.open(services.programme.id, report, revision, name);
    if (!opened) throw new Unavailable(`${name} of revision ${revision} of ${report} is gone.`);
    yield* opened;
  }
  return { name, bytes, sha256, read };
}
