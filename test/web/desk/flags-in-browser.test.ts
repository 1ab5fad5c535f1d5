import { describe, expect, test } from "vitest";
import { auditLogOf, callAlertsOf, flagsOf, incidentsOf } from "../../../lambdas/edge/composition.ts";
import { suspectHarassment } from "../../../usecases/calls/handle-incident.ts";
import { reviewFlag } from "../../../usecases/calls/review-flag.ts";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { aDeskWithCases, callerOfCases, picture, printed } from "../../support/desk-cases.ts";

const { desk, programme, world, clock, browser, aCall } = await aDeskWithCases();
const incidents = incidentsOf(world);
const flags = flagsOf(world);
const personKey = "the hash of a number";
const receiptNumber = await aCall("a-call");
const suspect = suspectHarassment({ programme, clock, incidents, alerts: callAlertsOf(world) });
await suspect({ contactId: "a-call", staff: "op01", personKey, receiptNumber });

const kept = () => flags.find(programme.id, personKey);

describe("責任者対応の印", () => {
  test("is put on the person of an incident by keyboard, and the incident says so", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/incidents");
    await page.waitForSelector("text=責任者対応の印: 付いていません。");
    await pressOn(page, page.getByRole("button", { name: "責任者対応の印を付ける" }));
    await pressOn(page, 'button:has-text("印を付ける") >> nth=-1');
    await page.waitForSelector("text=責任者対応の印が付いています");
    // The ninety days that are proposed from 16 July, and a review after the programme's thirty.
    expect(await kept()).toMatchObject({
      reason: "harassment",
      since: at("2024-07-16T10:00"),
      until: at("2024-10-15T00:00"),
      reviewAt: at("2024-08-15T10:00"),
      incident: "a-call",
    });
    await page.waitForSelector("ol >> text=責任者対応の印を付けた");
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "desk-incident-flag-1280", 900);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("that is due is kept until another day by keyboard, with its reason; no number is shown", async () => {
    await desk.setClock(at("2024-08-15T10:00"));
    const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/flags");
    await page.waitForSelector("text=見直してください");
    expect(await page.locator("main").innerText()).toContain("1件のうち1件が、見直す日を迎えています。");
    await pressOn(page, 'button:has-text("決定する")');
    await page.waitForSelector("text=「続ける」か「いま終える」を選んでください。");
    await tabTo(page, 'input[type="radio"][value="keep"]');
    await page.keyboard.press("Space");
    await picture(page, "desk-flags-1280", 900);
    const lastDate = page.getByRole("textbox", { name: "続ける最後の日" });
    await tabTo(page, lastDate);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2025/08/17");
    await tabTo(page, "textarea");
    await page.keyboard.type("次の催しまで様子を見る。");
    await pressOn(page, 'button:has-text("決定する")');
    await page.waitForSelector("text=長くても1年です。1年以内の日を選んでください。");
    expect(await page.locator("textarea").inputValue()).toBe("次の催しまで様子を見る。");
    await tabTo(page, lastDate);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2024/12/27");
    expect(await accessibilityProblems(page)).toEqual([]);
    await pressOn(page, 'button:has-text("決定する")');
    await page.waitForSelector("text=印を 2024-12-27 まで続けます。");
    await page.waitForSelector("ol >> text=次の催しまで様子を見る。");
    expect(await kept()).toMatchObject({
      until: at("2024-12-28T00:00"),
      reviewAt: at("2024-09-14T00:00"),
      history: [{ what: "put" }, { what: "kept", by: "SV01", note: "次の催しまで様子を見る。" }],
    });
    const shown = await page.locator("body").innerText();
    expect(shown).toContain(printed(receiptNumber));
    for (const secret of [personKey, callerOfCases, "09012345678", "+81"])
      expect(shown).not.toContain(secret);
    expect(errors.filter((error) => !error.includes("400"))).toEqual([]);
    await context.close();
  });

  test("of two supervisors who decide at once, the second is shown what the first decided and loses nothing", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/flags", { width: 360 });
    await page.waitForSelector("text=見直しはこれから");
    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    await tabTo(page, 'input[type="radio"][value="keep"]');
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "textarea");
    await page.keyboard.type("電話が落ち着いた。");
    const decision = { until: at("2024-11-01T00:00"), reviewAt: at("2024-10-01T00:00") };
    const other = {
      staff: "SV02",
      role: "supervisor",
      baseVersion: 2,
      decision,
      note: "短くする。",
    } as const;
    const now = { now: () => at("2024-08-15T10:00") };
    expect(await reviewFlag({ programme, clock: now, flags, incidents })(personKey, other)).toMatchObject({
      ok: true,
    });
    await pressOn(page, 'button:has-text("決定する")');
    await page.waitForSelector('[role="alert"] >> text=ほかのSVがこの印について決めました');
    await page.waitForSelector("ol >> text=短くする。");
    expect(await page.locator("textarea").inputValue()).toBe("電話が落ち着いた。");
    await pressOn(page, 'button:has-text("決定する")');
    await page.waitForSelector("text=いま印の付いている人はいません。");
    expect((await kept())?.until).toBe(at("2024-08-15T10:00"));
    await pressOn(page, page.getByRole("button", { name: "終わった印（1件）" }));
    await page.waitForSelector("ol >> text=電話が落ち着いた。");
    await context.close();
  });

  test("is kept in the incident's time line, and each decision is in the audit", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/incidents?call=a-call");
    await page.waitForSelector("ol >> text=責任者対応の印を終えた");
    await page.waitForSelector("text=責任者対応の印: 付いていません。");
    await context.close();
    const audit = await auditLogOf(world).ofDay(programme.id, "2024-08-15");
    expect(audit.filter(({ action }) => action === "decideFlag")).toMatchObject([
      { staff: "SV01", receiptNumber },
      { staff: "SV01", receiptNumber },
    ]);
  });
});
