import {
  type AttributeName,
  type Case,
  caseOfWebForm,
  type InquirerAttributes,
  type ReplyTo,
} from "../../domain/case/case.ts";
import type { WorkName } from "../../domain/case/owed-work.ts";
import type { PictureRef } from "../../domain/case/picture.ts";
import type { ReceiptNumber } from "../../domain/case/receipt-number.ts";
import type { FormLanguage } from "../../domain/form-language.ts";
import { dateAt, type Instant, millisPerDay } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { deskCalendarForCall } from "../calendar/desk-calendar.ts";
import { programmeOffering } from "../settings/offered-categories.ts";
import { findCaseOf, openCase } from "../cases/open-case.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Sha256 } from "../ports/host.ts";
import type { InquiryQueue, PictureStore } from "../ports/inquiries.ts";
import type { TolerantSettingReading } from "../settings/setting-changes.ts";

/** A written inquiry, as the form sends it. */
export interface Submission {
  /** Of the page that it was sent from. */
  readonly submissionId: string;
  readonly language: FormLanguage;
  readonly category: string;
  readonly content: string;
  readonly attributes: InquirerAttributes;
  readonly replyTo: ReplyTo;
  readonly pictures: readonly PictureRef[];
}

export interface Receipt {
  readonly receiptNumber: ReceiptNumber;
  /** Until when there is an answer; undefined where none is wanted. */
  readonly answerBy: Instant | undefined;
}

/** What a written inquiry is taken with. */
export interface SubmitServices extends TolerantSettingReading {
  readonly specialDays: SpecialDayStore;
  readonly cases: CaseStore;
  readonly inquiries: InquiryQueue;
  readonly pictures: Pick<PictureStore, "accept">;
  readonly sha256: Sha256;
}

/**
 * Takes a written inquiry: one case, however often it is sent within a day of its first arrival. One write opens the case
 * together with all that it owes, so an inquiry that is in is in whatever fails later: the queue only hurries that work.
 * Throws `Unavailable` where the case cannot be written; then nothing was promised.
 */
export function submitWebForm(services: SubmitServices) {
  const { programme, clock, specialDays, cases, inquiries, pictures, sha256, warn } = services;
  const offering = programmeOffering(services);

  return async (submission: Submission): Promise<Result<Receipt>> => {
    const problem = notOfTheLists(await offering(), submission);
    if (problem) return failure(problem);
    const now = clock.now();
    const kept = await take(submission, now);
    if (kept.owed) await hurry(kept);
    return success({ receiptNumber: kept.receiptNumber, answerBy: kept.dueAt });
  };

  async function take(submission: Submission, now: Instant): Promise<Case> {
    const { submissionId: _page, ...written } = submission;
    const submissionId = inquiryId(submission);
    const origin = { kind: "web-form", submissionId } as const;
    const earlier = await findCaseOf(cases)(programme.id, origin, now - millisPerDay);
    if (earlier) return earlier;
    const dueAt = submission.replyTo.by === "none" ? undefined : await dueAfter(now);
    // Before the case: one that is open has its pictures.
    const accepted = await pictures.accept(submission.pictures);
    const opened = await openCase(cases)(origin, now, (receiptNumber) =>
      caseOfWebForm({
        ...written,
        pictures: accepted,
        submissionId,
        programme: programme.id,
        receiptNumber,
        receivedAt: now,
        ...(dueAt !== undefined && { dueAt }),
        owes: workOf(submission.replyTo),
      }),
    );
    return opened.case;
  }

  async function dueAfter(now: Instant): Promise<Instant> {
    const calendar = await deskCalendarForCall(programme, specialDays, warn);
    return calendar.addBusinessMinutes(now, programme.webForm.answerWithinBusinessMinutes);
  }

  async function hurry({ receiptNumber, receivedAt }: Case): Promise<void> {
    await inquiries
      .push({ programme: programme.id, receiptNumber, received: dateAt(receivedAt) })
      .catch((cause: unknown) => warn("an inquiry was not put into the queue; the sweep takes it up", cause));
  }

  /** The same for every repetition of one inquiry; another text, written after going back, is another inquiry. */
  function inquiryId(submission: Submission): string {
    const { submissionId, category, content, attributes, replyTo } = submission;
    const pictures = submission.pictures.map(({ name, bytes }) => [name, bytes]);
    const written = JSON.stringify([category, content, sortedEntries(attributes), replyTo, pictures]);
    return `${submissionId} ${sha256(new TextEncoder().encode(written)).slice(0, 16)}`;
  }
}

function sortedEntries(attributes: InquirerAttributes): (readonly [string, string])[] {
  return Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A mail where there is an address, and a task for the operators in any case. */
function workOf(replyTo: ReplyTo): readonly WorkName[] {
  return replyTo.by === "mail" ? ["receipt-mail", "task"] : ["task"];
}

/** What was chosen must be what the form offers. */
function notOfTheLists(
  programme: Pick<Programme, "categories" | "attributeChoices">,
  { category, attributes }: Submission,
): string | undefined {
  if (!programme.categories.some(({ code }) => code === category))
    return "お問い合わせの種類を一覧からお選びください。";
  const unknown = Object.entries(attributes).find(
    ([name, value]) => !programme.attributeChoices[name as AttributeName].includes(value),
  );
  return unknown && `「${unknown[1]}」は選択肢にありません。一覧からお選びください。`;
}
