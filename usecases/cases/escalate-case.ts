import type { Case } from "../../domain/case/case.ts";
import { escalated } from "../../domain/case/escalate.ts";
import { addresseeNames, isAddressee } from "../../domain/case/escalation.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { caseByNumber } from "./case-by-number.ts";
import { changeCaseIf } from "./change-case-if.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";

/** What escalations are worked with. */
export interface EscalationServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find" | "update">;
  readonly specialDays: SpecialDayStore;
}

/**
 * Puts a question of a case, which is outside the manual, to the prefecture or to the app operator (R24). The clock of the
 * inquirer's answer stands until they answer. Answers the case as it is then.
 */
export function escalateCase(services: EscalationServices) {
  const { programme, clock, cases, specialDays } = services;
  return async (
    receiptNumber: string,
    asked: { readonly to: string; readonly question: string; readonly staff: string },
  ): Promise<Result<Case>> => {
    const { to, question } = asked;
    if (!isAddressee(to))
      return failure(`"${to}" cannot be asked: use ${Object.keys(addresseeNames).join(" or ")}.`);
    const by = staffCodeNamed(asked.staff);
    if (!by.ok) return by;
    const found = await caseByNumber(services)(receiptNumber);
    if (!found.ok) return found;
    const calendar = await deskCalendar(programme, specialDays);
    const one = { to, question, askedAt: clock.now(), askedBy: by.value };
    const { answerBackWithinBusinessMinutes } = programme.escalation;
    return changeCaseIf(cases)(found.value, (current) =>
      escalated(current, one, calendar, answerBackWithinBusinessMinutes),
    );
  };
}
