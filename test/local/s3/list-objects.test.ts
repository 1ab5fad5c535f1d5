import {
  ListObjectsV2Command,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { describe, expect, test } from "vitest";
import { rawRequest, s3ForTest } from "./s3-client.ts";

const Bucket = "reports";

async function withKeys(...keys: string[]) {
  const started = await s3ForTest();
  await Promise.all(
    keys.map((Key) => started.s3.send(new PutObjectCommand({ Bucket, Key, Body: Key.slice(0, 3) }))),
  );
  return started;
}

async function listed(
  s3: S3Client,
  options: Omit<ConstructorParameters<typeof ListObjectsV2Command>[0], "Bucket">,
) {
  const page = await s3.send(new ListObjectsV2Command({ Bucket, ...options }));
  return {
    keys: (page.Contents ?? []).map((object) => object.Key),
    prefixes: (page.CommonPrefixes ?? []).map((common) => common.Prefix),
    next: page.NextContinuationToken,
    page,
  };
}

describe("a listing", () => {
  test("says of each object its size, ETag and time, and of itself what was asked", async () => {
    const { s3 } = await withKeys("abc", "x/1", "x/2");
    const { page } = await listed(s3, { Prefix: "a", Delimiter: "/", MaxKeys: 7, StartAfter: "a" });
    expect(page).toMatchObject({
      Name: Bucket,
      Prefix: "a",
      Delimiter: "/",
      MaxKeys: 7,
      StartAfter: "a",
      KeyCount: 1,
      IsTruncated: false,
      // The MD5 of "abc": RFC 1321, appendix A.5.
      Contents: [
        { Key: "abc", Size: 3, ETag: '"900150983cd24fb0d6963f7d28e17f72"', StorageClass: "STANDARD" },
      ],
    });
    expect(page.Contents?.[0]?.LastModified?.getTime()).toBeGreaterThan(Date.UTC(2024, 0, 1));
  });

  test("of an empty bucket is empty", async () => {
    const { s3 } = await s3ForTest();
    const { keys, page } = await listed(s3, {});
    expect(keys).toEqual([]);
    expect(page).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  test("is in the order of UTF-8 bytes, which is not that of JavaScript", async () => {
    // UTF-8: EF BD B1 before F0 9F 98 80; UTF-16: FF71 after D83D.
    const { s3 } = await withKeys("😀", "ｱ", "a", "B");
    expect((await listed(s3, {})).keys).toEqual(["B", "a", "ｱ", "😀"]);
  });

  test("with a prefix holds only what begins with it", async () => {
    const { s3 } = await withKeys("a", "a/", "a/1", "a0", "b", "😀1", "😀2", "😁");
    expect((await listed(s3, { Prefix: "a/" })).keys).toEqual(["a/", "a/1"]);
    expect((await listed(s3, { Prefix: "😀" })).keys).toEqual(["😀1", "😀2"]);
    expect((await listed(s3, { Prefix: "c" })).keys).toEqual([]);
    expect((await listed(s3, { Prefix: "a", StartAfter: "a/1" })).keys).toEqual(["a0"]);
  });

  test("with a delimiter names a folder once", async () => {
    const { s3 } = await withKeys("top", "m/07/1", "m/07/2", "m/08/1", "w/1", "月/1");
    expect(await listed(s3, { Delimiter: "/" })).toMatchObject({
      keys: ["top"],
      prefixes: ["m/", "w/", "月/"],
      page: { KeyCount: 4 },
    });
    expect(await listed(s3, { Delimiter: "/", Prefix: "m/" })).toMatchObject({
      keys: [],
      prefixes: ["m/07/", "m/08/"],
    });
    expect((await listed(s3, { Delimiter: "7/", Prefix: "m" })).prefixes).toEqual(["m/07/"]);
  });

  test("page by page gives every key and folder once", async () => {
    const { s3 } = await withKeys("a/1", "a/2", "b", "c/1", "c/2", "d");
    const pages: unknown[] = [];
    let token: string | undefined;
    do {
      const { keys, prefixes, next } = await listed(s3, {
        Delimiter: "/",
        MaxKeys: 1,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      });
      pages.push([...keys, ...prefixes]);
      token = next;
    } while (token !== undefined);
    expect(pages).toEqual([["a/"], ["b"], ["c/"], ["d"]]);
  });

  test("pages through 2,500 keys", async () => {
    const { s3 } = await s3ForTest();
    const keys = Array.from({ length: 2500 }, (_, at) => `contact/${String(at).padStart(4, "0")}`);
    for (let at = 0; at < keys.length; at += 50)
      await Promise.all(
        keys.slice(at, at + 50).map((Key) => s3.send(new PutObjectCommand({ Bucket, Key, Body: "x" }))),
      );
    const sizes: (number | undefined)[] = [];
    const seen: (string | undefined)[] = [];
    for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket })) {
      sizes.push(page.KeyCount);
      seen.push(...(page.Contents ?? []).map((object) => object.Key));
    }
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(seen).toEqual(keys);
  });

  test("never has more than 1,000 keys, and with 0 asked for is empty and complete", async () => {
    const { s3 } = await withKeys("a");
    expect((await listed(s3, { MaxKeys: 5000 })).page.MaxKeys).toBe(1000);
    expect((await listed(s3, { MaxKeys: 0 })).page).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  test("in URL encoding survives what XML does not", async () => {
    const { s3 } = await withKeys("a b/&+日", "\u0001");
    const { page, keys } = await listed(s3, { EncodingType: "url" });
    expect(page.EncodingType).toBe("url");
    expect(keys).toEqual(["%01", "a%20b/%26%2B%E6%97%A5"]);
  });

  test("with a foreign token or a wrong number is refused", async () => {
    const { s3, endpoint } = await s3ForTest();
    await expect(listed(s3, { ContinuationToken: "not ours!" })).rejects.toMatchObject({
      name: "InvalidArgument",
    });
    const answer = await rawRequest(endpoint, "GET", "/reports?list-type=2&max-keys=many");
    expect(answer.status).toBe(400);
  });

  test("reads a plus sign in the query as a space", async () => {
    const { s3, endpoint } = await withKeys("a b", "a+b");
    expect((await listed(s3, { Prefix: "a+" })).keys).toEqual(["a+b"]);
    const answer = await rawRequest(endpoint, "GET", "/reports?list-type=2&prefix=a+");
    expect(answer.body).toContain("<Key>a b</Key>");
    expect(answer.body).toContain("<KeyCount>1</KeyCount>");
  });
});
