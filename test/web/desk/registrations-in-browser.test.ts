import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { caseOfCall } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { registrationLogOf } from "../../../lambdas/edge/composition.ts";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme, stores } = desk.service;

const receiptNumber = receiptNumberOf("2024-07-16", "call c");
await stores.cases.open(
  caseOfCall({ programme: programme.id, receiptNumber, contactId: "c", arrivedAt: at("2024-07-16T09:30") }),
);
const logged = () =>
  registrationLogOf(desk.service.worldAt({ now: () => at("2024-07-16T10:00") })).all(programme.id);

/** Ticks what has this name, by keyboard. */
async function tick(page: Page, name: string): Promise<void> {
  await page.getByLabel(name, { exact: true }).focus();
  await page.keyboard.press("Space");
}

describe("登録情報の操作", () => {
  test("is written down by keyboard; what is missing is said and nothing typed is lost", {
    timeout: 60_000,
  }, async () => {
    for (const width of [1024, 1280]) {
      const { page, context, errors } = await desk.signedIn(
        browser,
        "op01",
        `#/cases/${receiptNumber}/registrations`,
        { width },
      );
      await page.waitForSelector("text=新しい操作");
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(errors).toEqual([]);
      await context.close();
    }
    const { page, context } = await desk.signedIn(browser, "op01", `#/cases/${receiptNumber}/registrations`);
    await page.waitForSelector("text=新しい操作");
    await tick(page, "登録全体（退会）");
    await tick(page, "削除の申請");
    await tabTo(page, "textarea");
    await page.keyboard.type("退会の希望");
    await pressOn(page, 'button:has-text("操作を記録")');
    await page.waitForSelector('[role="alert"] >> text=本人確認「氏名とフリガナ」を済ませてから');
    expect(await page.inputValue("textarea")).toBe("退会の希望");
    for (const { name } of programme.registration.identitySteps) await tick(page, name);
    await screenshot(page, "desk-registrations-1280");
    await page.focus('button:has-text("操作を記録")');
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=「削除の申請」を記録しました。");
    await page.waitForSelector("li >> text=退会の希望");
    expect(await page.inputValue("textarea")).toBe("");
    expect(await logged()).toMatchObject([{ what: "deletion-requested", by: "OP01", receiptNumber }]);
    await context.close();
  });

  test("that deletes is confirmed by somebody else", { timeout: 60_000 }, async () => {
    const own = await desk.signedIn(browser, "op01", "#/deletions");
    await own.page.waitForSelector("text=自分の申請は確認できません");
    await own.context.close();
    const { page, context, errors } = await desk.signedIn(browser, "ld01", "#/deletions");
    await page.waitForSelector("text=退会の希望");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-deletions-1280");
    await tabTo(page, "main input");
    await page.keyboard.type("申請の内容を本人の申し出と照らした。");
    await pressOn(page, 'button:has-text("確認した")');
    await page.waitForSelector("text=確認を待っている削除はありません。");
    expect((await logged()).map(({ what, by }) => `${what} ${by}`)).toEqual([
      "deletion-requested OP01",
      "deletion-confirmed LD01",
    ]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
