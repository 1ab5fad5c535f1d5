import type { Browser, Page } from "playwright-core";
import { caseOfCall, caseOfWebForm } from "../../domain/case/case.ts";
import type { PictureRef } from "../../domain/case/picture.ts";
import { receiptNumberOf } from "../../domain/case/receipt-number.ts";
import { personKeysOf, typedTextsOf } from "../../lambdas/edge/composition.ts";
import { findTypedText } from "../../usecases/cases/typed-text.ts";
import { at } from "./contacts.ts";
import { aDeskInBrowser, pictures, screenshot } from "./desk-in-browser.ts";

/** As its caller says it. */
export const callerOfCases = "090-1234-5678";

/** A served desk with a browser, and how cases come to be on it at 10:00 on 16 July 2024. Both end with the tests of the file. */
export async function aDeskWithCases() {
  const { desk, browser } = await aDeskInBrowser();
  const { programme, stores } = desk.service;
  const clock = { now: () => at("2024-07-16T10:00") };
  const world = desk.service.worldAt(clock);
  const personKey = await personKeysOf(world).keyOf(programme.id, "+819012345678");

  async function aCall(contactId: string): Promise<string> {
    const receiptNumber = receiptNumberOf("2024-07-16", contactId);
    const arrivedAt = at("2024-07-16T09:30");
    await stores.cases.open(
      caseOfCall({ programme: programme.id, receiptNumber, contactId, arrivedAt, personKey }),
    );
    return receiptNumber;
  }

  async function anInquiry(submissionId: string, pictures: readonly PictureRef[] = []): Promise<string> {
    const receiptNumber = receiptNumberOf("2024-07-16", submissionId);
    await stores.cases.open(
      caseOfWebForm({
        programme: programme.id,
        receiptNumber,
        submissionId,
        receivedAt: at("2024-07-16T09:00"),
        dueAt: at("2024-07-19T09:00"),
        category: "C04",
        content: "歩いたのに歩数が増えません。",
        attributes: { ageBand: "60代" },
        pictures,
        replyTo: { by: "mail", mail: "hanako@example.jp", name: "埼玉 花子" },
      }),
    );
    return receiptNumber;
  }

  /** A case as it is kept now. */
  const kept = async (number: string) => (await stores.cases.find(programme.id, number, "2024-07-16"))!;

  /** The page of a case, opened by somebody. */
  async function open(user: string, number: string, width = 1280, from: Browser = browser) {
    const watched = await desk.signedIn(from, user, `#/cases/${number}`, { width });
    await watched.page.waitForSelector("textarea");
    return watched;
  }

  const typedText = findTypedText({ programme, clock, typedTexts: typedTextsOf(world) });
  return { desk, programme, stores, clock, world, browser, aCall, anInquiry, kept, open, typedText };
}

export const contentField = (page: Page) => page.getByRole("textbox", { name: "相談内容", exact: true });
export const answerField = (page: Page) => page.getByRole("textbox", { name: "回答内容", exact: true });

/** `4198-4829-1374`, as screens show it. */
export const printed = (number: string) => number.replace(/(\d{4})(?=\d)/g, "$1-");

/** The whole screen as far as it reaches, for the documents. */
export async function picture(page: Page, name: string, height = 1600): Promise<void> {
  if (!pictures) return;
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height });
  await page.evaluate("window.scrollTo(0, 0)");
  await screenshot(page, name);
}
