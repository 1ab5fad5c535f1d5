import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  callAlertsOf,
  incidentsOf,
  registrationLogOf,
  waitingDeletionsOf,
  specialDaysOf,
} from "../../../lambdas/edge/composition.ts";
import { escalateCase } from "../../../usecases/cases/escalate-case.ts";
import { suspectHarassment } from "../../../usecases/calls/handle-incident.ts";
import { logRegistration } from "../../../usecases/cases/log-registration.ts";
import { releaseText } from "../../../usecases/reports/release-text.ts";
import { aDeskWithCases } from "../../support/desk-cases.ts";

/**
 * Every screen in which somebody types, and what goes wrong when they send it: the line is cut, their role may not, their
 * sign-in is over. What was typed stays each time, and the screen says what to do.
 */

const { desk, browser, programme, stores, clock, world, aCall, anInquiry } = await aDeskWithCases();

const own = await aCall("a call of its own");
const asked = await anInquiry("asked of the prefecture");
const services = { programme, clock, cases: stores.cases, specialDays: specialDaysOf(world) };
const question = "景品は届きますか。";
await escalateCase(services)(asked, { to: "prefecture", question, staff: "op02" });
const release = releaseText({ ...services, note: () => undefined });
await release(asked, { staff: "sv01", role: "supervisor", name: "question-1" });
const logged = await logRegistration({
  ...services,
  registrationLog: registrationLogOf(world),
  waitingDeletions: waitingDeletionsOf(world),
})({
  what: "deletion-requested",
  reason: "退会の希望",
  operationId: `${own}-OP02-1`,
  receiptNumber: own,
  steps: programme.registration.identitySteps.map(({ code }) => code),
  items: programme.registration.items.slice(-1).map(({ code }) => code),
  staff: "op02",
});
if (!logged.ok) throw new Error(logged.problem);
await suspectHarassment({ programme, clock, incidents: incidentsOf(world), alerts: callAlertsOf(world) })({
  contactId: "a-call",
  staff: "op02",
});

interface TypedIn {
  readonly screen: string;
  readonly user: string;
  readonly hash: string;
  /** The field, by its label. */
  readonly field: string | RegExp;
  /** What sends it: the name of a button, or keys. */
  readonly send: string | { readonly keys: string };
  /** What sends it for good, where it is asked once more. */
  readonly again?: string;
  readonly typed?: string;
  /** Saves what was typed by itself after a while, and then has nothing more to send. */
  readonly savesByItself?: true;
  /** What is typed to look something up is not kept for another time. */
  readonly isSearch?: true;
  readonly first?: (page: Page) => Promise<void>;
}

const screens: readonly TypedIn[] = [
  {
    screen: "相談案件",
    user: "op01",
    hash: `#/cases/${own}`,
    field: /^相談内容$/,
    send: { keys: "Control+s" },
    savesByItself: true,
  },
  {
    screen: "照会の内容",
    user: "op01",
    hash: `#/cases/${own}`,
    field: /照会の内容/,
    send: "照会する",
    first: async (page) => {
      await page.waitForSelector("textarea");
      await page.keyboard.press("Alt+n");
    },
  },
  {
    screen: "照会の回答",
    user: "op01",
    hash: `#/cases/${asked}`,
    field: /照会1への/,
    send: "回答を登録する",
  },
  {
    screen: "折返し架電の約束",
    user: "op01",
    hash: `#/cases/${own}/callback`,
    field: /折り返す電話番号/,
    send: "折返し架電を登録",
    typed: "090-1234-5678",
  },
  {
    screen: "登録情報の操作",
    user: "op01",
    hash: `#/cases/${own}/registrations`,
    field: /理由/,
    send: "操作を記録",
  },
  { screen: "削除の確認", user: "op01", hash: "#/deletions", field: /確認した内容/, send: "差し戻す" },
  {
    screen: "案件を探す",
    user: "op01",
    hash: "#/cases",
    field: /受付番号・電話番号で探す/,
    send: "探す",
    isSearch: true,
    typed: "090-1234-5678",
  },
  { screen: "申し送り", user: "op01", hash: "#/shift-notes", field: /次の勤務の人/, send: "申し送る" },
  {
    screen: "勤務表",
    user: "sv01",
    hash: "#/shifts",
    field: /職員コード/,
    send: "勤務を入れる",
    typed: "LD01",
  },
  { screen: "課題と改善提案", user: "ld01", hash: "#/proposals", field: /テーマ/, send: "提案を登録する" },
  {
    screen: "ハラスメントの事案",
    user: "sv01",
    hash: "#/incidents",
    field: /確認した内容/,
    send: "確認済にする",
  },
  {
    screen: "休業と受付時間",
    user: "sv01",
    hash: "#/special-days",
    field: /理由/,
    send: "聞こえ方を確かめる",
  },
  {
    screen: "文面の公開",
    user: "sv01",
    hash: "#/texts-to-release?from=2024-07-16",
    field: /報告に載せる文面/,
    send: "直した文面で公開する",
  },
  {
    screen: "緊急案内",
    user: "sv01",
    hash: "#/announcement",
    field: /案内の文/,
    send: "聞こえ方を確かめる",
    again: "流す",
    first: async (page) => {
      await page.getByRole("textbox", { name: /終わりの時刻/ }).fill("16:00");
    },
  },
  { screen: "県の回答", user: "pref01", hash: "#/questions", field: /^回答/, send: "回答を送る" },
];

const fieldOf = (page: Page, { field }: TypedIn) => page.getByRole("textbox", { name: field }).first();

async function sends(page: Page, { send, again = "" }: TypedIn): Promise<void> {
  if (typeof send !== "string") return page.keyboard.press(send.keys);
  // Where it is asked once more, the question stays until it is taken.
  const asked = page.getByRole("dialog").getByRole("button", { name: again, exact: true });
  if (again !== "" && (await asked.isVisible())) return asked.click();
  await page
    .getByRole("button", { name: new RegExp(`^${send}`) })
    .first()
    .click();
  if (again !== "") await asked.click();
}

/** Waits for a sentence wherever it can be seen: a screen that reads again may say it twice. */
const says = (page: Page, sentence: string) =>
  page.getByText(sentence).filter({ visible: true }).first().waitFor();

/** What reading asks for is let through; what is sent is refused as a role is. */
async function refuseWhatIsSent(page: Page): Promise<void> {
  await page.route(/\/desk\/api\//, async (route) => {
    if (route.request().method() === "GET") return route.continue();
    const problem = "この操作はSVだけができます。必要な場合はSVに頼んでください。";
    return route.fulfill({ status: 403, contentType: "application/json", body: JSON.stringify({ problem }) });
  });
}

describe("what is typed is kept", () => {
  test.each(screens)(
    "in $screen: without a line, a permission or a sign-in, and on another screen",
    {
      timeout: 60_000,
    },
    async (one) => {
      const { typed = `${one.screen}で、電話の途中に書いたこと。` } = one;
      const { page, context } = await desk.signIn(browser, one.user, one.hash);
      await one.first?.(page);
      const field = fieldOf(page, one);
      await field.fill(typed);
      const isKept = async (text = typed) => expect(await fieldOf(page, one).inputValue()).toBe(text);

      await context.setOffline(true);
      await sends(page, one);
      await says(page, "サーバーにつながりません");
      await isKept();
      await context.setOffline(false);

      await refuseWhatIsSent(page);
      await sends(page, one);
      await says(page, "この操作はSVだけができます");
      await isKept();
      await page.unroute(/\/desk\/api\//);

      if (!one.isSearch) {
        await page.evaluate(`location.hash = "#/"`);
        await fieldOf(page, one).waitFor({ state: "detached" });
        await page.evaluate(`location.hash = ${JSON.stringify(one.hash)}`);
        await one.first?.(page);
        await fieldOf(page, one).waitFor();
        await isKept();
      }

      const last = one.savesByItself ? `${typed}続き。` : typed;
      if (last !== typed) await fieldOf(page, one).fill(last);
      desk.signEverybodyOut();
      desk.expireTokens();
      await sends(page, one);
      await page.click('[role="dialog"] button:has-text("あとで")');
      await says(page, "サインインの期限が切れています");
      await isKept(last);
      await context.close();
    },
  );
});
