import type { Cell, CellKind, TableHead } from "../../domain/report/csv/table.ts";

/** In half-width characters, as Excel counts them. */
const narrowest = 8;
const widest = 60;
/** A cell's own margins, and the filter's button in a heading. */
const margin = 2;
const filterButton = 3;
/** A heading that is wider than this stands on two lines. */
const widestHeadingLine = 16;

/** What a printed instant or date needs; a text, and a number, what it holds. */
const widthOfKind: Partial<Readonly<Record<CellKind, number>>> = {
  date: "2024-07-16".length,
  minute: "2024-07-16 10:00".length,
};

/** A width for each column that shows its heading and the longest line of the rows that were looked at. */
export function columnWidths(
  columns: TableHead["columns"],
  rows: readonly (readonly Cell[])[],
): readonly number[] {
  return columns.map(({ heading, kind }, index) => {
    const cells = rows.map((row) => widthOfCell(kind, row[index] ?? null));
    const longest = Math.max(widthOfHeading(heading), ...cells);
    return Math.min(widest, Math.max(narrowest, longest + margin));
  });
}

/** How many lines the row of headings needs. */
export function headingLines(columns: TableHead["columns"]): 1 | 2 {
  return columns.some(({ heading }) => widthOfText(heading) > widestHeadingLine) ? 2 : 1;
}

function widthOfHeading(heading: string): number {
  const width = widthOfText(heading);
  return (width > widestHeadingLine ? Math.ceil(width / 2) : width) + filterButton;
}

function widthOfCell(kind: CellKind, cell: Cell): number {
  if (typeof cell === "string") return widthOfText(cell);
  if (cell === null) return 1;
  const digits = String(Math.trunc(cell)).length;
  return widthOfKind[kind] ?? digits + Math.floor(digits / 3) + ".0".length;
}

/** A Japanese character is as wide as two others. */
function widthOfText(text: string): number {
  let widestLine = 0;
  let width = 0;
  for (const character of text.slice(0, widest * 10)) {
    width = character === "\n" ? 0 : width + (character < "\u0300" ? 1 : 2);
    widestLine = Math.max(widestLine, width);
  }
  return widestLine;
}
