import type { DocumentTable } from "../../domain/report/document/document.ts";
import { colours, type Paper, type TextStyle } from "./paper.ts";
import { drawCaption } from "./words.ts";

const padding = { x: 6, y: 2.2 };
const headStyle: TextStyle = { size: 8, weight: "bold", colour: "#ffffff" };
const cellStyle: TextStyle = { size: 8 };
const totalStyle: TextStyle = { size: 8, weight: "bold" };

/** A column as it is drawn. */
interface Place {
  readonly x: number;
  readonly width: number;
  readonly align: "left" | "right";
}

/** A table whose heading stands on each page that it reaches. A row is broken over two pages only where none could hold it. */
export function drawTable(paper: Paper, table: DocumentTable): void {
  const places = placesOf(paper, table);
  const heads = table.columns.map(({ heading }) => heading);
  const head = { heads, places, height: rowHeight(paper, heads, places, headStyle) };
  drawCaption(paper, table.caption, head.height + 40);
  const structure = paper.doc.struct("Table");
  paper.root.add(structure);
  drawHead(paper, head, structure);
  table.rows.forEach((cells, index) => {
    const isTotal = table.endsWithTotal === true && index === table.rows.length - 1;
    const style = isTotal ? totalStyle : cellStyle;
    for (const part of partsOf(paper, { cells, places, style, room: paper.height - head.height })) {
      const height = rowHeight(paper, part, places, style);
      if (!paper.hasRoom(height)) {
        paper.newPage();
        drawHead(paper, head);
      }
      const y = paper.take(height);
      drawRule(paper, y, height, isTotal);
      drawCells(paper, { cells: part, places, y, style }, structure);
    }
  });
  paper.space(16);
}

/** The line under a row, and what marks the total. */
function drawRule(paper: Paper, y: number, height: number, isTotal: boolean): void {
  paper.ornament(() => {
    if (isTotal) paper.doc.rect(paper.left, y, paper.width, height).fill(colours.faint);
    const edge = y + height;
    paper.doc.moveTo(paper.left, edge).lineTo(paper.left + paper.width, edge);
    paper.doc.lineWidth(0.4).stroke(colours.line);
  });
}

/** A row as it is where a page holds it; else as several, each with as much of every cell as a page holds. */
function partsOf(
  paper: Paper,
  row: {
    readonly cells: readonly string[];
    readonly places: readonly Place[];
    readonly style: TextStyle;
    readonly room: number;
  },
): (readonly string[])[] {
  const { cells, places, style, room } = row;
  if (rowHeight(paper, cells, places, style) <= room) return [cells];
  const pieces = places.map(({ width }, column) =>
    piecesOf(cells[column] ?? "", (text) => heightOfCell(paper, text, width, style) <= room),
  );
  const rows = Math.max(...pieces.map(({ length }) => length));
  return Array.from({ length: rows }, (_, index) => pieces.map((column) => column[index] ?? ""));
}

/** Cuts a text into pieces that fit, each as long as it can be. A single character always fits. */
export function piecesOf(text: string, fits: (piece: string) => boolean): string[] {
  const characters = Array.from(text);
  const pieces: string[] = [];
  for (let from = 0; from < characters.length; ) {
    let [fitting, tooMany] = [1, characters.length - from + 1];
    while (tooMany - fitting > 1) {
      const middle = Math.floor((fitting + tooMany) / 2);
      if (fits(characters.slice(from, from + middle).join(""))) fitting = middle;
      else tooMany = middle;
    }
    pieces.push(characters.slice(from, from + fitting).join(""));
    from += fitting;
  }
  return pieces;
}

function placesOf(paper: Paper, { columns }: DocumentTable): Place[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = paper.left;
  return columns.map(({ align, share }) => {
    const place = { x, width: (paper.width * share) / shares, align };
    x += place.width;
    return place;
  });
}

function rowHeight(
  paper: Paper,
  cells: readonly string[],
  places: readonly Place[],
  style: TextStyle,
): number {
  return Math.max(
    ...places.map(({ width }, column) => heightOfCell(paper, cells[column] ?? "", width, style)),
  );
}

function heightOfCell(paper: Paper, text: string, width: number, style: TextStyle): number {
  return paper.heightOf(text || " ", width - 2 * padding.x, style) + 2 * padding.y;
}

interface Head {
  readonly heads: readonly string[];
  readonly places: readonly Place[];
  readonly height: number;
}

/** Where it is repeated, it is not read again: only the first one belongs to the table's structure. */
function drawHead(
  paper: Paper,
  { heads, places, height }: Head,
  structure?: PDFKit.PDFStructureElement,
): void {
  const y = paper.take(height);
  paper.ornament(() => {
    paper.doc.rect(paper.left, y, paper.width, height).fill(colours.accent);
    if (!structure)
      places.forEach((place, column) => setCell(paper, heads[column] ?? "", place, y, headStyle));
  });
  if (structure) drawCells(paper, { cells: heads, places, y, style: headStyle, isHead: true }, structure);
}

interface Row {
  readonly cells: readonly string[];
  readonly places: readonly Place[];
  readonly y: number;
  readonly style: TextStyle;
  /** @default false */
  readonly isHead?: true;
}

function drawCells(
  paper: Paper,
  { cells, places, y, style, isHead }: Row,
  table: PDFKit.PDFStructureElement,
): void {
  const row = paper.doc.struct("TR");
  table.add(row);
  places.forEach((place, column) => {
    const draw = () => setCell(paper, cells[column] ?? "", place, y, style);
    if (isHead) paper.element("TH", draw, { parent: row, scope: "Column" });
    else if (column === 0) paper.element("TH", draw, { parent: row, scope: "Row" });
    else paper.element("TD", draw, { parent: row });
  });
}

function setCell(paper: Paper, text: string, { x, width, align }: Place, y: number, style: TextStyle): void {
  if (text === "") return;
  paper.set(text, { x: x + padding.x, y: y + padding.y, width: width - 2 * padding.x, align }, style);
}
