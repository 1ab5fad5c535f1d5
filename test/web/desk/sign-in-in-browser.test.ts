import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { caseOfWebForm } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { accessibilityProblems, openPage, pressOn, scrollsSideways } from "../../support/browser.ts";
import { at } from "../../support/contacts.ts";
import { aDeskInBrowser } from "../../support/desk-in-browser.ts";

const { desk, browser } = await aDeskInBrowser();

const number = receiptNumberOf("2024-07-16", "an inquiry");
await desk.service.stores.cases.open(
  caseOfWebForm({
    programme: desk.service.programme.id,
    receiptNumber: number,
    submissionId: "an inquiry",
    receivedAt: at("2024-07-16T09:30"),
    dueAt: at("2024-07-19T09:30"),
    category: "C04",
    content: "歩数が増えません。",
    attributes: {},
    replyTo: { by: "none" },
  }),
);

const whoIsSignedIn = (page: Page) => page.locator("#desk-top").innerText();

describe("signing in", () => {
  test("asks who somebody is, without a breach of its policy or of accessibility", async () => {
    const { page, context, errors } = await openPage(browser, `${desk.address}/desk/`, { width: 1024 });
    expect(await page.textContent("h1")).toBe("サインイン");
    expect(await page.locator(".people button").count()).toBeGreaterThanOrEqual(4);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("leads back to the screen that was asked for, and leaves no code in the address", async () => {
    const { page, context, errors } = await desk.signIn(browser, "op01", "#/cases?view=day&date=2024-07-16");
    await page.waitForSelector("table a");
    expect(page.url()).toBe(`${desk.address}/desk/#/cases?view=day&date=2024-07-16`);
    expect(await whoIsSignedIn(page)).toContain("OP01（オペレータ）");
    expect(errors).toEqual([]);
    await context.close();
  });

  test("survives a reload, and ends with the tab and with signing out", async () => {
    const { page, context } = await desk.signIn(browser, "sv01");
    await page.reload();
    await page.waitForSelector("#desk-top");
    expect(await whoIsSignedIn(page)).toContain("SV01（SV）");
    const other = await context.newPage();
    await other.goto(`${desk.address}/desk/`);
    await other.waitForSelector("text=この端末だけのサインインです");
    await page.getByRole("button", { name: /サインイン中: SV01/ }).click();
    await page.getByRole("menuitem", { name: "サインアウト" }).click();
    await page.waitForSelector("text=この端末だけのサインインです");
    expect(await page.evaluate("JSON.stringify(Object.keys(sessionStorage))")).not.toContain("oidc.user");
    await context.close();
  });
});

describe("the frame of every screen", () => {
  test.each(["op01", "ld01", "sv01", "pref01"])(
    "can be used by everybody at 360 pixels, with the navigation closed and open, by %s",
    async (userName) => {
      const { page, context, errors } = await desk.signedIn(browser, userName, "", { width: 360 });
      const menu = page.locator("section nav button");
      await menu.waitFor();
      expect(await page.locator("section nav").count()).toBe(1);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await pressOn(page, menu);
      await page.getByRole("link", { name: "はじめに" }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      // A window that becomes narrow again is no worse than one that began so.
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.setViewportSize({ width: 360, height: 800 });
      await page.locator("section nav").waitFor({ state: "attached" });
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});

describe("the prefecture", () => {
  test("finds no screen with cases, also by its address, and the API refuses it", async () => {
    const { page, context, errors } = await desk.signIn(browser, "pref01");
    expect(await page.locator("nav").allInnerTexts()).not.toContain("案件一覧");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.evaluate(`location.hash = "#/cases/${number}"`);
    await page.waitForSelector("text=この画面は、あなたの役割では開けません");
    const status = await page.evaluate(`(async () => {
      const user = JSON.parse(sessionStorage.getItem(Object.keys(sessionStorage).find((key) => key.startsWith("oidc.user"))));
      return (await fetch("api/cases/${number}", { headers: { authorization: user.id_token } })).status;
    })()`);
    expect(status).toBe(403);
    expect(errors).toEqual([
      "Failed to load resource: the server responded with a status of 403 (Forbidden)",
    ]);
    await context.close();
  });
});

describe("a sign-in that has expired", () => {
  test("is renewed without a word while the sign-in service allows it", async () => {
    const { page, context } = await desk.signIn(browser, "op01", "#/cases");
    await page.waitForSelector("table a");
    desk.expireTokens();
    await page.click("text=更新");
    await page.click("table a");
    await page.waitForSelector("text=歩数が増えません。");
    expect(await page.locator("text=もう一度サインインしてください").isVisible()).toBe(false);
    await context.close();
  });

  test("is asked for again in a window, while the screen stays; what waited for it is then done", async () => {
    const { page, context } = await desk.signIn(browser, "op01", "#/cases");
    await page.waitForSelector("table a");
    desk.signEverybodyOut();
    desk.expireTokens();
    await page.click("table a");
    await page.waitForSelector("text=もう一度サインインしてください");
    expect(await accessibilityProblems(page)).toEqual([]);
    const [window] = await Promise.all([
      context.waitForEvent("page"),
      page.click('[role="dialog"] button:has-text("サインイン")'),
    ]);
    await window.click('button[value="op01"]');
    await page.waitForSelector("text=歩数が増えません。");
    expect(window.isClosed()).toBe(true);
    await context.close();
  });

  test("can be put off: the screen says what to do, and nothing is lost", async () => {
    const { page, context } = await desk.signIn(browser, "ld01", "#/cases");
    await page.waitForSelector("table a");
    desk.signEverybodyOut();
    desk.expireTokens();
    await page.click("text=更新");
    await page.click('[role="dialog"] button:has-text("あとで")');
    await page.waitForSelector("text=サインインの期限が切れています");
    expect(await page.locator("table a").count()).toBe(1);
    await context.close();
  });

  test("can be taken up by the same person only", async () => {
    const { page, context } = await desk.signIn(browser, "op01", "#/cases");
    await page.waitForSelector("table a");
    desk.signEverybodyOut();
    desk.expireTokens();
    await page.click("text=更新");
    const [window] = await Promise.all([
      context.waitForEvent("page"),
      page.click('[role="dialog"] button:has-text("サインイン")'),
    ]);
    await window.click('button[value="sv01"]');
    await page.waitForSelector("text=別の人のサインインでした");
    expect(await whoIsSignedIn(page)).toContain("OP01");
    await context.close();
  });
});

describe("in the frame of the agent workspace", () => {
  test("somebody presses a button and signs in in a window; nothing is wider than the frame", async () => {
    const { page, context } = await openPage(browser, `${desk.address}/pages/sign-in.css`, { width: 1024 });
    await page.setContent(
      `<iframe title="desk" src="${desk.address}/desk/" style="width:900px;height:700px"></iframe>`,
    );
    const frame = page.frameLocator("iframe");
    const [window] = await Promise.all([
      context.waitForEvent("page"),
      frame.locator('button:has-text("サインイン")').click(),
    ]);
    await window.click('button[value="op01"]');
    await frame.locator("#desk-top").waitFor();
    expect(await frame.locator("#desk-top").innerText()).toContain("OP01");
    const [inside] = page.frames().slice(1);
    expect(await scrollsSideways(inside as unknown as Page)).toBe(false);
    await context.close();
  });
});
