import { describe, expect, test } from "vitest";
import { callAlertsOf, incidentsOf } from "../../../lambdas/edge/composition.ts";
import { askAccommodation, suspectHarassment } from "../../../usecases/calls/handle-incident.ts";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { aDeskInBrowser, screenshot } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme } = desk.service;
const clock = { now: () => at("2024-07-16T09:40") };
const world = desk.service.worldAt(clock);
const incidents = incidentsOf(world);

describe("ハラスメントの事案", () => {
  test("are none where nothing was reported", async () => {
    const { page, context } = await desk.signedIn(browser, "ld01", "#/incidents");
    await page.waitForSelector("text=報告された事案はありません。");
    await context.close();
  });

  test("are shown step by step, and a supervisor's review is written by keyboard", async () => {
    const services = { programme, clock, incidents, alerts: callAlertsOf(world) };
    const personKey = "the hash of a number";
    // The latest stands first: on a busy machine two that are reported one after the other are no longer of one instant.
    const before = { now: () => clock.now() - 60_000 };
    await suspectHarassment({ ...services, clock: before })({ contactId: "withheld", staff: "op01" });
    await suspectHarassment(services)({ contactId: "a-call", staff: "op01", personKey });
    await askAccommodation(services)({ contactId: "a-call", staff: "op01", need: "hearing" });
    const leader = await desk.signedIn(browser, "ld01", "#/incidents", { width: 1024 });
    await leader.page.waitForSelector("text=必要な配慮: 聞こえにくい");
    expect(await leader.page.locator("textarea").count()).toBe(0);
    expect(await scrollsSideways(leader.page)).toBe(false);
    await leader.context.close();
    const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/incidents");
    await page.waitForSelector("text=SVの確認待ち");
    await page.waitForSelector("text=責任者対応の印: 番号の通知がない電話のため、付けられません。");
    await tabTo(page, "textarea >> nth=0");
    await page.keyboard.type("対応は手順どおりでした。");
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "desk-incidents-1280");
    await pressOn(page, 'form button[type="submit"] >> nth=0');
    await page.waitForSelector("text=確認済");
    await page.waitForSelector("ol >> text=対応は手順どおりでした。");
    expect(await incidents.find(programme.id, "a-call")).toMatchObject({
      timeline: [{ what: "suspected" }, { what: "accommodation-asked" }, { what: "reviewed", by: "SV01" }],
    });
    expect(errors).toEqual([]);
    await context.close();
  });
});
