import { describe, expect, test } from "vitest";
import {
  accessibilityProblems,
  openChoices,
  pressOn,
  scrollsSideways,
  tabTo,
} from "../../support/browser.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme, stores } = desk.service;

describe("課題と改善提案", () => {
  test("is entered and moved on by keyboard; its history says who and when", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "ld01", "#/proposals");
    await page.waitForSelector("text=提案はまだありません");
    await tabTo(page, 'form input[type="text"]');
    await page.keyboard.type("歩数の反映");
    await page.keyboard.press("Tab");
    await page.keyboard.type("反映まで一日かかることが知られていない。");
    await page.keyboard.press("Tab");
    await page.keyboard.type("アプリのお知らせに、反映の時刻を載せる。");
    await pressOn(page, 'form button[type="submit"]');
    await page.waitForSelector("table >> text=歩数の反映");
    expect(await page.locator("form textarea").first().inputValue()).toBe("");
    await tabTo(page, 'table button[aria-haspopup="dialog"], table button[aria-haspopup="listbox"]');
    await openChoices(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await stores.proposals.all(programme.id))[0]?.history.length).toBe(2);
    expect(await stores.proposals.all(programme.id)).toMatchObject([
      {
        theme: "歩数の反映",
        history: [
          { state: "proposed", by: "LD01" },
          { state: "adopted", by: "LD01" },
        ],
      },
    ]);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
    await screenshot(page, "desk-proposals-1280");
    await context.close();
  });

  test("says in which field something is missing, and keeps the rest", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/proposals", { width: 1024 });
    await page.waitForSelector("form");
    await page.fill('form input[type="text"]', "受付時間");
    await page.click('form button[type="submit"]');
    await page.waitForSelector("form >> text=課題を入力してください。");
    expect(await page.inputValue('form input[type="text"]')).toBe("受付時間");
    expect(await scrollsSideways(page)).toBe(false);
    await context.close();
  });
});
