import { describe, expect, test } from "vitest";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { aDeskWithCases, picture, printed } from "../../support/desk-cases.ts";

const { desk, browser, stores, aCall, anInquiry, kept, open } = await aDeskWithCases();

/** Puts a case into somebody's hands. */
async function given(number: string, owner: string): Promise<string> {
  const one = await kept(number);
  await stores.cases.update({ ...one, owner, version: one.version + 1 });
  return number;
}

describe("自分の案件", () => {
  test("are those that somebody took, by due time, whatever else the desk owes", async () => {
    const inquiry = await given(await anInquiry("is taken"), "OP01");
    const others = await given(await anInquiry("is another's"), "OP02");
    const call = await aCall("is taken too");
    const { page, context, errors } = await open("op01", call);
    await pressOn(page, page.getByRole("button", { name: "自分が担当する" }));
    await expect.poll(async () => (await kept(call)).owner).toBe("OP01");
    await page.waitForSelector("text=担当者をOP01にしました");
    await context.close();

    const list = await desk.signedIn(browser, "op01", "#/cases");
    await list.page.waitForSelector(`text=${printed(others)}`);
    await tabTo(list.page, list.page.getByRole("button", { name: "期限順" }));
    await list.page.keyboard.press("ArrowLeft");
    await list.page.keyboard.press("Enter");
    // What owes an answer first; the call owes none.
    const shown = () => list.page.locator("table a").allInnerTexts();
    await expect.poll(shown).toEqual([inquiry, call].map(printed));
    expect(list.page.url()).toContain("view=mine");
    expect(await accessibilityProblems(list.page)).toEqual([]);
    await picture(list.page, "desk-my-cases-1280", 700);
    expect([...errors, ...list.errors]).toEqual([]);
    await list.context.close();
  });

  test("one is handed over by keyboard, with a reason that stays in its record", async () => {
    const number = await given(await anInquiry("is handed over"), "OP01");
    const { page, context, errors } = await open("op01", number);
    await pressOn(page, page.getByRole("button", { name: "ほかの人に引き継ぐ" }));
    await tabTo(page, page.getByRole("textbox", { name: "引き継ぐ相手" }));
    await page.keyboard.type("op99");
    await page.keyboard.press("Tab");
    await page.keyboard.type("県の回答を待つ間に休みに入るため");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=OP99は名簿にありません");
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "desk-hand-over-1280");
    await page.getByRole("textbox", { name: "引き継ぐ相手" }).fill("ld01");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=担当者をLD01にしました");
    await page.waitForSelector("text=県の回答を待つ間に休みに入るため");
    expect(await kept(number)).toMatchObject({ owner: "LD01" });
    // The refusal of who does not work here, and nothing else.
    expect(errors).toEqual([expect.stringContaining("400")]);
    await context.close();

    const leader = await desk.signedIn(browser, "ld01", "#/cases?view=mine", { width: 360 });
    await leader.page.waitForSelector("table a");
    expect(await leader.page.locator("table a").allInnerTexts()).toEqual([printed(number)]);
    expect(await scrollsSideways(leader.page)).toBe(false);
    expect(await accessibilityProblems(leader.page)).toEqual([]);
    await leader.context.close();
  });
});
