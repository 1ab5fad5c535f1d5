import { type Case, caseStatusNames } from "../../domain/case/case.ts";
import { printedReceiptNumber } from "../../domain/case/receipt-number.ts";
import { formatMinute } from "../../domain/japan-time.ts";
import {
  callbacksOf,
  casesOf,
  inquiryMailerOf,
  inquiryQueueOf,
  personKeysOf,
  specialDaysOf,
} from "../../lambdas/edge/composition.ts";
import { warningsTo } from "../../lambdas/edge/log.ts";
import { answerInquiry } from "../../usecases/inquiries/answer-inquiry.ts";
import { followUpInquiry } from "../../usecases/inquiries/follow-up-inquiry.ts";
import { answerMailWorker } from "../../usecases/inquiries/inquiry-workers.ts";
import type { InquiryQueue } from "../../usecases/ports/inquiries.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { type Desk, deskHelp, deskOptions, withDesk } from "./with-desk.ts";

export const inquiryAnswer: Verb = {
  name: "inquiry answer",
  help: `inquiry answer NUMBER --text TEXT --staff CODE [--deployed] [--json]
Answers a written inquiry in the way that its inquirer chose: by mail, by a call back that stands on the desk's list, or, where
no answer is wanted, by closing it. NUMBER is the receipt number.
${deskHelp}
With --deployed also CALLBACKS_TABLE and INQUIRY_QUEUE_URL; the mail then goes out within minutes.`,
  async run(words) {
    const read = readWords(words, ["NUMBER"], {
      ...commonOptions,
      ...deskOptions,
      text: { type: "string" },
      staff: { type: "string" },
    } as const);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const [number = ""] = positionals;
    const { text, staff } = values;
    if (text === undefined) return wrongUse("--text TEXT is missing: say what is answered.");
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who answers.");
    return withDesk(values, async (desk) => {
      const answered = await answerInquiry(servicesOf(desk, values.deployed === true))(number, {
        text,
        staff,
      });
      if (!answered.ok) return wrongUse(answered.problem);
      const { receiptNumber, status, dueAt } = answered.value;
      return done(
        values.json
          ? JSON.stringify({ receiptNumber, status, dueAt: dueAt ?? null })
          : inWords(answered.value),
      );
    });
  },
};

function servicesOf(desk: Desk, deployed: boolean) {
  const { programme, world } = desk;
  return {
    programme,
    clock: world.clock,
    cases: casesOf(world),
    specialDays: specialDaysOf(world),
    callbacks: callbacksOf(world),
    personKeys: personKeysOf(world),
    inquiries: deployed ? inquiryQueueOf(world) : mailingAtOnce(desk),
    warn: warningsTo(world.log),
  };
}

/** On this machine the queue ends with the verb, so the mail goes out before. */
function mailingAtOnce({ programme, world }: Desk): InquiryQueue {
  const mailer = inquiryMailerOf(world);
  const followUp = followUpInquiry({
    clock: world.clock,
    cases: casesOf(world),
    workers: { "answer-mail": answerMailWorker({ programme, mailer }) },
  });
  return {
    push: async (inquiry) => {
      await followUp(inquiry);
    },
  };
}

function inWords({ receiptNumber, status, dueAt, replyTo }: Case): string {
  const how = replyTo?.by === "mail" ? "回答のメールを送ります" : caseStatusNames[status];
  const until = dueAt === undefined ? "" : `（${formatMinute(dueAt)} まで）`;
  return `${printedReceiptNumber(receiptNumber)} ${how}${until}`;
}
