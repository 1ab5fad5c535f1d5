import type { Piece as ShownPiece } from "../../contract/pieces.ts";
import type { Piece } from "../../usecases/reports/pieces.ts";

/** A piece as the contract answers it. */
export function shownPiece({ bytes, next }: Piece): ShownPiece {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  return { bytes: base64, ...(next !== undefined && { next }) };
}
