import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { casesOf, reportsOf } from "../../../lambdas/edge/composition.ts";
import { tokenMaker } from "../../../local/sign-in/tokens.ts";
import { accessibilityProblems, openPage, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";
import { anApprovedJuly, identities } from "../../support/portal.ts";

const { desk, browser } = await aDeskInBrowser();
const worldAt = (now: string) => desk.service.worldAt({ now: () => at(now) });
const { open } = await anApprovedJuly(worldAt);
await desk.setClock(at("2024-08-01T11:00"));
const programme = desk.service.programme.id;
const manifest = await reportsOf(worldAt("2024-08-01T11:00")).latest(programme, "monthly/2024-07");

/** Presses a button of a download by keyboard, and answers what arrived. */
async function taken(page: Page, label: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    pressOn(page, `button:is([aria-label="${label}"], :text-is("${label}"))`),
  ]);
  const name = download.suggestedFilename();
  await page.waitForSelector(`[role="status"] >> text=${name} を保存しました`);
  return { name, bytes: await readFile(await download.path()) };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const promised = (name: string) => manifest?.files.find((file) => file.name === name)?.sha256;

async function isSound(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  const text = await page.locator("body").innerText();
  for (const identity of identities) expect(text).not.toContain(identity);
}

describe("the prefecture's officer", () => {
  test("signs in, reads, downloads, and finds it in the log, by keyboard alone", async () => {
    const { page, context, errors } = await openPage(browser, `${desk.address}/desk/`, { width: 1280 });
    await pressOn(page, 'button[value="pref01"]');
    await page.waitForSelector("h1");
    await pressOn(page, 'nav a[href="#/reports"]');
    await page.waitForSelector("table a");
    expect(await page.locator("table[aria-label=報告書]").innerText()).toContain("定例報告（令和6年7月分）");
    await isSound(page);
    await screenshot(page, "desk-reports");
    await tabTo(page, "table[aria-label=報告書] th[scope=col]:first-child");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=指標の定義");
    const text = await page.locator("main").innerText();
    for (const part of ["令和6年7月1日から", "66.7％", "2件 ÷ 3件", "90％以上", "受電数 3件"])
      expect(text).toContain(part);
    await isSound(page);
    await screenshot(page, "desk-report", { fullPage: true });

    const csv = await taken(page, "03_応対一覧.csv を受け取る");
    const xlsx = await taken(page, "定例報告.xlsx を受け取る");
    for (const { name, bytes } of [csv, xlsx]) expect(sha256(bytes), name).toBe(promised(name));
    const zip = await taken(page, "すべてをZIPで受け取る");
    expect(zip.name).toMatch(/定例報告（令和6年7月分）第1版\.zip$/);
    const files = unzipSync(zip.bytes);
    for (const { name, sha256: sum } of manifest?.files ?? []) expect(sha256(files[name]!), name).toBe(sum);
    expect(await page.locator("[role=status]").allInnerTexts()).toContainEqual(
      expect.stringContaining(sha256(zip.bytes)),
    );

    await pressOn(page, 'nav a[href="#/downloads"]');
    await page.waitForSelector("table a");
    const rows = await page.locator("tbody tr").allInnerTexts();
    expect(rows).toHaveLength(3);
    for (const [index, { name }] of [csv, xlsx, zip].entries()) {
      const row = rows.find((one) => one.includes(index === 2 ? "第1版.zip" : name));
      for (const part of ["8月1日", "11:00", "PREF01", "定例報告（令和6年7月分）", "第1版"])
        expect(row).toContain(part);
    }
    await isSound(page);
    await screenshot(page, "desk-downloads");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("takes the CSV files in Shift_JIS, with what was lost, and at 1024 pixels nothing is wider than the window", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "pref01", "#/reports/monthly/2024-07/1", {
      width: 1024,
    });
    await page.waitForSelector("text=指標の定義");
    await page.click("text=CSVはShift_JIS");
    const losses = await taken(page, "文字の置換一覧.csv を受け取る");
    expect(losses.bytes.toString()).toContain("U+20BB7");
    await isSound(page);
    await page.click("text=指標の定義");
    expect(await page.locator("dl").innerText()).toContain("受電率（受電応答率）＝応答数÷受電数");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("is told where a download does not come, and takes it again", async () => {
    const { page, context } = await desk.signedIn(browser, "pref01", "#/reports/monthly/2024-07/1");
    await page.waitForSelector("text=指標の定義");
    await context.setOffline(true);
    await page.click('button[aria-label="01_実績.csv を受け取る"]');
    await page.waitForSelector('[role="alert"] >> text=サーバーにつながりません');
    await context.setOffline(false);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click('button:has-text("もう一度")'),
    ]);
    expect(sha256(await readFile(await download.path()))).toBe(promised("01_実績.csv"));
    await context.close();
  });

  test("gets no file whose bytes are not what the service said", async () => {
    const { page, context } = await desk.signedIn(browser, "pref01", "#/reports/monthly/2024-07/1");
    await page.waitForSelector("text=指標の定義");
    await page.route("**/downloads?**", async (route) => {
      const response = await route.fetch();
      const json = { ...(await response.json()), bytes: btoa("something else") };
      await route.fulfill({ response, json });
    });
    let downloads = 0;
    page.on("download", () => downloads++);
    await page.click('button[aria-label="01_実績.csv を受け取る"]');
    await page.waitForSelector('[role="alert"] >> text=元のファイルと一致しない');
    expect(downloads).toBe(0);
    await context.close();
  });

  test("answers what is asked, and loses nothing of what was typed", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "pref01", "#/questions");
    await page.waitForSelector("textarea");
    expect(await page.locator("textarea").count()).toBe(1); // The second question was not released yet.
    const text = await page.locator("main").innerText();
    expect(text).toContain("［電話番号］");
    expect(text).toContain("個人情報がないかを確かめています");
    await isSound(page);
    await screenshot(page, "desk-questions");
    await pressOn(page, 'button:has-text("回答を送る")');
    await page.waitForSelector("text=回答を書いてください。");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("はい。転居先に届きます。");
    await page.reload();
    await page.waitForSelector("textarea");
    expect(await page.inputValue("textarea")).toBe("はい。転居先に届きます。");
    await context.setOffline(true);
    await pressOn(page, 'button:has-text("回答を送る")');
    await page.waitForSelector('[role="alert"] >> text=入力は残っています');
    expect(await page.inputValue("textarea")).toBe("はい。転居先に届きます。");
    await context.setOffline(false);
    await pressOn(page, 'button:has-text("もう一度")');
    await page.waitForSelector('[role="status"] >> text=回答を送りました');
    expect(await page.locator("textarea").count()).toBe(0);
    await isSound(page);
    const kept = await casesOf(worldAt("2024-08-01T11:00")).find(programme, open, "2024-07-16");
    expect(kept?.escalations?.[0]).toMatchObject({
      answer: "はい。転居先に届きます。",
      answeredBy: "PREF01",
    });
    await page.click("text=回答済み");
    await page.waitForSelector("text=回答した照会はまだありません。");
    expect(errors.filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([
      expect.stringContaining("400"),
    ]);
    await context.close();
  });
});

test("a supervisor finds none of these screens, also by their address", async () => {
  const { page, context } = await desk.signedIn(browser, "sv01");
  expect(await page.locator("nav").allInnerTexts()).not.toContain("受け取りの記録");
  await page.evaluate(`location.hash = "#/reports/monthly/2024-07/1"`);
  await page.waitForSelector("text=この画面は、あなたの役割では開けません");
  await context.close();
});

test("another programme's officer gets nothing: the other sign-in service's token opens none of these", async () => {
  const { page, context } = await desk.signedIn(browser, "pref01");
  const token = tokenMaker().idToken({ userName: "pref01", role: "prefecture" }, undefined, Date.now());
  const paths = ["reports", "reports/monthly/2024-07/1", "questions?view=open", "downloads"];
  const answers = await page.evaluate(
    `Promise.all(${JSON.stringify(paths)}.map(async (path) => {
      const headers = { authorization: ${JSON.stringify(token)} };
      const response = await fetch("/desk/api/portal/" + path, { headers });
      return [response.status, await response.text()];
    }))`,
  );
  expect(answers).toEqual(paths.map(() => [401, JSON.stringify({ message: "Unauthorized" })]));
  await context.close();
});
