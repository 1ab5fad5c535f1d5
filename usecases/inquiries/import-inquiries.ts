import type { Case, CaseOrigin } from "../../domain/case/case.ts";
import type { ReceiptNumber } from "../../domain/case/receipt-number.ts";
import type { FileLine, Reading, Reject } from "../../domain/import/file-line.ts";
import { type Columns, type Headings, readHeadings } from "../../domain/import/headings.ts";
import { isEmptyLine, readLine, rejectAt } from "../../domain/import/read-line.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { type Result, success } from "../../domain/result.ts";
import type { SettingChange } from "../../domain/settings/setting-change.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import { findCaseOf, openCase } from "../cases/open-case.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { PersonKeys } from "../ports/callers.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { EntryStore } from "../ports/entries.ts";
import type { Clock, Sha256 } from "../ports/host.ts";
import type { TakenInquiry, TakenInquiryStore } from "../ports/imports.ts";

/** What inquiries are taken from files with. */
export interface ImportServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly specialDays: SpecialDayStore;
  readonly cases: CaseStore;
  readonly taken: TakenInquiryStore;
  readonly personKeys: PersonKeys;
  readonly sha256: Sha256;
  readonly settingChanges: Pick<EntryStore<SettingChange>, "all">;
}

export interface ImportOptions {
  /** Writes nothing; what is counted is what would happen. */
  readonly dryRun: boolean;
  /** Is told of each thing that is wrong, in order of line. */
  readonly reject: (reject: Reject) => void;
  /** Is told now and then how many lines are done. */
  readonly progress: (lines: number) => void;
}

/** What became of a file's lines; the heading and empty lines are none. */
export interface ImportSummary {
  readonly lines: number;
  readonly new: number;
  /** Taken before, or earlier in the file, with the same content. */
  readonly unchanged: number;
  /** Taken before, or earlier in the file, with other content: reported as a reject, and not overwritten. */
  readonly differing: number;
  /** Lines on which something is wrong. */
  readonly rejected: number;
  /** Headings that mean nothing to us. */
  readonly unknownHeadings: readonly string[];
}

type ReadFields<Field extends string, Inquiry> = (
  fields: Readonly<Record<Field, string>>,
) => Reading<Inquiry, Field>;

/** One kind of file. */
export interface InquiryFile<Field extends string, Inquiry> {
  readonly from: TakenInquiry["from"];
  readonly headings: Headings<Field>;
  readonly required: readonly Field[];
  /** The field of the number by which an inquiry is told from others. */
  readonly referenceField: Field;
  /** Reads lines, in the words that categories ever had. */
  readonly readerWith: (changes: readonly SettingChange[]) => ReadFields<Field, Inquiry>;
  /** From when the time runs in which an inquiry is answered. */
  readonly answerFrom: (inquiry: Inquiry) => Instant;
  readonly caseOf: (
    inquiry: Inquiry,
    taken: {
      readonly programme: string;
      readonly receiptNumber: ReceiptNumber;
      readonly dueAt: Instant;
      readonly personKey: string | undefined;
    },
  ) => Case;
}

interface Inquiry {
  readonly reference: string;
  readonly receivedAt: Instant;
  /** The inquirer's number in E.164. */
  readonly number?: string;
}

/** So many lines are written at once: what the SDK's connections carry. No more are held, however long the file is. */
const linesAtOnce = 50;

type Fate = "new" | "unchanged" | "differing";

/** What becomes of a line, and all that is to be said about it. */
interface Outcome {
  readonly fate: Fate | "rejected";
  readonly rejects: readonly Reject[];
}

/** What a file says of an inquiry, and its fingerprint. */
interface Read<Taken> {
  readonly inquiry: Taken;
  readonly fingerprint: string;
}

/**
 * Takes inquiries from a file into cases: each once, however often the file is taken, and whether or not it was cut off
 * before. Good lines go in and bad ones are reported. Nothing is held of the lines but each reference, to tell repetitions.
 * The failure is a heading that cannot be right. Throws `Unavailable` where a store fails; taking the file again goes on.
 */
export function importInquiries<Field extends string, Taken extends Inquiry>(
  services: ImportServices,
  file: InquiryFile<Field, Taken>,
) {
  return async (lines: AsyncIterable<FileLine>, options: ImportOptions): Promise<Result<ImportSummary>> => {
    const take = options.dryRun ? foresee(services, file) : await write(services, file);
    const iterator = lines[Symbol.asyncIterator]();
    const heading = await iterator.next();
    const columns = readHeadings(heading.done ? [] : heading.value.cells, file.headings, file.required);
    if (!columns.ok) {
      await iterator.return?.();
      return columns;
    }
    const read = file.readerWith(await services.settingChanges.all(services.programme.id));
    const outcomeOf = judge({ ...file, read }, columns.value, services.sha256, take);
    const count = { lines: 0, new: 0, unchanged: 0, differing: 0, rejected: 0 };
    for await (const batch of batchesOf({ [Symbol.asyncIterator]: () => iterator })) {
      for (const { fate, rejects } of await Promise.all(batch.map(outcomeOf))) {
        count[fate]++;
        for (const reject of rejects) options.reject(reject);
      }
      count.lines += batch.length;
      options.progress(count.lines);
    }
    return success({ ...count, unknownHeadings: columns.value.unknown });
  };
}

/** Says what becomes of a line; lines must be given in their order, for a repetition is told by what came before. */
function judge<Field extends string, Taken extends Inquiry>(
  file: Pick<InquiryFile<Field, Taken>, "referenceField"> & { readonly read: ReadFields<Field, Taken> },
  columns: Columns<Field>,
  sha256: Sha256,
  take: (read: Read<Taken>) => Promise<Fate>,
) {
  const earlier = new Map<string, { readonly row: number; readonly fingerprint: string }>();

  return async (line: FileLine): Promise<Outcome> => {
    const reading = readLine(columns, line, file.read);
    if (!reading.ok) return { fate: "rejected", rejects: reading.rejects };
    const inquiry = reading.value;
    const { reference } = inquiry;
    const fingerprint = sha256(new TextEncoder().encode(JSON.stringify(inquiry)));
    const differing = (reason: string): Outcome => ({
      fate: "differing",
      rejects: [rejectAt(line, columns.headingOf(file.referenceField), reference, reason)],
    });
    const before = earlier.get(reference);
    if (before?.fingerprint === fingerprint) return { fate: "unchanged", rejects: [] };
    if (before)
      return differing(`表の${before.row}行目と同じ番号で、内容が違います。取り込むのは先の行だけです。`);
    earlier.set(reference, { row: line.row, fingerprint });
    const fate = await take({ inquiry, fingerprint });
    return fate === "differing"
      ? differing("前に取り込んだ内容と違います。上書きはしません。案件のほうを直してください。")
      : { fate, rejects: [] };
  };
}

/** Keeps the inquiry's reference first and then its case: cut off between the two, the next time makes up for it. */
async function write<Field extends string, Taken extends Inquiry>(
  services: ImportServices,
  file: InquiryFile<Field, Taken>,
) {
  const { programme, specialDays, cases, taken, personKeys } = services;
  const calendar = await deskCalendar(programme, specialDays);
  const { answerWithinBusinessMinutes } = programme.webForm;

  return async (read: Read<Taken>): Promise<Fate> => {
    const { inquiry, fingerprint } = read;
    const { reference, receivedAt, number } = inquiry;
    const before = await taken.take(programme.id, { from: file.from, reference, fingerprint });
    const fate = await fateOf(services, file, read, before);
    if (fate !== "new") return fate;
    const personKey = number === undefined ? undefined : await personKeys.keyOf(programme.id, number);
    const dueAt = calendar.addBusinessMinutes(file.answerFrom(inquiry), answerWithinBusinessMinutes);
    const { opened } = await openCase(cases)(originOf(file, reference), receivedAt, (receiptNumber) =>
      file.caseOf(inquiry, { programme: programme.id, receiptNumber, dueAt, personKey }),
    );
    return opened ? "new" : "unchanged";
  };
}

/** Says what writing would do. */
function foresee<Field extends string, Taken extends Inquiry>(
  services: ImportServices,
  file: InquiryFile<Field, Taken>,
) {
  const { programme, taken } = services;
  return async (read: Read<Taken>): Promise<Fate> =>
    fateOf(services, file, read, await taken.find(programme.id, file.from, read.inquiry.reference));
}

/** What becomes of an inquiry, of whose reference `before` was kept; one without its case was cut off there. */
async function fateOf<Taken extends Inquiry>(
  { programme, cases }: ImportServices,
  file: { readonly from: TakenInquiry["from"] },
  { inquiry, fingerprint }: Read<Taken>,
  before: TakenInquiry | undefined,
): Promise<Fate> {
  if (!before) return "new";
  if (before.fingerprint !== fingerprint) return "differing";
  const origin = originOf(file, inquiry.reference);
  return (await findCaseOf(cases)(programme.id, origin, inquiry.receivedAt)) ? "unchanged" : "new";
}

function originOf({ from }: { readonly from: TakenInquiry["from"] }, reference: string): CaseOrigin {
  return { kind: from, reference };
}

/** Lines as many at once as are written at once, without the empty ones that spreadsheets leave at the end. */
async function* batchesOf(lines: AsyncIterable<FileLine>): AsyncGenerator<FileLine[]> {
  let batch: FileLine[] = [];
  for await (const line of lines) {
    if (isEmptyLine(line)) continue;
    batch.push(line);
    if (batch.length < linesAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
