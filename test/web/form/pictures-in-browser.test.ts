import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "../../support/browser.ts";
import { checkAndSend, fillByKeyboard } from "./filling-in.ts";
import { aFormInBrowser } from "./form-before-browser.ts";

const { browser, server } = await aFormInBrowser();

interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture that the browser itself draws, `width` × `height`. */
async function drawn(
  page: Page,
  name: string,
  mimeType: string,
  width: number,
  height: number,
): Promise<GivenFile> {
  const address = await page.evaluate<string>(`(() => {
    const canvas = document.createElement("canvas");
    canvas.width = ${width};
    canvas.height = ${height};
    const context = canvas.getContext("2d");
    context.fillStyle = "#00f";
    context.fillRect(0, 0, ${width} / 2, ${height});
    return canvas.toDataURL("${mimeType}", 0.9);
  })()`);
  return { name, mimeType, buffer: Buffer.from(address.split(",")[1] ?? "", "base64") };
}

/** The place as cameras write it: an Exif segment (APP1) with a GPS directory, right after the start of a JPEG. */
function withPlace({ buffer, ...file }: GivenFile): GivenFile {
  const tiff = Buffer.concat([
    Buffer.from("4d4d002a00000008", "hex"),
    Buffer.from("00018825000400000001", "hex"),
    Buffer.from("0000001a00000000", "hex"),
    Buffer.from("00010001000200000002", "hex"),
    Buffer.from("4e00000000000000", "hex"),
  ]);
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from("35.8617N 139.6455E")]);
  const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff]);
  return { ...file, buffer: Buffer.concat([buffer.subarray(0, 2), head, exif, buffer.subarray(2)]) };
}

/** Width and height in a JPEG's frame header (ITU-T T.81, B.2.2). */
function sizeOf(jpeg: Buffer): { readonly width: number; readonly height: number } {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2))
    if ([0xc0, 0xc1, 0xc2].includes(jpeg[at + 1] ?? 0))
      return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
  throw new Error("There is no frame header.");
}

async function choose(page: Page, files: GivenFile[]): Promise<void> {
  await page.locator("#pictures").setInputFiles(files);
  await expect.poll(() => page.textContent("#pictures-progress")).toBe("");
}

describe("pictures, with script", () => {
  const open = () => openPage(browser, server.form("ja"), { width: 360 });

  test("are made small, lose the place where they were taken, are shown before sending, and arrive", async () => {
    const { page, context, errors } = await open();
    const photo = withPlace(await drawn(page, "写真 1.JPG", "image/jpeg", 4000, 3000));
    const screenshot = await drawn(page, "画面.png", "image/png", 360, 780);
    expect(photo.buffer.includes("139.6455E")).toBe(true);
    await fillByKeyboard(page);
    await choose(page, [photo]);
    await page.locator("#chosen-pictures img").waitFor();
    await choose(page, [screenshot]);
    await page.locator("#chosen-pictures li:nth-child(2)").waitFor();
    expect(await page.locator("#chosen-pictures .file").allTextContents()).toEqual([
      "写真 1.jpg",
      "画面.jpg",
    ]);

    await page.locator("form .main-button").click();
    await page.locator("#check").waitFor();
    expect(await page.locator("#check-list .file").allTextContents()).toEqual(["写真 1.jpg", "画面.jpg"]);
    await page.locator("#send").click();
    await page.locator("#receipt").waitFor();
    const sent = server.taken.at(-1)?.pictures ?? [];
    expect(sent.map(({ name, type }) => ({ name, type }))).toEqual([
      { name: "写真 1.jpg", type: "image/jpeg" },
      { name: "画面.jpg", type: "image/jpeg" },
    ]);
    expect(sent.map(({ bytes }) => sizeOf(bytes))).toEqual([
      { width: 1600, height: 1200 },
      { width: 360, height: 780 },
    ]);
    for (const { bytes } of sent) expect(bytes.includes("Exif") || bytes.includes("139.6455E")).toBe(false);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("that are too many or no pictures are named at the field, and can be taken back", async () => {
    const { page, context } = await open();
    const small = await drawn(page, "1.png", "image/png", 10, 10);
    const four = ["1.png", "2.png", "3.png", "4.png"].map((name) => ({ ...small, name }));
    await choose(page, four);
    await page.locator("#pictures-error:visible").waitFor();
    expect(await page.locator("#pictures-error").textContent()).toBe(
      "＊画像は3枚までです。枚数を減らしてください。",
    );
    await page.getByRole("button", { name: "取り消す：2.jpg" }).click();
    expect(await page.locator("#pictures-error").isVisible()).toBe(false);
    expect(await page.locator("#chosen-pictures .file").allTextContents()).toEqual([
      "1.jpg",
      "3.jpg",
      "4.jpg",
    ]);

    await choose(page, [{ name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") }]);
    await page.locator("#pictures-error:visible").waitFor();
    expect(await page.locator("#pictures-error").textContent()).toContain(
      "JPEGかPNGの画像をお選びください。",
    );
    expect(await page.locator("#chosen-pictures li").count()).toBe(3);
    await page.locator("form .main-button").click();
    await page.locator("#problems:visible").waitFor();
    expect(await page.locator("#problems").textContent()).not.toContain("画像");
    await context.close();
  });

  test("stay when sending fails, and when another language is asked for", async () => {
    const { page, context } = await open();
    await fillByKeyboard(page);
    await choose(page, [await drawn(page, "1.png", "image/png", 10, 10)]);
    await page.locator("#chosen-pictures img").waitFor();
    server.answerWith("lost connection");
    await checkAndSend(page);
    await page.locator("#failure:visible").waitFor();
    server.answerWith("own judgement");
    await page.locator("#send").click();
    await page.locator("#receipt").waitFor();
    expect(server.taken.at(-1)?.pictures.length).toBe(1);
    await context.close();

    const again = await open();
    await choose(again.page, [await drawn(again.page, "1.png", "image/png", 10, 10)]);
    await again.page.locator("#chosen-pictures img").waitFor();
    await again.page.getByRole("button", { name: "English" }).click();
    await again.page.waitForURL("**/form-edit");
    expect(await again.page.locator("#kept-pictures li").allTextContents()).toEqual(["1.jpg"]);
    await again.context.close();
  });
});

test("without script, pictures are kept by the check page, and named there", async () => {
  const drawing = await openPage(browser, server.form("ja"), { width: 360 });
  const small = await drawn(drawing.page, "画面.png", "image/png", 10, 10);
  await drawing.context.close();
  const { page, context } = await openPage(browser, server.form("ja"), { width: 360, javaScript: false });
  await fillByKeyboard(page);
  await page.locator("#pictures").setInputFiles([small]);
  await page.locator("form .main-button").click();
  await page.waitForURL("**/form-check");
  expect(await page.locator(".check-list .file").allTextContents()).toEqual(["画面.png"]);
  await context.close();
});
