import { createServer } from "node:net";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import lighthouse from "lighthouse";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityProblems, openPage, scrollsSideways } from "../../support/browser.ts";
import { fill } from "./filling-in.ts";
import { aFormInBrowser } from "./form-before-browser.ts";

const debuggingPort = await freePort();
const { browser, server } = await aFormInBrowser([`--remote-debugging-port=${debuggingPort}`]);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}

/** The rules of axe-core for WCAG 2.0 to 2.2, levels A and AA, that `accessibilityProblems` runs. */
const rulesRun = 'axe.getRules(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]).length';

/** No problem for axe, nothing sideways, and every target at least 24 px (WCAG 2.5.8; axe looks at it too). */
async function look(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(rulesRun)).toBeGreaterThanOrEqual(60);
  expect(await scrollsSideways(page)).toBe(false);
}

/** Every page and every state of it, one after the other; how many there were. */
async function walk(page: Page, language: "ja" | "easy" | "en", script: boolean): Promise<number> {
  let states = 0;
  const see = async () => {
    states++;
    await look(page);
  };
  await see();
  await page.locator("summary").click();
  await see();
  await page.locator("form .main-button").click();
  await page.locator("#problems:visible").waitFor();
  await see();
  await page.locator("#replyBy-telephone").check();
  await see();
  await fill(page);
  await page.locator("form .main-button").click();
  await page
    .locator("h1:visible", { has: page.locator(":scope") })
    .first()
    .waitFor();
  await (script ? page.locator("#check:visible") : page.locator("form[action=inquiries]")).waitFor();
  await see();
  server.answerWith("fault");
  const send = page.locator(script ? "#send" : ".main-button");
  await send.click();
  await (script ? page.locator("#failure:visible").waitFor() : page.waitForURL("**/inquiries"));
  await see();
  server.answerWith("own judgement");
  await (script ? page.locator("#send") : page.locator(".main-button")).click();
  await page.locator("#receipt:visible").waitFor();
  await see();
  await page.goto(`${server.statusAddress}?language=${language}`);
  await see();
  await page.locator(".main-button").click();
  await page.locator("#problem").waitFor();
  await see();
  await page.locator("#receiptNumber").fill("4198-4829-1374");
  await page.locator("#contact").fill("namae@example.jp");
  await page.locator(".main-button").click();
  await page.locator(".result").waitFor();
  await see();
  return states;
}

const cases = [
  { width: 360, language: "ja", script: true },
  { width: 360, language: "easy", script: false },
  { width: 360, language: "en", script: true },
  { width: 1280, language: "ja", script: false },
  { width: 1280, language: "easy", script: true },
  { width: 1280, language: "en", script: false },
] as const;

/** axe-core itself needs JavaScript: "without" means that the browser does not get the form's script. */
describe.each(cases)(
  "at $width px in $language, with the form's script: $script",
  ({ width, language, script }) => {
    test("no page and no state of one has an accessibility problem or moves sideways", async () => {
      const { page, context } = await openPage(browser, server.form(language), { width });
      if (!script) {
        await context.route("**/form.js", (route) => route.abort());
        await page.reload();
      }
      expect(await walk(page, language, script)).toBe(10);
      await context.close();
    }, 60_000);
  },
);

describe.each(["ja", "easy", "en"] as const)("in %s", (language) => {
  test("nothing moves sideways at 320 px, nor in letters of twice the size at 640 px", async () => {
    for (const { width, size } of [
      { width: 320, size: "100%" },
      { width: 640, size: "200%" },
    ]) {
      const { page, context } = await openPage(browser, server.form(language), { width });
      await page.evaluate(`document.documentElement.style.fontSize = "${size}"`);
      await page.locator("form .main-button").click();
      await page.locator("#replyBy-telephone").check();
      expect(await scrollsSideways(page)).toBe(false);
      await fill(page);
      await page.locator("form .main-button").click();
      await page.locator("#check:visible").waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await page.locator("#send").click();
      await page.locator("#receipt:visible").waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await context.close();
    }
  });
});

test("every target is 44 px or more", async () => {
  const { page, context } = await openPage(browser, server.form("ja"), { width: 360, javaScript: false });
  const controls = page.locator("input:not([type=checkbox], [type=radio]):visible, select, textarea");
  const others = page.locator("label.checkbox, label.radio, button:visible, summary, .telephone");
  const targets = await controls.or(others).all();
  expect(targets.length).toBe(20);
  for (const target of targets) {
    const box = await target.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await context.close();
});

/**
 * Lighthouse waits seconds at each page until its times can be measured. Only what the page holds is looked at here, and that is
 * there once it is loaded: its scripts run before the load event.
 */
const withoutPauses = {
  pauseAfterFcpMs: 1,
  pauseAfterLoadMs: 1,
  networkQuietThresholdMs: 50,
  cpuQuietThresholdMs: 50,
};

test("the form and the receipt get 100 of 100 for accessibility from Lighthouse, in each language", async () => {
  for (const language of ["ja", "easy", "en"] as const)
    for (const address of [server.form(language), server.receiptAddress(language)]) {
      const result = await lighthouse(address, {
        port: debuggingPort,
        onlyCategories: ["accessibility"],
        logLevel: "silent",
        disableFullPageScreenshot: true,
        ...withoutPauses,
      });
      const { categories, audits, runtimeError } = result?.lhr ?? {};
      expect(runtimeError).toBeUndefined();
      const failed = Object.values(audits ?? {}).filter(({ score }) => score !== null && score < 1);
      expect(failed.map(({ id }) => id)).toEqual([]);
      expect(categories?.["accessibility"]?.score).toBe(1);
      const judged = Object.values(audits ?? {}).filter(({ score }) => score === 1);
      expect(judged.length).toBeGreaterThanOrEqual(12);
    }
}, 180_000);

test("the first page weighs at most 60 KB, compressed, with all its files", async () => {
  for (const language of ["ja", "easy", "en"] as const) {
    const { page, context, requests } = await openPage(browser, server.form(language), { width: 360 });
    await page.waitForLoadState("networkidle");
    await context.close();
    const own = server.form(language);
    const files = [
      "base.css",
      "form.css",
      "form.js",
      "form-pictures.js",
      "form-rules.js",
      "form-view.js",
      "form-words.js",
    ];
    expect(requests.toSorted()).toEqual([own, ...files.map((file) => new URL(file, own).href)].toSorted());
    const weights = await Promise.all(
      requests.map(async (url) => gzipSync(await (await fetch(url)).bytes()).length),
    );
    expect(weights.every((bytes) => bytes > 300)).toBe(true);
    expect(weights.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(60_000);
  }
});
