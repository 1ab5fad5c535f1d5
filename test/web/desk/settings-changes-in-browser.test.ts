import { expect, test } from "vitest";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();

/** The part of the screen under a heading. */
const partOf = (name: string) => `form:has(button[aria-label^="${name}"])`;
const steps = partOf("長時間対応の通知");
const retry = partOf("折返し架電のかけ直し");
const reasonIn = (form: string) => `${form} input[type="text"] >> nth=-1`;

test("a supervisor changes by keyboard when LD and SV are told, is told what is wrong, and sees it in the history", async () => {
  const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/settings-changes");
  await page.waitForSelector("text=いま: 20分でLD、30分でSV、60分でLDとSV");
  await page.waitForSelector("text=まだ変えていません。");
  await tabTo(page, `${steps} input >> nth=0`);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("40");
  await tabTo(page, reasonIn(steps));
  await page.keyboard.type("早めに支えるため");
  await page.keyboard.press("Enter");
  await pressOn(page, '[role="dialog"] button:has-text("変える")');
  await page.waitForSelector('[role="alert"] >> text=通知までの時間は、前の段階より長くしてください。');
  expect(await page.inputValue(`${steps} input >> nth=0`)).toBe("40");
  await page.focus(`${steps} input >> nth=0`);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("15");
  await page.keyboard.press("Enter");
  await page.waitForSelector('[role="dialog"] >> text=15分でLD、30分でSV、60分でLDとSV');
  await pressOn(page, '[role="dialog"] button:has-text("変える")');
  await page.waitForSelector('[role="status"]:focus >> text=長時間対応の通知を今日から変えます。');
  await page.waitForSelector("text=いま: 15分でLD、30分でSV、60分でLDとSV");
  const history = page.locator("table", { hasText: "変えた人" });
  await history.locator("text=長時間対応の通知: 15分でLD、30分でSV、60分でLDとSV").waitFor();
  expect(await history.innerText()).toContain("早めに支えるため");
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(errors).toEqual([expect.stringContaining("400")]);
  await page.evaluate("scrollTo(0, 0)");
  await screenshot(page, "desk-settings-changes-1280", { fullPage: true });
  await context.close();
});

test("the rule of call backs is changed for a later day; the list of call backs keeps today's, and a reload keeps what was typed", async () => {
  const { page, context } = await desk.signedIn(browser, "sv01", "#/settings-changes");
  await page.fill(`${retry} input >> nth=0`, "5");
  await page.fill(reasonIn(retry), "つながりにくいため");
  await page.fill(`${retry} input[placeholder="YYYY/MM/DD"]`, "2024/08/01");
  await page.reload();
  await page.waitForSelector(retry);
  expect(await page.inputValue(`${retry} input >> nth=0`)).toBe("5");
  await page.click(`${retry} button[type="submit"]`);
  await page.click('[role="dialog"] button:has-text("変える")');
  await page.waitForSelector("text=2024/8/1(木) から: 5回まで、間隔は受付時間で60分");
  await page.waitForSelector("text=予定");
  await context.close();
});

test("an operator reads what holds on a narrow screen, and changes nothing", async () => {
  const { page, context } = await desk.signedIn(browser, "op01", "#/settings-changes", { width: 360 });
  await page.waitForSelector("text=いま: ");
  expect(await page.locator("form").count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
  expect(await accessibilityProblems(page)).toEqual([]);
  await context.close();
});
