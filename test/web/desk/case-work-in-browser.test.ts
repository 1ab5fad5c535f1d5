import { describe, expect, test } from "vitest";
import { faqEditionsOf, faqEntriesOf, faqUsesOf } from "../../../lambdas/edge/composition.ts";
import { answerEscalation } from "../../../usecases/cases/answer-escalation.ts";
import { escalateCase } from "../../../usecases/cases/escalate-case.ts";
import { accessibilityProblems, choose, pressOn, scrollsSideways } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { aDeskWithCases, answerField, picture } from "../../support/desk-cases.ts";

const { programme, stores, clock, world, aCall, anInquiry, kept, open } = await aDeskWithCases();

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

describe("a case", () => {
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
