import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import chromiumPackage from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";

/** A real browser for tests, from npm alone; Debian's chromium where the package's one does not run. */

const installedBrowser = "/usr/bin/chromium";

/** Where the package's browser is unpacked to, once for all tests: that takes longer than many a test. */
const browserFolder = "node_modules/.cache/callcentre-browser";

/**
 * What the package's own switches would undo: `--single-process` and its way of asking for no window do not go with
 * Playwright; others switch off the rules of origins, which the pages must live with. The rest is for a computer in the cloud
 * that draws in three dimensions: drawn without it, a page takes less than half of the browser's time. And with a zygote
 * each page's process is there at once.
 */
const unwanted = [
  "--single-process",
  "--headless",
  "--disable-web-security",
  "--allow-running-insecure-content",
  "--use-gl",
  "--use-angle",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--in-process-gpu",
  "--no-zygote",
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

function launchFromPackage(switches: readonly string[]): Promise<Browser> {
  const args = chromiumPackage.args.filter((arg) => !unwanted.some((start) => arg.startsWith(start)));
  return unpackedBrowser().then((executable) => launch(executable, [...args, "--disable-gpu", ...switches]));
}

/** Unpacked at the first test that wants it. Several may unpack at the same time; the first that is ready stays. */
async function unpackedBrowser(): Promise<string> {
  const folder = resolve(browserFolder, packageVersion());
  if (!existsSync(folder)) {
    mkdirSync(browserFolder, { recursive: true });
    const unfinished = mkdtempSync(`${folder}.`);
    try {
      await unpack(unfinished);
      renameSync(unfinished, folder);
    } catch (cause) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(folder)) throw cause;
    }
  }
  return join(folder, "chromium");
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(join(dirname(entry), "../package.json"), "utf8")) as {
    readonly version: string;
  };
  return version;
}

/** The package unpacks into the folder for temporary files, which only the environment can name. */
async function unpack(folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await chromiumPackage.executablePath();
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

/** What a tab keeps for one site, by name. */
export type TabStorage = Readonly<Record<string, string>>;

/** Runs in every page: a new tab gets what it is to hold. The empty page that a tab begins with belongs to no site and has no storage. */
function fillTab({ origin, tabStorage }: { readonly origin: string; readonly tabStorage: TabStorage }): void {
  const tab = globalThis as unknown as {
    readonly location: { readonly origin: string };
    readonly sessionStorage: Record<string, unknown>;
  };
  if (tab.location.origin === origin && tab.sessionStorage["length"] === 0)
    Object.assign(tab.sessionStorage, tabStorage);
}

/** Opens a page in Japanese, at a width in CSS pixels, in a tab that may hold something already. Close its context after use. */
export async function openPage(
  browser: Browser,
  url: string,
  {
    width,
    javaScript = true,
    tabStorage,
  }: { readonly width: number; readonly javaScript?: boolean; readonly tabStorage?: TabStorage | undefined },
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    reducedMotion: "reduce",
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
  if (tabStorage) await context.addInitScript(fillTab, { origin: new URL(url).origin, tabStorage });
  const page = await context.newPage();
  await page.goto(url);
  return { page, context, requests, errors };
}

/**
 * Presses Tab until the element has the focus, as somebody without a mouse does. Rejects where Tab does not lead there.
 *
 * Nobody presses a button before it can be pressed: on a busy machine a page takes longer to get ready than sixty Tabs. And
 * a page that is being drawn may still move the focus, as a dialog does that opens: it counts once it has stayed.
 */
export async function tabTo(page: Page, selector: string | Locator): Promise<void> {
  const target = typeof selector === "string" ? page.locator(selector) : selector;
  await expect.poll(() => target.evaluate((element) => element.matches(":disabled"))).toBe(false);
  for (let presses = 0; presses < 60; presses++) {
    if (await keepsFocus(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(selector)}.`);
}

/** Whether an element has the focus, and still has it a moment later. Works in pages without scripts too. */
async function keepsFocus(target: Locator): Promise<boolean> {
  const hasFocus = () => target.evaluate((element) => element === element.ownerDocument.activeElement);
  if (!(await hasFocus())) return false;
  await target.page().waitForTimeout(50);
  return hasFocus();
}

/** Goes to an element with Tab and presses Enter. */
export async function pressOn(page: Page, selector: string | Locator): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
}

/** As much of an element as is used in the page. */
interface Focusable {
  readonly ownerDocument: { readonly activeElement: unknown };
}

/** Opens the list of the trigger that has the focus, and waits until keys go to the list: it takes them once it is drawn. */
export async function openChoices(page: Page): Promise<void> {
  const trigger = await page.evaluateHandle<Focusable>("document.activeElement");
  await page.keyboard.press("Enter");
  await page.locator('[role="listbox"]:visible, [role="dialog"] [role="option"]:visible').first().waitFor();
  await page.waitForFunction((before) => before.ownerDocument.activeElement !== before, trigger);
}

/**
 * Chooses by keyboard alone from the list that a button with this label opens: types what narrows it down, goes down so often, and takes
 * what it is on then.
 */
export async function choose(page: Page, label: string, downs: number, typed = ""): Promise<void> {
  const trigger = page.getByRole("button", { name: new RegExp(`^${label}`) });
  await tabTo(page, trigger);
  await openChoices(page);
  if (typed !== "") await page.keyboard.type(typed);
  for (let press = 0; press < downs; press++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
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

/** Axe works out every element only for what breaks a rule, and no more than is read leaves the page: that takes most of its time. */
const axeRun = `axe
  .run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  })
  .then(({ violations, passes }) => ({
    passed: passes.length,
    problems: violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => id + ": " + help + ": " + html.slice(0, 200))),
  }))`;

/** What axe-core finds against WCAG 2.0 to 2.2, levels A and AA, once the page is at rest: one line an element. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(`${atRest}.then(() => undefined)`);
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  const { passed, problems } = await page.evaluate<AxeFindings>(axeRun);
  if (passed === 0) throw new Error("axe-core looked at nothing.");
  return [...problems];
}

interface AxeFindings {
  /** How many rules were kept. */
  readonly passed: number;
  readonly problems: readonly string[];
}
