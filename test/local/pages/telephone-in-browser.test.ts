import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  accessibilityProblems,
  launchBrowser,
  openPage,
  scrollsSideways,
  type WatchedPage,
} from "../../support/browser.ts";
import { type ConsoleServer, serveConsole } from "./console-server.ts";

let browser: Browser;
let server: ConsoleServer;
let opened: WatchedPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  server = await serveConsole();
});
afterEach(async () => {
  expect(opened.errors).toEqual([]);
  await opened.context.close();
  await server.stop();
});

/** Opens the page; `before` is a script that runs ahead of the page's own. */
async function open(width: number, before?: string): Promise<void> {
  opened = await openPage(browser, `${server.endpoint}/`, { width });
  page = opened.page;
  if (before) {
    await page.addInitScript(before);
    await page.reload();
  }
  await page.locator("#cases-count:not(:empty)").waitFor();
}

const says = (words: string) => page.getByText(words, { exact: true }).waitFor();

/** Waits until the call has gone on for that long. */
const lasts = (duration: string) =>
  page.locator("#call-seconds", { hasText: new RegExp(`^${duration}$`) }).waitFor();

/** Dials, and waits until everything that comes of it is in view. */
async function dial(): Promise<void> {
  await page.click("#dial");
  await says("自動音声が案内しています");
  await page.locator("#dial:not([aria-disabled])").waitFor();
}

describe("a call's time", () => {
  test("passes by itself, a second a second, until somebody stops it", async () => {
    await open(360);
    await page.clock.install();
    await page.reload();
    await page.locator("#cases-count:not(:empty)").waitFor();
    await dial();
    for (let second = 1; second <= 3; second++) {
      await page.clock.runFor(1_000);
      await lasts(`${second}秒`);
    }
    expect(await page.locator("#now").textContent()).toBe("2024年7月16日（火）10:00");
    await page.uncheck("#runs-by-itself");
    await page.clock.runFor(5_000);
    await page.click("#forward-10");
    await lasts("13秒");
    const advanced = server.orders.filter((order) => order.includes("advance"));
    expect(advanced).toEqual([
      ...Array(3).fill('POST calls/1/advance {"seconds":1}'),
      'POST calls/1/advance {"seconds":10}',
    ]);
  });

  test("stands still while the page is not looked at, and after the call", async () => {
    await open(
      360,
      "Object.defineProperty(document, 'visibilityState', { get: () => window.seen ?? 'visible' })",
    );
    await page.clock.install();
    await page.reload();
    await page.locator("#cases-count:not(:empty)").waitFor();
    await dial();
    await page.evaluate("window.seen = 'hidden'");
    await page.clock.runFor(3_000);
    await page.evaluate("window.seen = 'visible'");
    await page.clock.runFor(1_000);
    await lasts("1秒");
    await page.click("#caller-hangs-up");
    await says("電話は終わりました");
    await page.clock.runFor(3_000);
    expect(server.orders.filter((order) => order.includes("advance")).length).toBe(1);
  });

  test("stays stopped when the page is loaded again", async () => {
    await open(360);
    expect(await page.isChecked("#runs-by-itself")).toBe(true);
    await page.uncheck("#runs-by-itself");
    await page.reload();
    expect(await page.isChecked("#runs-by-itself")).toBe(false);
  });
});

/** A browser with or without a Japanese voice, that notes what it is asked to say. */
const voices = (languages: readonly string[]) => `
  window.spoken = [];
  window.SpeechSynthesisUtterance = function (words) { this.words = words; };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => ${JSON.stringify(languages)}.map((lang) => ({ lang })),
    speak: ({ words, lang }) => spoken.push(lang + " " + words),
    cancel: () => spoken.push("silence"),
    addEventListener() {},
  } });`;

/** What was spoken since it was last asked; several silences one after another are one. */
async function spoken(): Promise<string[]> {
  const all = await page.evaluate<string[]>("spoken.splice(0)");
  return all.filter((words, index) => words !== "silence" || all[index - 1] !== "silence");
}

const greeting = "ja-JP あおぞら水道です。この通話は、内容の確認のため、録音します。";
const waiting = "ja-JP ただいま、担当者におつなぎしています。";

describe("the voice", () => {
  test("is off at first, says each new line once it is on, and is on again after a reload", async () => {
    await open(360, voices(["en-US", "ja-JP"]));
    await page.uncheck("#runs-by-itself");
    await dial();
    expect(await spoken()).not.toContain(greeting);

    await page.check("#aloud");
    await page.click("#next");
    await says("オペレータを待っています");
    await page.click("#next");
    await says("「ただいま、担当者におつなぎしています。」");
    expect(await spoken()).toEqual([waiting]);

    await page.reload();
    await page.locator("#transcript li").nth(3).waitFor();
    expect(await page.isChecked("#aloud")).toBe(true);
    expect(await spoken()).not.toContain(waiting);
  });

  test("stops when an operator answers, when a key cuts it short and when it is switched off", async () => {
    server.menu = true;
    await open(360, voices(["ja-JP"]));
    await page.uncheck("#runs-by-itself");
    await page.check("#aloud");
    await dial();
    expect(await spoken()).toEqual(["silence", greeting]);
    await page.click("#next");
    await says("いま押すと伝わります");
    expect(await spoken()).toEqual(["ja-JP 続けるには、1を押してください。"]);
    await page.click('#keypad button[value="1"]');
    await says("オペレータを待っています");
    expect(await spoken()).toEqual(["silence"]);
    await page.click("#forward-60");
    await says("「ただいま、担当者におつなぎしています。」");
    expect(await spoken()).toEqual([waiting]);
    await page.click("#answer");
    await says("オペレータと話しています");
    expect(await spoken()).toEqual(["silence"]);
    await page.uncheck("#aloud");
    expect(await spoken()).toEqual(["silence"]);
  });

  test("that this machine does not have is said to be missing, and the words are there to read", async () => {
    await open(360, voices(["en-US"]));
    expect(await page.locator("#voice-note").textContent()).toBe("");
    await page.check("#aloud");
    expect(await page.locator("#voice-note").textContent()).toContain("日本語の声がありません");
    await dial();
    await page.locator("#transcript li").nth(1).waitFor();
    expect((await spoken()).filter((words) => words !== "silence")).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe.each([360, 1280])("the picture of the flow at %i px", (width) => {
  test("has the current block lit, marked and in view, and goes where there is none", async () => {
    server.menu = true;
    server.pictures = true;
    await open(width);
    await page.uncheck("#runs-by-itself");
    await dial();
    expect(await page.locator(".place").textContent()).toBe("いまの場所: inbound › greeting");
    expect(
      await page.locator("#flow-picture .current").evaluateAll((lit) => lit.map(({ id }) => id)),
    ).toEqual(["block-greeting"]);
    await page.click("#next");
    await says("いま押すと伝わります");
    expect(await page.locator(".place").textContent()).toBe("いまの場所: inbound › menu");
    expect(await page.locator("#flow-picture .current").count()).toBe(1);
    const lit = page.locator("#block-menu.current");
    expect(await lit.locator(".marker").textContent()).toBe("▶");
    expect(
      await lit
        .locator("rect")
        .evaluate((rect) => rect.ownerDocument.defaultView?.getComputedStyle(rect).strokeWidth),
    ).toBe("5px");
    const [frame, block] = [await page.locator("#flow-picture").boundingBox(), await lit.boundingBox()];
    expect(block?.y).toBeGreaterThan(frame?.y ?? Number.NaN);
    expect((block?.y ?? Number.NaN) + (block?.height ?? 0)).toBeLessThan(
      (frame?.y ?? 0) + (frame?.height ?? 0),
    );
    expect(await page.locator("#flow-entered").textContent()).toBe("フロー inbound に入りました");
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);

    await page.click('#keypad button[value="1"]');
    await says("オペレータを待っています");
    expect(await page.locator(".place").textContent()).toBe("いまの場所: waiting › wait");
    expect(await page.locator("#flow-picture").isVisible()).toBe(false);
  });
});
