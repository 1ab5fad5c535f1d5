import { parseReceiptNumber, type ReceiptNumber } from "./receipt-number.ts";

/** Where a mail about an inquiry is answered to: `inquiry+419848291374@reply.example.jp`. It says nothing of who asks. */
export function replyAddress(receiptNumber: ReceiptNumber, domain: string): string {
  return `inquiry+${receiptNumber}@${domain}`;
}

/**
 * Which inquiry a mail answers: by an address of ours that it went to or, where the person's program wrote another, by its
 * subject. Undefined where neither names one.
 */
export function inquiryOfReply(mail: {
  readonly recipients: readonly string[];
  readonly subject: string;
}): ReceiptNumber | undefined {
  const addressed = mail.recipients.flatMap((address) => /\+(\d{12})@/.exec(address)?.[1] ?? []);
  const printed = mail.subject.normalize("NFKC").match(/(?<!\d)\d{4}-?\d{4}-?\d{4}(?!\d)/g) ?? [];
  for (const text of [...addressed, ...printed]) {
    const number = parseReceiptNumber(text);
    if (number.ok) return number.value;
  }
  return undefined;
}
