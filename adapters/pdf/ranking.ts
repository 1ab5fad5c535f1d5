import type { Ranking } from "../../domain/report/document/document.ts";
import { colours, type Paper, type TextStyle } from "./paper.ts";
import { drawCaption } from "./words.ts";

const nameStyle: TextStyle = { size: 8 };
const headStyle: TextStyle = { size: 7.5, colour: colours.soft };
const nameWidth = 160;
const cellWidth = 46;
const rowGap = 3;

/** A row is a table's: the name, a bar as ornament, and the cells at the right. */
export function drawRanking(paper: Paper, ranking: Ranking): void {
  const { caption, nameHeading, cellHeadings, rows, description } = ranking;
  drawCaption(paper, caption, 80);
  const table = paper.doc.struct("Table", { alt: description });
  paper.root.add(table);
  const headHeight = paper.heightOf(nameHeading, nameWidth, headStyle);
  drawRow(
    paper,
    { cells: [nameHeading, ...cellHeadings], y: paper.take(headHeight + rowGap), style: headStyle },
    table,
  );
  const highest = Math.max(1, ...rows.map(({ value }) => value));
  for (const { name, value, cells } of rows) {
    const height = paper.heightOf(name, nameWidth - 8, nameStyle);
    const y = paper.take(height + rowGap);
    drawBar(paper, { y: y + 1, height: height - 2, part: value / highest, cells: cells.length });
    drawRow(paper, { cells: [name, ...cells], y, style: nameStyle }, table);
  }
  paper.space(16);
}

function drawBar(
  paper: Paper,
  bar: { readonly y: number; readonly height: number; readonly part: number; readonly cells: number },
): void {
  const x = paper.left + nameWidth;
  const width = paper.width - nameWidth - bar.cells * cellWidth;
  paper.ornament(() => {
    paper.doc.rect(x, bar.y, width, bar.height).fill(colours.faint);
    if (bar.part > 0) paper.doc.rect(x, bar.y, width * bar.part, bar.height).fill(colours.accent);
  });
}

function drawRow(
  paper: Paper,
  row: { readonly cells: readonly string[]; readonly y: number; readonly style: TextStyle },
  table: PDFKit.PDFStructureElement,
): void {
  const { cells, y, style } = row;
  const [name = "", ...others] = cells;
  const structure = paper.doc.struct("TR");
  table.add(structure);
  paper.element("TH", () => paper.set(name, { x: paper.left, y, width: nameWidth - 8 }, style), {
    parent: structure,
    scope: style === headStyle ? "Column" : "Row",
  });
  const first = paper.left + paper.width - others.length * cellWidth;
  others.forEach((cell, index) => {
    const place = { x: first + index * cellWidth, y, width: cellWidth, align: "right" as const };
    if (style === headStyle)
      paper.element("TH", () => paper.set(cell, place, style), { parent: structure, scope: "Column" });
    else paper.element("TD", () => paper.set(cell, place, style), { parent: structure });
  });
}
