import type { EntryKind } from "../entry-kind.ts";
import type { Instant } from "../japan-time.ts";
import type { CaseFields } from "./edit-case.ts";
import type { ReceiptNumber } from "./receipt-number.ts";

/** 書きかけ: what somebody has typed into a case and not saved yet. It outlives a closed tab; it is no part of the case. */
export interface TypedText {
  readonly receiptNumber: ReceiptNumber;
  /** A staff code. A person has one a case. */
  readonly staff: string;
  /** The version of the case that was before them. */
  readonly baseVersion: number;
  readonly fields: CaseFields;
  readonly typedAt: Instant;
  /** From then on it is gone: it may hold personal data. */
  readonly until: Instant;
}

/** Longer than the longest closure of the contract, nine days from 28 December. */
export const typedTextKeptDays = 14;

/** Whoever typed no longer ago than that is shown to others as writing. */
const writingForSeconds = 60;

/** Whether somebody is writing at `now`, as far as what they typed says. */
export function isWriting({ typedAt }: TypedText, now: Instant): boolean {
  return now - typedAt < writingForSeconds * 1000;
}

export const typedTexts: EntryKind<TypedText> = {
  kind: "typed-text",
  idOf: ({ receiptNumber, staff }) => typedTextId(receiptNumber, staff),
  expiresAt: ({ until }) => until,
};

/** Those of one case begin alike. */
export function typedTextId(receiptNumber: ReceiptNumber, staff: string): string {
  return `${receiptNumber}#${staff}`;
}
