import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { templatesOf } from "../../../lambdas/edge/composition.ts";
import { templateHistory, writeTemplate } from "../../../usecases/knowledge/templates.ts";
import {
  accessibilityProblems,
  openChoices,
  pressOn,
  scrollsSideways,
  tabTo,
} from "../../support/browser.ts";
import { aDeskWithCases, answerField, picture } from "../../support/desk-cases.ts";

const { desk, programme, clock, world, browser, anInquiry, kept, open } = await aDeskWithCases();
const services = { programme, clock, templates: templatesOf(world) };
const history = templateHistory(services);

/** Somebody else's next version of a template. */
async function somebodyWrites(code: string, name: string, text: string, baseVersion: number): Promise<void> {
  const written = { code, name, text, baseVersion, staff: "SV02", role: "supervisor" } as const;
  expect(await writeTemplate(services)(written)).toMatchObject({ ok: true });
}

const nameField = (page: Page) => page.getByRole("textbox", { name: "名前", exact: true });
const textField = (page: Page) => page.getByRole("textbox", { name: "本文", exact: true });

describe("定型文", () => {
  test("is registered by keyboard, and what is wrong is said beside its field", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/templates");
    await page.waitForSelector("text=定型文はまだありません");
    const code = page.getByRole("textbox", { name: "コード" });
    await tabTo(page, code);
    await page.keyboard.type("Sync");
    await tabTo(page, nameField(page));
    await page.keyboard.type("歩数の連携");
    await page.keyboard.press("Enter");
    await page.waitForSelector("form >> text=本文を入力してください。");
    await tabTo(page, textField(page));
    await page.keyboard.type("アプリを開き、ヘルスケア連携を確かめてください。");
    await pressOn(page, 'form button[type="submit"]');
    await page.waitForSelector("form >> text=コードは英小文字");
    expect(await nameField(page).inputValue()).toBe("歩数の連携");
    await code.fill("");
    await page.keyboard.type("sync");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=「歩数の連携」を登録しました");
    expect(await nameField(page).inputValue()).toBe("");
    expect(await history("sync")).toMatchObject([{ version: 1, name: "歩数の連携", by: "SV01" }]);
    await somebodyWrites("thanks", "お礼", "お問い合わせ、ありがとうございました。", 0);
    await pressOn(page, 'button:has-text("更新")');
    await page.waitForSelector("table >> text=お礼");
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors.filter((error) => !error.includes("400"))).toEqual([]);
    await picture(page, "desk-templates-1280", 900);
    await context.close();
  });

  test("is written on top of what was read; what somebody else wrote meanwhile is shown, and nothing typed is lost", async () => {
    const { page, context, errors } = await desk.signedIn(browser, "sv01", "#/templates");
    await pressOn(page, page.getByRole("link", { name: "お礼" }));
    await page.waitForSelector("text=これまでの版");
    await tabTo(page, textField(page));
    await page.keyboard.press("Control+End");
    await page.keyboard.type("またご利用ください。");
    await somebodyWrites("thanks", "お礼", "お電話、ありがとうございました。", 1);
    await pressOn(page, 'form button[type="submit"]');
    const warning = page.getByRole("alert").filter({ hasText: "SV02 が" });
    await warning.waitFor();
    expect(await warning.innerText()).toContain("お電話、ありがとうございました。");
    const typed = "お問い合わせ、ありがとうございました。またご利用ください。";
    expect(await textField(page).inputValue()).toBe(typed);
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "desk-template-conflict-1280", 1000);
    await page.reload();
    await warning.waitFor();
    expect(await textField(page).inputValue()).toBe(typed);
    await pressOn(page, 'button:has-text("入力したもので続ける")');
    await pressOn(page, 'form button[type="submit"]');
    await page.waitForSelector("text=保存しました。これからの回答に使えます。");
    expect((await history("thanks")).map(({ version, text, by }) => [version, text, by])).toEqual([
      [1, "お問い合わせ、ありがとうございました。", "SV02"],
      [2, "お電話、ありがとうございました。", "SV02"],
      [3, typed, "SV01"],
    ]);
    await page.waitForSelector("ol >> text=第3版");
    expect(await page.locator("ol.history li").count()).toBe(3);
    expect(errors.filter((error) => !error.includes("409"))).toEqual([]);
    await context.close();
  });

  test("is taken out of use and back by keyboard, on a narrow screen too", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/templates/thanks", { width: 360 });
    await pressOn(page, 'button:has-text("使うのをやめる")');
    await page.waitForSelector("text=使うのをやめました。案件の画面では選べません。");
    expect((await history("thanks")).at(-1)).toMatchObject({ version: 4, text: "", by: "SV01" });
    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    await pressOn(page, 'button:has-text("また使う")');
    await page.waitForSelector("ol >> text=第5版");
    expect((await history("thanks")).at(-1)?.text).toContain("またご利用ください。");
    await context.close();
  });

  test("is put behind what was typed into an answer, by keyboard; those out of use are not offered", async () => {
    await somebodyWrites("old", "古い案内", "もう使いません。", 0);
    await somebodyWrites("old", "古い案内", "", 1);
    const number = await anInquiry("with a template");
    const { page, context, errors } = await open("op01", number);
    await tabTo(page, answerField(page));
    await page.keyboard.type("埼玉様");
    await page.keyboard.press("Alt+m");
    await openChoices(page);
    expect(await page.locator('[role="option"]').allInnerTexts()).not.toContainEqual(
      expect.stringContaining("古い案内"),
    );
    await page.keyboard.type("連携");
    await page.waitForSelector('[role="option"] >> text=歩数の連携');
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "desk-case-template-1280");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=「歩数の連携」を回答内容の後ろに入れました。");
    const answer = "埼玉様\nアプリを開き、ヘルスケア連携を確かめてください。";
    expect(await answerField(page).inputValue()).toBe(answer);
    await page.keyboard.press("Control+s");
    await expect.poll(async () => (await kept(number)).answer).toBe(answer);
    expect(errors).toEqual([]);
    await context.close();
  });
});
