import type { Case, InquirerAttributes, ReplyTo } from "../case/case.ts";
import type { ReceiptNumber } from "../case/receipt-number.ts";
import type { Instant } from "../japan-time.ts";
import type { Programme } from "../programme.ts";
import type { SettingChange } from "../settings/setting-change.ts";
import type { Reading } from "./file-line.ts";
import type { HostedForm, HostedFormField } from "./import-settings.ts";
import { type Contacts, inquiryReader, type LineReader, lineReader, wordReader } from "./inquiry-reader.ts";

/** An inquiry that was written on a form that is hosted elsewhere (R8). */
export interface HostedInquiry {
  /** Its number there. */
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly category?: string;
  readonly content: string;
  readonly attributes: InquirerAttributes;
  readonly replyTo: ReplyTo;
  /** The inquirer's number in E.164, however they are to be answered. */
  readonly number?: string;
}

/** Reads the lines of such a form's table. Made once a file; `now` is when it is taken. */
export function hostedFormReader(
  programme: Programme,
  form: HostedForm,
  now: Instant,
  changes: readonly SettingChange[],
) {
  const common = inquiryReader(programme, form, changes);
  const readReplyBy = wordReader(["mail", "telephone", "none"], form.replyWays);

  return (fields: Readonly<Record<HostedFormField, string>>): Reading<HostedInquiry, HostedFormField> => {
    const reader = lineReader(fields);
    const inquiry = common.inquiry(reader, now);
    const contacts = common.contacts(reader);
    const replyBy = reader.optional("replyBy", readReplyBy);
    const replyTo = replyOf(reader, contacts, replyBy);
    if (inquiry === undefined || reader.problems.length > 0) return { ok: false, problems: reader.problems };
    const value = {
      ...inquiry,
      replyTo,
      ...(contacts.number !== undefined && { number: contacts.number }),
    };
    return { ok: true, value };
  };
}

/** As the inquirer chose; where nothing was chosen, by mail where there is an address, else by telephone. */
function replyOf(
  reader: LineReader<HostedFormField>,
  { name, mail, number, reachable }: Contacts,
  chosen: ReplyTo["by"] | undefined,
): ReplyTo {
  const named = name !== undefined && { name };
  const given = mail === undefined ? "telephone" : "mail";
  const by = chosen ?? given;
  if (by === "mail" && mail !== undefined) return { by, mail, ...named };
  if (by === "telephone" && number !== undefined)
    return { by, number, ...named, ...(reachable !== undefined && { reachable }) };
  if (chosen === "mail" || chosen === "telephone") refuseEmpty(reader, chosen);
  return { by: "none" };
}

/** What is there and wrong has been refused already. */
function refuseEmpty(reader: LineReader<HostedFormField>, field: "mail" | "telephone"): void {
  if (reader.text(field) === "")
    reader.refuse(field, "この方法での回答を希望しているのに、連絡先が空欄です。");
}

/**
 * The case of such an inquiry, due as one of our own form would be. The operators are given a task for it; no mail confirms
 * it, for the form that took it did.
 */
export function caseOfHostedForm(
  inquiry: HostedInquiry,
  taken: {
    readonly programme: string;
    readonly receiptNumber: ReceiptNumber;
    readonly dueAt: Instant;
    readonly personKey: string | undefined;
  },
): Case {
  const { reference, receivedAt, number: _number, ...rest } = inquiry;
  return {
    programme: taken.programme,
    receiptNumber: taken.receiptNumber,
    origin: { kind: "hosted-form", reference },
    receivedAt,
    status: "received",
    dueAt: taken.dueAt,
    ...(taken.personKey !== undefined && { personKey: taken.personKey }),
    ...rest,
    owed: [{ work: "task" }],
    history: [{ at: receivedAt, what: "opened" }],
    version: 1,
  };
}
