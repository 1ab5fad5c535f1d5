import { S3Error } from "./s3-error.ts";

/**
 * Takes the framing off a body in `Content-Encoding: aws-chunked` and puts what follows the last chunk into `trailers`,
 * names in lower case.
 *
 *     5;chunk-signature=…\r\n hello \r\n 0\r\n x-amz-checksum-crc32:+esgrQ==\r\n \r\n
 *
 * docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html. Chunk signatures are not checked.
 * Throws S3Error where the framing is broken or the body ends before its last chunk.
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  try {
    yield* chunksOf(reader);
    await readTrailers(reader, trailers);
  } finally {
    await reader.release();
  }
}

async function* chunksOf(reader: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const header = await reader.line();
    const size = /^([0-9a-fA-F]{1,8})(?:;.*)?$/.exec(header ?? "")?.[1];
    if (size === undefined) throw brokenFraming();
    const sizeBytes = Number.parseInt(size, 16);
    if (sizeBytes === 0) return;
    yield* reader.take(sizeBytes);
    if ((await reader.line()) !== "") throw brokenFraming();
  }
}

async function readTrailers(reader: ByteReader, trailers: Map<string, string>): Promise<void> {
  for (let line = await reader.line(); line !== undefined && line !== ""; line = await reader.line()) {
    const colon = line.indexOf(":");
    if (colon < 1) throw new S3Error("MalformedTrailerError", `The trailer "${line}" has no name.`);
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

/** No chunk header or trailer is longer than this. */
const longestLineBytes = 8192;

class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #pending: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its CRLF; undefined at the end of the body. */
  async line(): Promise<string | undefined> {
    let end = this.#pending.indexOf("\r\n");
    while (end < 0) {
      if (this.#pending.length > longestLineBytes) throw brokenFraming();
      const more = await this.#more();
      if (more === undefined) {
        if (this.#pending.length > 0) throw brokenFraming();
        return undefined;
      }
      this.#pending = Buffer.concat([this.#pending, more]);
      end = this.#pending.indexOf("\r\n");
    }
    const line = this.#pending.toString("latin1", 0, end);
    this.#pending = this.#pending.subarray(end + 2);
    return line;
  }

  /** Exactly `count` bytes, in pieces. */
  async *take(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      const available = this.#pending.length > 0 ? this.#pending : await this.#more();
      if (available === undefined) throw brokenFraming();
      const piece = available.subarray(0, left);
      this.#pending = available.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** Lets go of the body, whatever is left of it. */
  async release(): Promise<void> {
    await this.#source.return?.(undefined);
  }

  async #more(): Promise<Buffer | undefined> {
    const next = await this.#source.next();
    return next.done === true ? undefined : next.value;
  }
}

function brokenFraming(): S3Error {
  return new S3Error("IncompleteBody", "The aws-chunked framing of the body is broken or incomplete.");
}
