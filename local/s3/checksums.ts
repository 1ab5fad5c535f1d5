import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { crc32 } from "node:zlib";
import { notImplemented, S3Error, type S3ErrorCode } from "./s3-error.ts";

/** A checksum that came with a body and that the body must have. */
export interface StatedChecksum {
  /** The header or trailer that states it, in lower case. */
  readonly name: string;
  readonly algorithm: Algorithm;
  readonly encoding: "base64" | "hex";
  /** Undefined: it is stated in a trailer, behind the body. */
  readonly value: string | undefined;
  readonly ifWrong: S3ErrorCode;
}

type Algorithm = "md5" | "crc32" | "sha1" | "sha256";

const checksumHeaders: ReadonlyMap<string, Algorithm> = new Map([
  ["x-amz-checksum-crc32", "crc32"],
  ["x-amz-checksum-sha1", "sha1"],
  ["x-amz-checksum-sha256", "sha256"],
]);

/** Whether a header states a checksum of an object's bytes, which S3 keeps with the object. */
export function isObjectChecksum(header: string): boolean {
  return checksumHeaders.has(header);
}

/**
 * The checksums that the headers of a body state or announce.
 *
 * Throws S3Error for a checksum that cannot be one, and for an announced trailer that is not known here.
 */
export function statedChecksums(headers: IncomingHttpHeaders): StatedChecksum[] {
  const stated: StatedChecksum[] = [];
  const md5 = headers["content-md5"];
  if (md5 !== undefined) {
    const value = String(md5);
    if (!isBase64Of(value, 16))
      throw new S3Error("InvalidDigest", "The Content-MD5 you specified is not valid.");
    stated.push({ name: "content-md5", algorithm: "md5", encoding: "base64", value, ifWrong: "BadDigest" });
  }
  for (const [name, algorithm] of checksumHeaders) {
    const value = headers[name];
    if (value !== undefined) stated.push(objectChecksum(name, algorithm, String(value)));
  }
  for (const name of announcedTrailers(headers)) {
    const algorithm = checksumHeaders.get(name);
    if (algorithm === undefined) throw notImplemented(`the trailer ${name}`);
    stated.push({ name, algorithm, encoding: "base64", value: undefined, ifWrong: "BadDigest" });
  }
  const sha256 = String(headers["x-amz-content-sha256"] ?? "");
  if (/^[0-9a-f]{64}$/.test(sha256))
    stated.push({
      name: "x-amz-content-sha256",
      algorithm: "sha256",
      encoding: "hex",
      value: sha256,
      ifWrong: "XAmzContentSHA256Mismatch",
    });
  return stated;
}

function announcedTrailers(headers: IncomingHttpHeaders): string[] {
  return String(headers["x-amz-trailer"] ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
}

const lengthsInBytes: Readonly<Record<Algorithm, number>> = { md5: 16, crc32: 4, sha1: 20, sha256: 32 };

function objectChecksum(name: string, algorithm: Algorithm, value: string): StatedChecksum {
  if (!isBase64Of(value, lengthsInBytes[algorithm]))
    throw new S3Error("InvalidRequest", `Value for ${name} header is invalid.`);
  return { name, algorithm, encoding: "base64", value, ifWrong: "BadDigest" };
}

function isBase64Of(value: string, lengthBytes: number): boolean {
  const bytes = Buffer.from(value, "base64");
  return bytes.length === lengthBytes && bytes.toString("base64") === value;
}

/** What is computed while a body passes by. */
export interface BodyDigest {
  update(bytes: Buffer): void;
  /** Ends the computation. */
  finish(): Digests;
}

export type Digests = Readonly<Partial<Record<Algorithm, Buffer>>> & { readonly md5: Buffer };

/** Computes MD5, which is the ETag, and whatever else `stated` needs. */
export function bodyDigest(stated: readonly StatedChecksum[]): BodyDigest {
  const needed = new Set(stated.map((checksum) => checksum.algorithm));
  const md5 = createHash("md5");
  const hashes = (["sha1", "sha256"] as const)
    .filter((algorithm) => needed.has(algorithm))
    .map((algorithm) => ({ algorithm, hash: createHash(algorithm) }));
  let runningCrc = 0;
  return {
    update(bytes) {
      md5.update(bytes);
      if (needed.has("crc32")) runningCrc = crc32(bytes, runningCrc);
      for (const { hash } of hashes) hash.update(bytes);
    },
    finish() {
      const crcBytes = Buffer.alloc(4);
      crcBytes.writeUInt32BE(runningCrc);
      const others = Object.fromEntries(hashes.map(({ algorithm, hash }) => [algorithm, hash.digest()]));
      return { ...others, crc32: crcBytes, md5: md5.digest() };
    },
  };
}

/**
 * Checks a body against what was stated of it and answers the checksums to keep with the object, by header.
 *
 * Throws S3Error where one is wrong, or was announced as a trailer and did not come.
 */
export function verifyChecksums(
  stated: readonly StatedChecksum[],
  digests: Digests,
  trailers: ReadonlyMap<string, string>,
): Record<string, string> {
  const toKeep: Record<string, string> = {};
  for (const checksum of stated) {
    const value = checksum.value ?? trailers.get(checksum.name);
    if (value === undefined)
      throw new S3Error(
        "MalformedTrailerError",
        `The trailer ${checksum.name} was announced and did not come.`,
      );
    if (digests[checksum.algorithm]?.toString(checksum.encoding) !== value)
      throw new S3Error(
        checksum.ifWrong,
        `The ${checksum.name} you specified did not match what we received.`,
      );
    if (isObjectChecksum(checksum.name)) toKeep[checksum.name] = value;
  }
  return toKeep;
}
