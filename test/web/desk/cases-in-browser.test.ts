import { describe, expect, test } from "vitest";
import { caseOfCall, caseOfWebForm } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { auditLogOf } from "../../../lambdas/edge/composition.ts";
import { accessibilityProblems, scrollsSideways, tabTo } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { printed } from "../../support/desk-cases.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme, stores } = desk.service;

/** 60 written inquiries, each due an hour after the one before, the first two hours ago; and a call that owes nothing. */
const numbers = Array.from({ length: 60 }, (_, index) => receiptNumberOf("2024-07-16", `inquiry ${index}`));
for (const [index, receiptNumber] of numbers.entries())
  await stores.cases.open(
    caseOfWebForm({
      programme: programme.id,
      receiptNumber,
      submissionId: `inquiry ${index}`,
      receivedAt: at("2024-07-16T09:00") + index * 1000,
      dueAt: at("2024-07-16T08:00") + index * 3_600_000,
      category: "C04",
      content: "歩いたのに歩数が増えません。\n端末を再起動しても同じです。",
      attributes: { ageBand: "60代" },
      replyTo: { by: "mail", mail: "hanako@example.jp", name: "埼玉 花子" },
    }),
  );
await stores.cases.open(
  caseOfCall({
    programme: programme.id,
    receiptNumber: receiptNumberOf("2024-07-15", "a call"),
    contactId: "a call",
    arrivedAt: at("2024-07-15T10:00"),
  }),
);

describe("案件一覧", () => {
  test.each([1280, 1024])("shows what is due, the most urgent first, at %i pixels", async (width) => {
    const { page, context, errors } = await desk.signedIn(browser, "op01", "#/cases", { width });
    await page.waitForSelector("table a");
    const shown = await page.locator("table a").allInnerTexts();
    expect(shown).toEqual(numbers.slice(0, 25).map(printed));
    expect(await page.locator("tr", { hasText: printed(numbers[0]!) }).innerText()).toContain("2時間超過");
    expect(await page.locator("text=花子").count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(errors).toEqual([]);
    if (width === 1280) await screenshot(page, "desk-cases-1280");
    await context.close();
  });

  test("goes on page by page, and back", async () => {
    const { page, context } = await desk.signedIn(browser, "ld01", "#/cases");
    await page.waitForSelector("table a");
    const first = () => page.locator("table a").first().innerText();
    await page.click('button[aria-label="次のページ"]');
    await expect.poll(first).toBe(printed(numbers[25]!));
    await page.click('button[aria-label="次のページ"]');
    await expect.poll(first).toBe(printed(numbers[50]!));
    expect(await page.locator("table a").count()).toBe(10);
    await page.click('button[aria-label="前のページ"]');
    await expect.poll(first).toBe(printed(numbers[25]!));
    await context.close();
  });

  test("shows what came in on a day, which stands in the address", async () => {
    const { page, context } = await desk.signedIn(browser, "op01", "#/cases?view=day&date=2024-07-15");
    await page.waitForSelector("table a");
    expect(await page.locator("table a").count()).toBe(1);
    expect(await page.locator("table", { has: page.locator("a") }).innerText()).toContain("対応中");
    await page.click("text=期限順");
    await expect.poll(() => page.url()).toBe(`${desk.address}/desk/#/cases`);
    await context.close();
  });

  test("keeps what it shows where nothing comes back, and says what to do", async () => {
    const { page, context } = await desk.signedIn(browser, "op01", "#/cases");
    await page.waitForSelector("table a");
    await context.setOffline(true);
    await page.click("text=更新");
    await page.waitForSelector('[role="alert"] >> text=サーバーにつながりません');
    expect(await page.locator("table a").count()).toBe(25);
    await context.setOffline(false);
    await page.getByRole("button", { name: "もう一度" }).click();
    await expect.poll(() => page.locator('[role="alert"] >> text=つながりません').count()).toBe(0);
    await context.close();
  });
});

describe("相談案件", () => {
  test("is opened from the list by keyboard; it shows all that is known, and leaves an entry in the audit", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "op01", "#/cases");
    await page.waitForSelector("table a");
    await tabTo(page, 'table[aria-label="相談案件"] thead th:first-child');
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=経過");
    expect(page.url()).toBe(`${desk.address}/desk/#/cases/${numbers[0]}`);
    // What can be changed stands in fields, all else as text.
    const fields = await page
      .locator("main textarea, main input")
      .evaluateAll((all) => all.map((one) => ("value" in one ? String(one.value) : "")));
    const text = [await page.locator("main").innerText(), ...fields].join("\n");
    for (const part of ["歩いたのに歩数が増えません。", "埼玉 花子", "60代", "受け付けました", "2時間超過"])
      expect(text).toContain(part);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
    await screenshot(page, "desk-case-1280");
    const world = desk.service.worldAt({ now: () => at("2024-07-16T10:00") });
    const entries = await auditLogOf(world).ofDay(programme.id, "2024-07-16");
    expect(entries).toContainEqual(
      expect.objectContaining({ staff: "OP01", action: "readCase", receiptNumber: numbers[0] }),
    );
    await context.close();
  });

  test("that there is not says so, and leads on", async () => {
    const { page, context } = await desk.signedIn(browser, "op01", "#/cases/419800000017");
    await page.waitForSelector("text=この受付番号の相談案件はありません");
    expect(await accessibilityProblems(page)).toEqual([]);
    await context.close();
  });
});
