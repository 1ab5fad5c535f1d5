import { describe, expect, test } from "vitest";
import { auditLogOf, callbacksOf } from "../../../lambdas/edge/composition.ts";
import { requestCallbackHandler } from "../../../lambdas/request-callback.ts";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { printed } from "../../support/desk-cases.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";
import { aFlowQuestion, context as lambda } from "../../support/world.ts";
import { openCallbacks } from "../../support/open-callbacks.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme, stores } = desk.service;

const worldAt = (time: string) => desk.service.worldAt({ now: () => at(time) });

/** Two callers ask to be called back, at 9:10 and at 9:30; it is 10:00. */
async function askedAt(time: string, contactId: string, number: string): Promise<string> {
  const ask = requestCallbackHandler(worldAt(time));
  await ask(aFlowQuestion({ step: "keep", number }, { contactId, address: number }), lambda);
  const cases = await stores.cases.ofDay(programme.id, "2024-07-16");
  const kept = cases.find(({ origin }) => origin.kind === "call" && origin.contactId === contactId);
  if (!kept) throw new Error("There is no case.");
  return kept.receiptNumber;
}
const first = await askedAt("2024-07-16T09:10", "c-1", "+819012345678");
const second = await askedAt("2024-07-16T09:30", "c-2", "+819087654321");

describe("折返し架電", () => {
  test("shows who is owed a call, the most urgent first, and no number", async () => {
    for (const width of [1280, 1024]) {
      const { page, context, errors } = await desk.signedIn(browser, "op01", "#/callbacks", { width });
      await page.waitForSelector("table a");
      expect(await page.locator("table a").allInnerTexts()).toEqual([first, second].map(printed));
      const text = await page.locator("main").innerText();
      expect(text).toContain("今日の架電 0件、通話 0件 0分、通話料はおよそ0円");
      expect(text).not.toMatch(/090|\+81/);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(errors).toEqual([]);
      if (width === 1280) await screenshot(page, "desk-callbacks-1280");
      await context.close();
    }
  });

  test("is worked through by keyboard: the number on demand, busy, again after the wait, reached", async () => {
    await desk.setClock(at("2024-07-16T10:00"));
    const { page, context, errors } = await desk.signedIn(browser, "op01", "#/callbacks");
    const open = async () => {
      const button = `button[aria-label="${printed(first)} の架電を開く"]`;
      await page.waitForSelector(button);
      await pressOn(page, button);
      await page.waitForSelector(`h2:has-text("${printed(first)} に架電")`);
    };
    const press = async (name: string) => {
      await page.waitForSelector(`button:has-text("${name}")`);
      await pressOn(page, `button:has-text("${name}")`);
    };
    await open();
    await press("電話番号を表示");
    await page.waitForSelector('a[href="tel:+819012345678"] >> text=09012345678');
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-callback-1280");
    const audited = await auditLogOf(worldAt("2024-07-16T10:00")).ofDay(programme.id, "2024-07-16");
    expect(audited).toContainEqual(
      expect.objectContaining({ staff: "OP01", action: "readCallbackNumber", receiptNumber: first }),
    );
    await press("話し中");
    await page.waitForSelector("text=架電の結果「話し中」を記録しました");
    await page.waitForSelector("text=から架電できます");
    expect(await page.locator('button:has-text("電話番号を表示")').isDisabled()).toBe(true);

    await desk.setClock(at("2024-07-16T13:00"));
    await press("更新");
    await expect.poll(() => page.locator('button:has-text("電話番号を表示")').isEnabled()).toBe(true);
    await press("通話できた");
    await page.waitForSelector("text=架電の結果「通話できた」を記録しました");
    await expect.poll(() => page.locator("table a").allInnerTexts()).toEqual([printed(second)]);
    const kept = await stores.cases.find(programme.id, first, "2024-07-16");
    expect(kept?.status).toBe("in-progress");
    expect(kept?.history.map(({ what }) => what)).toEqual([
      "opened",
      "callback-requested",
      "callback-attempted",
      "callback-attempted",
      "called-back",
    ]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("is promised from a case: a number that is none is said, stays to be put right, and is not shown again", async () => {
    await desk.setClock(at("2024-07-16T13:00"));
    const { page, context, errors } = await desk.signedIn(browser, "op01", `#/cases/${first}/callback`);
    await page.waitForSelector("text=折り返す電話番号");
    expect(await accessibilityProblems(page)).toEqual([]);
    await tabTo(page, "main input");
    await page.keyboard.type("0901");
    await pressOn(page, 'button:has-text("折返し架電を登録")');
    await page.waitForSelector("main [role='alert'], main [class*='error']");
    expect(await page.inputValue("main input")).toBe("0901");
    await page.fill("main input", "090-1234-5678");
    await page.focus('button:has-text("折返し架電を登録")');
    await page.keyboard.press("Enter");
    await page.waitForSelector(`table a:has-text("${printed(first)}")`);
    expect(await page.locator("main").innerText()).not.toMatch(/090/);
    expect(errors).toEqual([expect.stringContaining("400")]);
    const open = await openCallbacks(callbacksOf(worldAt("2024-07-16T13:00")), programme.id);
    expect(open.map(({ number }) => number).sort()).toEqual(["+819012345678", "+819087654321"]);
    await context.close();
  });

  test("is closed by hand with a reason; who is on a list that has grown old is told", async () => {
    await desk.setClock(at("2024-07-16T13:00"));
    const one = await desk.signedIn(browser, "op01", "#/callbacks");
    const other = await desk.signedIn(browser, "ld01", "#/callbacks");
    for (const { page } of [one, other]) {
      await page.click(`button[aria-label="${printed(second)} の架電を開く"]`);
      await page.click('button:has-text("選んでください")');
      await page.click('[role="option"]:has-text("不要")');
    }
    await one.page.click('button:has-text("折返し架電を終了")');
    await one.page.waitForSelector("text=折返し架電を終了しました");
    await expect.poll(() => one.page.locator("table a").allInnerTexts()).toEqual([printed(first)]);
    await other.page.click('button:has-text("折返し架電を終了")');
    await other.page.waitForSelector(
      '[role="alert"] >> text=折返し架電は残っていません。一覧を読み直してください',
    );
    expect(await openCallbacks(callbacksOf(worldAt("2024-07-16T13:00")), programme.id)).toHaveLength(1);
    expect((await stores.cases.find(programme.id, second, "2024-07-16"))?.history.at(-1)).toMatchObject({
      what: "callback-closed",
      by: "OP01",
      outcome: "not-wanted",
    });
    await one.context.close();
    await other.context.close();
  });
});
