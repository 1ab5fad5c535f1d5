import type { Case, CaseStatus, InquirerAttributes, ReplyTo } from "../case/case.ts";
import type { ReceiptNumber } from "../case/receipt-number.ts";
import { dayNumberOf, type Instant, instantOfDay } from "../japan-time.ts";
import type { Programme } from "../programme.ts";
import { failure } from "../result.ts";
import type { SettingChange } from "../settings/setting-change.ts";
import type { Reading } from "./file-line.ts";
import type { HandoverField, HandoverFile } from "./import-settings.ts";
import {
  type Contacts,
  inquiryReader,
  type LineReader,
  lineReader,
  readText,
  stateReader,
} from "./inquiry-reader.ts";
import { readTime } from "./written-time.ts";

/** 継続案件: a case of the former contractor, as its list gives it (R58). */
export interface HandedOverInquiry {
  /** Its number there. */
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly status: CaseStatus;
  readonly category?: string;
  readonly content: string;
  readonly attributes: InquirerAttributes;
  /** What was done so far, as the former contractor wrote it. */
  readonly soFar?: string;
  readonly dueAt?: Instant;
  readonly replyTo: ReplyTo;
  /** The inquirer's number in E.164, however they are to be answered. */
  readonly number?: string;
}

/** Reads the lines of a former contractor's list. Made once a file; `now` is when it is taken. */
export function handoverReader(
  programme: Programme,
  file: HandoverFile,
  now: Instant,
  changes: readonly SettingChange[],
) {
  const common = inquiryReader(programme, file, changes);
  const readState = stateReader(file.states);
  const begins = instantOfDay(dayNumberOf(programme.contract.from));
  const readDue = (receivedAt: Instant) => (text: string) => {
    const dueAt = readTime(text, programme.hours.closesAtMinute);
    return dueAt.ok && dueAt.value < receivedAt
      ? failure("受付日より前です。年と月日を確かめてください。")
      : dueAt;
  };

  /** The inquiry and its state, or undefined where either is wrong. */
  function open(reader: LineReader<HandoverField>) {
    const inquiry = common.inquiry(reader, now);
    if (inquiry && inquiry.receivedAt >= begins)
      reader.refuse(
        "receivedAt",
        `契約の始まり（${programme.contract.from}）以後の受付は、引継ぎの対象ではありません。`,
      );
    const status = reader.required("state", readState);
    return inquiry && status && { ...inquiry, status };
  }

  return (fields: Readonly<Record<HandoverField, string>>): Reading<HandedOverInquiry, HandoverField> => {
    const reader = lineReader(fields);
    const inquiry = open(reader);
    const soFar = reader.optional("soFar", readText);
    const dueAt = reader.optional("dueAt", readDue(inquiry?.receivedAt ?? 0));
    const contacts = common.contacts(reader);
    if (inquiry?.status === "awaiting-callback" && reader.text("telephone") === "")
      reader.refuse("telephone", "架電待ちの案件には、電話番号が要ります。");
    if (inquiry === undefined || reader.problems.length > 0) return { ok: false, problems: reader.problems };
    const { replyTo, note } = replyOf(contacts, inquiry.status, soFar);
    const value = {
      ...inquiry,
      ...(note !== "" && { soFar: note }),
      ...(dueAt !== undefined && { dueAt }),
      replyTo,
      ...(contacts.number !== undefined && { number: contacts.number }),
    };
    return { ok: true, value };
  };
}

/**
 * By mail where there is an address, unless a call back is awaited; else by telephone. The other way to reach the inquirer
 * is noted, for a case has one.
 */
function replyOf(
  { name, mail, number, reachable }: Contacts,
  status: CaseStatus,
  soFar: string | undefined,
): { readonly replyTo: ReplyTo; readonly note: string } {
  const named = name !== undefined && { name };
  const note = (...more: (string | undefined)[]) =>
    [soFar, ...more].filter((text) => text !== undefined).join("\n");
  if (number !== undefined && (mail === undefined || status === "awaiting-callback"))
    return {
      replyTo: { by: "telephone", number, ...named, ...(reachable !== undefined && { reachable }) },
      note: note(mail && `メール: ${mail}`),
    };
  if (mail !== undefined)
    return { replyTo: { by: "mail", mail, ...named }, note: note(number && `電話: ${number}`) };
  return { replyTo: { by: "none" }, note: note(name && `氏名: ${name}`) };
}

/**
 * The case of a handed-over inquiry, which was taken at `at`. It is kept under the day on which the former contractor
 * received it. An open one without a due time of its own is due at `dueAt`.
 */
export function caseOfHandover(
  inquiry: HandedOverInquiry,
  taken: {
    readonly programme: string;
    readonly receiptNumber: ReceiptNumber;
    readonly at: Instant;
    readonly dueAt: Instant;
    readonly personKey: string | undefined;
  },
): Case {
  const { reference, soFar, number: _number, dueAt = taken.dueAt, receivedAt, status, ...rest } = inquiry;
  return {
    programme: taken.programme,
    receiptNumber: taken.receiptNumber,
    origin: { kind: "handover", reference },
    receivedAt,
    status,
    ...(status !== "closed" && { dueAt }),
    ...(taken.personKey !== undefined && { personKey: taken.personKey }),
    ...rest,
    history: [
      { at: receivedAt, what: "opened" },
      { at: taken.at, what: "handed-over", ...(soFar !== undefined && { note: soFar }) },
    ],
    version: 1,
  };
}
