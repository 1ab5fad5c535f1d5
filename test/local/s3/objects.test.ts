import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { describe, expect, test } from "vitest";
import { codeOf, rawRequest, s3ForTest } from "./s3-client.ts";

const Bucket = "reports";

/** The MD5 of "abc" and of nothing, RFC 1321, appendix A.5. */
const md5OfAbc = "900150983cd24fb0d6963f7d28e17f72";
const md5OfNothing = "d41d8cd98f00b204e9800998ecf8427e";

describe("buckets", () => {
  test("a bucket is made once", async () => {
    const { s3 } = await s3ForTest();
    await expect(s3.send(new HeadBucketCommand({ Bucket: "second" }))).rejects.toMatchObject({
      name: "NotFound",
    });
    expect(await s3.send(new CreateBucketCommand({ Bucket: "second" }))).toMatchObject({
      Location: "/second",
    });
    expect(await s3.send(new HeadBucketCommand({ Bucket: "second" }))).toMatchObject({
      BucketRegion: "ap-northeast-1",
    });
    await expect(s3.send(new CreateBucketCommand({ Bucket: "second" }))).rejects.toMatchObject({
      name: "BucketAlreadyOwnedByYou",
      $metadata: { httpStatusCode: 409 },
    });
  });

  test("a bucket elsewhere than in Tokyo, or with more in its configuration, is refused", async () => {
    const { s3, endpoint } = await s3ForTest();
    const abroad = new CreateBucketCommand({
      Bucket: "abroad",
      CreateBucketConfiguration: { LocationConstraint: "us-west-2" },
    });
    await expect(s3.send(abroad)).rejects.toMatchObject({ name: "IllegalLocationConstraintException" });
    expect(codeOf(await rawRequest(endpoint, "PUT", "/nowhere"))).toBe("IllegalLocationConstraintException");
    const directory = new CreateBucketCommand({
      Bucket: "directory",
      CreateBucketConfiguration: { Bucket: { Type: "Directory", DataRedundancy: "SingleAvailabilityZone" } },
    });
    await expect(s3.send(directory)).rejects.toMatchObject({ name: "MalformedXML" });
  });

  test.each(["ab", "Reports", "a..b", "..", ".index.sqlite", "a_b", "-ab", "x".repeat(64)])(
    "%s is no name for a bucket",
    async (name) => {
      const { endpoint } = await s3ForTest();
      const answer = await rawRequest(endpoint, "PUT", `/${name}`);
      expect([answer.status, codeOf(answer)]).toEqual([400, "InvalidBucketName"]);
    },
  );

  test("nothing is read, written, listed or removed in a bucket that is not there", async () => {
    const { s3 } = await s3ForTest();
    const place = { Bucket: "missing", Key: "k" };
    for (const command of [
      new PutObjectCommand({ ...place, Body: "x" }),
      new GetObjectCommand(place),
      new DeleteObjectCommand(place),
    ])
      await expect(s3.send(command as GetObjectCommand)).rejects.toMatchObject({
        name: "NoSuchBucket",
        $metadata: { httpStatusCode: 404 },
      });
  });
});

describe("an object", () => {
  test("comes back with its bytes, type, metadata and ETag", async () => {
    const { s3 } = await s3ForTest();
    const before = Date.UTC(2024, 0, 1);
    const put = await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: "abc.csv",
        Body: "abc",
        ContentType: "text/csv; charset=utf-8",
        ContentDisposition: "attachment",
        CacheControl: "no-store",
        Metadata: { revision: "1", "cut-off": "2024-08-01" },
      }),
    );
    expect(put.ETag).toBe(`"${md5OfAbc}"`);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: "abc.csv" }));
    expect(await got.Body?.transformToString()).toBe("abc");
    const expected = {
      ETag: `"${md5OfAbc}"`,
      ContentLength: 3,
      ContentType: "text/csv; charset=utf-8",
      ContentDisposition: "attachment",
      CacheControl: "no-store",
      AcceptRanges: "bytes",
      Metadata: { revision: "1", "cut-off": "2024-08-01" },
    };
    expect(got).toMatchObject(expected);
    expect(got.LastModified?.getTime()).toBeGreaterThan(before);
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: "abc.csv" }))).toMatchObject(expected);
  });

  test("may be empty, and may be of any bytes", async () => {
    const { s3 } = await s3ForTest();
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const empty = await s3.send(new PutObjectCommand({ Bucket, Key: "empty", Body: "" }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "every", Body: every }));
    expect(empty.ETag).toBe(`"${md5OfNothing}"`);
    const read = async (Key: string) =>
      (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray();
    expect(await read("empty")).toEqual(new Uint8Array(0));
    expect(await read("every")).toEqual(every);
  });

  test("of five megabytes survives, and a restart of the server too", async () => {
    const first = await s3ForTest();
    const body = Buffer.alloc(5 * 1024 * 1024, "埼玉県コバトンALKOOマイレージ");
    await first.s3.send(new PutObjectCommand({ Bucket, Key: "large", Body: body }));
    await first.server.stop();
    const second = await s3ForTest(first.folder);
    const got = await second.s3.send(new GetObjectCommand({ Bucket, Key: "large" }));
    expect(Buffer.compare(Buffer.from(await got.Body!.transformToByteArray()), body)).toBe(0);
  });

  test("is replaced whole, and the bytes of the old one are gone from the folder", async () => {
    const { s3, folder } = await s3ForTest();
    await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "old", Metadata: { old: "yes" } }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "newer" }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: "k" }));
    expect(await got.Body?.transformToString()).toBe("newer");
    expect(got.Metadata).toEqual({});
    const files = await readdir(join(folder, Bucket));
    expect(files).toHaveLength(1);
    expect(await readFile(join(folder, Bucket, files[0]!), "utf8")).toBe("newer");
  });

  test("that is deleted is gone, and deleting nothing is no error", async () => {
    const { s3, folder } = await s3ForTest();
    await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x" }));
    for (const _ of ["first", "again"])
      expect(await s3.send(new DeleteObjectCommand({ Bucket, Key: "k" }))).toMatchObject({
        $metadata: { httpStatusCode: 204 },
      });
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: "k" }))).rejects.toMatchObject({
      name: "NoSuchKey",
      $metadata: { httpStatusCode: 404 },
    });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: "k" }))).rejects.toMatchObject({
      name: "NotFound",
    });
    expect(await readdir(join(folder, Bucket))).toEqual([]);
  });

  test("is read whole, old or new, while it is being replaced", async () => {
    const { s3, folder } = await s3ForTest();
    const other = await s3ForTest(folder);
    const bodyOf = (letter: string) => letter.repeat(200_000);
    await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: bodyOf("a") }));
    const writing = (async () => {
      for (const letter of "bcdefghijklmnopqrst")
        await other.s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: bodyOf(letter) }));
    })();
    let reads = 0;
    let isWriting = true;
    void writing.finally(() => {
      isWriting = false;
    });
    while (isWriting) {
      const got = await s3.send(new GetObjectCommand({ Bucket, Key: "k" }));
      const text = await got.Body!.transformToString();
      expect(text).toBe(bodyOf(text[0]!));
      reads++;
    }
    await writing;
    expect(reads).toBeGreaterThan(0);
  });

  test("whose file was taken away by hand is said to be missing", async () => {
    const { s3, folder } = await s3ForTest();
    await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x" }));
    const { rm } = await import("node:fs/promises");
    await rm(join(folder, Bucket), { recursive: true });
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: "k" }))).rejects.toMatchObject({
      name: "InternalError",
      message: "The file 1-k is missing from the state folder.",
    });
  });

  test("takes two kilobytes of metadata and no more", async () => {
    const { s3 } = await s3ForTest();
    const put = (Metadata: Record<string, string>) =>
      s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x", Metadata }));
    await put({ note: "x".repeat(2044) });
    await expect(put({ note: "x".repeat(2045) })).rejects.toMatchObject({ name: "MetadataTooLarge" });
  });
});

describe("a range", () => {
  test.each([
    { Range: "bytes=0-3", body: "0123", ContentRange: "bytes 0-3/10" },
    { Range: "bytes=7-", body: "789", ContentRange: "bytes 7-9/10" },
    { Range: "bytes=-2", body: "89", ContentRange: "bytes 8-9/10" },
    { Range: "bytes=-20", body: "0123456789", ContentRange: "bytes 0-9/10" },
    { Range: "bytes=4-99", body: "456789", ContentRange: "bytes 4-9/10" },
    { Range: "bytes=5-5", body: "5", ContentRange: "bytes 5-5/10" },
  ])("$Range of ten bytes is $body", async ({ Range, body, ContentRange }) => {
    const { s3 } = await s3ForTest();
    await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "0123456789" }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: "k", Range }));
    expect(await got.Body?.transformToString()).toBe(body);
    expect(got).toMatchObject({
      ContentRange,
      ContentLength: body.length,
      $metadata: { httpStatusCode: 206 },
    });
    expect(got.ChecksumCRC32).toBeUndefined();
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: "k", Range }));
    expect(head).toMatchObject({ ContentLength: body.length, $metadata: { httpStatusCode: 206 } });
  });

  test("that lies behind the end is refused", async () => {
    const { s3 } = await s3ForTest();
    await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "0123456789" }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "empty", Body: "" }));
    for (const place of [
      { Key: "k", Range: "bytes=10-" },
      { Key: "k", Range: "bytes=-0" },
      { Key: "empty", Range: "bytes=0-0" },
    ])
      await expect(s3.send(new GetObjectCommand({ Bucket, ...place }))).rejects.toMatchObject({
        name: "InvalidRange",
        $metadata: { httpStatusCode: 416 },
      });
  });

  test("of another form is refused rather than ignored", async () => {
    const { s3 } = await s3ForTest();
    await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "0123456789" }));
    for (const Range of ["bytes=0-1,3-4", "bytes=-", "lines=1-2"])
      await expect(s3.send(new GetObjectCommand({ Bucket, Key: "k", Range }))).rejects.toMatchObject({
        name: "NotImplemented",
      });
  });
});
