import { describe, expect, test } from "vitest";
import { caseOfWebForm } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { callAlertsOf, callSpeakersOf } from "../../../lambdas/edge/composition.ts";
import { requestCallbackHandler } from "../../../lambdas/request-callback.ts";
import { accessibilityProblems, pressOn, scrollsSideways } from "../../support/browser.ts";
import { anAnsweredCall, at } from "../../support/contacts.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";
import { aFlowQuestion, context as lambdaContext } from "../../support/world.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme, stores } = desk.service;
const world = desk.service.worldAt({ now: () => at("2024-07-16T10:00") });

/** At 10:00 one call goes on for 25 minutes and another for 5; one was answered and one given up after a minute's wait. */
const calls = [
  { contactId: "long", from: "2024-07-16T09:34", answered: "2024-07-16T09:35" },
  { contactId: "short", from: "2024-07-16T09:54", answered: "2024-07-16T09:55" },
  { contactId: "over", from: "2024-07-16T09:10", answered: "2024-07-16T09:11", ended: "2024-07-16T09:15" },
  { contactId: "gone", from: "2024-07-16T09:20", ended: "2024-07-16T09:21" },
];
for (const { contactId, from, answered, ended } of calls)
  await stores.contacts.save(
    {
      programme: programme.id,
      contactId,
      initiatedAt: at(from),
      events: {
        channel: "VOICE",
        initiationMethod: "INBOUND",
        enqueuedAt: at(from),
        ...(answered && { connectedToAgentAt: at(answered) }),
        ...(ended && { disconnectedAt: at(ended) }),
      },
    },
    undefined,
  );
await callSpeakersOf(world).put(programme.id, {
  contactId: "long",
  staff: "OP03",
  since: at("2024-07-16T09:35"),
});
const inquiry = receiptNumberOf("2024-07-12", "an inquiry");
await stores.cases.open(
  caseOfWebForm({
    programme: programme.id,
    receiptNumber: inquiry,
    submissionId: "an inquiry",
    receivedAt: at("2024-07-12T10:00"),
    dueAt: at("2024-07-16T09:30"),
    category: "C04",
    content: "歩数が増えません。",
    attributes: {},
    replyTo: { by: "none" },
  }),
);
await requestCallbackHandler(desk.service.worldAt({ now: () => at("2024-07-16T09:21") }))(
  aFlowQuestion({ step: "keep", number: "+819011112222" }, { contactId: "gone", address: "+819011112222" }),
  lambdaContext,
);

describe("いまの状況", () => {
  test.each([1280, 1024])(
    "shows who talks, the rate with what it is made of, and what is due, at %i pixels",
    async (width) => {
      const { page, context, errors } = await desk.signedIn(browser, "ld01", "#/board", { width });
      await page.waitForSelector("text=本日の受電率");
      const text = await page.locator("main").innerText();
      // Three of the four calls reached an operator: 3 / 4.
      for (const part of ["75.0%", "応答 3件 ÷ 受電 4件", "25分", "20分を超過", "5分", "うち期限超過 1件"])
        expect(text).toContain(part);
      expect(text).not.toContain("1111");
      // Who talks how long: of one call no desk has said who has it. What names the contacts is in the links alone.
      const rows = page
        .locator("table:has(caption), table")
        .filter({ hasText: "対応者" })
        .locator("tbody tr");
      const cells = await rows.evaluateAll((found) =>
        found.map((row) => [...row.querySelectorAll("td, th")].map((cell) => cell.textContent?.trim() ?? "")),
      );
      expect(cells.map(([minutes, staff]) => [minutes?.slice(0, 3), staff])).toEqual([
        ["25分", "OP03"],
        ["5分", "－"],
      ]);
      expect(text).toContain("だれも待っていません");
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(errors).toEqual([]);
      if (width === 1280) await screenshot(page, "desk-board-1280", { fullPage: true });
      await context.close();
    },
  );

  test("alerts of a long call once, and says who has looked at it, by keyboard", async () => {
    const { page, context } = await desk.signedIn(browser, "ld01", "#/board");
    await page.waitForSelector("text=確認していない通知が1件あります。");
    await page.waitForSelector("text=通話が20分を超えました（7月16日(火) 09:55）");
    await pressOn(page, 'button:has-text("確認した")');
    await page.waitForSelector("text=LD01が確認");
    await page.waitForSelector("text=確認していない通知はありません。");
    const kept = (await callAlertsOf(world).all(programme.id)).map(({ afterMinutes, role, seenBy }) => [
      afterMinutes,
      role,
      seenBy,
    ]);
    expect(kept).toEqual([[20, "leader", "LD01"]]);
    await context.close();
  });

  test("goes on by itself, and keeps what it shows where nothing comes back", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/board");
    await page.waitForSelector("text=SVへの通知");
    await context.setOffline(true);
    await page.click("text=更新");
    await page.waitForSelector('[role="alert"] >> text=サーバーにつながりません');
    expect(await page.locator("main").innerText()).toContain("75.0%");
    await context.setOffline(false);
    const { initiatedAt, ...facts } = anAnsweredCall("later", "2024-07-16T09:40");
    await stores.contacts.save(
      { programme: programme.id, contactId: "later", initiatedAt, events: facts },
      undefined,
    );
    // Nobody presses anything: it is read again by itself.
    await page.waitForSelector("text=応答 4件 ÷ 受電 5件");
    expect(await page.locator('[role="alert"] >> text=つながりません').count()).toBe(0);
    await context.close();
  });

  test("is not offered to an operator", async () => {
    const { page, context } = await desk.signedIn(browser, "op01");
    await page.goto(`${desk.address}/desk/#/board`);
    await page.waitForSelector("text=あなたの役割では開けません");
    expect(await page.locator("nav >> text=いまの状況").count()).toBe(0);
    await context.close();
  });
});
