import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  accessibilityProblems,
  launchBrowser,
  openPage,
  scrollsSideways,
  tabTo,
} from "../../support/browser.ts";
import { type FormServer, serveForm, submissionId } from "./form-server.ts";

let browser: Browser;
let server: FormServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveForm()]);
}, 60_000);
afterEach(() => server.answerWith("own judgement"));
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const widths = [360, 1280];

const inquiry = {
  content: "歩いたのに、昨日の歩数が0歩になっています。\n髙橋です。<b>アプリ</b>は最新です。",
  mail: "namae@example.jp",
  name: "髙橋 𠮷子",
};

/** Fills the whole form with the keyboard alone. Enter in the text area makes a new line. */
async function fillByKeyboard(page: Page): Promise<void> {
  await tabTo(page, "#category");
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press("ArrowDown");
  for (const field of ["content", "mail", "name"] as const) {
    await tabTo(page, `#${field}`);
    for (const [index, line] of inquiry[field].split("\n").entries()) {
      if (index > 0) await page.keyboard.press("Enter");
      await page.keyboard.insertText(line);
    }
  }
  await tabTo(page, "#ageBand");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "#consent");
  await page.keyboard.press("Space");
  await tabTo(page, "button[type=submit]");
}

/** Everything that can be typed or chosen, as it stands. */
function typedIn(page: Page): Promise<Record<string, string>> {
  return page.evaluate("Object.fromEntries(new FormData(document.querySelector('form')))");
}

function focusedId(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.id");
}

/** C04 is the fourth category; a line break travels as CRLF in a plain form post (URL-encoded form data of HTML). */
function taken(content: string) {
  return {
    submissionId,
    category: "C04",
    content,
    attributes: { ageBand: "10代以下" },
    replyTo: { by: "mail", mail: "namae@example.jp", name: "髙橋 𠮷子" },
  };
}

describe.each(widths)("the web form at %i px", (width) => {
  const open = (javaScript = true) => openPage(browser, `${server.endpoint}/form`, { width, javaScript });

  test("is sent by keyboard alone, and the receipt number is shown and has the focus", async () => {
    const { page, context, requests, errors } = await open();
    await fillByKeyboard(page);
    await page.keyboard.press("Enter");
    await page.locator("#receipt").waitFor();

    expect(await page.locator("#receipt-number").textContent()).toBe("4198-4829-1374");
    expect(await page.locator("#receipt-answer").textContent()).toContain("7月19日（金）までに");
    expect(await focusedId(page)).toBe("receipt-heading");
    expect(await page.title()).toContain("お問い合わせを受け付けました");
    expect(await page.locator("#inquiry").isVisible()).toBe(false);
    expect(server.taken.at(-1)).toEqual(taken(inquiry.content));
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(errors).toEqual([]);
    expect(requests.length).toBeGreaterThan(3);
    expect(requests.filter((url) => !url.startsWith(`${server.endpoint}/`))).toEqual([]);
    await context.close();
  });

  test("is sent by keyboard alone without JavaScript, and a page answers", async () => {
    const { page, context } = await open(false);
    await fillByKeyboard(page);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/submissions");

    expect(await page.locator("main").textContent()).toContain("受付番号は 4198-4829-1374 です");
    expect(server.taken.at(-1)).toEqual(taken(inquiry.content.replace("\n", "\r\n")));
    await context.close();
  });

  test("has no accessibility problem and does not scroll sideways, before and after wrong entries", async () => {
    const { page, context } = await open();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);

    await page.locator("button[type=submit]").click();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await context.close();
  });

  test("has targets of 44 px or more", async () => {
    const { page, context } = await open();
    const controls = page.locator("input:not([type=hidden]):not([type=checkbox]), select, textarea, button");
    const targets = await controls.or(page.locator("label.checkbox, .telephone")).all();
    expect(targets.length).toBe(11);
    for (const target of targets) {
      const box = await target.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(44);
    }
    await context.close();
  });
});

describe("the web form", () => {
  const open = (javaScript = true) =>
    openPage(browser, `${server.endpoint}/form`, { width: 360, javaScript });

  test("says at each field what is missing, and puts the focus on the first", async () => {
    const { page, context } = await open();
    const postsBefore = server.posts();
    await tabTo(page, "button[type=submit]");
    await page.keyboard.press("Enter");

    expect(await focusedId(page)).toBe("category");
    expect(await page.locator(".field .error:visible").allTextContents()).toEqual([
      "＊お問い合わせの種類をお選びください。",
      "＊お問い合わせ内容をご記入ください。",
      "＊メールアドレスをご記入ください。",
      "＊個人情報の取扱いに同意のうえ、お送りください。",
    ]);
    const mail = page.locator("#mail");
    expect(await mail.getAttribute("aria-invalid")).toBe("true");
    expect(await mail.getAttribute("aria-describedby")).toBe("mail-error mail-support");
    expect(await page.locator("#progress").textContent()).toBe("4か所の記入をご確認ください。");
    expect(server.posts()).toBe(postsBefore);

    await mail.fill("namae@example.jp");
    await page.keyboard.press("Tab");
    expect(await mail.getAttribute("aria-invalid")).toBeNull();
    expect(await page.locator("#mail-error").isVisible()).toBe(false);
    await context.close();
  });

  test.each([
    ["refusal", "＊まだ送信できていません。お問い合わせの種類を一覧からお選びください。"],
    ["broken answer", "＊まだ送信できていません。通信がうまくいきませんでした。"],
    ["lost connection", "＊まだ送信できていません。通信がうまくいきませんでした。"],
  ] as const)("keeps every typed character after a %s, and can be sent again", async (how, sentence) => {
    const { page, context } = await open();
    await fillByKeyboard(page);
    const before = await typedIn(page);
    expect(Object.keys(before).length).toBe(10);
    server.answerWith(how);
    await page.keyboard.press("Enter");
    const failure = page.locator("#failure:not(:empty)");
    await failure.waitFor();

    expect(await failure.textContent()).toContain(sentence);
    expect(await focusedId(page)).toBe("failure");
    expect(await typedIn(page)).toEqual(before);
    expect(await accessibilityProblems(page)).toEqual([]);

    server.answerWith("own judgement");
    await page.locator("button[type=submit]").click();
    await page.locator("#receipt").waitFor();
    expect(server.taken.at(-1)).toEqual(taken(inquiry.content));
    await context.close();
  });

  test("keeps every typed character without JavaScript when the reader goes back from a refusal", async () => {
    const { page, context } = await open(false);
    await fillByKeyboard(page);
    server.answerWith("refusal");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/submissions");
    expect(await page.locator("h1").textContent()).toBe("まだ送信できていません");
    await page.goBack();
    for (const field of ["content", "mail", "name"] as const)
      expect(await page.locator(`#${field}`).inputValue()).toBe(inquiry[field]);
    expect(await page.locator("#category").inputValue()).toBe("C04");
    expect(await page.locator("#consent").isChecked()).toBe(true);
    await context.close();
  });

  test("is sent once when the button is pressed twice", async () => {
    const { page, context } = await open();
    await fillByKeyboard(page);
    const [postsBefore, takenBefore] = [server.posts(), server.taken.length];
    const release = server.hold();
    const button = page.locator("button[type=submit]");
    await button.dblclick();
    await page.keyboard.press("Enter");
    expect(await button.textContent()).toBe("送信しています…");
    expect(await accessibilityProblems(page)).toEqual([]);
    release();
    await page.locator("#receipt").waitFor();
    expect(server.posts()).toBe(postsBefore + 1);
    expect(server.taken.length).toBe(takenBefore + 1);
    await context.close();
  });

  test("counts the characters down, cuts nothing off, and says how many are too many", async () => {
    const { page, context } = await open();
    const content = page.locator("#content");
    const counter = page.locator("#content-counter");
    expect(await counter.textContent()).toBe("あと4000文字");
    await content.fill("歩".repeat(4010));
    expect(await counter.textContent()).toBe("10文字多いです");
    expect((await content.inputValue()).length).toBe(4010);

    await page.locator("button[type=submit]").click();
    expect(await page.locator("#content-error").textContent()).toBe(
      "＊10文字多いです。4000文字以内でご記入ください。",
    );
    await context.close();
  });

  test("takes a mail address in full-width letters", async () => {
    const { page, context } = await open();
    await fillByKeyboard(page);
    await page.locator("#mail").fill("ｎａｍａｅ＠ｅｘａｍｐｌｅ．ｊｐ");
    await page.locator("button[type=submit]").click();
    await page.locator("#receipt").waitFor();
    expect(server.taken.at(-1)?.replyTo).toMatchObject({ mail: "namae@example.jp" });
    await context.close();
  });
});
