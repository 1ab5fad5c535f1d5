import { expect, test } from "vitest";
import { accessibilityProblems, scrollsSideways } from "../../support/browser.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();

test("where residents call, the desk says where training is made, offers no caller and bears no banner", async () => {
  const { page, errors, context } = await desk.signedIn(browser, "op01", "#/training", { width: 360 });
  await page.waitForSelector("text=npm start -- --training");
  await page.waitForSelector("text=機種変更のあとの引継ぎ");
  expect(await page.locator('button:has-text("始める")').count()).toBe(0);
  expect(await page.locator(".training-banner").count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  await screenshot(page, "desk-training-elsewhere-360", { fullPage: true });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
