import { describe, expect, test } from "vitest";
import { landingNumber } from "../../../local/desk-exchange.ts";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();

/** The first words that somebody hears who calls at an instant, on the local exchange with the deployed handlers. */
async function firstWords(instant: string, words = 1): Promise<string[]> {
  const exchange = await desk.service.exchangeAt(at(instant));
  const call = exchange.dial({ at: at(instant), from: "+819012345678", to: landingNumber });
  await exchange.runUntilIdle();
  call.hangUp();
  return call.transcript.flatMap((line) => (line.kind === "said" ? [line.text] : [])).slice(0, words);
}

const text = "システム障害のため、ポイントの照会ができません。";

describe("緊急案内", () => {
  test("is set by keyboard after it was seen word for word, and a call at that moment hears it", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/announcement");
    await page.waitForSelector("text=緊急案内は流れていません");
    await tabTo(page, "textarea");
    await page.keyboard.type(text);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-announcement-1280");
    await pressOn(page, 'form button[type="submit"]');
    const dialog = page.getByRole("dialog", { name: "この案内を、かけた人全員に流しますか" });
    await dialog.waitFor();
    expect(await dialog.locator(".spoken").innerText()).toBe(text);
    expect(await dialog.innerText()).toContain("7月16日(火) 17:00");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-announcement-confirm-1280");
    // Nobody hears it before it is confirmed.
    expect(await firstWords("2024-07-16T10:00")).not.toEqual([text]);
    await pressOn(page, '[role="dialog"] button:has-text("流す")');
    await page.waitForSelector("text=7月16日(火) 17:00 まで流れます。");
    expect(await firstWords("2024-07-16T10:00")).toEqual([text]);
    expect(await firstWords("2024-07-16T16:59:59")).toEqual([text]);
    expect(await firstWords("2024-07-17T09:00")).not.toEqual([text]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("is ended by keyboard, and a call at that moment hears it no more", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/announcement");
    await page.waitForSelector(`text=${text}`);
    await pressOn(page, 'button:has-text("いま終える")');
    await page.getByRole("dialog", { name: "緊急案内を終えますか" }).waitFor();
    await pressOn(page, '[role="dialog"] button:has-text("終える")');
    await page.waitForSelector("text=緊急案内は流れていません");
    expect(await firstWords("2024-07-16T10:00")).not.toEqual([text]);
    const past = page.locator("ol.history li");
    await past.getByText("流した人: SV01・途中で終えた人: SV01").waitFor();
    expect(await past.innerText()).toContain(text);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-announcement-history-1280");
    await context.close();
  });

  test("keeps what was typed over a reload and a lost connection, and says what is wrong", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/announcement", { width: 1024 });
    await page.waitForSelector("textarea");
    await page.click("text=聞こえ方を確かめる");
    await page.waitForSelector("text=案内の文を入力してください。");
    await page.fill("textarea", "台風の案内");
    expect(await scrollsSideways(page)).toBe(false);
    await page.goto(`${desk.address}/desk/#/cases`);
    await page.waitForSelector("text=案件一覧");
    await page.goto(`${desk.address}/desk/#/announcement`);
    await page.waitForSelector("textarea");
    expect(await page.inputValue("textarea")).toBe("台風の案内");
    await page.click("text=聞こえ方を確かめる");
    await context.setOffline(true);
    await page.click('[role="dialog"] button:has-text("流す")');
    await page.waitForSelector('[role="dialog"] >> text=サーバーにつながりません');
    await context.setOffline(false);
    await page.click('[role="dialog"] button:has-text("戻る")');
    expect(await page.inputValue("textarea")).toBe("台風の案内");
    await context.close();
  });

  test("of two supervisors, the second sees what the first has set before anything is replaced", async () => {
    const first = await desk.signedIn(browser, "sv01", "#/announcement");
    await first.page.waitForSelector("textarea");
    const second = await desk.signedIn(browser, "sv01", "#/announcement");
    await second.page.waitForSelector("textarea");
    const confirm = async ({ page }: typeof first, words: string) => {
      await page.fill("textarea", words);
      await page.click("text=聞こえ方を確かめる");
      await page.click('[role="dialog"] button:has-text("流す")');
    };
    await confirm(first, "ひとつめの案内です。");
    await first.page.waitForSelector("text=緊急案内を流し始めました");
    await confirm(second, "ふたつめの案内です。");
    await second.page.waitForSelector("text=ほかの人が緊急案内を変えました");
    expect(await firstWords("2024-07-16T10:00")).toEqual(["ひとつめの案内です。"]);
    await second.page.waitForSelector(
      '[role="dialog"] >> text=いま流れている「ひとつめの案内です。」は終わります',
    );
    await second.page.click('[role="dialog"] button:has-text("流す")');
    await second.page.waitForSelector("text=緊急案内を流し始めました");
    expect(await firstWords("2024-07-16T10:00")).toEqual(["ふたつめの案内です。"]);
    // Nor does the first end what they have not seen.
    await first.page.click("text=いま終える");
    const end = first.page.locator('[role="dialog"] button:has-text("終える")');
    await end.click();
    await first.page.waitForSelector("text=ほかの人が緊急案内を変えました");
    await first.page.waitForSelector('[role="dialog"] >> text=ふたつめの案内です。');
    expect(await firstWords("2024-07-16T10:00")).toEqual(["ふたつめの案内です。"]);
    await end.click();
    await first.page.waitForSelector("text=緊急案内を終えました");
    expect(await firstWords("2024-07-16T10:00")).not.toEqual(["ふたつめの案内です。"]);
    await first.context.close();
    await second.context.close();
  });

  test("is seen by an operator, who has no way to change it", async () => {
    const { page, context } = await desk.signedIn(browser, "op01", "#/announcement");
    await page.waitForSelector("text=いま聞こえている案内");
    expect(await page.locator("textarea").count()).toBe(0);
    expect(await page.locator("text=いま終える").count()).toBe(0);
    await context.close();
  });
});

describe("休業", () => {
  test("from now on is confirmed with the sentence that a call at that moment then hears", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/special-days");
    await page.waitForSelector("text=休業や時間の変更");
    await tabTo(page, 'input[placeholder="例: 台風"]');
    await page.keyboard.type("停電");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-special-days-1280");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "このとおりに受付時間を変えますか" });
    await dialog.waitFor();
    const sentence = await dialog.locator(".spoken").innerText();
    expect(await dialog.innerText()).toContain("7月17日(水) 09:00");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-special-days-confirm-1280");
    expect(await firstWords("2024-07-16T10:00", 9)).not.toContain(sentence);
    await pressOn(page, '[role="dialog"] button:has-text("変える")');
    await page.waitForSelector("text=受付時間を変えました");
    await page.waitForSelector("ol.history >> text=変えた人: SV01");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-special-days-history-1280", { fullPage: true });
    expect(await firstWords("2024-07-16T10:00", 9)).toContain(sentence);
    expect(await page.locator("table").innerText()).toContain("09:00〜10:00");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("is taken back with the ordinary hours, and the next call is received", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/special-days", { width: 1024 });
    await page.waitForSelector("text=休業や時間の変更");
    await page.click("text=受付時間を決める");
    await page.fill('input[placeholder="例: 台風"]', "復旧");
    await page.click("text=聞こえ方を確かめる");
    await page.waitForSelector("text=通常の案内で受け付けます");
    expect(await scrollsSideways(page)).toBe(false);
    await page.click('[role="dialog"] button:has-text("変える")');
    await page.waitForSelector("text=受付時間を変えました");
    const exchange = await desk.service.exchangeAt(at("2024-07-16T10:00"));
    const call = exchange.dial({
      at: at("2024-07-16T10:00"),
      from: "+819012345678",
      to: landingNumber,
      keys: ["0"],
    });
    await exchange.runUntilIdle();
    expect(call.transcript.some(({ kind }) => kind === "queued")).toBe(true);
    await context.close();
  });

  test("says what is wrong and keeps what was entered", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/special-days");
    await page.waitForSelector("text=休業や時間の変更");
    await page.click("text=終日休業");
    await page.click("text=聞こえ方を確かめる");
    await page.waitForSelector('[role="alert"] >> text=理由を入力してください');
    await page.fill('input[placeholder="例: 台風"]', "点検");
    await page.click("text=聞こえ方を確かめる");
    await page.waitForSelector('[role="alert"] >> text=今日の受付はもう始まっています');
    expect(await page.inputValue('input[placeholder="例: 台風"]')).toBe("点検");
    await context.close();
  });
});
