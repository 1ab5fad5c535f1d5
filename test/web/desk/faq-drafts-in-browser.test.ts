import { describe, expect, test } from "vitest";
import { faqDraftsOf } from "../../../lambdas/edge/composition.ts";
import { answerEscalation } from "../../../usecases/cases/answer-escalation.ts";
import { escalateCase } from "../../../usecases/cases/escalate-case.ts";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { aDeskWithCases, picture } from "../../support/desk-cases.ts";

const { desk, programme, stores, clock, world, browser, aCall, open } = await aDeskWithCases();

/** A case whose question to the prefecture was answered. */
async function anAnswered(name: string, question: string): Promise<string> {
  const number = await aCall(name);
  const services = { programme, clock, cases: stores.cases, specialDays: stores.specialDays };
  await escalateCase(services)(number, { to: "prefecture", question, staff: "OP01" });
  const given = { answer: "端末ごとに登録すれば記録できます。", staff: "PR01" };
  expect((await answerEscalation(services)(number, 1, given)).ok).toBe(true);
  return number;
}

const draftsNow = async () => faqDraftsOf(world).all(programme.id);

describe("よくある質問の案", () => {
  test("one key in the case makes it, a leader approves it, and the next operator finds it", async () => {
    const number = await anAnswered(
      "asks for a family",
      "家族の山田太郎さんの端末でも歩数を記録できますか。",
    );
    const operator = await open("op01", number);
    await operator.page.waitForSelector("text=FAQの案にする（Alt+K）");
    await operator.page.keyboard.press("Alt+k");
    await operator.page.waitForSelector("text=FAQの案にしました。");
    expect(await accessibilityProblems(operator.page)).toEqual([]);
    expect(await draftsNow()).toMatchObject([{ state: "draft", receiptNumber: number }]);

    const leader = await desk.signedIn(browser, "ld01", "#/faq-drafts");
    const { page } = leader;
    await page.waitForSelector("text=このままでは承認できません");
    await pressOn(page, page.getByRole("button", { name: "承認する", exact: true }));
    await page.waitForSelector("text=個人が分からない文に直して保存してから");
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "desk-faq-drafts-1280", 1000);
    await tabTo(page, page.getByRole("textbox", { name: "質問" }));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("家族の端末でも歩数を記録できますか。");
    await tabTo(page, page.getByRole("textbox", { name: "キーワード" }));
    await page.keyboard.type("家族、スマホ");
    await pressOn(page, page.getByRole("button", { name: "保存して承認する" }));
    await page.waitForSelector("text=承認しました。FAQの検索で見つかります。");
    await page.waitForSelector("text=承認を待つ案はありません");
    expect(await draftsNow()).toMatchObject([
      {
        state: "approved",
        approvals: 1,
        keywords: ["家族", "スマホ"],
        question: "家族の端末でも歩数を記録できますか。",
      },
    ]);

    const other = await open("op01", await aCall("asks the same"));
    await other.page.keyboard.press("Alt+q");
    await other.page.keyboard.type("家族の端末");
    await other.page.click("text=家族の端末でも歩数を記録できますか。");
    await other.page.waitForSelector("text=窓口で作成　第1版　7月16日(火) 10:00 承認（LD01）");
    // The refusal to approve, and nothing else.
    expect(leader.errors).toEqual([expect.stringContaining("400")]);
    expect([...operator.errors, ...other.errors]).toEqual([]);
    for (const { context } of [operator, leader, other]) await context.close();
  });

  test("is rejected with a reason; an operator reads what became of it, on a narrow screen too", async () => {
    const number = await anAnswered("asks for a date", "次の抽選の日を教えてください。");
    const operator = await open("op01", number);
    await pressOn(operator.page, operator.page.getByRole("button", { name: /^FAQの案にする/ }));
    await operator.page.waitForSelector("text=FAQの案にしました。");
    await operator.context.close();
    const { page, context } = await desk.signedIn(browser, "ld01", "#/faq-drafts");
    await pressOn(page, page.getByRole("button", { name: /^却下する/ }));
    await page.waitForSelector("text=却下する理由");
    await page.keyboard.type("日付は毎月変わります。");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=承認を待つ案はありません");
    await context.close();
    const narrow = await desk.signedIn(browser, "op01", "#/faq-drafts?state=rejected", { width: 360 });
    await narrow.page.waitForSelector("text=日付は毎月変わります。");
    expect(await narrow.page.getByRole("button", { name: "保存" }).count()).toBe(0);
    expect(await scrollsSideways(narrow.page)).toBe(false);
    expect(await accessibilityProblems(narrow.page)).toEqual([]);
    await picture(narrow.page, "desk-faq-drafts-360", 900);
    await narrow.context.close();
  });
});
