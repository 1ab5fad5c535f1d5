import type { ReportDocument } from "../../domain/report/document/document.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import type { NaviDialCount } from "../../domain/report/entered/navi-dial.ts";
import type { Proposal } from "../../domain/report/entered/proposal.ts";
import type { FetchedEntry, ReportEntry } from "../../domain/report/delivery/report-log.ts";
import type { BeginTable } from "../../domain/report/csv/table.ts";
import type { PageOfEntries, WantedPage } from "./entries.ts";

/** The desk's log of issues and proposals (R51). */
export interface ProposalStore {
  /** Every proposal, in order of number. */
  all(programme: string): Promise<Proposal[]>;
  /** A page of them, the one that was entered last first. It may take a moment to show a write. */
  page(programme: string, page: Pick<WantedPage, "limit" | "after">): Promise<PageOfEntries<Proposal>>;
  find(programme: string, number: number): Promise<Proposal | undefined>;
  /** Keeps a new proposal and answers undefined; where its number is taken already, answers the one that has it. */
  add(programme: string, proposal: Proposal): Promise<Proposal | undefined>;
  /** Replaces a proposal by one whose history is longer by one event. Answers false where somebody else wrote first. */
  update(programme: string, changed: Proposal): Promise<boolean>;
}

/** What Navi-Dial itself counted, a month each. */
export interface NaviDialStore {
  /** In order of month. */
  all(programme: string): Promise<NaviDialCount[]>;
  /**
   * Keeps a month's figures: the first ones where none are, corrected ones in the place of those that they correct. Answers
   * false, and changes nothing, where somebody else has entered others first.
   */
  keep(programme: string, count: NaviDialCount): Promise<boolean>;
}

/** A file of a report that is finished and waits to be published. */
export interface DraftFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The bytes from the beginning, as often as it is called. */
  read(): AsyncIterable<Uint8Array>;
}

/** Where a report's files grow before they are published: nobody sees them, and memory does not grow with them. */
export interface Draft {
  /** Adds to the end of a file, which begins with the first that is added. */
  append(name: string, bytes: Uint8Array): void;
  /** Ends the files and gives them, in order of name. */
  finish(): DraftFile[];
  /** Throws the files away; to be called whatever happened. */
  discard(): void;
}

/** Prints a document as a PDF. The same document gives the same bytes, whatever host prints it. */
export type DocumentWriter = (document: ReportDocument) => Promise<Uint8Array>;

/** A workbook that grows: each table becomes a sheet. The tabs stand in the order of the tables' file names. */
interface Workbook {
  readonly begin: BeginTable;
  /** Ends the file, once every table has ended; before, it cannot be read. */
  end(): void;
}

/** Begins a workbook that bears a title; its bytes are handed on piece by piece. The same tables give the same bytes. */
export type WorkbookWriter = (title: string, write: (bytes: Uint8Array) => void) => Workbook;

/** A ZIP archive that grows file after file. */
interface Archive {
  /** Adds a file; it may be as long as it likes. */
  add(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Ends the archive; before, it cannot be opened. */
  end(): void;
}

/** Begins an archive whose bytes are handed on piece by piece. The same files give the same bytes. */
export type ArchiveWriter = (write: (bytes: Uint8Array) => void) => Archive;

export interface ReportStore {
  /** The latest revision that was published of a report, such as `monthly/2024-07`. */
  latest(programme: string, report: string): Promise<Manifest | undefined>;
  /**
   * Publishes a revision whole: the files first, the manifest last. Answers false, and changes nothing that can be seen,
   * where that revision exists already.
   */
  publish(
    programme: string,
    report: string,
    manifest: Manifest,
    files: readonly DraftFile[],
  ): Promise<boolean>;
  /** Every published manifest. */
  all(programme: string): Promise<Manifest[]>;
  /** A file of a published revision; `manifest.json` is one of them. */
  read(programme: string, report: string, revision: number, file: string): Promise<Uint8Array | undefined>;
  /** The same piece by piece, for files that may be large. */
  open(
    programme: string,
    report: string,
    revision: number,
    file: string,
  ): Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** What happened to reports after they were built. Entries are only ever added. */
export interface ReportLog {
  /** The entries of a programme, in the order of `inOrderOfLog`; of what the customer took of a revision, the first alone. */
  all(programme: string): Promise<ReportEntry[]>;
  /** A page of what the customer has taken, the latest first. It may take a moment to show a write. */
  fetched(programme: string, page: Pick<WantedPage, "limit" | "after">): Promise<PageOfEntries<FetchedEntry>>;
  /** The entries of one report, in the same order. */
  of(programme: string, report: string): Promise<ReportEntry[]>;
  /** Adds an entry and answers undefined; where there is one of the same `entryId`, adds nothing and answers that one. */
  append(programme: string, entry: ReportEntry): Promise<ReportEntry | undefined>;
}
