import type { Case } from "../../domain/case/case.ts";
import { hasLetter, replied } from "../../domain/case/correspondence.ts";
import { withoutQuotedText } from "../../domain/case/quoted-text.ts";
import { inquiryOfReply } from "../../domain/case/reply-address.ts";
import { isSameMailAddress } from "../../domain/mail-address.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { changeCase } from "../cases/change-case.ts";
import { findInquiry, hurryTo, newDueAt, type ReopeningServices } from "./reopen-inquiry.ts";

/** A mail that came in, as far as it is used. */
export interface ReceivedMail {
  /** The address in its From line; "" where it names none. */
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** What the files that came with it are called. */
  readonly attachments: readonly string[];
  readonly messageId: string;
  /** Written by a program and not by a person, as an absence note is (RFC 3834, Auto-Submitted). */
  readonly isAutomatic: boolean;
  /** The mail service found a virus in it, or takes it for spam. */
  readonly isDangerous: boolean;
}

/**
 * Joins a resident's reply to its case: it must come from the address that the case names, and name the case. The case is open
 * again, an answer is due, and the operators get a task. The same mail is taken once. A mail that joins no case is answered with
 * the reason; somebody has to look at it.
 */
export function takeReply(services: ReopeningServices) {
  const { clock, cases } = services;
  return async (mail: ReceivedMail): Promise<Result<Case>> => {
    const problem = obstacleTo(mail);
    if (problem) return failure(problem);
    const number = inquiryOfReply(mail);
    if (number === undefined)
      return failure("The mail names no receipt number, neither in an address of ours nor in its subject.");
    const found = await findInquiry(services)(number);
    if (!found) return failure("The mail names a receipt number that no case has.");
    if (found.replyTo?.by !== "mail" || !isSameMailAddress(found.replyTo.mail, mail.sender))
      return failure("The mail does not come from the address to which the case is answered.");
    const joined = await joinedTo(found, mail);
    if (joined.ok) await hurryTo(services)(joined.value);
    return joined;
  };

  async function joinedTo(
    found: Case,
    { attachments, messageId, ...mail }: ReceivedMail,
  ): Promise<Result<Case>> {
    const reply = {
      at: clock.now(),
      text: withoutQuotedText(mail.text),
      attachments,
      messageId,
      dueAt: await newDueAt(services)(),
    };
    let full: string | undefined;
    const kept = await changeCase(cases)(found, (current) => {
      if (hasLetter(current, messageId)) return undefined;
      const next = replied(current, reply);
      full = next.ok ? undefined : next.problem;
      return next.ok ? next.value : undefined;
    });
    return full === undefined ? success(kept) : failure(full);
  }
}

function obstacleTo({
  isAutomatic,
  isDangerous,
  sender,
  text,
  attachments,
}: ReceivedMail): string | undefined {
  if (isDangerous) return "The mail service found a virus in the mail, or takes it for spam.";
  if (isAutomatic) return "The mail was written by a program, such as an absence note.";
  if (sender === "") return "The mail names no sender.";
  return text.trim() === "" && attachments.length === 0 ? "The mail is empty." : undefined;
}
