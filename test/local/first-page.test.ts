import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityProblems, launchBrowser, openPage } from "../support/browser.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Where the pictures of the documents are put; only `npm run pictures` says so. */
const pictures = process.env["PICTURES"];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Started {
  readonly address: string;
  readonly said: () => string;
  stop(): Promise<void>;
}

/** What `npm start` runs, on a free port and a state folder of its own, until it says that it is up. */
async function npmStart(state: string, port = "0"): Promise<Started> {
  const child = spawn(process.execPath, ["local/start.ts"], {
    env: { ...process.env, CALLCENTRE_STATE: state, PORT: port },
  });
  const said = await firstWords(child);
  const address = /最初のページ: (http:\/\/127\.0\.0\.1:\d+)\//.exec(said())?.[1];
  return {
    address: address ?? "",
    said,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "close");
    },
  };
}

async function firstWords(child: ChildProcess): Promise<() => string> {
  let said = "";
  const heard = new Promise<void>((resolve) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes("状態の保存先")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("close", () => resolve());
  });
  await heard;
  return () => said;
}

/** A newcomer's first call: dial, go on to the queue, let the operator answer, talk five minutes, hang up. */
async function makeCall(page: Page, at: string): Promise<void> {
  await page.uncheck("#runs-by-itself");
  await page.fill("#dial-at", at);
  await page.click("#dial");
  await nextUntil(page, "オペレータを待っています");
  await page.click("#answer");
  await expect.poll(() => page.textContent("#call-state")).not.toBe("オペレータを待っています");
  await nextUntil(page, "オペレータと話しています");
  for (let minute = 0; minute < 5; minute++) {
    const before = secondsOf(await page.textContent("#call-seconds"));
    await page.click("#forward-60");
    await expect.poll(async () => secondsOf(await page.textContent("#call-seconds"))).toBe(before + 60);
  }
  await page.click("#caller-hangs-up");
  await expect.poll(() => page.textContent("#call-state")).toContain("終わりました");
}

/** Goes on from announcement to announcement until the call is in that state. */
async function nextUntil(page: Page, state: string): Promise<void> {
  await page.locator("#call-state:not(:empty)").waitFor();
  for (let steps = 0; (await page.textContent("#call-state")) !== state; steps++) {
    if (steps > 20) throw new Error(`The call does not come to "${state}".`);
    const done = page.waitForResponse((response) => response.url().endsWith("/next"));
    await page.click("#next");
    await done;
    await page.locator("#next:not([aria-disabled])").waitFor();
  }
}

/** Seconds of a duration such as 1分20秒. */
function secondsOf(duration: string | null): number {
  const [, minutes = "0", seconds = "0"] = /^(?:(\d+)分)?(\d+)秒$/.exec(duration ?? "") ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

interface SeenCall {
  readonly id: string;
  readonly state: string;
  readonly isHeld: boolean;
  readonly listening: boolean;
  readonly position: { readonly flow: string; readonly block: string } | null;
  readonly transcript: readonly { readonly text: string }[];
}

/** A call by the data behind the page. An order that is refused rejects. */
async function telephoneOf(address: string, at: string) {
  async function post(path: string, body: object): Promise<SeenCall> {
    const response = await fetch(`${address}/api/${path}`, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as SeenCall;
  }
  let seen = await post("calls", { at, from: "090-1234-5678" });
  const passed = new Set<string>();
  async function order(verb: string, body: object = {}): Promise<void> {
    if (seen.position) passed.add(`${seen.position.flow} ${seen.position.block}`);
    seen = await post(`calls/${seen.id}/${verb}`, body);
  }
  return {
    now: () => seen,
    order,
    lines: () => seen.transcript.map(({ text }) => text),
    /** Every block in which the call was seen, with its flow. */
    blocks: () => [...passed],
    /** Goes on from announcement to announcement. */
    async until(isThere: (call: SeenCall) => boolean): Promise<void> {
      for (let steps = 0; !isThere(seen); steps++) {
        if (steps > 40) throw new Error(`The call hangs in the state ${seen.state}.`);
        await order("next");
      }
    },
    async blocksWithoutPicture(): Promise<string[]> {
      const response = await fetch(`${address}/api/flows`);
      const flows = (await response.json()) as { flow: string; svg: string }[];
      const svgOf = (flow: string) => flows.find((one) => one.flow === flow)?.svg ?? "";
      return [...passed].filter((place) => {
        const [flow = "", block = ""] = place.split(" ");
        return !svgOf(flow).includes(`id="block-${block}"`);
      });
    },
  };
}

describe("npm start", () => {
  test("a call dialled on the first page is in the cases and in the month's CSV, also after a restart", async () => {
    const state = join(await temporaryFolder(), "state");
    const first = await npmStart(state);
    const { page, context, errors, requests } = await openPage(browser, first.address, { width: 1280 });
    await makeCall(page, "2024-07-16T10:00");
    await expect.poll(() => page.locator("#cases-list li").count()).toBe(1);

    const form = await openPage(browser, `${first.address}/form`, { width: 360 });
    await form.page.selectOption("#category", { label: "歩数の計測・反映" });
    await form.page.fill("#content", "歩いたのに歩数が増えません。");
    await form.page.check("#replyBy-mail");
    await form.page.fill("#mail", "someone@example.jp");
    await form.page.check("#consent");
    // Whoever sends it sooner than two seconds after it was handed out is taken for a robot.
    await form.page.waitForTimeout(2_000);
    await form.page.click("form .main-button");
    await form.page.click("#send");
    await expect.poll(() => form.page.textContent("main")).toMatch(/\d{4}-\d{4}-\d{4}/);
    if (pictures) await form.page.screenshot({ path: join(pictures, "web-form.png"), fullPage: true });
    await form.context.close();

    await page.reload();
    await page.selectOption("#cases-month", "2024-07");
    await expect.poll(() => page.locator("#cases-list li").count()).toBe(2);
    await page.selectOption("#report-month", "2024-07");
    await page.click("#report-form button");
    await expect.poll(() => page.textContent("#reports-list")).toContain("100.0");
    // The inbox waits for what is on its way.
    await expect.poll(() => page.textContent("#mails-list")).toContain("someone@example.jp");
    expect(await accessibilityProblems(page)).toEqual([]);
    if (pictures) await page.screenshot({ path: join(pictures, "first-page.png"), fullPage: true });
    expect(errors).toEqual([]);
    expect(requests.every((request) => request.startsWith(first.address))).toBe(true);
    await context.close();
    await first.stop();

    const again = await npmStart(state);
    const csv = await fetch(
      `${again.address}/reports/monthly/2024-07/1/${encodeURIComponent("03_応対一覧.csv")}`,
    );
    const rows: Record<string, string>[] = parse(await csv.text(), { bom: true, columns: true });
    // The call was answered at once and lasted five minutes of talk; after-call work is a minute.
    expect(
      rows.map((row) => [row["受付日時"], row["受付方法"], row["対応時間（秒）"], row["担当者"]]),
    ).toEqual([
      ["2024-07-16 10:00", "電話", "360", "OP01"],
      [expect.stringMatching(/^2024-07-16 10:\d\d$/), "WEBフォーム", "—", "—"],
    ]);
    await again.stop();
  });

  test("the place of a call is lit in the flow's picture while its caller listens to the menu", async () => {
    const service = await npmStart(join(await temporaryFolder(), "state"));
    const { page, context } = await openPage(browser, service.address, { width: 1280 });
    await page.uncheck("#runs-by-itself");
    await page.fill("#dial-at", "2024-07-16T10:00");
    await page.click("#dial");
    await expect
      .poll(() => page.locator("#flow-picture .block.current").getAttribute("id"))
      .toBe("block-greet");
    await page.click("#next");
    await expect
      .poll(() => page.locator("#flow-picture .block.current").getAttribute("id"))
      .toBe("block-menu");
    expect(await accessibilityProblems(page)).toEqual([]);
    if (pictures) await page.locator("#telephone").screenshot({ path: join(pictures, "telephone.png") });
    await context.close();
    await service.stop();
  });

  test("a caller presses keys, is handed to a supervisor, and every block on the way is in its picture", async () => {
    const service = await npmStart(join(await temporaryFolder(), "state"));
    const call = await telephoneOf(service.address, "2024-07-16T10:00");
    await call.until(({ listening }) => listening);
    await call.order("press", { key: "2" });
    expect(call.now().state).toBe("queued");
    await call.order("answer");
    await call.until(({ state }) => state === "talking");
    await call.order("hold");
    expect(call.now().isHeld).toBe(true);
    await call.order("resume");
    await call.order("transfer", { to: "supervisor" });
    await call.until(({ state }) => state === "queued");
    await call.order("answer");
    await call.until(({ state }) => state === "talking");
    await call.order("hang-up", { by: "operator" });
    await call.until(({ state }) => state === "ended");
    expect(call.lines().filter((line) => line.startsWith("オペレータ "))).toEqual([
      "オペレータ op01 が応答しました",
      "オペレータ sv01 が応答しました",
    ]);
    expect(call.blocks().map((block) => block.split(" ")[0])).toEqual(
      expect.arrayContaining(["inbound", "waiting", "operator-whisper"]),
    );
    expect(await call.blocksWithoutPicture()).toEqual([]);
    await service.stop();
  });

  test("a caller who waits is promised a call back to the number that is typed", async () => {
    const service = await npmStart(join(await temporaryFolder(), "state"));
    const call = await telephoneOf(service.address, "2024-07-16T10:00");
    await call.until(({ listening }) => listening);
    await call.order("press", { key: "0" });
    // The offer, then another number than the caller's own, the number itself, and yes.
    for (const keys of ["1", "2", "0312345678#", "1"]) {
      await call.until(({ listening }) => listening);
      for (const key of keys) await call.order("press", { key });
    }
    await call.until(({ state }) => state === "ended");
    // What is read back and promised is the programme's wording: two opening hours from 10:0x is 午後0時.
    expect(call.lines().join()).toContain("ゼロ、サン。イチ、ニー、サン、ヨン。ゴー、ロク、ナナ、ハチ");
    expect(call.lines().join()).toMatch(/本日、午後0時\d+分までに、おかけ直しします/);
    await service.stop();
  });

  test("is told when its port is in use, in one line, and leaves nothing running", async () => {
    const state = join(await temporaryFolder(), "state");
    const first = await npmStart(state);
    const second = await npmStart(state, new URL(first.address).port);
    expect(second.said().trim().split("\n")).toEqual([expect.stringContaining("is in use")]);
    await first.stop();
  });

  test("answers a path that is not there, a wrong body and a strange name without falling over", async () => {
    const service = await npmStart(join(await temporaryFolder(), "state"));
    const status = async (path: string, init?: RequestInit) =>
      (await fetch(service.address + path, init)).status;
    expect(await status("/nowhere")).toBe(404);
    expect(await status("/pages/..%2f..%2fpackage.json")).toBe(404);
    expect(await status("/pages/%E0%A4%A")).toBe(404);
    expect(await status("/reports/monthly/2024-07/1/..%2f..%2fsecret")).toBe(404);
    expect(await status("/api/calls/unknown")).toBe(404);
    expect(await status("/api/calls", { method: "POST", body: "{" })).toBe(400);
    expect(await status("/api/calls", { method: "POST", body: '{"at":"2024-02-30T10:00"}' })).toBe(400);
    expect(await status("/api/programme")).toBe(200);
    const { id } = (await telephoneOf(service.address, "2024-07-16T10:00")).now();
    const advance = (body: string) => status(`/api/calls/${id}/advance`, { method: "POST", body });
    expect(await advance('{"seconds":-1}')).toBe(400);
    expect(await advance('{"seconds":"soon"}')).toBe(400);
    expect(await advance('{"seconds":3601}')).toBe(400);
    expect(await status(`/api/calls/${id}/press`, { method: "POST", body: '{"key":"12"}' })).toBe(400);
    expect(await status(`/api/calls/${id}/hold`, { method: "POST" })).toBe(400);
    expect(await advance('{"seconds":1}')).toBe(200);
    await service.stop();
  });
});
