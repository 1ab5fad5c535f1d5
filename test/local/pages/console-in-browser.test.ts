import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  accessibilityProblems,
  launchBrowser,
  openPage,
  scrollsSideways,
  tabTo,
  type WatchedPage,
} from "../../support/browser.ts";
import { type ConsoleServer, serveConsole } from "./console-server.ts";

let browser: Browser;
let server: ConsoleServer;
let opened: WatchedPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

/** Opens the page, and lets time stand still: it is moved by the buttons alone. */
async function open(width: number): Promise<void> {
  opened = await openPage(browser, `${server.endpoint}/`, { width });
  page = opened.page;
  await page.locator("#cases-count:not(:empty)").waitFor();
  await page.uncheck("#runs-by-itself");
}

/** Dials, and lets the greeting be heard to its end. */
async function queueUp(): Promise<void> {
  await press("#dial");
  await says("自動音声が案内しています");
  await press("#next");
  await says("オペレータを待っています");
}

beforeEach(async () => {
  server = await serveConsole();
});
afterEach(async () => {
  await opened.context.close();
  await server.stop();
});

/** A button is pressed as somebody without a mouse does. */
async function press(selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
}

/** Waits until the page says so. */
const says = (words: string) => page.getByText(words, { exact: true }).waitFor();

/** The buttons of the telephone that can be pressed, by their labels; the keypad counts as one. */
async function usefulButtons(): Promise<string[]> {
  const keys = await page.locator("#keypad button:visible:not([aria-disabled=true])").count();
  expect([0, 12]).toContain(keys);
  const others = page.locator("#telephone button:enabled:visible:not(#keypad button)");
  return [...(await others.allTextContents()), ...(keys > 0 ? ["キーパッド"] : [])];
}

const beginning = ["電話をかける", "オペレータから架電する"];
const transfers = ["LDに転送する", "SVに転送する"];
const forward = ["10秒進める", "1分進める"];

async function expectGoodPage(): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

describe.each([360, 1280])("the console at %i px", (width) => {
  test("takes a call from dialling to its report, by keyboard alone, and every state is accessible", async () => {
    await open(width);
    await expectGoodPage();
    expect(await page.locator("h1").textContent()).toBe("あおぞら水道お客さまセンター");
    expect(await usefulButtons()).toEqual(beginning);

    await press("#dial");
    await says("自動音声が案内しています");
    expect(await page.evaluate("document.activeElement.id")).toBe("call-state");
    expect(await usefulButtons()).toEqual([...forward, "次の案内まで進める", "電話を切る"]);
    expect(await page.locator("#call-seconds").textContent()).toBe("0秒");
    await expectGoodPage();

    await press("#forward-10");
    await says("オペレータを待っています");
    expect(await usefulButtons()).toEqual([
      ...forward,
      "次の案内まで進める",
      "電話を切る",
      "オペレータが出る",
    ]);
    await expectGoodPage();

    await press("#forward-60");
    await page.locator("#transcript li").nth(3).waitFor();
    expect(await page.locator("#call-seconds").textContent()).toBe("1分10秒");
    expect(await page.locator("#call-speech-seconds").textContent()).toBe("10秒");
    expect(await page.locator("#call-yen-mobile").textContent()).toBe("44円");
    expect(await page.locator("#call-yen-fixed").textContent()).toBe("9.35円");

    await press("#answer");
    await says("オペレータと話しています");
    expect(await usefulButtons()).toEqual([
      ...forward,
      "電話を切る",
      "オペレータが切る",
      "保留する",
      ...transfers,
    ]);
    await says("2024年7月は1件です。");
    expect(await page.locator("#cases-list").textContent()).toContain("4198-4829-1374");
    await expectGoodPage();

    await press("#hold");
    await says("保留しています");
    expect(await usefulButtons()).toEqual([
      ...forward,
      "電話を切る",
      "オペレータが切る",
      "保留を終える",
      ...transfers,
    ]);
    await expectGoodPage();
    await press("#resume");
    await says("オペレータと話しています");

    await press("#transfer-supervisor");
    await says("転送しました（transfer-to-supervisor）");
    await says("オペレータを待っています");
    await press("#answer");
    await says("オペレータと話しています");

    await press("#operator-hangs-up");
    await says("電話は終わりました");
    await expectGoodPage();
    expect(await usefulButtons()).toEqual(beginning);

    await press("#report-form button");
    await says("2024年7月分 第1版を作成しました。");
    await expectGoodPage();
    expect(opened.errors).toEqual([]);
    expect(opened.requests.length).toBeGreaterThan(20);
    expect(opened.requests.filter((url) => !url.startsWith(`${server.endpoint}/`))).toEqual([]);
  });

  test("is accessible with mails unfolded, failed imports and a refusal in view", async () => {
    server.receiveForm();
    server.parked.push({
      source: "contact-event",
      reason: "SyntaxError: Unexpected token",
      parkedAt: "2024-07-16T10:00:00+09:00",
    });
    await open(width);
    await page.locator("summary").click();
    server.refusal = "この日時には電話をかけられません。契約の期間の日時を選んでください。";
    await press("#dial");
    await says(server.refusal);
    expect(await page.locator("#parked").textContent()).toContain("SyntaxError: Unexpected token");
    await expectGoodPage();
  });
});

describe("the telephone", () => {
  test("writes down who said what and when", async () => {
    await open(1280);
    await queueUp();
    expect(await page.locator("#transcript li").allInnerTexts()).toEqual([
      "10:00:00\n着信\n0120-000-000 に着信しました",
      "10:00:00\n自動音声\n「あおぞら水道です。この通話は、内容の確認のため、録音します。」",
      "10:00:10\n待ち列\n待ち列に入りました",
    ]);
  });

  test("hears keys while the call listens, and only then, by the keyboard's own keys too", async () => {
    server.menu = true;
    await open(360);
    await press("#dial");
    await says("いまは押しても伝わりません");
    await press('#keypad button[value="5"]');
    await page.keyboard.press("1");
    expect(server.orders.filter((order) => order.includes("press"))).toEqual([]);

    await press("#next");
    await says("いま押すと伝わります");
    expect(await usefulButtons()).toEqual([...forward, "次の案内まで進める", "電話を切る", "キーパッド"]);
    await expectGoodPage();
    await tabTo(page, '#keypad button[value="5"]');
    await page.keyboard.press("1");
    expect(await page.locator("#pressed").textContent()).toBe("1");
    await says("オペレータを待っています");
    await says("1 を押しました");
    expect(server.orders.at(-1)).toBe('POST calls/1/press {"key":"1"}');
    // The focus stays where it was: the queue may listen too.
    expect(await page.evaluate("document.activeElement.value")).toBe("5");
    await expectGoodPage();

    await press("#answer");
    await says("オペレータと話しています");
    expect(await page.locator("#keypad").isVisible()).toBe(false);
    expect(await page.evaluate("document.activeElement.id")).toBe("call-state");
  });

  test("dials at the chosen time with the number as typed, and without a number as a withheld one", async () => {
    await open(360);
    await page.locator("#dial-at").fill("2024-08-05T09:30");
    await page.locator("#dial-from").fill("");
    await press("#dial");
    await says("自動音声が案内しています");
    expect(server.orders).toEqual(['POST calls {"at":"2024-08-05T09:30","from":""}']);
    expect(await page.locator("#cases-month").inputValue()).toBe("2024-08");
  });

  test("starts with the time of the service and an example of a number", async () => {
    await open(360);
    await press("#dial");
    await says("自動音声が案内しています");
    expect(server.orders).toEqual(['POST calls {"at":"2024-07-16T10:00","from":"090-1234-5678"}']);
  });

  test("says near its button why a call was refused, and keeps what was typed", async () => {
    await open(360);
    server.refusal = "この番号は電話番号ではありません。";
    await page.locator("#dial-at").fill("2024-09-02T16:59");
    await page.locator("#dial-from").fill("12345");
    await press("#dial");
    await says("この番号は電話番号ではありません。");
    expect(await page.locator("#dial-at").inputValue()).toBe("2024-09-02T16:59");
    expect(await page.locator("#dial-from").inputValue()).toBe("12345");
    expect(await page.locator("#dial-problem").getAttribute("role")).toBe("alert");

    server.refusal = undefined;
    await press("#dial");
    await says("自動音声が案内しています");
    expect(await page.locator("#dial-problem").textContent()).toBe("");
  });

  test("says what to do when the service cannot be reached, and the call stays in view", async () => {
    await open(360);
    await queueUp();
    await opened.context.setOffline(true);
    await press("#answer");
    await page.locator("#call-problem:not(:empty)").waitFor();
    expect(await page.locator("#call-problem").textContent()).toContain(
      "「npm start」が動いていることを確かめて",
    );
    expect(await page.locator("#call-state").textContent()).toBe("オペレータを待っています");
  });

  test("keeps the call when the page is loaded again, and lets go of one that the service has forgotten", async () => {
    await open(360);
    await queueUp();
    await page.reload();
    await says("オペレータを待っています");
    expect(await page.locator("#transcript li").count()).toBe(3);

    server.forgetCalls();
    await press("#next");
    await says("この電話はもうありません。");
    expect(await usefulButtons()).toEqual(beginning);
  });

  test("dials once when the button is pressed twice", async () => {
    await open(360);
    await page.locator("#dial").dblclick();
    await says("自動音声が案内しています");
    expect(server.orders.length).toBe(1);
  });
});

describe("the lists", () => {
  test("say what to do next where they are empty", async () => {
    await open(360);
    expect(await page.locator("#no-call").textContent()).toContain("「電話をかける」を押すと、0120-000-000");
    expect(await page.locator("#cases-count").textContent()).toContain("オペレータが電話に出るか");
    expect(await page.locator("#no-reports").isVisible()).toBe(true);
    expect(await page.locator("#no-mails a").getAttribute("href")).toBe("/form");
    expect(await page.locator("#parked").isVisible()).toBe(false);
  });

  test("show the cases of the chosen month", async () => {
    server.receiveForm();
    await open(360);
    await says("2024年7月は1件です。");
    expect(await page.locator("#cases-list li").innerText()).toBe(
      "4198-0000-0017\n受付\n\n2024年7月16日（火）10:00　WEBフォーム　料金\n\n回答期限 2024年7月19日（金）10:00",
    );
    await page.locator("#cases-month").selectOption("2024-08");
    await page.getByText("2024年8月の相談案件はまだありません。").waitFor();
    expect(await page.locator("#cases-list li").count()).toBe(0);
  });

  test("unfold a mail, and leave it unfolded when something else changes", async () => {
    server.receiveForm();
    await open(360);
    expect(await page.locator(".mail-text").isVisible()).toBe(false);
    await press("summary");
    expect(await page.locator(".mail-text").innerText()).toContain("受付番号: 4198-0000-0017");
    await queueUp();
    expect(await page.locator(".mail-text").isVisible()).toBe(true);
  });
});

describe("the reports", () => {
  test("show every rate with its parts, a dash where there is nothing to divide, and the newest revision first", async () => {
    await open(1280);
    await press("#report-form button");
    await says("2024年7月分 第1版を作成しました。");
    const first = page.locator("#reports-list > li").first();
    expect(await first.locator("dl").innerText()).toContain("受電率\n—\n（応答0 ÷ 受電0）");
    expect(await first.locator("dl").innerText()).toContain("平均対応時間\n—");

    await queueUp();
    await press("#answer");
    await says("2024年7月は1件です。");
    await press("#report-form button");
    await says("2024年7月分 第2版を作成しました。");
    expect(await page.locator("#reports-list h3").allTextContents()).toEqual([
      "2024年7月分 第2版",
      "2024年7月分 第1版",
    ]);
    expect(await first.locator("dl").innerText()).toContain("受電率\n100.0％\n（応答1 ÷ 受電1）");
    // 754.4 seconds are 12 minutes and 34 seconds.
    expect(await first.locator("dl").innerText()).toContain("平均対応時間\n12分34秒");
  });

  test("are downloaded under their own names", async () => {
    await open(1280);
    await page.locator("#report-month").selectOption("2024-08");
    await press("#report-form button");
    await says("2024年8月分 第1版を作成しました。");
    expect(await page.locator(".files a").allTextContents()).toEqual([
      "manifest.json",
      "01_実績.csv",
      "02_相談内容の傾向.csv",
      "03_応対一覧.csv",
    ]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "01_実績.csv" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("01_実績.csv");
  });
});

describe("the clock", () => {
  test("shows the time of the service and can be set; fields that nobody touched follow it", async () => {
    await open(360);
    expect(await page.locator("#now").textContent()).toBe("2024年7月16日（火）10:00");
    await page.locator("#clock-now").fill("2024-08-01T08:55");
    await press("#clock-form button");
    await says("時刻を2024年8月1日（木）08:55にしました。");
    expect(await page.locator("#now").textContent()).toBe("2024年8月1日（木）08:55");
    expect(await page.locator("#dial-at").inputValue()).toBe("2024-08-01T08:55");
    expect(server.orders).toEqual(['PUT clock {"now":"2024-08-01T08:55"}']);
  });
});
