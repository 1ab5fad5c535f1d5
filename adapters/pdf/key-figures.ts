import type { KeyFigure } from "../../domain/report/document/document.ts";
import { colours, type Paper, type TextStyle } from "./paper.ts";

const columns = 2;
const gap = 12;
const padding = 11;

/** A line of a card: its text, how it looks, and the space under it. */
type Line = readonly [text: string, style: TextStyle, below: number];

function linesOf({ label, value, basis, definition, target }: KeyFigure): Line[] {
  return [
    [label, { size: 10, weight: "bold" }, 0],
    [value, { size: 22, weight: "bold", colour: colours.accent }, 0],
    [basis, { size: 8.5 }, 3],
    ...(target
      ? [
          [
            `目標 ${target.text}　差 ${target.difference}　判定 ${target.standing}`,
            { size: 8.5, weight: "bold" },
            3,
          ] as const,
        ]
      : []),
    [definition, { size: 7.5, colour: colours.soft }, 0],
  ];
}

/** Cards in two columns. The cards of a row are as high as the highest of them. */
export function drawKeyFigures(paper: Paper, figures: readonly KeyFigure[]): void {
  const cardWidth = (paper.width - gap * (columns - 1)) / columns;
  const textWidth = cardWidth - 2 * padding;
  const heightOf = (figure: KeyFigure) =>
    linesOf(figure).reduce(
      (sum, [text, style, below]) => sum + paper.heightOf(text, textWidth, style) + below,
      2 * padding - 4,
    );
  for (let first = 0; first < figures.length; first += columns) {
    const row = figures.slice(first, first + columns);
    const height = Math.max(...row.map(heightOf));
    const y = paper.take(height + gap);
    row.forEach((figure, column) => {
      const x = paper.left + column * (cardWidth + gap);
      paper.ornament(() => {
        paper.doc.rect(x, y, cardWidth, height).fill(colours.faint);
        paper.doc.rect(x, y, 3, height).fill(colours.accent);
      });
      drawCard(paper, figure, { x: x + padding, y: y + padding - 2, width: textWidth });
    });
  }
}

function drawCard(
  paper: Paper,
  figure: KeyFigure,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const section = paper.doc.struct("Sect");
  paper.root.add(section);
  let at = y;
  for (const [text, style, below] of linesOf(figure)) {
    const from = at;
    paper.element("P", () => paper.set(text, { x, y: from, width }, style), { parent: section });
    at += paper.heightOf(text, width, style) + below;
  }
}
