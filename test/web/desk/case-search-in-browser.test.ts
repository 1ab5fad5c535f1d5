import { describe, expect, test } from "vitest";
import { auditLogOf } from "../../../lambdas/edge/composition.ts";
import { accessibilityProblems, scrollsSideways } from "../../support/browser.ts";
import { aDeskWithCases, callerOfCases, picture, printed } from "../../support/desk-cases.ts";

const { desk, programme, stores, world, browser, aCall, kept } = await aDeskWithCases();

describe("cases are found", () => {
  test("by telephone number, which stands in no address and leaves an entry for each case", async () => {
    const number = await aCall("found by number");
    const { page, context, requests } = await desk.signedIn(browser, "op01", "#/cases");
    const search = page.getByRole("textbox", { name: "受付番号・電話番号で探す" });
    await search.fill("090-1234");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=電話番号は、0から始まる10桁か11桁で");
    await search.fill(callerOfCases);
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=この電話番号の案件");
    await page
      .getByRole("link", { name: printed(number) })
      .first()
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "desk-case-search", 800);
    expect(requests.filter((address) => /1234.?5678/.test(address))).toEqual([]);
    expect(await auditLogOf(world).ofDay(programme.id, "2024-07-16")).toContainEqual(
      expect.objectContaining({ action: "findCasesOfNumber", staff: "OP01", receiptNumber: number }),
    );
    await context.close();
  });
});

describe("文面の公開", () => {
  test("a supervisor looks at what was found, and decides what reports may show", async () => {
    const number = await aCall("to be shown");
    const call = await kept(number);
    const text = "山田太郎です。電話は090-1111-2222です。歩数が増えません。";
    await stores.cases.update({ ...call, content: text, version: call.version + 1 });
    const { page, context, errors } = await desk.signedIn(
      browser,
      "sv01",
      "#/texts-to-release?from=2024-07-16",
    );
    const shown = page.getByRole("textbox", { name: `報告に載せる文面（${printed(number)} 相談内容）` });
    await shown.waitFor();
    expect(await shown.inputValue()).not.toContain("090-1111-2222");
    await shown.fill("電話は090-1111-2222です。");
    await page.getByRole("button", { name: `直した文面で公開する: ${printed(number)} 相談内容` }).click();
    await page.waitForSelector("text=個人を特定できる内容（電話番号）が残っています");
    expect(await shown.inputValue()).toBe("電話は090-1111-2222です。");
    await shown.fill("歩数が増えないという相談。");
    await page.getByRole("button", { name: `直した文面で公開する: ${printed(number)} 相談内容` }).click();
    await page.waitForSelector("text=公開しました");
    expect((await kept(number)).releases).toMatchObject([{ text: "歩数が増えないという相談。", by: "SV01" }]);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    // A refusal of the API is an error in the browser's own console too.
    expect(errors.filter((error) => !error.includes("400"))).toEqual([]);
    await picture(page, "desk-text-release", 900);
    await context.close();
  });
});
