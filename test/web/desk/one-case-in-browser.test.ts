import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  accessibilityProblems,
  choose,
  openPage,
  pressOn,
  scrollsSideways,
  tabTo,
} from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { picture } from "../../support/desk-cases.ts";
import { aDeskInBrowser } from "../../support/desk-in-browser.ts";

/**
 * One case from the ringing call to the month's list, through screens alone: whatever is done here is a key that somebody
 * presses in a browser. The first page of this machine is the resident's telephone, the agent workspace's telephone and the
 * schedule that makes reports.
 */

const { desk, browser } = await aDeskInBrowser();

/** What a person sees is sound for everybody; its picture is for the documents. */
async function looks(page: Page, name: string): Promise<void> {
  expect(await accessibilityProblems(page), name).toEqual([]);
  expect(await scrollsSideways(page), name).toBe(false);
  await picture(page, `one-case-${name}`, 1200);
}

/** The first page, whose telephone's time goes on only when a key is pressed. */
async function aTelephone() {
  const watched = await openPage(browser, `${desk.address}/`, { width: 1280 });
  const { page } = watched;
  await page.locator("#cases-count:not(:empty)").waitFor();
  await tabTo(page, "#runs-by-itself");
  await page.keyboard.press("Space");
  const press = async (id: string): Promise<void> => {
    await page.waitForSelector(`#${id}:not([disabled], [aria-disabled])`);
    await pressOn(page, `#${id}`);
    await page.waitForSelector(`#${id}:not([aria-disabled])`);
  };
  /** Goes on from one announcement to the next until a telephone's state is that. */
  const goOnUntil = async (state: string): Promise<void> => {
    for (let steps = 0; (await page.textContent("#call-state")) !== state; steps++) {
      if (steps > 20) throw new Error(`The call does not come to: ${state}`);
      await press("next");
    }
  };
  return { ...watched, press, goOnUntil };
}

/** Somebody signs in at the desk's first page, by keyboard. */
async function signsIn(userName: string) {
  const watched = await openPage(browser, `${desk.address}/desk/`, { width: 1280 });
  await pressOn(watched.page, `button[value="${userName}"]`);
  await watched.page.waitForSelector("#desk-top");
  await watched.page.waitForSelector("h1");
  return watched;
}

/** Goes to a screen by the menu, which may be folded away. */
async function goes(page: Page, path: string, until: string): Promise<void> {
  const link = page.locator(`nav a[href="#/${path}"]`);
  if (!(await link.isVisible())) await pressOn(page, 'button[aria-label="サイドナビゲーションを開く"]');
  await pressOn(page, link);
  await page.waitForSelector(until);
}

/** Goes from a table's headings down to its first row, and opens it. */
async function opensFirstRow(page: Page): Promise<void> {
  await tabTo(page, page.locator("table th[scope=col]:first-child").last());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

test("a call rings, its case is written, asked of the prefecture, answered, called back, closed, and stands in the month's list", {
  timeout: 240_000,
}, async () => {
  const telephone = await aTelephone();
  const operator = await signsIn("op01");
  const { page } = operator;

  // It rings, and is taken.
  await telephone.press("dial");
  await telephone.goOnUntil("オペレータを待っています");
  await page.waitForSelector("text=着信中です");
  await page.waitForSelector("text=初めての方");
  await looks(page, "1-rings");
  await telephone.press("answer");
  await telephone.goOnUntil("オペレータと話しています");
  await page.waitForSelector("text=通話中");

  // Its case is written while they talk.
  const write = page.locator('a:has-text("この通話の案件を書く")');
  await write.waitFor();
  await pressOn(page, write);
  await page.waitForSelector("textarea");
  const printed = /\d{4}-\d{4}-\d{4}/.exec(await page.locator("h1").innerText())?.[0] ?? "";
  await tabTo(page, page.getByRole("textbox", { name: "相談内容", exact: true }));
  await page.keyboard.type("ポイントの交換先を増やしてほしい。");
  await choose(page, "市町村", 1, "川口");
  await choose(page, "相談内容分類", 1, "ポイント");
  await page.keyboard.press("Control+s");
  await page.waitForSelector("text=案件に保存済み");
  await looks(page, "2-written");

  // It is outside the manual: the prefecture is asked, and the caller told so.
  await page.keyboard.press("Alt+n");
  await page.keyboard.type("交換先を増やす予定はありますか。");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("section[aria-label=照会1]");
  await page.waitForSelector("text=停止中");
  await looks(page, "3-asked");
  await telephone.press("forward-60");
  await telephone.press("caller-hangs-up");
  await telephone.page.waitForSelector("text=電話は終わりました");
  await page.waitForSelector("text=通話が終わりました");
  await pressOn(page, 'button:has-text("通話の表示を閉じる")');

  // A supervisor looks whether the question names anybody.
  const supervisor = await signsIn("sv01");
  await goes(supervisor.page, "texts-to-release", "text=照会1の質問");
  await looks(supervisor.page, "4-released");
  for (const text of ["相談内容", "照会1の質問"])
    await pressOn(supervisor.page, `button[aria-label="この案で公開する: ${printed} ${text}"]`);
  await expect.poll(() => supervisor.page.locator("text=公開しました").count()).toBe(2);

  // The prefecture answers.
  const officer = await signsIn("pref01");
  await goes(officer.page, "questions", "textarea");
  expect(await officer.page.locator("main").innerText()).toContain("交換先を増やす予定はありますか。");
  await tabTo(officer.page, "textarea");
  await officer.page.keyboard.type("来年度に検討します。");
  await looks(officer.page, "5-answer");
  await pressOn(officer.page, 'button:has-text("回答を送る")');
  await officer.page.waitForSelector('[role="status"] >> text=回答を送りました');

  // The operator sees it, and promises to call back.
  await page.waitForSelector("text=来年度に検討します。");
  await pressOn(page, 'button:has(:text("回答内容に写す"))');
  await page.keyboard.press("Control+s");
  await page.waitForSelector("text=案件に保存済み");
  await looks(page, "6-answered");
  await pressOn(page, 'a:has-text("折返し架電を約束")');
  await page.waitForSelector("text=折り返す電話番号");
  await tabTo(page, "main input");
  await page.keyboard.type("090-1234-5678");
  await looks(page, "7-promised");
  await pressOn(page, 'button:has-text("折返し架電を登録")');

  // The call back: the operator dials what the screen says, and the resident answers.
  const opening = page.locator(`button[aria-label="${printed} の架電を開く"]`);
  await opening.waitFor();
  await pressOn(page, opening);
  await pressOn(page, 'button:has-text("電話番号を表示")');
  await page.waitForSelector('a[href="tel:+819012345678"]');
  await telephone.press("call-out");
  await telephone.goOnUntil("オペレータと話しています");
  await page.waitForSelector("text=通話中");
  await looks(page, "8-call-back");
  await pressOn(page, 'button:has-text("通話できた")');
  await page.waitForSelector("text=架電の結果「通話できた」を記録しました");

  // The resident is told, and the case is closed.
  await goes(page, "cases", "table");
  await tabTo(page, 'main input[type="text"], main input[inputmode="numeric"]');
  await page.keyboard.type(printed);
  await page.keyboard.press("Enter");
  await page.waitForSelector("textarea");
  await pressOn(page, 'button:has(:text("照会1の回答を相談者に伝えた"))');
  await page.waitForSelector("text=対応を再開する");
  await telephone.press("operator-hangs-up");
  await telephone.page.waitForSelector("text=電話は終わりました");
  await looks(page, "9-closed");
  const history = await page.locator("ol.history[reversed] li").allInnerTexts();
  expect(history.map((line) => line.replace(/^.*?\d+:\d+ /, "")).reverse()).toEqual([
    "受け付けました",
    "相談内容分類・相談内容・市町村を書きました（OP01）",
    "照会しました（OP01）",
    "文面の公開を決めました（SV01）",
    "文面の公開を決めました（SV01）",
    "照会に回答がありました（PREF01）",
    "回答内容を書きました（OP01）",
    "折返しの希望を受けました（OP01）",
    "折返し架電をしました（OP01）",
    "折返し架電がつながりました",
    "相談者に回答しました（OP01）",
  ]);

  // The month is over: the report is made, approved, and taken by the prefecture.
  await desk.setClock(at("2024-08-01T10:00"));
  await pressOn(telephone.page, "#report-form button");
  await telephone.page.waitForSelector("text=を作成しました");
  await goes(supervisor.page, "report-drafts", "table a");
  await opensFirstRow(supervisor.page);
  await supervisor.page.waitForSelector("h1 >> text=第1版");
  await looks(supervisor.page, "10-report");
  await pressOn(supervisor.page, 'button:has-text("承認する")');
  await pressOn(supervisor.page, '[role="dialog"] button:has-text("承認して県に知らせる")');
  await supervisor.page.waitForSelector("text=承認済（県に通知済）");
  await goes(officer.page, "reports", "table a");
  await opensFirstRow(officer.page);
  await officer.page.waitForSelector("text=指標の定義");
  await looks(officer.page, "11-month");
  const [download] = await Promise.all([
    officer.page.waitForEvent("download"),
    pressOn(officer.page, 'button[aria-label="03_応対一覧.csv を受け取る"]'),
  ]);
  const rows: Record<string, string>[] = parse(await readFile(await download.path()), {
    bom: true,
    columns: true,
  });
  // Talked for a minute, and written up for another.
  expect(rows).toEqual([
    expect.objectContaining({
      受付日時: "2024-07-16 10:00",
      受付番号: printed,
      受付方法: "電話",
      市町村: "川口市",
      相談内容分類: "ポイントの付与・失効",
      相談内容: "ポイントの交換先を増やしてほしい。",
      対応状況: "完了",
      "対応時間（秒）": "120",
      担当者: "OP01",
    }),
  ]);

  for (const { errors, context } of [telephone, operator, supervisor, officer]) {
    expect(errors).toEqual([]);
    await context.close();
  }
});
