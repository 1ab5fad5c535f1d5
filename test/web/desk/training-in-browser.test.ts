import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  accessibilityProblems,
  openChoices,
  pressOn,
  scrollsSideways,
  tabTo,
} from "../../support/browser.ts";
import { answerField, contentField } from "../../support/desk-cases.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser("training");

const says = (text: string) => `.caller-says >> text=${text}`;

/** Begins a script of the list by keyboard; the telephone rings in the desk. */
async function begins(page: Page, title: string): Promise<void> {
  const button = page.locator(`button[aria-label="${title}の研修を始める"]`);
  await button.waitFor();
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=電話が鳴っています");
}

/** Presses a key of the training's telephone, by keyboard. */
async function presses(page: Page, text: string): Promise<void> {
  await pressOn(page, page.locator(`section[aria-label="研修の電話"] button:has-text("${text}")`));
}

async function choosesCategory(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole("button", { name: /^相談内容分類/ }));
  await openChoices(page);
  await page.keyboard.type(name);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

async function opensItsCase(page: Page): Promise<void> {
  await pressOn(page, 'a:has-text("この通話の案件を書く")');
  await contentField(page).waitFor();
}

async function writes(page: Page, content: string, answer: string): Promise<void> {
  await tabTo(page, contentField(page));
  await page.keyboard.type(content);
  await tabTo(page, answerField(page));
  await page.keyboard.type(answer);
  await page.keyboard.press("Control+s");
  await page.waitForSelector("text=案件に保存済み");
}

const outcomes = (page: Page, how: "できた" | "まだ") =>
  page.locator(".outcomes > li").filter({ has: page.getByText(how, { exact: true }) });

describe("training", () => {
  test("an operator takes a scripted call and reads what is still open; they mend it and look again, by keyboard", {
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
    await opensItsCase(page);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-training-talk-1280", { fullPage: true });
    await presses(page, "電話を切る");
    await page.waitForSelector("text=案件を書き終えたら押してください");
    await presses(page, "研修を終える");

    // One line was not heard, and nothing was written: the desk says calmly what is still open.
    await page.waitForSelector("h1:has-text('ふりかえり：機種変更のあとの引継ぎ')");
    await expect.poll(() => outcomes(page, "まだ").count()).toBe(7);
    expect(await outcomes(page, "できた").count()).toBe(0);
    expect(await page.locator("main").innerText()).toContain("話の途中で通話が終わりました（残り1つ）。");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-training-review-open-1280", { fullPage: true });

    await pressOn(page, 'main a[href^="#/cases/"] >> nth=-1');
    await contentField(page).waitFor();
    await page.keyboard.press("Alt+q");
    await page.keyboard.type("機種変更");
    await pressOn(page, page.getByRole("button", { name: /^機種変更をしました/ }));
    await pressOn(page, 'button[aria-label^="この回答を使う"]');
    await expect.poll(() => answerField(page).inputValue()).toContain("引き継げます");
    await choosesCategory(page, "登録情報の変更");
    await tabTo(page, contentField(page));
    await page.keyboard.type("機種変更のあと、ポイントが残るかを知りたい。");
    await page.keyboard.press("Control+s");
    await page.waitForSelector("text=案件に保存済み");
    await pressOn(page, 'button:has-text("完了にする") >> nth=0');
    await page.waitForSelector("text=対応を再開する");
    await page.goBack();
    await page.waitForSelector("h1:has-text('ふりかえり')");
    await pressOn(page, 'button:has-text("もう一度確かめる")');
    await expect.poll(() => outcomes(page, "できた").count()).toBe(6);
    expect(await outcomes(page, "まだ").innerText()).toContain("相談者の話を最後まで聞く");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("a script is done as the manual has it, on a narrow screen; the supervisor sees who has trained what", {
    timeout: 240_000,
  }, async () => {
    const { page, errors, context } = await desk.signedIn(browser, "op01", "#/training", { width: 360 });
    await begins(page, "聞こえにくい方からの電話");
    await presses(page, "電話に出る");
    await page.waitForSelector(says("もっと大きな声で"));
    await presses(page, "話した");
    await page.waitForSelector(says("耳が遠いんだから"));
    await presses(page, "話した");
    await page.waitForSelector("text=相談者の話は、これで終わりです。");
    expect(await scrollsSideways(page)).toBe(false);
    await opensItsCase(page);
    await choosesCategory(page, "歩数の計測");
    await writes(page, "歩数が増えない。", "画面を下に引いて取り込むことを、ゆっくり案内した。");
    await presses(page, "電話を切る");
    await page.waitForSelector("text=案件を書き終えたら押してください");
    await presses(page, "研修を終える");
    await page.waitForSelector("h1:has-text('ふりかえり：聞こえにくい方からの電話')");
    await expect.poll(() => outcomes(page, "できた").count()).toBe(6);
    expect(await outcomes(page, "まだ").count()).toBe(0);
    expect(await scrollsSideways(page)).toBe(false);
    await screenshot(page, "desk-training-review-360", { fullPage: true });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();

    const supervisor = await desk.signedIn(browser, "sv01", "#/training");
    const made = supervisor.page.getByRole("table", { name: "行った研修" });
    await made.getByText("聞こえにくい方からの電話").waitFor();
    const rows = await made.locator("tbody tr").allInnerTexts();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/OP01[^]*聞こえにくい方からの電話[^]*ありません/);
    expect(rows[1]).toMatch(/OP01[^]*機種変更のあとの引継ぎ[^]*相談者の話を最後まで聞く/);
    expect(await accessibilityProblems(supervisor.page)).toEqual([]);
    await screenshot(supervisor.page, "desk-training-made-1280", { fullPage: true });
    await supervisor.context.close();
  });
});
