import { PutObjectTaggingCommand } from "@aws-sdk/client-s3";
import { expect, test, vi } from "vitest";
import { pictureClient } from "../../../adapters/s3/pictures.ts";
import { auditLogOf } from "../../../lambdas/edge/composition.ts";
import { accessibilityProblems, pressOn, scrollsSideways } from "../../support/browser.ts";
import { aDeskWithCases, picture } from "../../support/desk-cases.ts";
import { infectedPng, plainJpeg, pngWithMore } from "../../support/pictures.ts";

const { desk, programme, stores, world, anInquiry, open } = await aDeskWithCases();

const submissionId = "with pictures";
/** The second is longer than one piece of 3 MiB. */
const arrived = await stores.pictures.keep(programme.id, submissionId, [
  { name: "画面の写真.jpg", type: "image/jpeg", bytes: plainJpeg },
  { name: "長い写真.png", type: "image/png", bytes: pngWithMore(4_000_000) },
  { name: "危険.png", type: "image/png", bytes: infectedPng() },
]);
const kept = await stores.pictures.accept(arrived);
const number = await anInquiry(submissionId, kept);
await vi.waitFor(async () => {
  const states = await Promise.all(kept.map((one) => stores.pictures.state(one)));
  expect(states).toEqual(["clean", "clean", "dangerous"]);
});

const pictureReadings = async () =>
  (await auditLogOf(world).ofDay(programme.id, "2024-07-16")).filter(
    ({ action }) => action === "readPicture",
  );

test.each([1280, 1024, 360])(
  "a resident's picture is opened by keyboard at %i pixels, and the audit says by whom",
  { timeout: 60_000 },
  async (width) => {
    const { page, context, errors } = await open("op01", number, width);
    expect(await page.locator("img.picture").count()).toBe(0);
    const before = (await pictureReadings()).length;
    for (const name of ["添付画像1（画面の写真.jpg）", "添付画像2（長い写真.png）"]) {
      await pressOn(page, `button:has-text("${name}を開く")`);
      const shown = page.locator(`img[alt="相談者の${name}"]`);
      await shown.waitFor();
      // What the form drew is 8 pixels wide.
      await expect
        .poll(() => shown.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth))
        .toBe(8);
    }
    // One piece, and two.
    const readings = (await pictureReadings()).slice(before);
    expect(readings).toHaveLength(3);
    for (const one of readings) expect(one).toMatchObject({ staff: "OP01", receiptNumber: number });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    if (width === 1280) await picture(page, "desk-pictures");
    // The same key puts away what it showed last.
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("img.picture").count()).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  },
);

test("one that is dangerous, or still searched, says so and what to do; it is opened once it is clean", async () => {
  const { page, context } = await open("op01", number);
  const before = (await pictureReadings()).length;
  await pressOn(page, 'button:has-text("添付画像3（危険.png）を開く")');
  await page.waitForSelector("[role=status] >> text=危険のため開けません。画像の内容は、相談者に");

  const tagged = (TagSet: { Key: string; Value: string }[]) =>
    pictureClient().send(
      new PutObjectTaggingCommand({
        Bucket: desk.service.cloud.environment["PICTURE_BUCKET"],
        Key: kept[0]!.key,
        Tagging: { TagSet },
      }),
    );
  await tagged([]);
  await pressOn(page, 'button:has-text("添付画像1（画面の写真.jpg）を開く")');
  await page.waitForSelector("[role=status] >> text=検査中です");
  expect(await page.locator("img.picture").count()).toBe(0);
  expect((await pictureReadings()).length).toBe(before);
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, "desk-pictures-refused");
  await tagged([{ Key: "GuardDutyMalwareScanStatus", Value: "NO_THREATS_FOUND" }]);
  await pressOn(page, 'button:has-text("添付画像1（画面の写真.jpg）を開く")');
  await page.waitForSelector("img.picture");
  await context.close();
});
