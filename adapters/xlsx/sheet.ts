import type { Cell, TableHead } from "../../domain/report/csv/table.ts";
import { cellPrinter, inlineText } from "./cell.ts";
import { columnWidths, headingLines } from "./column-widths.ts";

/** So many rows are looked at before the columns get their widths, which a sheet names before its rows. */
const rowsLookedAt = 200;

/** Text is handed on in pieces of about this many characters: a row at a time would be slow. */
const pieceLength = 32 * 1024;

/** In points, of a line in the font of the styles. */
const lineHeight = 18.75;

/** One sheet as it grows. */
export interface SheetText {
  /** With the heading; 1 to begin with. */
  readonly rows: () => number;
  row(cells: readonly Cell[]): void;
  end(): void;
}

/** The text of a sheet, `xl/worksheets/sheet1.xml`, piece by piece: a frozen heading, a filter over all rows, one page wide. */
export function sheetText(
  columns: TableHead["columns"],
  write: (text: string, isLast: boolean) => void,
): SheetText {
  const letters = columns.map((_, index) => columnLetters(index));
  const printers = columns.map(({ kind }) => cellPrinter(kind));
  let waiting: (readonly Cell[])[] | undefined = [];
  let rows = 1;
  let text = "";

  function add(more: string): void {
    text += more;
    if (text.length < pieceLength) return;
    write(text, false);
    text = "";
  }

  function addRow(cells: readonly Cell[]): void {
    rows += 1;
    let line = `<row r="${rows}">`;
    for (let index = 0; index < printers.length; index++)
      line += printers[index]?.(`${letters[index]}${rows}`, cells[index] ?? null);
    add(`${line}</row>`);
  }

  function begin(first: readonly (readonly Cell[])[]): void {
    waiting = undefined;
    add(sheetHead(columnWidths(columns, first)));
    const headings = columns.map(({ heading }, index) =>
      inlineText(`${letters[index]}1`, heading, "heading"),
    );
    add(`<row r="1" ht="${lineHeight * headingLines(columns)}" customHeight="1">${headings.join("")}</row>`);
    for (const cells of first) addRow(cells);
  }

  return {
    rows: () => rows + (waiting?.length ?? 0),
    row(cells) {
      if (!waiting) return addRow(cells);
      waiting.push(cells);
      if (waiting.length === rowsLookedAt) begin(waiting);
    },
    end() {
      if (waiting) begin(waiting);
      write(`${text}${sheetFoot(`A1:${letters.at(-1)}${rows}`)}`, true);
    },
  };
}

function sheetHead(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="${lineHeight}"/><cols>${columns.join("")}</cols><sheetData>`,
  ].join("");
}

/** Paper 9 is A4. */
function sheetFoot(filtered: string): string {
  return [
    `</sheetData><autoFilter ref="${filtered}"/>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    "<headerFooter><oddHeader>&amp;L&amp;A</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>",
  ].join("");
}

/** A, B … Z, AA, AB … */
export function columnLetters(index: number): string {
  const rest = index < 26 ? "" : columnLetters(Math.floor(index / 26) - 1);
  return rest + String.fromCharCode(65 + (index % 26));
}
