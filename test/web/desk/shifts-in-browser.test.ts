import { describe, expect, test } from "vitest";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();

describe("申し送り", () => {
  test("is written by keyboard by one shift, and read by the next", async () => {
    const leader = await desk.signedIn(browser, "ld01", "#/shift-notes");
    await leader.page.waitForSelector("text=申し送りはありません。");
    await tabTo(leader.page, "textarea");
    await leader.page.keyboard.type("アプリの障害は復旧しました。問い合わせは照会せずに答えられます。");
    await pressOn(leader.page, 'button:has-text("申し送る")');
    await leader.page.waitForSelector("ol >> text=アプリの障害は復旧しました");
    expect(await leader.page.inputValue("textarea")).toBe("");
    expect(await accessibilityProblems(leader.page)).toEqual([]);
    expect(leader.errors).toEqual([]);
    await screenshot(leader.page, "desk-shift-notes-1280");
    await leader.context.close();
    const operator = await desk.signedIn(browser, "op01", "#/shift-notes", { width: 1024 });
    await operator.page.waitForSelector("ol >> text=LD01");
    expect(await scrollsSideways(operator.page)).toBe(false);
    await operator.context.close();
  });

  test("keeps what was typed where nothing comes back, and says what is missing", async () => {
    const { page, context } = await desk.signedIn(browser, "op01", "#/shift-notes");
    await page.waitForSelector("textarea");
    await page.click('button:has-text("申し送る")');
    await page.waitForSelector("text=申し送りを入力してください。");
    await page.fill("textarea", "まだ送れていない申し送り");
    await context.setOffline(true);
    await page.click('button:has-text("申し送る")');
    await page.waitForSelector('[role="alert"] >> text=サーバーにつながりません');
    expect(await page.inputValue("textarea")).toBe("まだ送れていない申し送り");
    await context.close();
  });
});

describe("勤務表", () => {
  test("warns where an LD or an SV is missing, until a supervisor has planned both by keyboard", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/shifts");
    const day = page.locator("tr", { hasText: "2024/7/16" });
    await day.locator("text=09:00〜17:00 LD・SVがいません").waitFor();
    expect(await page.locator("tr", { hasText: "2024/7/20" }).innerText()).toContain("休業日");
    await tabTo(page, 'form input[type="text"]:not([placeholder])');
    await page.keyboard.type("sv01 op01");
    await page.keyboard.press("Enter");
    await day.locator("text=09:00〜17:00 LDがいません").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.type(" ld01");
    await page.keyboard.press("Enter");
    await day.locator("text=LD・SVがいます").waitFor();
    expect(await day.innerText()).toContain("SV01、OP01、LD01");
    await page.evaluate("scrollTo(0, 0)");
    await screenshot(page, "desk-shifts-1280");
    await pressOn(page, 'button:has-text("取り消す")');
    await day.locator("text=LD・SVがいません").waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test("says what is wrong with a shift and keeps what was entered; an operator only reads", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/shifts", { width: 1024 });
    await page.waitForSelector("form");
    await page.fill('form input[type="text"]:not([placeholder])', "花子");
    await page.click('button:has-text("勤務を入れる")');
    await page.waitForSelector('[role="alert"] >> text=「花子」は職員コードではありません');
    expect(await scrollsSideways(page)).toBe(false);
    await context.close();
    const operator = await desk.signedIn(browser, "op01", "#/shifts");
    await operator.page.waitForSelector("text=がいません");
    expect(await operator.page.locator("form").count()).toBe(0);
    await operator.context.close();
  });
});
