import type { Piece } from "../../../contract/pieces.ts";
import type { Answered } from "./client.ts";

/** What is to arrive: under which name it is saved, how long it is, and its SHA-256 in hexadecimal. */
export interface Expected {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that has arrived and is what the service said it is. */
export interface Arrived {
  readonly name: string;
  readonly bytes: Blob;
  readonly sha256: string;
}

/** Asks for the piece that begins at a place. */
export type AskPiece<One extends Piece = Piece> = (from: string) => Promise<Answered<One>>;

/** Fetches pieces until the last, in order (decision 0023). `arrived` hears up to which byte they have come. */
export async function fetchPieces<One extends Piece>(
  askPiece: AskPiece<One>,
  arrived: (bytes: number | undefined) => void = () => undefined,
): Promise<Answered<readonly One[]>> {
  const pieces: One[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const piece: Answered<One> = await askPiece(String(from));
    if (!piece.ok) return piece;
    pieces.push(piece.value);
    from = piece.value.next;
    arrived(from);
  }
  return { ok: true, value: pieces };
}

/**
 * Fetches a file piece by piece. Only one whose SHA-256 is what the service said is given on. `progress` hears how much has
 * arrived, 0 to 1.
 */
export async function fetchFile(
  { name, bytes, sha256 }: Expected,
  askPiece: AskPiece,
  progress: (share: number) => void,
): Promise<Answered<Arrived>> {
  const fetched = await fetchPieces(askPiece, (at = bytes) => progress(at / Math.max(1, bytes)));
  if (!fetched.ok) return fetched;
  const arrived = blobOf(fetched.value);
  if ((await sha256Of(arrived)) === sha256) return { ok: true, value: { name, bytes: arrived, sha256 } };
  const problem =
    "届いたファイルが元のファイルと一致しないため、保存しませんでした。もう一度ダウンロードしてください。";
  return { ok: false, failure: { kind: "fault", problem } };
}

/** The bytes of pieces, one after the other. */
export function blobOf(pieces: readonly Piece[], type = ""): Blob {
  return new Blob(
    pieces.map(({ bytes }) => bytesOf(bytes)),
    { type },
  );
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
