import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { caseOfCall, caseOfWebForm } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import {
  auditLogOf,
  callAlertsOf,
  callSpeakersOf,
  incidentsOf,
  personKeysOf,
} from "../../../lambdas/edge/composition.ts";
import {
  accessibilityProblems,
  openChoices,
  openPage,
  pressOn,
  scrollsSideways,
} from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { printed } from "../../support/desk-cases.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme, stores } = desk.service;
const world = desk.service.worldAt({ now: () => at("2024-07-16T10:00") });

/** Somebody who has called once, and whose inquiry from the former contractor is open. */
const personKey = await personKeysOf(world).keyOf(programme.id, "+819012345678");
const before = receiptNumberOf("2024-07-12", "call earlier");
await stores.cases.open({
  ...caseOfCall({
    programme: programme.id,
    receiptNumber: before,
    contactId: "earlier",
    arrivedAt: at("2024-07-12T11:00"),
    personKey,
  }),
  category: "C04",
  content: "歩数が増えない。",
});
const handedOver = receiptNumberOf("2024-07-01", "handover 17");
await stores.cases.open({
  ...caseOfWebForm({
    programme: programme.id,
    receiptNumber: handedOver,
    submissionId: "17",
    receivedAt: at("2024-07-01T09:00"),
    category: "C04",
    content: "ポイントの残高が合わない。",
    attributes: {},
    replyTo: { by: "none" },
  }),
  personKey,
  history: [{ at: at("2024-07-01T09:00"), what: "handed-over", note: "6月に一度調べて、残高は正しかった。" }],
});

/** The first page's telephone, as its own tests use it: dial, press 0, and go on until the desk rings. */
async function callRings(page: Page): Promise<void> {
  await page.waitForSelector("#dial");
  await page.focus("#dial");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#call:not([hidden])");
}

/** Presses a button of the telephone by keyboard. */
async function press(page: Page, id: string): Promise<void> {
  await page.waitForSelector(`#${id}:not([disabled])`);
  await page.focus(`#${id}`);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(50);
}

/** The telephone's time only goes on when it is told to: until the desk shows something. */
async function timePassesUntil(telephone: Page, page: Page, shown: string): Promise<void> {
  const found = page.locator(`text=${shown}`).first();
  for (let steps = 0; steps < 40; steps++) {
    if ((await found.count()) > 0) return;
    if (await telephone.locator("#next").isEnabled()) await press(telephone, "next");
    // The desk asks every second what the telephone does.
    await found.waitFor({ timeout: 1_200 }).catch(() => undefined);
  }
  throw new Error(`The desk does not show it: ${await telephone.locator("#call").innerText()}`);
}

describe("a call", () => {
  test("rings, shows who calls, is answered, and leads to its case, by keyboard; harassment alerts LD and SV", {
    timeout: 120_000,
  }, async () => {
    const operator = await desk.signedIn(browser, "op01");
    const { page, errors } = operator;
    const telephone = await openPage(browser, `${desk.address}/`, { width: 1280 });
    await callRings(telephone.page);
    await timePassesUntil(telephone.page, page, "着信中です");

    // The person, by the keyed hash of the number: no one else's case, and what was handed over.
    await page.waitForSelector("text=以前に相談のある方");
    const shown = await page.locator("main").innerText();
    for (const part of [printed(before), "歩数が増えない。", printed(handedOver), "6月に一度調べて"])
      expect(shown).toContain(part);
    expect(shown).not.toContain("090");
    expect(await page.locator("text=カスハラの疑い").count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-call-1280");
    const read = await auditLogOf(world).ofDay(programme.id, "2024-07-16");
    for (const receiptNumber of [before, handedOver])
      expect(read).toContainEqual(
        expect.objectContaining({ staff: "OP01", action: "readCaller", receiptNumber }),
      );

    await press(telephone.page, "answer");
    await page.waitForSelector("text=通話中");
    await expect
      .poll(async () => (await callSpeakersOf(world).all(programme.id)).map(({ staff }) => staff))
      .toEqual(["OP01"]);
    await timePassesUntil(telephone.page, page, "この通話の案件を書く");

    // One key, from anywhere.
    await page.keyboard.press("F9");
    await page.waitForSelector("text=LDとSVに知らせました");
    expect(
      (await callAlertsOf(world).all(programme.id)).map(({ about, role }) => `${about} ${role}`).sort(),
    ).toEqual(["harassment leader", "harassment supervisor"]);
    // No sentence is said before the question.
    expect(await page.locator("button", { hasText: "伝えた" }).count()).toBe(0);
    await pressOn(page, 'button:has-text("特になし")');
    for (const { name } of programme.longCalls.ladder) {
      await page.waitForSelector(`button[aria-label="${name}を伝えた"]`);
      await page.focus(`button[aria-label="${name}を伝えた"]`);
      await page.keyboard.press("Enter");
    }
    await expect.poll(() => page.locator(".ladder >> text=伝えた 7月16日").count()).toBe(4);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await screenshot(page, "desk-call-harassment-1280", { fullPage: true });

    // An operator does not end it alone for being long: the choice stays, and the sentence says what to do.
    await page.focus('button:has-text("選んでください")');
    await openChoices(page);
    await page.keyboard.press("Enter");
    await pressOn(page, 'button:has-text("終えたことを記録")');
    await page.waitForSelector('[role="alert"] >> text=LDかSVが決めます。加わってもらってください');
    const [incident] = await incidentsOf(world).all(programme.id);
    expect(incident?.timeline.map(({ what }) => what)).toEqual([
      "suspected",
      "accommodation-asked",
      "said",
      "said",
      "said",
      "said",
    ]);

    // It has become long: the leader is told, and the operator sees that.
    await page.request.post(`${desk.address}/api/calls/${incident?.contactId}/advance`, {
      data: { seconds: 21 * 60 },
    });
    await page.waitForSelector("text=20分を超えました。LDに知らせます。");
    const alerts = await callAlertsOf(world).all(programme.id);
    expect(alerts.filter(({ about }) => about === "long-call")).toMatchObject([
      { afterMinutes: 20, role: "leader" },
    ]);

    // The case of the call is a link away, and the bar stays there.
    await page.focus('a:has-text("この通話の案件を書く")');
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toMatch(/#\/cases\/\d{12}$/);
    expect(incident?.receiptNumber).toBe(page.url().slice(-12));
    await press(telephone.page, "caller-hangs-up");
    await page.waitForSelector("text=通話が終わりました");
    await pressOn(page, 'button:has-text("通話の表示を閉じる")');
    await expect.poll(() => page.locator(".call-bar").count()).toBe(0);
    // The one refusal that was provoked.
    expect(errors).toEqual([expect.stringContaining("400")]);
    await telephone.context.close();
    await operator.context.close();
  });

  test("never takes a screen away on which somebody writes", { timeout: 60_000 }, async () => {
    const { page, context } = await desk.signedIn(browser, "op01", "#/cases?view=day&date=2024-07-16");
    await page.waitForSelector('input[aria-label="受付日"], input');
    await page.locator("main input").first().focus();
    const telephone = await openPage(browser, `${desk.address}/`, { width: 1280 });
    await callRings(telephone.page);
    await timePassesUntil(telephone.page, page, "着信中です");
    expect(page.url()).toContain("#/cases?view=day");
    await telephone.context.close();
    await context.close();
  });
});
