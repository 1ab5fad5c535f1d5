import { describe, expect, test } from "vitest";
import { openPage, tabTo } from "../../support/browser.ts";
import { pictureOf } from "./document-pictures.ts";
import { focusedId } from "./filling-in.ts";
import { aFormInBrowser } from "./form-before-browser.ts";

const { browser, server } = await aFormInBrowser();

const sentences = {
  ja: [
    "お問い合わせの種類をお選びください。",
    "お問い合わせ内容をご記入ください。",
    "お返事の方法をお選びください。",
    "個人情報の取扱いに同意のうえ、お進みください。",
  ],
  en: [
    "Choose what it is about.",
    "Write your question or opinion.",
    "Choose how we should answer.",
    "Agree to the use of your personal information to go on.",
  ],
};

describe.each([
  { language: "ja", javaScript: true },
  { language: "ja", javaScript: false },
  { language: "en", javaScript: true },
  { language: "en", javaScript: false },
] as const)("an empty form in $language, JavaScript: $javaScript", ({ language, javaScript }) => {
  test("comes back with a list of all that is missing, which has the focus and leads to each field", async () => {
    const { page, context } = await openPage(browser, server.form(language), { width: 360, javaScript });
    const before = server.posts();
    await tabTo(page, "form .main-button");
    await page.keyboard.press("Enter");
    await page.locator("#problems:visible").waitFor();

    await expect.poll(() => focusedId(page)).toBe("problems");
    expect(await page.locator("#problems li").allTextContents()).toEqual(sentences[language]);
    expect(await page.locator(".error:visible").allTextContents()).toEqual(
      sentences[language].map((sentence) => `＊${sentence}`),
    );
    expect(await page.title()).toMatch(language === "ja" ? /^入力の確認が必要です：/ : /^Please check: /);
    const content = page.locator("#content");
    expect(await content.getAttribute("aria-invalid")).toBe("true");
    expect(await content.getAttribute("aria-describedby")).toBe(
      "content-error content-support content-counter",
    );
    expect(server.posts()).toBe(before);
    await pictureOf(page, `form-problems-${language}-360`);

    for (const field of ["category", "content", "replyBy", "consent"]) {
      await page.locator(`#problems a[href="#${field}"]`).press("Enter");
      await expect.poll(() => focusedId(page)).toBe(field);
    }
    await context.close();
  });
});

describe("the form with script", () => {
  const open = () => openPage(browser, server.form("ja"), { width: 360 });

  test("takes an error away when its field is put right", async () => {
    const { page, context } = await open();
    await page.locator("form .main-button").click();
    await page.locator("#problems:visible").waitFor();
    await page.locator("#category").selectOption("C04");
    await page.locator("#replyBy-mail").check();
    expect(await page.locator("#category-error").isVisible()).toBe(false);
    expect(await page.locator("#category").getAttribute("aria-invalid")).toBeNull();
    expect(await page.locator("#replyBy-error").isVisible()).toBe(false);
    await page.locator("form .main-button").click();
    expect(await page.locator("#problems li").allTextContents()).toEqual([
      "お問い合わせ内容をご記入ください。",
      "メールアドレスをご記入ください。",
      "個人情報の取扱いに同意のうえ、お進みください。",
    ]);
    await context.close();
  });

  test("shows the fields of the chosen way of replying only, and keeps what stood in the others", async () => {
    const { page, context } = await open();
    const shown = () =>
      page
        .locator("#mail:visible, #telephone:visible, #reachable:visible, #name:visible")
        .evaluateAll((fields) => fields.map(({ id }) => id));
    expect(await shown()).toEqual([]);
    await page.locator("#replyBy-mail").check();
    expect(await shown()).toEqual(["mail", "name"]);
    await page.locator("#mail").fill("namae@example.jp");
    await page.locator("#replyBy-telephone").check();
    expect(await shown()).toEqual(["telephone", "reachable", "name"]);
    await page.locator("#replyBy-none").check();
    expect(await shown()).toEqual([]);
    await page.locator("#replyBy-mail").check();
    expect(await page.locator("#mail").inputValue()).toBe("namae@example.jp");
    await context.close();
  });

  test("counts the characters down, cuts nothing off, and says how many are too many", async () => {
    const { page, context } = await open();
    const content = page.locator("#content");
    const counter = page.locator("#content-counter");
    expect(await counter.textContent()).toBe("あと4000文字");
    await content.fill("𠮷".repeat(4010));
    expect(await counter.textContent()).toBe("10文字多いです");
    await page.locator("form .main-button").click();
    expect(await page.locator("#content-error").textContent()).toBe(
      "＊お問い合わせ内容は4000文字以内でご記入ください。",
    );
    expect(Array.from(await content.inputValue()).length).toBe(4010);
    await context.close();
  });

  test("shows the trap to nobody, with the keyboard neither", async () => {
    const { page, context } = await open();
    expect(await page.locator("#website").isVisible()).toBe(false);
    const named = await page.locator("body").ariaSnapshot();
    expect(named).toContain("お問い合わせ内容");
    expect(named).not.toContain("空のまま");
    await context.close();
  });
});

test("without script, all fields of every way of replying stand there and say to which they belong", async () => {
  const { page, context } = await openPage(browser, server.form("ja"), { width: 360, javaScript: false });
  for (const [field, need] of [
    ["mail", "※メールで受け取る方は必須"],
    ["telephone", "※電話で受け取る方は必須"],
    ["reachable", "※電話で受け取る方、任意"],
  ] as const) {
    expect(await page.locator(`#${field}`).isVisible()).toBe(true);
    expect(await page.locator(`label[for=${field}] .need`).textContent()).toBe(need);
  }
  expect(await page.locator("#pictures-support").textContent()).toContain(
    "JPEGかPNGで、合わせて4MBまでです。",
  );
  await context.close();
});

describe("the state of an inquiry", () => {
  test.each([true, false])("is looked up by number and contact, JavaScript: %s", async (javaScript) => {
    const address = `${server.statusAddress}?language=ja`;
    const { page, context } = await openPage(browser, address, { width: 360, javaScript });
    await tabTo(page, "#receiptNumber");
    await page.keyboard.insertText("4198");
    await page.keyboard.press("Enter");
    await page.locator("#problem").waitFor();
    await expect.poll(() => focusedId(page)).toBe("problem");
    expect(await page.locator("#receiptNumber-error").textContent()).toContain("受付番号は12桁の数字です。");

    await page.locator("#receiptNumber").fill("4198-4829-1374");
    await page.locator("#contact").fill("somebody@example.jp");
    await page.keyboard.press("Enter");
    await page.locator("#problem", { hasText: "見つかりませんでした。" }).waitFor();

    await page.locator("#contact").fill("namae@example.jp");
    await page.keyboard.press("Enter");
    await page.locator(".result").waitFor();
    await expect.poll(() => focusedId(page)).toBe("result-heading");
    expect(await page.locator(".result").textContent()).toContain("対応中");
    expect(await page.locator(".result").textContent()).toContain("7月19日（金）");
    await pictureOf(page, "form-status-ja-360");
    await context.close();
  });
});
