import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { faqEditionsOf, faqEntriesOf, faqUsesOf } from "../../../lambdas/edge/composition.ts";
import { answerEscalation } from "../../../usecases/answer-escalation.ts";
import { escalateCase } from "../../../usecases/escalate-case.ts";
import {
  accessibilityProblems,
  openChoices,
  pressOn,
  scrollsSideways,
  tabTo,
} from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { aDeskWithCases, answerField, picture } from "../../support/desk-cases.ts";

const { desk, programme, stores, clock, world, browser, aCall, anInquiry, kept, open } =
  await aDeskWithCases();

const source = { source: "想定質問・回答集", version: "2024-07" };
await faqEntriesOf(world).put(programme.id, {
  id: "faq-1",
  ...source,
  number: 1,
  question: "歩数が反映されないときはどうすればよいですか。",
  answer: "アプリを開き、ヘルスケア連携を確かめてください。",
  category: "歩数",
  keywords: ["歩数", "連携"],
});
await faqEditionsOf(world).add(programme.id, {
  ...source,
  importedAt: at("2024-07-01T09:00"),
  entries: 1,
  fingerprint: "f",
});

/** Chooses by keyboard alone: opens the list that has the focus, types what narrows it down, takes the first. */
async function choose(page: Page, label: string, downs: number, typed = ""): Promise<void> {
  const trigger = page.getByRole("button", { name: new RegExp(`^${label}`) });
  await tabTo(page, trigger);
  await openChoices(page);
  if (typed !== "") await page.keyboard.type(typed);
  for (let press = 0; press < downs; press++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

describe("a case is worked on by keyboard alone", () => {
  test("it is opened, written, asked of the prefecture, answered and closed", async () => {
    const number = await aCall("from first to last");
    const { page, context, errors } = await desk.signedIn(browser, "op01", "#/cases");
    await tabTo(page, 'input[type="text"], input[inputmode="numeric"]');
    await page.keyboard.type(number);
    await page.keyboard.press("Enter");
    await page.waitForSelector("textarea");
    await tabTo(page, "textarea >> nth=0");
    await page.keyboard.type("ポイントの交換先を増やしてほしい。");
    await choose(page, "市町村", 1, "川口");
    await choose(page, "相談内容分類", 1, programme.categories[0]!.name);
    await page.keyboard.press("Control+s");
    await page.waitForSelector("text=案件に保存済み");
    expect(await kept(number)).toMatchObject({
      content: "ポイントの交換先を増やしてほしい。",
      category: programme.categories[0]!.code,
      attributes: { municipality: "川口市" },
    });

    await page.keyboard.press("Alt+n");
    await page.keyboard.type("交換先を増やす予定はありますか。");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=照会1");
    expect(await kept(number)).toMatchObject({ status: "referred", escalations: [{ to: "prefecture" }] });
    await picture(page, "desk-escalation");

    const services = { programme, clock, cases: stores.cases, specialDays: stores.specialDays };
    const given = await answerEscalation(services)(number, 1, {
      answer: "来年度に検討します。",
      staff: "PR01",
    });
    expect(given.ok).toBe(true);
    await page.waitForSelector("text=来年度に検討します。");
    await pressOn(page, `button:has(:text("回答内容に写す"))`);
    const told = "text=照会1の回答を相談者に伝えた";
    await pressOn(page, `button:has(:text("照会1の回答を相談者に伝えた"))`);
    await expect.poll(async () => (await kept(number)).status).toBe("closed");
    await expect.poll(() => page.locator(told).count()).toBe(0);
    const last = await kept(number);
    expect(last.answer).toBe("来年度に検討します。");
    expect(last.history.map(({ what }) => what)).toEqual([
      "opened",
      "edited",
      "escalated",
      "escalation-answered",
      "edited",
      "answered-back",
    ]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test.each([1280, 1024])("it can be read and used by everybody at %i pixels", async (width) => {
    const number = await anInquiry(`for everybody ${width}`);
    const { page, context, errors } = await open("op01", number, width);
    await page.keyboard.press("Alt+q");
    await page.keyboard.type("ほすう 歩数");
    await page.click("text=歩数が反映されないときは");
    await page.keyboard.press("Alt+n");
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(errors).toEqual([]);
    await picture(page, `desk-case-work-${width}`);
    await context.close();
  });

  test("what was told is kept where the case lacks what reports need, and what that is is said", async () => {
    const number = await aCall("told too early");
    const services = { programme, clock, cases: stores.cases, specialDays: stores.specialDays };
    await escalateCase(services)(number, { to: "prefecture", question: "いつですか。", staff: "OP01" });
    await answerEscalation(services)(number, 1, { answer: "月末です。", staff: "PR01" });
    const { page, context, errors } = await open("op01", number);
    await pressOn(page, page.getByRole("button", { name: "照会1の回答を相談者に伝えた" }));
    await page.waitForSelector("text=相談者に伝えたことを記録しました");
    await page.waitForSelector(
      "text=案件はまだ完了ではありません。完了にするには、相談内容分類を選んでください。",
    );
    expect(await kept(number)).toMatchObject({
      status: "in-progress",
      dueAt: expect.any(Number),
      escalations: [{ state: "answered-back" }],
    });
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "desk-told-not-closed-1280");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("what it lacks to be closed is said, and then it is closed", async () => {
    const number = await aCall("to be closed");
    const { page, context } = await open("op01", number);
    await page.getByRole("button", { name: "完了にする" }).click();
    await page.waitForSelector("text=完了にするには、相談内容分類を選んでください。");
    await choose(page, "相談内容分類", 1, programme.categories[0]!.name);
    await answerField(page).fill("アプリの入れ直しを案内した。");
    await page.getByRole("button", { name: "完了にする" }).click();
    await expect.poll(async () => (await kept(number)).status).toBe("closed");
    await page.waitForSelector("text=対応を再開する");
    await context.close();
  });
});

describe("FAQ", () => {
  test("is found as one types; what is used is in the answer and counted once", async () => {
    const number = await aCall("asks about steps");
    const { page, context } = await open("op01", number);
    await page.keyboard.press("Alt+q");
    await page.keyboard.type("歩数が増えない");
    await page.click("text=歩数が反映されないときは");
    await page.click("text=この回答を使う");
    await expect.poll(() => answerField(page).inputValue()).toContain("ヘルスケア連携");
    await expect
      .poll(async () => (await faqUsesOf(world).all(programme.id)).map((use) => use.receiptNumber))
      .toContain(number);
    await context.close();
  });
});

describe("a written inquiry", () => {
  test("is answered by mail, after it was asked once more", async () => {
    const number = await anInquiry("by mail");
    const { page, context } = await open("op01", number);
    await answerField(page).fill("連携をやり直してください。");
    await page.click("text=メールで回答する");
    await page.waitForSelector("text=hanako@example.jp へメールで送り");
    await page.getByRole("button", { name: "送る", exact: true }).click();
    await expect.poll(async () => (await kept(number)).status).toBe("closed");
    expect(await kept(number)).toMatchObject({
      answer: "連携をやり直してください。",
      correspondence: [{ from: "desk", by: "OP01", text: "連携をやり直してください。" }],
    });
    await page.waitForSelector("text=窓口から（OP01）");
    await context.close();
  });
});
