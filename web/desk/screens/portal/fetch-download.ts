import type { CsvEncoding } from "../../../../contract/portal.ts";
import type { PathOf } from "../../../../contract/routes.ts";
import type { Answered, Ask } from "../../api/client.ts";

/** A file that has arrived and is what the service said it is. */
export interface Arrived {
  readonly name: string;
  readonly bytes: Blob;
  readonly sha256: string;
}

/**
 * Takes a file of a report: the service writes that down, then hands the file out piece by piece. Only a file whose SHA-256 is
 * what the service said is given on. `progress` hears how much has arrived, 0 to 1.
 */
export async function fetchDownload(
  ask: Ask,
  revision: PathOf<"takeReport">,
  wanted: { readonly file: string; readonly encoding: CsvEncoding },
  progress: (share: number) => void,
): Promise<Answered<Arrived>> {
  const begun = await ask("takeReport", revision, wanted);
  if (!begun.ok) return begun;
  const { name, bytes, sha256 } = begun.value;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const piece: Answered<{ bytes: string; next?: number | undefined }> = await ask(
      "readReportPiece",
      revision,
      {
        ...wanted,
        from: String(from),
      },
    );
    if (!piece.ok) return piece;
    pieces.push(bytesOf(piece.value.bytes));
    from = piece.value.next;
    progress((from ?? bytes) / Math.max(1, bytes));
  }
  const arrived = new Blob(pieces);
  if ((await sha256Of(arrived)) === sha256) return { ok: true, value: { name, bytes: arrived, sha256 } };
  const problem =
    "届いたファイルが元のファイルと一致しないため、保存しませんでした。もう一度ダウンロードしてください。";
  return { ok: false, failure: { kind: "fault", problem } };
}

/** Puts a file into the folder of downloads, as a link does. */
export function saveFile({ name, bytes }: Arrived): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

async function sha256Of(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
