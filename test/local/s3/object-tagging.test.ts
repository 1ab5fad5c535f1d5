import {
  DeleteObjectCommand,
  GetBucketTaggingCommand,
  GetObjectTaggingCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { rawRequest, s3ForTest } from "./s3-client.ts";

const place = { Bucket: "reports", Key: "picture" };

test("the tags of an object are those that it was given last, whatever is in them", async () => {
  const { s3 } = await s3ForTest();
  await s3.send(new PutObjectCommand({ ...place, Body: "x" }));
  const tags = async () => (await s3.send(new GetObjectTaggingCommand(place))).TagSet;
  expect(await tags()).toEqual([]);
  const first = [
    { Key: "GuardDutyMalwareScanStatus", Value: "NO_THREATS_FOUND" },
    { Key: "a <b> & 'c' \"d\"", Value: "埼玉 😀" },
  ];
  await s3.send(new PutObjectTaggingCommand({ ...place, Tagging: { TagSet: first } }));
  expect(await tags()).toEqual(first);
  await s3.send(new PutObjectTaggingCommand({ ...place, Tagging: { TagSet: [] } }));
  expect(await tags()).toEqual([]);
});

test("an object that is replaced has no tags any more, nor has one that comes after a deleted one", async () => {
  const { s3 } = await s3ForTest();
  const put = () => s3.send(new PutObjectCommand({ ...place, Body: "x" }));
  const tag = () =>
    s3.send(new PutObjectTaggingCommand({ ...place, Tagging: { TagSet: [{ Key: "a", Value: "b" }] } }));
  const tags = async () => (await s3.send(new GetObjectTaggingCommand(place))).TagSet;
  await put();
  await tag();
  await put();
  expect(await tags()).toEqual([]);
  await tag();
  await s3.send(new DeleteObjectCommand(place));
  await put();
  expect(await tags()).toEqual([]);
});

test("no tags are given to what is not there", async () => {
  const { s3 } = await s3ForTest();
  const set = { TagSet: [{ Key: "a", Value: "b" }] };
  for (const command of [
    () => s3.send(new GetObjectTaggingCommand(place)),
    () => s3.send(new PutObjectTaggingCommand({ ...place, Tagging: set })),
  ])
    await expect(command()).rejects.toMatchObject({ name: "NoSuchKey" });
});

test("what is no set of tags, and tags of a bucket, are refused", async () => {
  const { s3, endpoint } = await s3ForTest();
  await s3.send(new PutObjectCommand({ ...place, Body: "x" }));
  for (const body of ["", "<Tagging/>", "<Tagging><TagSet><Tag><Key>a</Key></Tag></TagSet></Tagging>"])
    expect((await rawRequest(endpoint, "PUT", "/reports/picture?tagging", {}, body)).status).toBe(400);
  await expect(s3.send(new GetBucketTaggingCommand({ Bucket: "reports" }))).rejects.toMatchObject({
    name: "NotImplemented",
  });
});
