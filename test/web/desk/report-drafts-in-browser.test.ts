import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { auditLogOf } from "../../../lambdas/edge/composition.ts";
import { publishReportHandler } from "../../../lambdas/publish-report.ts";
import { accessibilityProblems, pressOn, scrollsSideways } from "../../support/browser.ts";
import { anAnsweredCall, at } from "../../support/contacts.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";
import { context as lambdaContext } from "../../support/world.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme, stores } = desk.service;
const report = "monthly/2024-07";
const now = at("2024-08-06T10:00");
await desk.setClock(now);

async function publish(contactId: string): Promise<void> {
  const { initiatedAt, ...facts } = anAnsweredCall(contactId, "2024-07-16T10:00");
  await stores.contacts.save({ programme: programme.id, contactId, initiatedAt, events: facts }, undefined);
  await publishReportHandler(desk.service.worldAt({ now: () => now }))({ month: "2024-07" }, lambdaContext);
}

const happened = async () =>
  (await stores.reportLog.of(programme.id, report)).map(({ what, revision }) => `${what} ${revision}`);

await publish("c-1");

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const address = "#/report-drafts?report=monthly%2F2024-07";

describe("報告書の承認", () => {
  test("is seen by a leader, who cannot approve", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "ld01", "#/report-drafts");
    await page.waitForSelector("table >> text=承認待ち");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-report-drafts-1280");
    await page.click("table >> text=定例報告（令和6年7月分）");
    await page.waitForSelector("text=承認はSVが行います。");
    expect(await page.locator('button:has-text("承認する")').count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("hands out a file to be looked at, whole, and writes that down", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", address, { width: 1024 });
    await page.waitForSelector("text=01_実績.csv");
    expect(await scrollsSideways(page)).toBe(false);
    const coming = page.waitForEvent("download");
    await page.click('button[aria-label="01_実績.csv をダウンロード"]');
    const file = await coming;
    expect(file.suggestedFilename()).toBe("01_実績.csv");
    const kept = await stores.reports.read(programme.id, report, 1, "01_実績.csv");
    expect(await readFile(await file.path())).toEqual(Buffer.from(kept!));
    const entries = await auditLogOf(desk.service.worldAt({ now: () => now })).ofDay(
      programme.id,
      "2024-08-06",
    );
    expect(entries).toContainEqual(expect.objectContaining({ staff: "SV01", action: "readReportDraftFile" }));
    await context.close();
  });

  test("hands out a file that is longer than a function's answer, in pieces, each of which is written down", async () => {
    const long = "weekly/2024-07-01";
    const bytes = new Uint8Array(7_000_000).map((_zero, index) => 65 + (index % 26));
    const file = { name: "03_応対一覧.csv", rows: 1, bytes: bytes.length, sha256: sha256(bytes) };
    const manifest = { ...(await stores.reports.latest(programme.id, report))!, report: long, revision: 1 };
    async function* read() {
      yield bytes;
    }
    await stores.reports.publish(programme.id, long, { ...manifest, files: [file] }, [{ ...file, read }]);
    const { page, context, errors } = await desk.signedIn(
      browser,
      "sv01",
      `#/report-drafts?report=${encodeURIComponent(long)}`,
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      pressOn(page, 'button[aria-label="03_応対一覧.csv をダウンロード"]'),
    ]);
    expect(sha256(await readFile(await download.path()))).toBe(file.sha256);
    await page.waitForSelector("[role=status] >> text=03_応対一覧.csv を保存しました");
    expect(await accessibilityProblems(page)).toEqual([]);
    const entries = await auditLogOf(desk.service.worldAt({ now: () => now })).ofDay(
      programme.id,
      "2024-08-06",
    );
    // Pieces of 3 MiB: 7,000,000 bytes are three. The small file before was one.
    expect(entries.filter(({ action }) => action === "readReportDraftFile")).toHaveLength(4);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("of a revision that is not the latest any more is refused, and the new one is shown", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", address);
    await page.waitForSelector("text=第1版");
    await publish("c-2");
    await page.click('button:has-text("承認する")');
    await page.click('[role="dialog"] button:has-text("承認して県に知らせる")');
    await page.waitForSelector('[role="dialog"] >> text=新しい第2版ができています');
    expect(await happened()).toEqual(["built 1", "built 2"]);
    await page.click('[role="dialog"] button:has-text("戻る")');
    await page.waitForSelector("h1 >> text=第2版");
    await context.close();
  });

  test("is done by keyboard after figures and files were shown, and the prefecture is told", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "sv01", address);
    await page.waitForSelector("h1 >> text=第2版");
    const text = await page.locator("main").innerText();
    for (const part of [
      "01_実績.csv",
      "定例報告.pdf",
      "受電率（受電応答率）＝応答数÷受電数",
      "100.0%",
      "作成（下書き）",
    ])
      expect(text).toContain(part);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-report-draft-1280");
    await pressOn(page, 'button:has-text("承認する")');
    const dialog = page.getByRole("dialog", { name: "この報告書を承認しますか" });
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain("応答 2件 ÷ 受電 2件");
    for (const to of programme.report.deliverTo) expect(await dialog.innerText()).toContain(to);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-report-approval-1280");
    await pressOn(page, '[role="dialog"] button:has-text("承認して県に知らせる")');
    await page.waitForSelector("text=SV01が承認");
    await page.waitForSelector("text=承認済（県に通知済）");
    expect(await happened()).toContain("approved 2");
    expect(await happened()).toContain("delivered 2");
    const mails = await desk.service.cloud.mails();
    expect(mails.length).toBe(programme.report.deliverTo.length);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("of a report that is not there says so", async () => {
    const { page, context } = await desk.signedIn(
      browser,
      "sv01",
      "#/report-drafts?report=monthly%2F2025-01",
    );
    await page.waitForSelector("text=この報告書はありません");
    expect(await accessibilityProblems(page)).toEqual([]);
    await context.close();
  });
});
