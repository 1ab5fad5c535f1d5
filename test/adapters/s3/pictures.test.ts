import { PutObjectTaggingCommand, S3Client } from "@aws-sdk/client-s3";
import { describe, expect, test, vi } from "vitest";
import { pictureClient, s3Pictures } from "../../../adapters/s3/pictures.ts";
import { newId } from "../../../adapters/system/ids.ts";
import type { PictureRef, PictureState } from "../../../domain/case/picture.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { aCloud } from "../../support/cloud.ts";
import { infectedPng, plainPng } from "../../support/pictures.ts";

const { environment } = await aCloud();
const bucket = environment["PICTURE_BUCKET"] ?? "";
const pictures = s3Pictures(pictureClient(), bucket);

async function aKeptPicture(bytes: Uint8Array = plainPng): Promise<PictureRef> {
  const arrived = await pictures.keep("water-desk", newId(), [{ name: "a.png", type: "image/png", bytes }]);
  const [kept] = await pictures.accept(arrived);
  if (!kept) throw new Error("The picture was not kept.");
  return kept;
}

const searched = (picture: PictureRef) =>
  vi.waitFor(async () => expect(await pictures.state(picture)).not.toBe("scanning"));

/** As GuardDuty tags an object. */
const tagged = (Key: string, Value: string) =>
  new S3Client({}).send(
    new PutObjectTaggingCommand({
      Bucket: bucket,
      Key,
      Tagging: { TagSet: [{ Key: "GuardDutyMalwareScanStatus", Value }] },
    }),
  );

describe("a picture of an inquiry", () => {
  test("is handed out when nothing was found in it, as it came", async () => {
    const picture = await aKeptPicture();
    await searched(picture);
    expect(await pictures.state(picture)).toBe("clean");
    expect(await pictures.open(picture)).toEqual(plainPng);
  });

  test("in which something was found is never handed out", async () => {
    const picture = await aKeptPicture(infectedPng());
    await searched(picture);
    expect(await pictures.state(picture)).toBe("dangerous");
    expect(await pictures.open(picture)).toBeUndefined();
  });

  test.each<[string, PictureState]>([
    ["UNSUPPORTED", "not-scannable"],
    ["ACCESS_DENIED", "not-scannable"],
    ["FAILED", "not-scannable"],
    ["A_VALUE_OF_TOMORROW", "not-scannable"],
    ["THREATS_FOUND", "dangerous"],
  ])("that is tagged %s is not handed out either", async (value, state) => {
    const picture = await aKeptPicture();
    await searched(picture);
    await tagged(picture.key, value);
    expect(await pictures.state(picture)).toBe(state);
    expect(await pictures.open(picture)).toBeUndefined();
  });

  test("that only arrived was not searched, and is not handed out", async () => {
    const [arrived] = await pictures.keep("water-desk", newId(), [
      { name: "a.png", type: "image/png", bytes: plainPng },
    ]);
    expect(await pictures.state(arrived!)).toBe("scanning");
    expect(await pictures.open(arrived!)).toBeUndefined();
  });

  test("whose time is up is gone", async () => {
    const gone: PictureRef = { key: "kept/water-desk/nobody/0", name: "a.png", type: "image/png", bytes: 1 };
    expect(await pictures.state(gone)).toBe("gone");
    expect(await pictures.open(gone)).toBeUndefined();
  });
});

test("a bucket that cannot be reached is the world's failure", async () => {
  const away = s3Pictures(new S3Client({ endpoint: "http://127.0.0.1:1", maxAttempts: 1 }), bucket);
  await expect(away.of("water-desk", "page")).rejects.toBeInstanceOf(Unavailable);
});
