import { Zip, ZipDeflate } from "fflate";
import type { Cell, TableHead } from "../../domain/report/csv/table.ts";
import type { WorkbookWriter } from "../../usecases/ports/reports.ts";
import { packageParts, sheetPart, type WrittenSheet } from "./package-parts.ts";
import { columnLetters, type SheetText, sheetText } from "./sheet.ts";

/** Excel's own limit, the heading included (Excel specifications and limits). */
const mostRows = 1_048_576;

/** The earliest date that a ZIP archive can bear, on the host's clock, as fflate reads it: no part says when it was made. */
const noDate = () => new Date(1980, 0, 1);

interface Sheet {
  readonly table: TableHead;
  /** 1, or more where the sheet continues its table. */
  readonly number: number;
  readonly part: number;
  readonly text: SheetText;
  rows: number;
}

/**
 * Workbooks in Excel's format (.xlsx), written row by row: what is kept does not grow with the rows. Numbers are numbers,
 * dates are dates, and every text is a text. A table longer than a sheet may be goes on in another one,
 * 「応対一覧（2）」, with the same heading.
 */
export function workbookWriter({ rowsOfSheet = mostRows } = {}): WorkbookWriter {
  return (title, write) => {
    const archive = archiveOf(write);
    const sheets: Sheet[] = [];
    let isOpen = false;

    function begin(table: TableHead, number: number): Sheet {
      const part = sheets.length + 1;
      const text = sheetText(table.columns, archive.file(sheetPart({ part })));
      const sheet = { table, number, part, text, rows: 0 };
      sheets.push(sheet);
      return sheet;
    }

    function end(sheet: Sheet): void {
      sheet.rows = sheet.text.rows();
      sheet.text.end();
    }

    return {
      begin(table) {
        if (isOpen)
          throw new Error(`The table before ${table.file} has not ended: tables come one at a time.`);
        isOpen = true;
        let sheet = begin(table, 1);
        return {
          row(cells: readonly Cell[]) {
            if (sheet.text.rows() === rowsOfSheet) {
              end(sheet);
              sheet = begin(table, sheet.number + 1);
            }
            sheet.text.row(cells);
          },
          end() {
            end(sheet);
            isOpen = false;
          },
        };
      },
      end() {
        for (const [name, text] of packageParts(title, tabs(sheets))) archive.file(name)(text, true);
        archive.end();
      },
    };
  };
}

/** In the order of the tables' files, whatever the order of writing. */
function tabs(sheets: readonly Sheet[]): WrittenSheet[] {
  const written = sheets
    .toSorted((one, other) => order(one.table.file, other.table.file) || one.number - other.number)
    .map(({ table, number, part, rows }) => ({
      name: number === 1 ? table.sheet : `${table.sheet}（${number}）`,
      part,
      lastColumn: columnLetters(table.columns.length - 1),
      rows,
    }));
  const names = new Set(written.map(({ name }) => name));
  const unusable = written.find(({ name }) => name.length > 31 || /[[\]:*?/\\]/.test(name));
  if (unusable) throw new Error(`Excel takes no sheet with the name ${unusable.name}.`);
  if (names.size < written.length) throw new Error(`Two sheets have one name: ${[...names].join(", ")}.`);
  return written;
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** So many bytes are compressed at a time: what fflate keeps room for. */
const pieceBytes = 64 * 1024;

/**
 * A ZIP archive that is written file after file, as text. fflate compresses in JavaScript, so that its bytes are the same
 * on every version of Node; a report whose bytes change would count as a new revision.
 */
function archiveOf(write: (bytes: Uint8Array) => void) {
  const encoder = new TextEncoder();
  const piece = new Uint8Array(pieceBytes);
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  return {
    /** Begins a file and gives what adds to it. */
    file(name: string): (text: string, isLast?: boolean) => void {
      const file = new ZipDeflate(name, { level: 3 });
      file.mtime = noDate();
      zip.add(file);
      return (text, isLast = false) => {
        for (let rest = text; rest !== ""; ) {
          const { read, written } = encoder.encodeInto(rest, piece);
          file.push(piece.subarray(0, written));
          rest = rest.slice(read);
        }
        if (isLast) file.push(piece.subarray(0, 0), true);
      };
    },
    end: () => zip.end(),
  };
}
