import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll } from "vitest";
import { systemClock } from "../../adapters/system/clock.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { Log } from "../../lambdas/edge/log.ts";
import { buildDesk } from "../../local/desk-build.ts";
import { type DeskFront, deskFront } from "../../local/desk-front.ts";
import { front } from "../../local/front.ts";
import { startInquiryRunner } from "../../local/inquiry-runner.ts";
import { localClock } from "../../local/local-clock.ts";
import { type LocalService, startLocalService } from "../../local/local-service.ts";
import { serveOnLoopback } from "../../local/loopback-server.ts";
import type { ServicePurpose } from "../../local/state-folder.ts";
import { trainingCallsOf } from "../../local/training-calls.ts";
import { launchBrowser, openPage, type TabStorage, type WatchedPage } from "./browser.ts";
import { at } from "./contacts.ts";

/** Where the pictures of the documents are put; only `npm run pictures` says so. */
export const pictures = process.env["PICTURES"];

/** Built once for all tests, and again only when what it is built from changes. */
const buildFolder = "node_modules/.cache/callcentre-desk";

/** The whole service on this machine with the desk before it, on a state folder of its own. */
export interface ServedDesk {
  readonly service: LocalService;
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** What the handlers warned of. */
  readonly logged: readonly { readonly level: string; readonly message: string }[];
  /** The service's own time. */
  setClock(now: Instant): Promise<void>;
  readonly signEverybodyOut: DeskFront["signEverybodyOut"];
  /** Lets half an hour pass for tokens, and for nothing else: no ID token works any more. */
  expireTokens(): void;
  /** A page of the desk in which somebody signs in as people do. Close its context after use. */
  readonly signIn: OpenDesk;
  /** The same, but who has signed in once in these tests is signed in from the start. */
  readonly signedIn: OpenDesk;
}

type OpenDesk = (
  browser: Browser,
  userName: string,
  hash?: string,
  options?: { readonly width?: number },
) => Promise<WatchedPage>;

/** Starts it at 10:00 on 16 July 2024; it ends with the tests of the file. */
async function aDesk(purpose: ServicePurpose): Promise<ServedDesk> {
  const stateFolder = await mkdtemp(join(tmpdir(), "callcentre-desk-"));
  process.env["CALLCENTRE_STATE"] = stateFolder;
  const logged: { level: string; message: string }[] = [];
  const log: Log = (level, message) => void (level !== "info" && logged.push({ level, message }));
  const service = await startLocalService({ log, purpose });
  const clock = await localClock(stateFolder, at("2024-07-16T10:00"));
  const inquiries = await startInquiryRunner(service, clock);
  const build = buildDesk(buildFolder);
  await build.finished;
  const problem = build.problem();
  if (problem !== undefined) throw new Error(problem);
  let later = 0;
  const tokenClock = { now: () => systemClock.now() + later };
  const desk = deskFront(service, inquiries.clock, {
    buildFolder,
    tokenClock,
    trainingCalls: trainingCallsOf(service, inquiries.clock),
  });
  const server = await serveOnLoopback(front(service, inquiries, desk));
  afterAll(async () => {
    await server.stop();
    await inquiries.stop();
    await service.stop();
    await rm(stateFolder, { recursive: true, force: true });
  });
  return {
    service,
    address: server.endpoint,
    logged,
    setClock: (now) => clock.set(now),
    signEverybodyOut: desk.signEverybodyOut,
    expireTokens: () => void (later += 31 * 60_000),
    ...waysIn(server.endpoint),
  };
}

/** Who is signed in, without anything else that the tab keeps. */
const sessionInTab = `Object.fromEntries(
  Object.entries({ ...sessionStorage }).filter(([name]) => name.startsWith("oidc.user:")))`;

function waysIn(address: string): Pick<ServedDesk, "signIn" | "signedIn"> {
  const sessions = new Map<string, TabStorage>();
  const signIn: OpenDesk = async (browser, userName, hash = "", { width = 1280 } = {}) => {
    const watched = await openPage(browser, `${address}/desk/${hash}`, { width });
    await watched.page.click(`button[value="${userName}"]`);
    await isShown(watched.page);
    sessions.set(userName, await watched.page.evaluate(sessionInTab));
    return watched;
  };
  const signedIn: OpenDesk = async (browser, userName, hash = "", { width = 1280 } = {}) => {
    const tabStorage = sessions.get(userName);
    if (!tabStorage) return signIn(browser, userName, hash, { width });
    const watched = await openPage(browser, `${address}/desk/${hash}`, { width, tabStorage });
    await isShown(watched.page);
    return watched;
  };
  return { signIn, signedIn };
}

/** Until a screen of the desk is there; a heading alone may still be that of the page to sign in. */
async function isShown(page: Page): Promise<void> {
  await page.waitForSelector("#desk-top");
  await page.waitForSelector("h1");
}

/** A served desk with a browser before it. Both end with the tests of the file. */
export async function aDeskInBrowser(purpose: ServicePurpose = "desk") {
  const [desk, browser] = await Promise.all([aDesk(purpose), launchBrowser()]);
  afterAll(() => browser.close());
  return { desk, browser };
}

/**
 * What a page shows, for the documents; nothing where no pictures are asked for. The whole page is shown in a window as high as
 * it: a browser that puts a long picture together moves the page meanwhile, which the desk's frame answers by moving too.
 */
export async function screenshot(
  page: Page,
  name: string,
  { fullPage = false }: { readonly fullPage?: boolean } = {},
): Promise<void> {
  if (!pictures) return;
  const size = page.viewportSize();
  if (fullPage && size) {
    const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
    await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
    await page.evaluate("window.scrollTo(0, 0)");
  }
  await page.screenshot({ path: `${pictures}/${name}.png` });
  if (fullPage && size) await page.setViewportSize(size);
}
