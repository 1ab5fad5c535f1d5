import type { Case } from "../../domain/case/case.ts";
import { mailFailed } from "../../domain/case/correspondence.ts";
import type { Instant } from "../../domain/japan-time.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { changeCase } from "../cases/change-case.ts";
import { findInquiry, hurryTo, newDueAt, type ReopeningServices } from "./reopen-inquiry.ts";

/** What the mail service tells of a mail of ours. */
export interface MailEvent {
  readonly what: "mail-bounced" | "mail-complained";
  /** What the mail service calls the event. */
  readonly reference: string;
  readonly at: Instant;
  /** Of which kind it is, in the mail service's words; nothing that says whose mail it was. */
  readonly kind: string;
  /** The receipt number that the mail was tagged with; undefined for a mail about no inquiry. */
  readonly receiptNumber: string | undefined;
}

/**
 * Writes into a case that a mail did not reach its inquirer, or was unwanted, and has the operators told, so that they reach
 * the person otherwise. The same event is written down once. An event of no case is answered with the reason.
 */
export function takeMailEvent(services: ReopeningServices) {
  const { cases } = services;
  return async (event: MailEvent): Promise<Result<Case>> => {
    if (event.receiptNumber === undefined) return failure("The mail was about no inquiry.");
    const found = await findInquiry(services)(event.receiptNumber);
    if (!found) return failure("The mail bears a receipt number that no case has.");
    const dueAt = await newDueAt(services)();
    const { what, reference, at, kind: note } = event;
    const kept = await changeCase(cases)(found, (current) =>
      mailFailed(current, { what, reference, at, note, dueAt }),
    );
    await hurryTo(services)(kept);
    return success(kept);
  };
}
