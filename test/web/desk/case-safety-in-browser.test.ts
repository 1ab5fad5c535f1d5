import { describe, expect, test } from "vitest";
import { accessibilityProblems, launchBrowser } from "../../support/browser.ts";
import { aDeskWithCases, answerField, contentField, picture } from "../../support/desk-cases.ts";

const { aCall, kept, open, typedText } = await aDeskWithCases();

describe("two who write in one case lose nothing", () => {
  test("each is shown the other; what both wrote is chosen field by field", async () => {
    const number = await aCall("two at once");
    const first = await open("op01", number);
    const second = await open("ld01", number);
    await contentField(first.page).fill("ポイントが付かない。");
    await contentField(second.page).fill("歩数が出ない。");
    await answerField(second.page).fill("連携を確かめるよう案内した。");
    await first.page.keyboard.press("Control+s");
    await first.page.waitForSelector("text=案件に保存済み");
    await second.page.keyboard.press("Control+s");
    await second.page.waitForSelector("text=ほかの人が同じ欄を書きました");
    const conflict = await second.page.locator(".conflict").innerText();
    for (const part of ["相談内容", "ポイントが付かない。", "歩数が出ない。", "OP01"])
      expect(conflict).toContain(part);
    expect(await kept(number)).toMatchObject({
      content: "ポイントが付かない。",
      answer: "連携を確かめるよう案内した。",
    });
    await first.page.waitForSelector("text=LD01 もこの案件を書いています");
    await expect.poll(() => answerField(first.page).inputValue()).toBe("連携を確かめるよう案内した。");
    expect(await accessibilityProblems(second.page)).toEqual([]);
    await picture(second.page, "desk-conflict");
    // What waits in a conflict outlives a reload, and so does the conflict.
    await expect
      .poll(async () => {
        const found = await typedText({ receiptNumber: number, staff: "LD01" });
        return found.ok && found.value?.fields;
      })
      .toEqual({ content: "歩数が出ない。" });
    await second.page.reload();
    await second.page.waitForSelector("text=前回の書きかけを画面に戻しました");
    await second.page.keyboard.press("Control+s");
    await second.page.click("text=両方を残す");
    await expect
      .poll(async () => (await kept(number)).content)
      .toBe("ポイントが付かない。\n----\n歩数が出ない。");
    await expect
      .poll(() => contentField(first.page).inputValue(), { timeout: 15_000 })
      .toBe("ポイントが付かない。\n----\n歩数が出ない。");
    await first.context.close();
    await second.context.close();
  });
});

describe("what is typed outlives", () => {
  test("a killed browser, but for the last second", async () => {
    const number = await aCall("killed");
    const mortal = await launchBrowser();
    const { page } = await open("op01", number, 1280, mortal);
    await contentField(page).fill("電話の途中で書いていたこと。");
    await expect
      .poll(async () => {
        const found = await typedText({ receiptNumber: number, staff: "OP01" });
        return found.ok && found.value?.fields.content;
      })
      .toBe("電話の途中で書いていたこと。");
    expect((await kept(number)).content).toBeUndefined();
    await page.keyboard.type("あ");
    const died = new Promise((resolve) => mortal.once("disconnected", resolve));
    const session = await mortal.newBrowserCDPSession();
    await session.send("Browser.crash").catch(() => undefined);
    await died;

    const again = await open("op01", number);
    await again.page.waitForSelector("text=前回の書きかけを画面に戻しました");
    expect(await contentField(again.page).inputValue()).toContain("電話の途中で書いていたこと。");
    await again.page.keyboard.press("Control+s");
    await expect.poll(async () => (await kept(number)).content).toContain("電話の途中で");
    await again.context.close();
  });

  test("a lost connection: it stays on the screen, and is saved when the line is back", async () => {
    const number = await aCall("offline");
    const { page, context } = await open("op01", number);
    await context.setOffline(true);
    await contentField(page).fill("回線が切れている間に書いたこと。");
    await page.waitForSelector('[role="alert"] >> text=サーバーにつながりません');
    expect(await contentField(page).inputValue()).toBe("回線が切れている間に書いたこと。");
    await context.setOffline(false);
    await expect
      .poll(async () => (await kept(number)).content, { timeout: 20_000 })
      .toBe("回線が切れている間に書いたこと。");
    await context.close();
  });

  test("another screen: leaving the case saves it", async () => {
    const number = await aCall("left");
    const { page, context } = await open("op01", number);
    await contentField(page).fill("すぐに別の画面へ移った。");
    await page.click("text=案件一覧 >> nth=0");
    await expect.poll(async () => (await kept(number)).content).toBe("すぐに別の画面へ移った。");
    await context.close();
  });
});
