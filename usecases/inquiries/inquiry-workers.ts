import type { Case } from "../../domain/case/case.ts";
import { printedReceiptNumber } from "../../domain/case/receipt-number.ts";
import { replyAddress } from "../../domain/case/reply-address.ts";
import { formatMinute, type Instant } from "../../domain/japan-time.ts";
import { mailHtml } from "../../domain/mail-html.ts";
import type { Category, Programme } from "../../domain/programme.ts";
import { deskCalendarForCall } from "../calendar/desk-calendar.ts";
import type { Worker } from "./follow-up-inquiry.ts";
import { categoriesToday } from "../settings/offered-categories.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { Pause } from "../ports/host.ts";
import type { Mail, Mailer } from "../ports/mails.ts";
import type { TaskStarter } from "../ports/telephone.ts";
import type { TolerantSettingReading } from "../settings/setting-changes.ts";

/** Confirms the receipt of an inquiry by mail, in the language in which it was written. */
export function receiptMailWorker(services: {
  readonly programme: Programme;
  readonly mailer: Mailer;
}): Worker {
  const { programme, mailer } = services;
  return {
    async carryOut(kept: Case) {
      const { receiptNumber, receivedAt, dueAt, replyTo, language = "ja" } = kept;
      if (replyTo?.by !== "mail") return;
      const answerBy = dueAt ?? receivedAt;
      const mail = programme.phrases.receiptMail({
        receiptNumber: printedReceiptNumber(receiptNumber),
        answerBy,
        language,
      });
      await mailer.send(inquiryMail(programme, kept, { to: replyTo.mail, ...mail }));
    },
  };
}

/** Sends the desk's answer by mail: the last one that it wrote. */
export function answerMailWorker(services: {
  readonly programme: Programme;
  readonly mailer: Mailer;
}): Worker {
  const { programme, mailer } = services;
  return {
    async carryOut(kept: Case) {
      const { receiptNumber, replyTo, language = "ja", correspondence = [] } = kept;
      const answer = correspondence.findLast(({ from }) => from === "desk");
      if (replyTo?.by !== "mail" || !answer) return;
      const mail = programme.phrases.answerMail({
        receiptNumber: printedReceiptNumber(receiptNumber),
        text: answer.text,
        canReply: programme.webForm.replyDomain !== undefined,
        language,
      });
      await mailer.send(inquiryMail(programme, kept, { to: replyTo.mail, ...mail }));
    },
  };
}

/** The name of the tag by which the mail service says later which inquiry a mail was about. */
export const receiptTag = "receipt";

function inquiryMail(
  { webForm: { mailFrom, replyDomain } }: Programme,
  { receiptNumber, language = "ja" }: Case,
  mail: Pick<Mail, "to" | "subject" | "text">,
): Mail {
  const replyTo = replyDomain === undefined ? mailFrom : replyAddress(receiptNumber, replyDomain);
  return {
    from: mailFrom,
    ...mail,
    html: mailHtml({ ...mail, language }),
    replyTo,
    tags: { [receiptTag]: receiptNumber },
  };
}

/** What a task is started with. */
export interface TaskServices extends TolerantSettingReading {
  readonly specialDays: SpecialDayStore;
  readonly tasks: TaskStarter;
  readonly pause: Pause;
}

/** Amazon Connect takes two requests a second, for all instances of an account together (AWS, Amazon Connect quotas). */
const millisPerTask = 500;

/**
 * Puts an inquiry before the operators, in opening hours: a task that waited all night would be the first that is late.
 * One task follows another after half a second at the earliest, as far as one process starts them.
 */
export function taskWorker(services: TaskServices): Worker {
  const { programme, specialDays, tasks, pause, warn } = services;
  const categories = categoriesToday(services);
  return {
    async mayBegin(now: Instant) {
      return (await deskCalendarForCall(programme, specialDays, warn)).isOpen(now);
    },
    async carryOut(kept: Case) {
      await pause(millisPerTask);
      await tasks.start({
        id: taskId(kept),
        name: `WEBフォーム ${printedReceiptNumber(kept.receiptNumber)}`,
        description: descriptionOf(await categories(), kept),
        attributes: { programme: programme.id, receiptNumber: kept.receiptNumber },
      });
    },
  };
}

/** The inquiry's number and, once it was put before the operators and is so again, the how manieth time this is. */
function taskId({ receiptNumber, history }: Case): string {
  const before = history.filter(({ what }) => what === "task-started").length;
  return before === 0 ? receiptNumber : `${receiptNumber}-${before + 1}`;
}

const replyNames = { mail: "メール", telephone: "電話", none: "不要" } as const;

/** Nothing of it says who asks or what was written: contact records keep it for two years. */
function descriptionOf(categories: readonly Category[], { category, dueAt, replyTo }: Case): string {
  const name = categories.find(({ code }) => code === category)?.name ?? "未分類";
  const due = dueAt === undefined ? "" : `、期限 ${formatMinute(dueAt)}`;
  return `${name}、返信 ${replyNames[replyTo?.by ?? "none"]}${due}`;
}
