import PostalMime, { type Address, type Email } from "postal-mime";
import { failure, type Result, success } from "../../domain/result.ts";
import type { ReceivedMail } from "../../usecases/inquiries/take-reply.ts";

const longestSubject = 300;
const longestName = 100;
const mostAttachments = 20;

/**
 * Reads a mail as it came over the wire (RFC 5322). `name` stands for a message id where the mail has none. Amazon SES writes
 * what it thinks of the mail before the headers that came with it (SES developer guide, "X-SES-Spam-Verdict"), so of two the
 * first counts.
 */
export async function parseReceivedMail(bytes: Uint8Array, name: string): Promise<Result<ReceivedMail>> {
  try {
    const mail = await PostalMime.parse(bytes);
    return success({
      sender: addressesOf([mail.from])[0] ?? "",
      recipients: [
        ...addressesOf([...(mail.to ?? []), ...(mail.cc ?? [])]),
        ...(mail.deliveredTo === undefined ? [] : [mail.deliveredTo]),
      ],
      subject: (mail.subject ?? "").slice(0, longestSubject),
      text: textOf(mail),
      attachments: namesOf(mail),
      messageId: mail.messageId ?? name,
      isAutomatic: /^auto-/i.test(headerOf(mail, "auto-submitted")),
      isDangerous: ["x-ses-virus-verdict", "x-ses-spam-verdict"].some(
        (header) => headerOf(mail, header).toUpperCase() === "FAIL",
      ),
    });
  } catch {
    return failure("The mail cannot be read.");
  }
}

function headerOf({ headers }: Email, name: string): string {
  return headers.find(({ key }) => key === name)?.value.trim() ?? "";
}

function addressesOf(addresses: readonly (Address | undefined)[]): string[] {
  return addresses.flatMap((one) =>
    (one === undefined ? [] : (one.group?.map(({ address }) => address) ?? [one.address])).filter(
      (address): address is string => Boolean(address),
    ),
  );
}

/** The text part; of a mail that has only HTML, its words without the marks between them. */
function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== "") return shown(text);
  return shown(
    (html ?? "")
      .replaceAll(/<(style|script|head)\b[^]*?<\/\1\s*>/gi, "")
      .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li)\b[^>]*>/gi, "\n")
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&nbsp;", " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );
}

/** Without what cannot be shown, and what would turn the text around. */
function shown(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, (character) => (/[\n\t]/.test(character) ? character : ""));
}

function namesOf({ attachments }: Email): string[] {
  return attachments.slice(0, mostAttachments).map(
    ({ filename }, index) =>
      Array.from(shown(filename ?? "").replaceAll("\n", " "))
        .slice(0, longestName)
        .join("") || `添付${index + 1}`,
  );
}
