import type { Case } from "../../domain/case/case.ts";
import { answeredBack, escalationAnswered } from "../../domain/case/escalate.ts";
import type { Result } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { caseByNumber } from "./case-by-number.ts";
import { changeCaseIf } from "./change-case-if.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { EscalationServices } from "./escalate-case.ts";

/**
 * Writes down what the addressee of an escalation answered. Where it was the last open one of its case, the clock of the
 * inquirer's answer goes on with what was left of it. Answers the case as it is then.
 */
export function answerEscalation(services: EscalationServices) {
  const { programme, clock, cases, specialDays } = services;
  return async (
    receiptNumber: string,
    escalation: number,
    given: { readonly answer: string; readonly staff: string },
  ): Promise<Result<Case>> => {
    const by = staffCodeNamed(given.staff);
    if (!by.ok) return by;
    const found = await caseByNumber(services)(receiptNumber);
    if (!found.ok) return found;
    const calendar = await deskCalendar(programme, specialDays);
    const answer = { answer: given.answer, answeredAt: clock.now(), answeredBy: by.value };
    return changeCaseIf(cases)(found.value, (current) =>
      escalationAnswered(current, escalation, answer, calendar),
    );
  };
}

/** Keeps that the inquirer was told the answer of an escalation. The last one closes the case. */
export function answerInquirer(services: Omit<EscalationServices, "specialDays">) {
  const { clock, cases } = services;
  return async (receiptNumber: string, escalation: number, staff: string): Promise<Result<Case>> => {
    const by = staffCodeNamed(staff);
    if (!by.ok) return by;
    const found = await caseByNumber(services)(receiptNumber);
    if (!found.ok) return found;
    const told = { at: clock.now(), by: by.value };
    return changeCaseIf(cases)(found.value, (current) => answeredBack(current, escalation, told));
  };
}
