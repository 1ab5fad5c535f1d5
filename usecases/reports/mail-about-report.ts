import { mailHtml } from "../../domain/mail-html.ts";
import type { Programme } from "../../domain/programme.ts";
import type { Mail } from "../ports/mails.ts";

/** A mail of the desk to somebody who works with reports, in Japanese. */
export function mailAboutReport(
  programme: Programme,
  to: string,
  { subject, text }: Pick<Mail, "subject" | "text">,
): Mail {
  const html = mailHtml({ subject, text, language: "ja" });
  return { from: programme.webForm.mailFrom, to, subject, text, html };
}
