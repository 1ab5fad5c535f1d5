import { notImplemented, S3Error } from "./s3-error.ts";

/** A part of an object, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part that a Range header asks for (RFC 9110, section 14.1.2): `bytes=0-99`, `bytes=100-`, or `bytes=-100` for the
 * last 100.
 *
 * Throws S3Error where nothing of it exists, and for several ranges at once.
 */
export function readRange(header: string, sizeBytes: number): ByteRange {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (from === undefined || to === undefined || (from === "" && to === ""))
    throw notImplemented(`the range "${header}"`);
  const first = from === "" ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const last = from === "" || to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (first > last) throw new S3Error("InvalidRange", "The requested range is not satisfiable");
  return { first, last };
}
