import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  accessibilityProblems,
  openChoices,
  pressOn,
  scrollsSideways,
  tabTo,
} from "../../support/browser.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser("training");

const says = (text: string) => `.caller-says >> text=${text}`;

/** Goes to the list of scripts and begins one, by keyboard; the telephone rings in the desk. */
async function begins(page: Page, title: string): Promise<void> {
  await page.waitForSelector("h2 >> text=台本を選ぶ");
  const button = page.locator(`button[aria-label="${title}の研修を始める"]`);
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=電話が鳴っています");
}

async function presses(page: Page, text: string): Promise<void> {
  const button = page.locator(`section[aria-label="研修の電話"] button:has-text("${text}")`);
  await tabTo(page, button);
  await page.keyboard.press("Enter");
}

describe("training", () => {
  test("an operator takes a scripted call, writes the case, and reads how it went, by keyboard; what was missed is mended", {
    timeout: 240_000,
  }, async () => {
    const { page, errors, context } = await desk.signedIn(browser, "op01", "#/training");
    await page.waitForSelector("text=機種変更のあとの引継ぎ");
    expect(await page.locator(".training-banner").innerText()).toContain("県への報告に入りません");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-training-room-1280", { fullPage: true });

    await begins(page, "機種変更のあとの引継ぎ");
    // As with every call, the desk shows who calls.
    await page.waitForSelector("text=着信中です");
    await page.waitForSelector("text=初めての方");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-training-rings-1280");
    await presses(page, "電話に出る");
    await page.waitForSelector(says("スマホを新しくした"));
    await page.waitForSelector("text=通話中");
    await presses(page, "話した");
    await page.waitForSelector(says("前のスマホは、もうお店に返して"));
    await presses(page, "保留にする");
    await page.waitForSelector("text=保留中");
    await presses(page, "保留から戻る");
    await page.waitForSelector("text=話しています");

    await pressOn(page, 'a:has-text("この通話の案件を書く")');
    await page.waitForSelector("h1:has-text('相談案件')");
    await screenshot(page, "desk-training-case-1280", { fullPage: true });
    await presses(page, "話した");
    await page.waitForSelector("text=相談者の話は、これで終わりです。");
    await presses(page, "電話を切る");
    await page.waitForSelector("text=案件を書き終えたら押してください");
    await presses(page, "研修を終える");

    // Nothing was written: the desk says calmly what is still open.
    await page.waitForSelector("h1:has-text('ふりかえり：機種変更のあとの引継ぎ')");
    await page.waitForSelector("text=相談者の話を最後まで聞く");
    expect(await page.locator(".outcomes li:has-text('まだ')").count()).toBeGreaterThan(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-training-review-open-1280", { fullPage: true });
    expect(errors).toEqual([]);
    await context.close();
  });
});

void openChoices;
void scrollsSideways;
