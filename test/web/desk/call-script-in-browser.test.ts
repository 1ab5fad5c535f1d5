import { describe, expect, test } from "vitest";
import { accessibilityProblems, pressOn, scrollsSideways } from "../../support/browser.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();
const [script] = desk.service.programme.callScripts ?? [];

/** A desk at which a call rings whose caller chose that in the menu, as the telephone beside the desk says it. */
async function aRingingCall(menu: string, width: number) {
  const watched = await desk.signedIn(browser, "op01", "", { width });
  const call = { contactId: `chose ${menu}`, state: "ringing", menu };
  await watched.page.route("**/api/operators/op01", (route) => route.fulfill({ json: call }));
  await watched.page.reload();
  await watched.page.waitForSelector("text=この電話");
  return watched;
}

describe("案内の言葉", () => {
  test.each([1280, 360])(
    "of the former programme are before whoever answers its callers, at %i pixels",
    async (width) => {
      const { page, context, errors } = await aRingingCall("former", width);
      await page.waitForSelector(`text=${script!.title}`);
      expect(await page.locator(".script li").allInnerTexts()).toEqual(script!.sentences);
      expect(script!.sentences.length).toBeGreaterThan(0);
      for (const note of script!.notes) expect(await page.locator(`text=${note}`).count()).toBe(1);
      expect(await scrollsSideways(page)).toBe(false);
      expect(errors).toEqual([]);
      expect(await accessibilityProblems(page)).toEqual([]);
      if (width === 1280) {
        await pressOn(page, page.getByRole("button", { name: "更新" }).first());
        await page.waitForSelector(`text=${script!.title}`);
      }
      await screenshot(page, `desk-call-script-${width}`);
      await context.close();
    },
  );

  test("are not shown to whoever answers another's call", async () => {
    const { page, context } = await aRingingCall("points", 1280);
    await page.waitForSelector("text=ポイント・賞品");
    expect(await page.locator(".script").count()).toBe(0);
    await context.close();
  });
});
