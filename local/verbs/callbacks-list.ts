import { printedReceiptNumber } from "../../domain/case/receipt-number.ts";
import { formatMinute } from "../../domain/japan-time.ts";
import { callbacksOf, casesOf, settingsOf, specialDaysOf } from "../../lambdas/edge/composition.ts";
import { warningsTo } from "../../lambdas/edge/log.ts";
import { type CallbackRow, listCallbacks } from "../../usecases/callbacks/list-callbacks.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { withService } from "./with-service.ts";
import { deskClock } from "./desk-clock.ts";

const readAtOnce = 100;

export const callbacksList: Verb = {
  name: "callbacks list",
  help: `callbacks list [--json]
Shows who is to be called back, the most urgent first, with the case and the attempts so far; never the number.
--json: one a line.`,
  async run(words) {
    const read = readWords(words, [], commonOptions);
    if (!read.ok) return wrongUse(read.problem);
    const { values } = read.value;
    return withService(values.programme, async (service) => {
      const clock = await deskClock(service);
      const world = service.worldAt(clock);
      const pageOf = listCallbacks({
        programme: service.programme,
        clock,
        cases: casesOf(world),
        callbacks: callbacksOf(world),
        specialDays: specialDaysOf(world),
        warn: warningsTo(world.log),
        ...settingsOf(world),
      });
      const rows: CallbackRow[] = [];
      let page = await pageOf(readAtOnce);
      rows.push(...page.rows);
      while (page.next) {
        page = await pageOf(readAtOnce, page.next);
        rows.push(...page.rows);
      }
      if (values.json) return done(...rows.map((row) => JSON.stringify(withoutPerson(row))));
      return rows.length > 0 ? done(...rows.map(inWords)) : done("折返し架電: なし");
    });
  },
};

/** A line without what the case says about a person. */
function withoutPerson({ case: kept, ...row }: CallbackRow) {
  return { receiptNumber: kept?.receiptNumber ?? null, ...row };
}

function inWords({
  case: kept,
  dueAt,
  isOverdue,
  attempts,
  canCall,
  callFrom,
  attemptsLeft,
}: CallbackRow): string {
  const number = kept ? printedReceiptNumber(kept.receiptNumber) : "案件不明";
  const late = isOverdue ? "（期限超過）" : "";
  const next =
    attemptsLeft === 0 ? "回数に達した" : canCall ? "架電できる" : `${formatMinute(callFrom)} から架電できる`;
  return `${formatMinute(dueAt)}${late} ${number} 架電 ${attempts.length} 回、${next}`;
}
