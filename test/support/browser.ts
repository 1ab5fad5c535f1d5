import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromiumPackage from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** A real browser for tests, from npm alone; Debian's chromium where the package's one does not run. */

const installedBrowser = "/usr/bin/chromium";

/**
 * What the package's own switches would undo: `--single-process` and its way of asking for no window do not go with
 * Playwright; the others switch off the rules of origins, which the pages must live with.
 */
const unwanted = [
  "--single-process",
  "--headless",
  "--disable-web-security",
  "--allow-running-insecure-content",
];

/**
 * Starts a browser without a window, with switches of its own besides. Rejects with what to do where none can be started.
 * Close it after use.
 */
export async function launchBrowser(switches: readonly string[] = []): Promise<Browser> {
  try {
    return await launchFromPackage(switches);
  } catch (cause) {
    if (existsSync(installedBrowser)) return launch(installedBrowser, ["--no-sandbox", ...switches]);
    throw new Error(
      `No browser could be started: the one in @sparticuz/chromium is for Linux x64; install ${installedBrowser} elsewhere.`,
      { cause },
    );
  }
}

/** Each process unpacks a browser of its own: two that unpack into one place would start each other's half of it. */
async function launchFromPackage(switches: readonly string[]): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "callcentre-browser-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const args = chromiumPackage.args.filter((arg) => !unwanted.some((start) => arg.startsWith(start)));
    const browser = await launch(await unpack(folder), [...args, ...switches]);
    browser.on("disconnected", remove);
    process.once("exit", remove);
    return browser;
  } catch (cause) {
    remove();
    throw cause;
  }
}

/** The package unpacks into the folder for temporary files, which only the environment can name. */
async function unpack(folder: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await chromiumPackage.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function launch(executablePath: string, args: string[]): Promise<Browser> {
  // Without a locale of Unicode, Chromium cannot name a downloaded file in Japanese.
  return chromium.launch({
    executablePath,
    headless: true,
    args,
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
}

/** A page with what it asked for and what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that the page has asked for. */
  readonly requests: readonly string[];
  /** Errors of scripts, and what the browser's console called an error, such as a breach of the page's policy. */
  readonly errors: readonly string[];
}

/** Opens a page in Japanese, at a width in CSS pixels. Close its context after use. */
export async function openPage(
  browser: Browser,
  url: string,
  { width, javaScript = true }: { readonly width: number; readonly javaScript?: boolean },
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    javaScriptEnabled: javaScript,
  });
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("weberror", (error) => errors.push(String(error.error())));
  const page = await context.newPage();
  await page.goto(url);
  return { page, context, requests, errors };
}

/** Presses Tab until the element has the focus, as somebody without a mouse does. Rejects where Tab does not lead there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector);
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

/** Whether something is wider than the window, so that the page has to be moved sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Half-way through a fade every text is too pale: what moves has come to rest, and what turns for ever is left to turn. */
const atRest = `Promise.all(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => undefined)))`;

/** What axe-core finds against WCAG 2.0 to 2.2, levels A and AA, once the page is at rest: one line an element. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(`${atRest}.then(() => undefined)`);
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate<AxeFindings>(
    `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"], rules: { "target-size": { enabled: true } } })`,
  );
  if (passes.length === 0) throw new Error("axe-core looked at nothing.");
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}

interface AxeFindings {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
  readonly passes: readonly unknown[];
}
