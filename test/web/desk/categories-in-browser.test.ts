import { expect, test } from "vitest";
import { caseOfWebForm } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import {
  accessibilityProblems,
  openChoices,
  openPage,
  pressOn,
  scrollsSideways,
  tabTo,
} from "../../support/browser.ts";
import { settingsOf } from "../../../lambdas/edge/composition.ts";
import { changeCategory } from "../../../usecases/settings/change-category.ts";
import { at } from "../../support/contacts.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";
import { valueOf } from "../../support/desk-work.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme, stores } = desk.service;

const withStopped = receiptNumberOf("2024-07-16", "categories");
await stores.cases.open(
  caseOfWebForm({
    programme: programme.id,
    receiptNumber: withStopped,
    submissionId: "categories",
    receivedAt: at("2024-07-16T09:30"),
    category: "C07",
    content: "ランキングはいつ出ますか。",
    attributes: {},
    replyTo: { by: "none" },
  }),
);

const reasonField = 'form input[placeholder^="例: 県"]';

test("a category is added by keyboard, and not without a reason", async () => {
  const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/categories");
  const row = (code: string) => page.locator("tr", { hasText: code }).first();
  await row("C16").waitFor();
  await page.waitForSelector("text=まだ変えていません。");

  await pressOn(page, 'button:has-text("分類を加える")');
  await page.keyboard.type("スタンプラリー");
  await pressOn(page, 'form button:has-text("内容を確かめる")');
  await pressOn(page, '[role="dialog"] button:has-text("加える")');
  await page.waitForSelector('[role="alert"] >> text=変える理由を200文字以内で入力してください。');
  expect(await page.inputValue('form input[type="text"] >> nth=0')).toBe("スタンプラリー");
  await tabTo(page, reasonField);
  await page.keyboard.type("新しい催しが始まるため");
  await page.keyboard.press("Enter");
  await pressOn(page, '[role="dialog"] button:has-text("加える")');
  await page.waitForSelector('[role="status"]:focus >> text=分類「スタンプラリー」を今日から加えます。');
  await row("C17").locator("text=スタンプラリー").waitFor();
  // The one that was refused for want of a reason.
  expect(errors).toEqual([expect.stringContaining("400")]);
  await context.close();
});

test("one is renamed by keyboard for a later day", async () => {
  const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/categories");
  await pressOn(page, page.locator('button[aria-label^="C04 "]'));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("歩数");
  await tabTo(page, 'form input[placeholder="YYYY/MM/DD"]');
  await page.keyboard.press("Control+A");
  await page.keyboard.type("2024/08/01");
  await tabTo(page, reasonField);
  await page.keyboard.type("言い方を短くするため");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.evaluate("scrollTo(0, 0)");
  await screenshot(page, "desk-category-form-1280", { fullPage: true });
  await page.keyboard.press("Enter");
  await page.waitForSelector('[role="dialog"] >> text=いまの名前「歩数の計測・反映」から変わります。');
  await pressOn(page, '[role="dialog"] button:has-text("変える")');
  const row = page.locator("tr", { hasText: "C04" }).first();
  await row.locator("text=2024/8/1(木) から 「歩数」、使う").waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test("one is stopped by keyboard, and all of it is written down", async () => {
  const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/categories");
  await pressOn(page, page.locator('button[aria-label^="C06 "]'));
  await tabTo(page, 'form input[type="radio"][value="form"]');
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, reasonField);
  await page.keyboard.type("抽選が終わったため");
  await page.keyboard.press("Enter");
  await pressOn(page, '[role="dialog"] button:has-text("変える")');
  await page.locator("tr", { hasText: "C06" }).first().locator("text=使わない").waitFor();

  const history = page.locator("table", { hasText: "変えた人" });
  await history.locator("text=C06「抽選・賞品の発送」の使用を中止").waitFor();
  expect(await history.innerText()).toContain("C17「スタンプラリー」を追加");
  expect(await history.innerText()).toContain("SV01");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.evaluate("scrollTo(0, 0)");
  await screenshot(page, "desk-categories-1280", { fullPage: true });
  expect(errors).toEqual([]);
  await context.close();
});

test("a category that is stopped is offered by no form and no case; a case that has it keeps it", async () => {
  const { settingChanges, settingsInForce } = settingsOf(
    desk.service.worldAt({ now: () => at("2024-07-16T10:00") }),
  );
  const services = {
    programme,
    settingChanges,
    settingsInForce,
    clock: { now: () => at("2024-07-16T10:00") },
  };
  const entered = {
    easy: "",
    english: "",
    isDeskOnly: false,
    from: "2024-07-16",
    reason: "終了",
    staff: "SV01",
  };
  const change = changeCategory(services);
  valueOf(await change({ ...entered, code: "C07", name: "ランキング", isOffered: false, seen: 0 }));
  valueOf(await change({ ...entered, name: "クーポン", isOffered: true, seen: 0 }));
  const { page, context, errors } = await desk.signedIn(browser, "op01", `#/cases/${withStopped}`);
  await page.waitForSelector("text=ランキング（いまは選べません）");
  await tabTo(page, page.getByRole("button", { name: /^相談内容分類 / }));
  await openChoices(page);
  await page.locator('[role="option"]:visible', { hasText: "クーポン" }).waitFor();
  expect(errors).toEqual([]);
  await context.close();

  const form = await openPage(browser, `${desk.address}/form`, { width: 360 });
  const options = await form.page.locator('select[name="category"] option').allInnerTexts();
  expect(options).toContain("クーポン");
  expect(options).toContain("ポイントの付与・失効");
  expect(options.filter((name) => name.includes("ランキング"))).toEqual([]);
  await form.context.close();
});

test("of two who change one category at once the second is told, and what they typed is still there", async () => {
  const open = () => desk.signedIn(browser, "sv01", "#/categories");
  const [one, other] = [await open(), await open()];
  for (const [{ page }, name] of [
    [one, "苦情・要望"],
    [other, "ご意見"],
  ] as const) {
    await page.click('button[aria-label^="C14 "]');
    await page.fill('form input[type="text"] >> nth=0', name);
    await page.fill(reasonField, "見直し");
  }
  await one.page.click('button:has-text("内容を確かめる")');
  await one.page.click('[role="dialog"] button:has-text("変える")');
  await one.page.waitForSelector('[role="status"] >> text=C14を今日から変えます。');
  await other.page.click('button:has-text("内容を確かめる")');
  await other.page.click('[role="dialog"] button:has-text("変える")');
  await other.page.waitForSelector('[role="alert"] >> text=ほかの人がこの設定を変えました。');
  expect(await other.page.inputValue('form input[type="text"] >> nth=0')).toBe("ご意見");
  await other.page.locator("td, th", { hasText: "苦情・要望" }).first().waitFor();
  await one.context.close();
  await other.context.close();
});

test("an operator reads what is offered and why on a narrow screen, and changes nothing", async () => {
  const { page, context } = await desk.signedIn(browser, "op01", "#/categories", { width: 360 });
  await page.locator("td, th", { hasText: "その他" }).first().waitFor();
  expect(await page.locator('button:has-text("変える")').count()).toBe(0);
  expect(await page.locator('button:has-text("分類を加える")').count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  await screenshot(page, "desk-categories-360");
  expect(await accessibilityProblems(page)).toEqual([]);
  await context.close();
});
