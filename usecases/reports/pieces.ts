/** A part of something that is handed out, and where the next one begins; absent on the last. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly next?: number;
}

/**
 * So many bytes a piece: a Lambda function answers with 6 MB at most (AWS, "Lambda quotas"), and text that stands for bytes is a
 * third longer.
 */
export const pieceBytes = 3 * 1024 * 1024;

/** The piece from a place on of what `read` gives from its beginning, `total` bytes long. Reads no further than it must. */
export async function pieceOf(
  read: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  total: number,
  from: number,
): Promise<Piece> {
  const end = Math.min(from + pieceBytes, total);
  const bytes = new Uint8Array(Math.max(0, end - from));
  let at = 0;
  for await (const part of read) {
    const begin = Math.max(from, at);
    const until = Math.min(end, at + part.length);
    if (begin < until) bytes.set(part.subarray(begin - at, until - at), begin - from);
    at += part.length;
    if (at >= end) break;
  }
  return { bytes, ...(end < total && { next: end }) };
}
