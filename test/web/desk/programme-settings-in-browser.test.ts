import { describe, expect, test } from "vitest";
import { accessibilityProblems, pressOn, scrollsSideways } from "../../support/browser.ts";
import { picture } from "../../support/desk-cases.ts";
import { aDeskInBrowser } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme } = desk.service;

describe("設定", () => {
  test("show what the programme is set to, without a whole address, and lead by keyboard to what can be changed", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/programme-settings");
    await page.waitForSelector("text=相談内容分類");
    const shown = await page.locator("main").innerText();
    for (const { name } of programme.categories) expect(shown).toContain(name);
    for (const { afterMinutes } of programme.longCalls.steps)
      expect(shown).toContain(`${afterMinutes}分を超えた電話`);
    expect(shown).toContain("平日 09:00〜17:00");
    const addresses = [...programme.report.deliverTo, ...programme.report.remindTo];
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(shown).not.toContain(address);
    expect(shown).toContain(`•••${addresses[0]!.slice(addresses[0]!.indexOf("@"))}`);
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "desk-programme-settings-1280");
    await pressOn(page, page.getByRole("link", { name: "変える画面を開く: 契約と受付時間" }));
    await page.waitForSelector("text=休業や時間の変更");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("can be read by a leader on a narrow screen", async () => {
    const { page, context } = await desk.signedIn(browser, "ld01", "#/programme-settings", { width: 360 });
    await page.waitForSelector("text=個人情報の保存期間");
    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    await context.close();
  });
});
