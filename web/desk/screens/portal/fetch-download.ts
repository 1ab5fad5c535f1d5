import type { CsvEncoding } from "../../../../contract/portal.ts";
import type { PathOf } from "../../../../contract/routes.ts";
import type { Answered, Ask } from "../../api/client.ts";
import { type Arrived, fetchFile } from "../../api/fetch-file.ts";

/** Takes a file of a report: the service writes that down, then hands the file out piece by piece. */
export async function fetchDownload(
  ask: Ask,
  revision: PathOf<"takeReport">,
  wanted: { readonly file: string; readonly encoding: CsvEncoding },
  progress: (share: number) => void,
): Promise<Answered<Arrived>> {
  const begun = await ask("takeReport", revision, wanted);
  if (!begun.ok) return begun;
  return fetchFile(begun.value, (from) => ask("readReportPiece", revision, { ...wanted, from }), progress);
}
