import { dayNumberOf, type Instant, instantOfDay, type JapaneseDate } from "../japan-time.ts";

/** 引継ぎ事項: something that the former contractor knew and every operator has to read (R59, R60). */
export interface KnowledgeItem {
  /** Such as K01. */
  readonly item: string;
  /** From 1. A higher one replaces the lower and has to be read again. */
  readonly version: number;
  readonly title: string;
  readonly text: string;
  /** Where it comes from, such as a page of the former contractor's manual. */
  readonly source: string;
  readonly addedAt: Instant;
}

/** Somebody who has to read every item. */
export interface KnowledgeReader {
  /** A staff code. */
  readonly staff: string;
  readonly since: Instant;
}

/** That somebody has read a version of an item. */
export interface KnowledgeConfirmation {
  readonly staff: string;
  readonly item: string;
  readonly version: number;
  readonly at: Instant;
}

/** All that is kept about it. */
export interface Knowledge {
  readonly items: readonly KnowledgeItem[];
  readonly readers: readonly KnowledgeReader[];
  readonly confirmations: readonly KnowledgeConfirmation[];
}

/** Confirmed of those to confirm; the rate, 0 to 1, is null where there is nothing to confirm. */
export interface Progress {
  readonly confirmed: number;
  readonly of: number;
  readonly rate: number | null;
}

/** 熟知の進み具合 at the end of a date: of each reader, and of all together (R60). */
export interface KnowledgeProgress {
  readonly date: JapaneseDate;
  readonly readers: readonly ({ readonly staff: string } & Progress)[];
  readonly all: Progress;
}

/** The items as they stood before an instant: of each its highest version, in order of item. */
export function itemsBefore(items: readonly KnowledgeItem[], before: Instant): KnowledgeItem[] {
  const latest = new Map<string, KnowledgeItem>();
  for (const item of items)
    if (item.addedAt < before && item.version > (latest.get(item.item)?.version ?? 0))
      latest.set(item.item, item);
  return [...latest.values()].sort((one, other) => (one.item < other.item ? -1 : 1));
}

/** Who had confirmed what when a date ended, of that day's items and readers. */
export function progressOn(
  { items, readers, confirmations }: Knowledge,
  date: JapaneseDate,
): KnowledgeProgress {
  const end = instantOfDay(dayNumberOf(date) + 1);
  const toRead = new Set(itemsBefore(items, end).map(versionKey));
  const ofReaders = readers
    .filter(({ since }) => since < end)
    .map(({ staff }) => {
      const confirmed = new Set(
        confirmations
          .filter((one) => one.staff === staff && one.at < end && toRead.has(versionKey(one)))
          .map(versionKey),
      );
      return { staff, ...progress(confirmed.size, toRead.size) };
    });
  const confirmed = ofReaders.reduce((sum, one) => sum + one.confirmed, 0);
  return { date, readers: ofReaders, all: progress(confirmed, toRead.size * ofReaders.length) };
}

/** Whether somebody has confirmed that version of an item. */
export function isConfirmed(
  confirmations: readonly KnowledgeConfirmation[],
  staff: string,
  item: KnowledgeItem,
): boolean {
  return confirmations.some((one) => one.staff === staff && versionKey(one) === versionKey(item));
}

function progress(confirmed: number, of: number): Progress {
  return { confirmed, of, rate: of === 0 ? null : confirmed / of };
}

function versionKey({ item, version }: { readonly item: string; readonly version: number }): string {
  return `${item} ${version}`;
}
