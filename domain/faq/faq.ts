import type { ReceiptNumber } from "../case/receipt-number.ts";
import { type EntryKind, idNumber } from "../entry-kind.ts";
import { type Instant, monthAt } from "../japan-time.ts";

/** 想定質問・回答集とマニュアル: a question with its answer, as the prefecture supplies it (R31), or as the desk made it. */
export interface FaqEntry {
  /** Follows from source and question: a newer version of the same question keeps it, and its uses. */
  readonly id: string;
  readonly source: string;
  readonly version: string;
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly question: string;
  readonly answer: string;
  readonly category: string;
  readonly keywords: readonly string[];
  /** Of what the desk made: when it was let into use, and by whom (a staff code). */
  readonly approved?: { readonly at: Instant; readonly by: string };
}

/** The source of what the desk made itself; no file of the prefecture may bear it. */
export const madeAtDesk = "窓口で作成";

/** An edition of a source that was imported. The one that was imported last is in use; the others are its history. */
export interface FaqEdition {
  readonly source: string;
  readonly version: string;
  readonly importedAt: Instant;
  readonly entries: number;
  /** Fingerprint of all that the file said. */
  readonly fingerprint: string;
}

/** That an answer was used in a case; once a case, however often somebody presses. */
export interface FaqUse {
  readonly entryId: string;
  readonly receiptNumber: ReceiptNumber;
  readonly at: Instant;
  /** A staff code. */
  readonly by: string;
}

/** The entries of an edition begin alike, in the order of their file. */
export const faqEntries: EntryKind<FaqEntry> = {
  kind: "faq",
  idOf: ({ source, version, number }) => `${editionId(source, version)}#${idNumber(number, 5)}`,
};

/** In order of import. */
export const faqEditions: EntryKind<FaqEdition> = {
  kind: "faq-edition",
  idOf: ({ importedAt, source, version }) => `${idNumber(importedAt, 15)}#${editionId(source, version)}`,
};

/** Those of a month begin alike. */
export const faqUses: EntryKind<FaqUse> = {
  kind: "faq-use",
  idOf: ({ at, entryId, receiptNumber }) => `${monthAt(at)}#${entryId}#${receiptNumber}`,
};

/** Sources and versions are names without the sign that parts ids. */
export function editionId(source: string, version: string): string {
  return `${source}#${version}`;
}

/** The editions that are in use: of each source the one that was imported last. */
export function editionsInUse(editions: readonly FaqEdition[]): FaqEdition[] {
  const latest = new Map<string, FaqEdition>();
  for (const edition of editions) {
    const known = latest.get(edition.source);
    if (!known || known.importedAt <= edition.importedAt) latest.set(edition.source, edition);
  }
  return [...latest.values()].sort((one, other) => (one.source < other.source ? -1 : 1));
}
