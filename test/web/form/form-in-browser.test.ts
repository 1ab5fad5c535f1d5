import { describe, expect, test } from "vitest";
import { openPage, tabTo } from "../../support/browser.ts";
import { pictureOf } from "./document-pictures.ts";
import {
  checkAndSend,
  fillByKeyboard,
  fillTheSame,
  focusedId,
  inquiry,
  taken,
  typedIn,
} from "./filling-in.ts";
import { newToken, token } from "./form-server.ts";
import { aFormInBrowser } from "./form-before-browser.ts";

const { browser, server } = await aFormInBrowser();

const receiptWords = {
  ja: { heading: "お問い合わせを受け付けました", day: "7月19日（金）までに、メールでお答えします。" },
  easy: {
    heading: "質問（しつもん）が 届（とど）きました",
    day: "7月19日（金曜日（きんようび））までに、メールで",
  },
  en: { heading: "We have received your inquiry", day: "We answer by e-mail by Friday 19 July." },
};
const cases = ([360, 1280] as const).flatMap((width) =>
  (["ja", "easy", "en"] as const).map((language) => ({ width, language, words: receiptWords[language] })),
);

describe.each(cases)("the form at $width px in $language", ({ width, language, words }) => {
  const open = (javaScript: boolean) => openPage(browser, server.form(language), { width, javaScript });

  test("is sent by keyboard alone: checked, sent, receipt number shown, each heading with the focus", async () => {
    const { page, context, requests, errors } = await open(true);
    const before = server.taken.length;
    await fillByKeyboard(page);
    await pictureOf(page, `form-${language}-${width}`);
    await page.keyboard.press("Enter");
    await page.locator("#check").waitFor();
    await expect.poll(() => focusedId(page)).toBe("check-heading");
    expect(await page.locator("#check-list .long").textContent()).toBe(inquiry.content);
    await pictureOf(page, `form-check-${language}-${width}`);
    expect(server.taken.length).toBe(before);

    await tabTo(page, "#send");
    await page.keyboard.press("Enter");
    await page.locator("#receipt").waitFor();
    await expect.poll(() => focusedId(page)).toBe("receipt-heading");
    expect(await page.locator("#receipt-number").textContent()).toBe("4198-4829-1374");
    expect(await page.locator("#receipt-heading").textContent()).toBe(words.heading);
    expect(await page.locator("#next-steps").textContent()).toContain(words.day);
    expect(await page.title()).toContain(words.heading.replaceAll(/（.*?）/g, ""));
    expect(await page.locator("#inquiry").isVisible()).toBe(false);
    expect(server.taken.slice(before)).toEqual([
      { ...server.taken.at(-1), fields: taken, language, token, pictures: [] },
    ]);
    expect(errors).toEqual([]);
    expect(requests.length).toBeGreaterThan(7);
    expect(requests.filter((url) => !url.startsWith(`${server.endpoint}/v1/`))).toEqual([]);
    await pictureOf(page, `form-receipt-${language}-${width}`);
    await context.close();
  });

  test("is sent by keyboard alone without JavaScript, by way of the check page", async () => {
    const { page, context } = await open(false);
    const before = server.taken.length;
    await fillByKeyboard(page);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/form-check");
    expect(await page.locator(".check-list .long").textContent()).toBe(inquiry.content);
    expect(server.taken.length).toBe(before);

    await tabTo(page, ".main-button");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/inquiries");
    expect(await page.locator("#receipt-number").textContent()).toBe("4198-4829-1374");
    expect(await page.locator("#next-steps").textContent()).toContain(words.day);
    expect(server.taken.slice(before)).toMatchObject([{ fields: taken, language, token, pictures: [] }]);
    await context.close();
  });
});

describe("going back to change something", () => {
  test("finds everything as it was typed, by the button and by the browser's own", async () => {
    const { page, context } = await openPage(browser, server.form("ja"), { width: 360 });
    await fillTheSame(page);
    const before = await typedIn(page);
    expect(Object.keys(before).length).toBe(15);
    await page.keyboard.press("Enter");
    await page.locator("#check").waitFor();
    await page.locator("#edit").click();
    await page.locator("#inquiry").waitFor();
    expect(await typedIn(page)).toEqual(before);

    await page.locator("form .main-button").click();
    await page.locator("#check").waitFor();
    await page.goBack();
    await page.locator("#inquiry").waitFor();
    expect(await typedIn(page)).toEqual(before);
    await context.close();
  });

  test("finds everything as it was typed without JavaScript", async () => {
    const { page, context } = await openPage(browser, server.form("ja"), { width: 360, javaScript: false });
    await fillTheSame(page);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/form-check");
    await page.locator(".other-button").click();
    await page.waitForURL("**/form-edit");
    expect(await page.locator("#content").inputValue()).toBe(inquiry.content);
    expect(await page.locator("#mail").inputValue()).toBe("namae@example.jp");
    expect(await page.locator("#category").inputValue()).toBe("C04");
    expect(await page.locator("#replyBy-mail").isChecked()).toBe(true);
    expect(await page.locator("#consent").isChecked()).toBe(true);
    await context.close();
  });

  test("after the receipt leads to a new form, not to the old one", async () => {
    const { page, context } = await openPage(browser, server.form("ja"), { width: 360 });
    await fillTheSame(page);
    await checkAndSend(page);
    await page.locator("#receipt").waitFor();
    await page.goBack();
    await page.locator("#inquiry").waitFor();
    expect(await page.locator("#content").inputValue()).toBe("");
    await context.close();
  });
});

describe.each([true, false])("another language, JavaScript: %s", (javaScript) => {
  test("keeps what was typed", async () => {
    const { page, context } = await openPage(browser, server.form("ja"), { width: 360, javaScript });
    await fillTheSame(page);
    await page.getByRole("button", { name: "English" }).click();
    await page.waitForURL("**/form-edit");
    expect(await page.locator("h1").first().textContent()).toBe("Contact form");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.locator("#content").inputValue()).toBe(inquiry.content);
    expect(await page.locator("#name").inputValue()).toBe(inquiry.name);
    await context.close();
  });

  test("is not what the Enter key in a field asks for", async () => {
    const { page, context } = await openPage(browser, server.form("ja"), { width: 360, javaScript });
    await fillTheSame(page);
    await page.locator("#name").press("Enter");
    await page.locator("h1:visible", { hasText: "内容の確認" }).waitFor();
    await context.close();
  });
});

describe("sending", () => {
  const open = () => openPage(browser, server.form("ja"), { width: 360 });

  test.each([
    ["broken answer", "通信がうまくいきませんでした。"],
    ["lost connection", "通信がうまくいきませんでした。"],
    ["fault", "こちらの不具合です。"],
    ["bot", "送信が早すぎると受け付けません。"],
    ["too-many", "5分ほど待ってから"],
    ["too-large", "画像は合わせて4MBまで、お問い合わせ内容は4,000文字まで"],
    ["expired", "もう一度押して、お進みください。"],
  ] as const)(
    "that ends in %s says so, keeps every character, and works the next time",
    async (how, sentence) => {
      const { page, context } = await open();
      await fillTheSame(page);
      const before = await typedIn(page);
      server.answerWith(how);
      await checkAndSend(page);
      const failure = page.locator("#failure:visible");
      await failure.waitFor();
      expect(await failure.textContent()).toContain(sentence);
      await expect.poll(() => focusedId(page)).toBe("failure");
      const nextToken = how === "expired" ? newToken : token;
      expect(await typedIn(page)).toEqual({ ...before, token: nextToken });

      server.answerWith("own judgement");
      await page.locator("#send").click();
      await page.locator("#receipt").waitFor();
      expect(server.taken.at(-1)).toMatchObject({ fields: taken, token: nextToken });
      await context.close();
    },
  );

  test.each(["expired", "fault"] as const)(
    "that ends in %s keeps every character without JavaScript, and one more press sends it",
    async (how) => {
      const { page, context } = await openPage(browser, server.form("ja"), { width: 360, javaScript: false });
      await fillTheSame(page);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/form-check");
      server.answerWith(how);
      await page.locator(".main-button").click();
      await page.waitForURL("**/inquiries");
      server.answerWith("own judgement");
      await page.locator(".main-button").first().click();
      if (how === "expired") {
        await page.waitForURL("**/form-check");
        await page.locator(".main-button").click();
      }
      await page.locator("#receipt").waitFor();
      expect(server.taken.at(-1)).toMatchObject({
        fields: taken,
        token: how === "expired" ? newToken : token,
      });
      await context.close();
    },
  );

  test("shows at its field what the service finds wrong", async () => {
    const { page, context } = await open();
    await fillTheSame(page);
    server.answerWith("refusal");
    await checkAndSend(page);
    await page.locator("#problems:visible").waitFor();
    await expect.poll(() => focusedId(page)).toBe("problems");
    expect(await page.locator("#category-error").textContent()).toBe(
      "＊お問い合わせの種類を一覧からお選びください。",
    );
    expect(await page.locator("#content").inputValue()).toBe(inquiry.content);
    await context.close();
  });

  test("happens once however often the button is pressed, and says that it goes on", async () => {
    const { page, context } = await open();
    await fillTheSame(page);
    const before = server.posts();
    const release = server.hold();
    await page.locator("form .main-button").dblclick();
    await page.locator("#check").waitFor();
    await page.locator("#send").dblclick();
    await page.keyboard.press("Enter");
    expect(await page.locator("#send").textContent()).toBe("送信しています…");
    expect(await page.locator("#progress").textContent()).toBe("送信しています。そのままお待ちください。");
    release();
    await page.locator("#receipt").waitFor();
    expect(server.posts()).toBe(before + 1);
    await context.close();
  });

  test("leaves out what belongs to another way of replying, and writes nothing into the browser's stores", async () => {
    const { page, context } = await open();
    await fillTheSame(page);
    await page.locator("#replyBy-none").check();
    expect(await page.locator("#mail").isVisible()).toBe(false);
    await checkAndSend(page);
    await page.locator("#receipt").waitFor();
    expect(server.taken.at(-1)?.fields).toEqual({ ...taken, replyBy: "none", mail: "", name: "" });
    expect(await page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length")).toBe(
      0,
    );
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

describe("leaving the page", () => {
  test("is asked about only while something typed would be lost", async () => {
    const { page, context } = await openPage(browser, server.form("ja"), { width: 360 });
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual([]);
    await page.locator("#content").pressSequentially("歩");
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await context.close();
  });
});
