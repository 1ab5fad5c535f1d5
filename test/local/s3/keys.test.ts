import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { describe, expect, test } from "vitest";
import { codeOf, rawRequest, s3ForTest } from "./s3-client.ts";

const Bucket = "reports";

const hostileKeys = [
  "kobaton-alkoo/monthly/2024-07/1/01_実績.csv",
  "定例報告 7月 (最終).pdf",
  "a b+c%20d%2Fe&f=g?h#i",
  "../outside",
  "..",
  ".",
  "a/../../../../outside",
  "a/./b//c/",
  "/leading",
  "//",
  "..\\..\\outside",
  ".index.sqlite",
  "CON",
  "quote\"s <tags> & 'more'",
  "line\nbreak\ttab\r",
  "UPPER",
  "upper",
  "が",
  "か\u3099",
  "😀",
  "x".repeat(1024),
  "埼".repeat(341),
];

describe("keys", () => {
  test("any key names an object of its own, is listed as it is, and never leads out of the folder", async () => {
    const { s3, folder } = await s3ForTest();
    for (const Key of hostileKeys)
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: `body of ${Key}` }));
    for (const Key of hostileKeys) {
      const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(await got.Body?.transformToString()).toBe(`body of ${Key}`);
    }
    const listed = await s3.send(new ListObjectsV2Command({ Bucket }));
    const inByteOrder = hostileKeys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(listed.Contents?.map((object) => object.Key)).toEqual(inByteOrder);

    expect(await readdir(join(folder, Bucket))).toHaveLength(hostileKeys.length);
    expect((await readdir(folder)).filter((name) => !name.startsWith(".index.sqlite"))).toEqual([Bucket]);
    expect(await readdir(dirname(folder))).not.toContain("outside");

    for (const Key of hostileKeys) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    expect((await s3.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
    expect(await readdir(join(folder, Bucket))).toEqual([]);
  });

  test("a file can be recognised by a person", async () => {
    const { s3, folder } = await s3ForTest();
    await s3.send(new PutObjectCommand({ Bucket, Key: "monthly/2024-07/1/01_実績.csv", Body: "x" }));
    expect(await readdir(join(folder, Bucket))).toEqual(["1-monthly_2024-07_1_01_実績.csv"]);
  });

  test("a key of more than 1,024 bytes is refused", async () => {
    const { s3 } = await s3ForTest();
    for (const Key of ["x".repeat(1025), "埼".repeat(342)])
      await expect(s3.send(new PutObjectCommand({ Bucket, Key, Body: "x" }))).rejects.toMatchObject({
        name: "KeyTooLongError",
      });
  });

  test("a target that is not percent-encoded UTF-8 is refused", async () => {
    const { endpoint } = await s3ForTest();
    for (const path of ["/reports/%", "/reports/%E3%81", "/reports/%ZZ", "/reports?prefix=%FF&list-type=2"]) {
      const answer = await rawRequest(endpoint, "GET", path);
      expect([answer.status, codeOf(answer)]).toEqual([400, "InvalidURI"]);
    }
  });
});
