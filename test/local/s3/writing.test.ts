import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { Agent } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { codeOf, rawRequest, s3ForTest } from "./s3-client.ts";

const Bucket = "reports";

/** The CRC-32 of "123456789" is CBF43926 (the check value of CRC-32/ISO-HDLC in the RevEng catalogue). */
const digits = "123456789";
const crcOfDigits = Buffer.from("cbf43926", "hex").toString("base64");
/** SHA-256 and SHA-1 of "abc": FIPS 180-2, appendices A.1 and B.1. MD5 of "abc": RFC 1321, A.5. */
const sha256OfAbc = Buffer.from(
  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  "hex",
).toString("base64");
const sha1OfAbc = Buffer.from("a9993e364706816aba3e25717850c26c9cd0d89d", "hex").toString("base64");
const md5OfAbc = Buffer.from("900150983cd24fb0d6963f7d28e17f72", "hex");

async function bodyOf(s3: S3Client, Key: string): Promise<string | undefined> {
  return (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
}

async function expectNothingKept(s3: S3Client, folder: string): Promise<void> {
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: "k" }))).rejects.toMatchObject({
    name: "NoSuchKey",
  });
  expect(await readdir(join(folder, Bucket)).catch(() => [])).toEqual([]);
}

describe("conditional writes", () => {
  test("of twenty that each want to be the first, through two servers, exactly one is", async () => {
    const one = await s3ForTest();
    const other = await s3ForTest(one.folder);
    const writes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        (at % 2 === 0 ? one : other).s3.send(
          new PutObjectCommand({ Bucket, Key: "manifest", Body: `writer ${at}`, IfNoneMatch: "*" }),
        ),
      ),
    );
    const winners = writes.flatMap((write, at) => (write.status === "fulfilled" ? [at] : []));
    expect(winners).toHaveLength(1);
    for (const write of writes)
      if (write.status === "rejected")
        expect(write.reason).toMatchObject({
          name: "PreconditionFailed",
          $metadata: { httpStatusCode: 412 },
        });
    expect(await bodyOf(one.s3, "manifest")).toBe(`writer ${winners[0]}`);
    expect(await readdir(join(one.folder, Bucket))).toHaveLength(1);
  });

  test("If-Match replaces what was read, and nothing else", async () => {
    const { s3 } = await s3ForTest();
    const { ETag: first } = await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "one" }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "two", IfMatch: first! }));
    const stale = new PutObjectCommand({ Bucket, Key: "k", Body: "three", IfMatch: first! });
    await expect(s3.send(stale)).rejects.toMatchObject({ name: "PreconditionFailed" });
    expect(await bodyOf(s3, "k")).toBe("two");
  });

  test("If-Match on a key that has no object is not found", async () => {
    const { s3, folder } = await s3ForTest();
    const put = new PutObjectCommand({ Bucket, Key: "k", Body: "x", IfMatch: '"abc"' });
    await expect(s3.send(put)).rejects.toMatchObject({
      name: "NoSuchKey",
      $metadata: { httpStatusCode: 404 },
    });
    await expectNothingKept(s3, folder);
  });

  test("a hundred that count up by If-Match, retried, lose none", async () => {
    const { s3, folder } = await s3ForTest();
    const other = await s3ForTest(folder);
    await s3.send(new PutObjectCommand({ Bucket, Key: "count", Body: "0" }));
    const increment = async (client: S3Client): Promise<void> => {
      const got = await client.send(new GetObjectCommand({ Bucket, Key: "count" }));
      const next = String(Number(await got.Body?.transformToString()) + 1);
      const put = new PutObjectCommand({ Bucket, Key: "count", Body: next, IfMatch: got.ETag! });
      return client.send(put).then(
        () => undefined,
        (error: Error) => (error.name === "PreconditionFailed" ? increment(client) : Promise.reject(error)),
      );
    };
    const worker = async (client: S3Client) => {
      for (let done = 0; done < 25; done++) await increment(client);
    };
    await Promise.all([worker(s3), worker(s3), worker(other.s3), worker(other.s3)]);
    expect(await bodyOf(s3, "count")).toBe("100");
  });

  test("If-Match on a read answers only for that object", async () => {
    const { s3 } = await s3ForTest();
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x" }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: "k", IfMatch: ETag! }));
    expect(await got.Body?.transformToString()).toBe("x");
    await expect(
      s3.send(new GetObjectCommand({ Bucket, Key: "k", IfMatch: '"other"' })),
    ).rejects.toMatchObject({
      $metadata: { httpStatusCode: 412 },
    });
  });
});

describe("checksums", () => {
  test("the SDK's own CRC-32 is kept and comes back", async () => {
    const { s3 } = await s3ForTest();
    const put = await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: digits }));
    expect(put.ChecksumCRC32).toBe(crcOfDigits);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: "k" }));
    expect(got.ChecksumCRC32).toBe(crcOfDigits);
    expect(await got.Body?.transformToString()).toBe(digits);
  });

  test("SHA-256, SHA-1 and MD5 that are right are taken", async () => {
    const { s3 } = await s3ForTest();
    for (const checksum of [
      { ChecksumSHA256: sha256OfAbc },
      { ChecksumSHA1: sha1OfAbc },
      { ContentMD5: md5OfAbc.toString("base64") },
    ])
      await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "abc", ...checksum }));
    expect(await bodyOf(s3, "k")).toBe("abc");
  });

  test.each([
    { "x-amz-checksum-crc32": crcOfDigits },
    { "x-amz-checksum-sha256": sha256OfAbc },
    { "x-amz-checksum-sha1": sha1OfAbc },
    { "content-md5": md5OfAbc.toString("base64") },
  ])("a body that does not have the stated %o is refused and not kept", async (headers) => {
    const { s3, folder, endpoint } = await s3ForTest();
    const answer = await rawRequest(endpoint, "PUT", "/reports/k", headers, "another body");
    expect([answer.status, codeOf(answer)]).toEqual([400, "BadDigest"]);
    await expectNothingKept(s3, folder);
  });

  test("a wrong SHA-256 of the signature is refused", async () => {
    const { s3, folder, endpoint } = await s3ForTest();
    const headers = { "x-amz-content-sha256": "0".repeat(64) };
    const answer = await rawRequest(endpoint, "PUT", "/reports/k", headers, "body");
    expect(codeOf(answer)).toBe("XAmzContentSHA256Mismatch");
    await expectNothingKept(s3, folder);
  });

  test("what cannot be a checksum is refused as such", async () => {
    const { endpoint } = await s3ForTest();
    const put = (headers: Record<string, string>) =>
      rawRequest(endpoint, "PUT", "/reports/k", headers, "abc");
    expect(codeOf(await put({ "content-md5": "abc" }))).toBe("InvalidDigest");
    expect(codeOf(await put({ "x-amz-checksum-crc32": "not base64" }))).toBe("InvalidRequest");
    expect(codeOf(await put({ "x-amz-checksum-sha256": crcOfDigits }))).toBe("InvalidRequest");
  });

  test("a checksum that is not provided is not accepted unchecked", async () => {
    const { s3 } = await s3ForTest();
    const put = new PutObjectCommand({ Bucket, Key: "k", Body: "abc", ChecksumAlgorithm: "CRC32C" });
    await expect(s3.send(put)).rejects.toMatchObject({
      name: "NotImplemented",
      message: "The local S3 does not provide the header x-amz-checksum-crc32c of PutObject.",
    });
  });
});

describe("streams", () => {
  test("a stream of known length is kept without its framing", async () => {
    const { s3 } = await s3ForTest();
    const pieces = Array.from({ length: 300 }, (_, at) => Buffer.alloc(1 + ((at * 37) % 5000), at % 256));
    const whole = Buffer.concat(pieces);
    const put = await s3.send(
      new PutObjectCommand({ Bucket, Key: "k", Body: Readable.from(pieces), ContentLength: whole.length }),
    );
    expect(put.ETag).toBe(`"${createHash("md5").update(whole).digest("hex")}"`);
    expect(put.ChecksumCRC32).toMatch(/^[\w+/]{6}==$/);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: "k" }));
    expect(Buffer.compare(Buffer.from(await got.Body!.transformToByteArray()), whole)).toBe(0);
    expect(got.ContentEncoding).toBeUndefined();
  });

  test("a file is sent as a stream", async () => {
    const { s3 } = await s3ForTest();
    const file = join(await temporaryFolder(), "report.csv");
    await writeFile(file, "受付番号,日付\r\n".repeat(10_000));
    const put = new PutObjectCommand({
      Bucket,
      Key: "k",
      Body: createReadStream(file),
      ContentEncoding: "identity",
    });
    await s3.send(put);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: "k" }));
    expect(await got.Body?.transformToString()).toBe("受付番号,日付\r\n".repeat(10_000));
    expect(got.ContentEncoding).toBe("identity");
  });

  const framed = {
    "content-encoding": "aws-chunked",
    "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "x-amz-decoded-content-length": "9",
    "x-amz-trailer": "x-amz-checksum-crc32",
  };
  const chunks = "4\r\n1234\r\n5\r\n56789\r\n0\r\n";
  const trailer = `x-amz-checksum-crc32:${crcOfDigits}\r\n`;

  test("a body framed by hand, chunk signatures included, is understood", async () => {
    const { s3, endpoint } = await s3ForTest();
    const signed = chunks.replaceAll(/^(\d)\r\n/gm, `$1;chunk-signature=${"a".repeat(64)}\r\n`);
    expect(signed).not.toBe(chunks);
    for (const body of [
      `${chunks}${trailer}\r\n`,
      `${chunks}${trailer}\r\n\r\n`,
      `${signed}${trailer}\r\n`,
    ]) {
      const answer = await rawRequest(endpoint, "PUT", "/reports/k", framed, body);
      expect(answer.status).toBe(200);
      expect(await bodyOf(s3, "k")).toBe(digits);
    }
  });

  test("a framed body that arrives byte by byte is understood", async () => {
    const { s3, endpoint } = await s3ForTest();
    const body = `${chunks}${trailer}\r\n`;
    const socket = connect(Number(new URL(endpoint).port), "127.0.0.1");
    socket.setNoDelay(true);
    const head = Object.entries({
      ...framed,
      host: "x",
      "content-length": String(body.length),
      connection: "close",
    });
    socket.write(
      `PUT /reports/k HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
    );
    for (const byte of body) {
      socket.write(byte);
      await new Promise(setImmediate);
    }
    const answer = Buffer.concat(await socket.toArray()).toString();
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(await bodyOf(s3, "k")).toBe(digits);
  });

  test.each([
    ["a wrong checksum behind it", `${chunks}x-amz-checksum-crc32:AAAAAA==\r\n\r\n`, "BadDigest"],
    ["no checksum behind it", `${chunks}\r\n`, "MalformedTrailerError"],
    ["a trailer without a name", `${chunks}nothing\r\n\r\n`, "MalformedTrailerError"],
    ["fewer bytes than stated", `4\r\n1234\r\n0\r\n${trailer}\r\n`, "IncompleteBody"],
    ["a last chunk that is missing", "4\r\n1234\r\n5\r\n56789\r\n", "IncompleteBody"],
    ["a chunk that is cut off", "4\r\n1234\r\n5\r\n56", "IncompleteBody"],
    [
      "a chunk that is longer than it says",
      `3\r\n1234\r\n5\r\n56789\r\n0\r\n${trailer}\r\n`,
      "IncompleteBody",
    ],
    ["no framing at all", digits, "IncompleteBody"],
    ["a line without end", "1".repeat(20_000), "IncompleteBody"],
  ])("a framed body with %s is refused and not kept", async (_, body, code) => {
    const { s3, folder, endpoint } = await s3ForTest();
    const answer = await rawRequest(endpoint, "PUT", "/reports/k", framed, body);
    expect([answer.status, codeOf(answer)]).toEqual([400, code]);
    await expectNothingKept(s3, folder);
  });

  test("a body whose length is not stated is refused", async () => {
    const { endpoint } = await s3ForTest();
    const chunked = { "transfer-encoding": "chunked" };
    expect(codeOf(await rawRequest(endpoint, "PUT", "/reports/k", chunked, "abc"))).toBe(
      "MissingContentLength",
    );
    const { "x-amz-decoded-content-length": _, ...undeclared } = framed;
    const answer = await rawRequest(endpoint, "PUT", "/reports/k", undeclared, `${chunks}${trailer}\r\n`);
    expect(codeOf(answer)).toBe("MissingContentLength");
    const wrong = { ...framed, "x-amz-decoded-content-length": "nine" };
    expect(codeOf(await rawRequest(endpoint, "PUT", "/reports/k", wrong, chunks))).toBe("InvalidArgument");
    const huge = { ...framed, "x-amz-decoded-content-length": String(5 * 1024 ** 3 + 1) };
    expect(codeOf(await rawRequest(endpoint, "PUT", "/reports/k", huge, chunks))).toBe("EntityTooLarge");
  });

  test("a sender that goes away half-way leaves nothing", async () => {
    const { s3, folder, endpoint, server } = await s3ForTest();
    const socket = connect(Number(new URL(endpoint).port), "127.0.0.1");
    socket.write("PUT /reports/k HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\nhalf");
    const patient = { timeout: 10_000 };
    await expect.poll(() => readdir(join(folder, Bucket)).catch(() => []), patient).toHaveLength(1);
    socket.destroy();
    await expect.poll(() => readdir(join(folder, Bucket)), patient).toEqual([]);
    await expectNothingKept(s3, folder);
    await server.stop();
  });

  test("after a refused body the same client goes on", async () => {
    const { s3 } = await s3ForTest();
    const body = Buffer.alloc(3_000_000, "x");
    const refused = new PutObjectCommand({ Bucket: "missing", Key: "k", Body: body });
    for (let round = 0; round < 5; round++) {
      await expect(s3.send(refused)).rejects.toMatchObject({ name: "NoSuchBucket" });
      await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: body }));
    }
    expect(await bodyOf(s3, "k")).toHaveLength(3_000_000);
  });

  test.each([
    ["wrongly framed", framed, "zz\r\n"],
    ["of a length that is not stated", { "transfer-encoding": "chunked" }, ""],
  ])(
    "a large body that is refused because it is %s does not block the connection",
    async (_, headers, start) => {
      const { endpoint } = await s3ForTest();
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const large = Buffer.concat([Buffer.from(start), Buffer.alloc(3_000_000, "x")]);
      for (let round = 0; round < 3; round++) {
        const refused = await rawRequest(endpoint, "PUT", "/reports/k", headers, large, agent);
        expect(refused.status).toBeGreaterThanOrEqual(400);
        expect((await rawRequest(endpoint, "PUT", "/reports/k", {}, large, agent)).status).toBe(200);
      }
      agent.destroy();
    },
  );
});
