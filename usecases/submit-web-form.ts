import {
  type AttributeName,
  type Case,
  caseOfWebForm,
  type InquirerAttributes,
  type ReplyTo,
} from "../domain/case/case.ts";
import { printedReceiptNumber, type ReceiptNumber } from "../domain/case/receipt-number.ts";
import type { Instant } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { failure, type Result, success } from "../domain/result.ts";
import { deskCalendar } from "./desk-calendar.ts";
import { findCaseOf, openCase } from "./open-case.ts";
import type { CaseStore, Clock, Mailer, ParkedWorkStore, Sha256, SpecialDayStore } from "./ports.ts";

/** A written inquiry, as the form sends it. */
export interface Submission {
  /** Made by the form when it was opened. */
  readonly submissionId: string;
  readonly category: string;
  readonly content: string;
  readonly attributes: InquirerAttributes;
  readonly replyTo: ReplyTo;
}

export interface Receipt {
  readonly receiptNumber: ReceiptNumber;
  readonly answerBy: Instant;
}

const millisPerDay = 86_400_000;

/**
 * Takes a written inquiry: one case and one mail, however often it is sent within a day of its first arrival.
 * An inquiry that is in stays in: where the mail cannot be sent, it is parked.
 */
export function submitWebForm(services: {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly specialDays: SpecialDayStore;
  readonly cases: CaseStore;
  readonly mailer: Mailer;
  readonly parked: ParkedWorkStore;
  readonly sha256: Sha256;
}) {
  const { programme, clock, specialDays, cases, mailer, parked, sha256 } = services;

  return async (submission: Submission): Promise<Result<Receipt>> => {
    const problem = notOfTheLists(programme, submission);
    if (problem) return failure(problem);
    const now = clock.now();
    const origin = { kind: "web-form", submissionId: inquiryId(submission) } as const;
    const earlier = await findCaseOf(cases)(programme.id, origin, now - millisPerDay);
    if (earlier) return success(receiptOf(earlier));
    const calendar = await deskCalendar(programme, specialDays);
    const dueAt = calendar.addBusinessMinutes(now, programme.webForm.answerWithinBusinessMinutes);
    const { opened, case: kept } = await openCase(cases)(origin, now, (receiptNumber) =>
      caseOfWebForm({
        ...submission,
        submissionId: origin.submissionId,
        programme: programme.id,
        receiptNumber,
        receivedAt: now,
        dueAt,
      }),
    );
    if (opened && submission.replyTo.by === "mail") await confirm(receiptOf(kept), submission.replyTo.mail);
    return success(receiptOf(kept));
  };

  /** The same for every repetition of one inquiry; another text, written after going back, is another inquiry. */
  function inquiryId({ submissionId, ...written }: Submission): string {
    return `${submissionId} ${sha256(new TextEncoder().encode(JSON.stringify(written))).slice(0, 16)}`;
  }

  async function confirm(receipt: Receipt, to: string): Promise<void> {
    const mail = {
      from: programme.webForm.mailFrom,
      to,
      ...programme.phrases.receiptMail({
        ...receipt,
        receiptNumber: printedReceiptNumber(receipt.receiptNumber),
      }),
    };
    await mailer.send(mail).catch(async (cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      await parked.park(programme.id, {
        source: "receipt-mail",
        reason,
        payload: JSON.stringify(mail),
        parkedAt: clock.now(),
      });
    });
  }
}

/** What was chosen must be what the form offers. */
function notOfTheLists(programme: Programme, { category, attributes }: Submission): string | undefined {
  if (!programme.categories.some(({ code }) => code === category))
    return "お問い合わせの種類を一覧からお選びください。";
  const unknown = Object.entries(attributes).find(
    ([name, value]) => !programme.attributeChoices[name as AttributeName].includes(value),
  );
  return unknown && `「${unknown[1]}」は選択肢にありません。一覧からお選びください。`;
}

function receiptOf(kept: Case): Receipt {
  return { receiptNumber: kept.receiptNumber, answerBy: kept.dueAt ?? kept.receivedAt };
}
