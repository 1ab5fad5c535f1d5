import type { ReceiptNumber } from "../case/receipt-number.ts";
import type { EntryKind } from "../entry-kind.ts";
import { dateAt, type Instant } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";

/** 登録情報オペレーション: one thing that was done in the app vendor's tool (R19, R26). Entries are only ever added. */
export interface RegistrationEntry {
  /** Made by the screen: the same operation sent again is one operation. */
  readonly operationId: string;
  readonly receiptNumber: ReceiptNumber;
  readonly what: RegistrationWhat;
  readonly at: Instant;
  /** A staff code. */
  readonly by: string;
  /** How the person was identified: codes of the programme's steps. */
  readonly steps: readonly string[];
  /** What was looked up or changed: codes of the programme's items, never what they say. */
  readonly items: readonly string[];
  readonly reason: string;
  /** Of a decision: when the deletion was asked for. */
  readonly requestedAt?: Instant;
}

type RegistrationWhat =
  | "looked-up"
  | "changed"
  | "deletion-requested"
  | "deletion-confirmed"
  | "deletion-refused";

export const registrationNames: Readonly<Record<RegistrationWhat, string>> = {
  "looked-up": "照会（閲覧）",
  changed: "変更",
  "deletion-requested": "削除の申請",
  "deletion-confirmed": "削除の確認",
  "deletion-refused": "削除の差戻し",
};

/** What a programme says about the tool. */
export interface RegistrationSettings {
  /** 本人確認: every one of them before anything is looked up or changed. */
  readonly identitySteps: readonly Coded[];
  readonly items: readonly Coded[];
}

interface Coded {
  readonly code: string;
  readonly name: string;
}

const longestReason = 500;

/** Entries of a date begin alike. What was decided of a request lies beside it, under one id: it is decided once. */
export const registrationLog: EntryKind<RegistrationEntry> = {
  kind: "registration",
  idOf: ({ at, operationId, requestedAt }) =>
    requestedAt === undefined
      ? `${dateAt(at)}#${operationId}`
      : `${dateAt(requestedAt)}#${operationId}#decided`,
};

/** Deletions that wait for a second person: a copy of each request, which goes once it is decided. Listed by when each was asked for. */
export const waitingDeletions: EntryKind<RegistrationEntry> = {
  kind: "deletion-waiting",
  idOf: registrationLog.idOf,
  listedAt: ({ at }) => at,
};

/** The id under which the log holds what was decided of a deletion. */
export function decisionId(asked: RegistrationEntry): string {
  return registrationLog.idOf({ ...asked, requestedAt: asked.at });
}

/** The entry of an operation, or the sentence that says what is missing of it. */
export function registered(
  entry: RegistrationEntry,
  { identitySteps, items }: RegistrationSettings,
): Result<RegistrationEntry> {
  if (!/^[\w-]{8,64}$/.test(entry.operationId))
    return failure("Name the operation by an id of 8 to 64 letters, digits and hyphens.");
  const missing = identitySteps.find(({ code }) => !entry.steps.includes(code));
  if (missing) return failure(`本人確認「${missing.name}」を済ませてから記録してください。`);
  const unknown = [
    ...entry.steps.filter((code) => !identitySteps.some((one) => one.code === code)),
    ...entry.items.filter((code) => !items.some((one) => one.code === code)),
  ];
  if (unknown.length > 0)
    return failure(`There is no step or item ${unknown.join(", ")}: use the programme's codes.`);
  if (entry.items.length === 0) return failure("何を閲覧、変更または削除したかを選んでください。");
  return withReason(entry);
}

/** What a second person decided of a deletion that somebody else has asked for. */
export function deletionDecided(
  entries: readonly RegistrationEntry[],
  operationId: string,
  decided: {
    readonly decision: "confirmed" | "refused";
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
  },
): Result<RegistrationEntry> {
  const ofOperation = entries.filter((entry) => entry.operationId === operationId);
  const asked = ofOperation.find(({ what }) => what === "deletion-requested");
  if (!asked) return failure("その日に申請された削除が見つかりません。申請の日付を確かめてください。");
  if (ofOperation.length > 1) return failure("この削除は、すでに確認または差戻しされています。");
  const { decision, at, by, reason } = decided;
  if (by === asked.by) return failure("削除の確認は、申請した人とは別の人が行ってください。");
  return withReason({ ...asked, what: `deletion-${decision}`, at, by, reason, requestedAt: asked.at });
}

function withReason(entry: RegistrationEntry): Result<RegistrationEntry> {
  const { reason } = entry;
  return reason.trim() !== "" && reason.length <= longestReason
    ? success(entry)
    : failure(`理由を${longestReason}文字以内で入力してください。氏名や住所は書かないでください。`);
}
