import { type Manifest, manifestText } from "../../domain/report/contents/manifest.ts";
import type { DraftFile, ReportStore } from "../../usecases/ports/reports.ts";

export function memoryReports(): ReportStore {
  const published: { manifest: Manifest; files: Map<string, Uint8Array> }[] = [];
  const find = (programme: string, report: string, revision: number) =>
    published.find(
      ({ manifest }) =>
        manifest.programme === programme && manifest.report === report && manifest.revision === revision,
    );
  return {
    latest: async (programme, report) =>
      published
        .map(({ manifest }) => manifest)
        .filter((manifest) => manifest.programme === programme && manifest.report === report)
        .sort((one, other) => other.revision - one.revision)[0],
    publish: async (programme, report, manifest, files) => {
      if (find(programme, report, manifest.revision)) return false;
      const kept = files.map(async (file) => [file.name, await wholeOf(file)] as const);
      const text = new TextEncoder().encode(manifestText(manifest));
      published.push({ manifest, files: new Map([...(await Promise.all(kept)), ["manifest.json", text]]) });
      return true;
    },
    all: async (programme) =>
      published.map(({ manifest }) => manifest).filter((one) => one.programme === programme),
    read: async (programme, report, revision, file) => find(programme, report, revision)?.files.get(file),
    open: async (programme, report, revision, file) => {
      const bytes = find(programme, report, revision)?.files.get(file);
      return bytes && inPieces(bytes);
    },
  };
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const pieceBytes = 1000;
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}

async function wholeOf(file: DraftFile): Promise<Uint8Array> {
  const parts = await Array.fromAsync(file.read());
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
