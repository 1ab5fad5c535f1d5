import { describe, expect, test } from "vitest";
import { naviDialOf } from "../../../lambdas/edge/composition.ts";
import { enterNaviDial } from "../../../usecases/reports/enter-navi-dial.ts";
import { accessibilityProblems, pressOn, scrollsSideways, tabTo } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { picture } from "../../support/desk-cases.ts";
import { aDeskInBrowser } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();
const { programme } = desk.service;
const clock = { now: () => at("2024-09-02T10:00") };
const naviDial = naviDialOf(desk.service.worldAt(clock));
await desk.setClock(clock.now());

/** Somebody else enters a month's figures. */
const somebodyEnters = (month: string, busy: string, closed: string, staff = "SV01") =>
  enterNaviDial({ programme, clock, naviDial })({ month, busy, closed, staff });

describe("ナビダイヤルの数", () => {
  test("of the months that are missing come first, with what the report lacks, and are entered by keyboard", async () => {
    await somebodyEnters("2024-07", "31", "204");
    const { page, context, errors } = await desk.signedIn(browser, "ld01", "#/navi-dial");
    await page.waitForSelector("text=1か月分の数が入っていません");
    expect(await page.locator("main h2").allInnerTexts()).toMatchObject([
      expect.stringContaining("2024-08"),
      expect.stringContaining("2024-09"),
      expect.stringContaining("2024-07"),
    ]);
    const august = page.getByRole("form", { name: "2024-08 の数" });
    await tabTo(page, august.getByRole("textbox", { name: "話中" }));
    await page.keyboard.type("１２");
    await page.keyboard.press("Enter");
    await august.getByText("件数を数字で入力してください").waitFor();
    await tabTo(page, august.getByRole("textbox", { name: "時間外" }));
    await page.keyboard.type("140");
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, "desk-navi-dial-1280", 900);
    await pressOn(page, august.getByRole("button", { name: "登録する" }));
    await page.waitForSelector("text=2024-08 の数を登録しました");
    expect((await naviDial.all(programme.id)).at(-1)).toEqual({
      month: "2024-08",
      busy: 12,
      closed: 140,
      enteredAt: clock.now(),
      enteredBy: "LD01",
    });
    await expect.poll(() => page.locator("text=か月分の数が入っていません").count()).toBe(0);
    expect(errors.filter((error) => !error.includes("400"))).toEqual([]);
    await context.close();
  });

  test("are corrected after what somebody else entered meanwhile was seen, and all of it stays in the history", async () => {
    const { page, context } = await desk.signedIn(browser, "sv01", "#/navi-dial", { width: 360 });
    const july = page.getByRole("form", { name: "2024-07 の数" });
    await july.waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    await tabTo(page, july.getByRole("textbox", { name: "話中" }));
    await page.keyboard.type("33");
    await page.keyboard.press("Tab");
    await page.keyboard.type("204");
    await somebodyEnters("2024-07", "32", "204", "LD01");
    await page.keyboard.press("Enter");
    await page.waitForSelector('[role="alert"] >> text=ほかの人がこの月の数を入力しました');
    const history = page.getByRole("list", { name: "2024-07 に入力された数" });
    await history.getByText("話中 32件・時間外 204件").waitFor();
    expect(await july.getByRole("textbox", { name: "話中" }).inputValue()).toBe("33");
    await pressOn(page, july.getByRole("button", { name: "訂正する" }));
    await page.waitForSelector("text=2024-07 の数を登録しました");
    await history.getByText("話中 33件・時間外 204件").waitFor();
    expect(await history.locator("li").allInnerTexts()).toMatchObject([
      expect.stringMatching(/^話中 33件・時間外 204件 .*（SV01）$/),
      expect.stringMatching(/^訂正前: 話中 32件・時間外 204件 .*（LD01）$/),
      expect.stringMatching(/^訂正前: 話中 31件・時間外 204件 .*（SV01）$/),
    ]);
    await context.close();
  });
});
