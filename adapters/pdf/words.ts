import type { Definition } from "../../domain/report/document/document.ts";
import { colours, type Paper, type TextStyle } from "./paper.ts";

const headingStyle: TextStyle = { size: 13.5, weight: "bold", colour: colours.accent };
const paragraphStyle: TextStyle = { size: 9 };
const definitionStyle: TextStyle = { size: 8.5 };
const captionStyle: TextStyle = { size: 9.5, weight: "bold" };

/** The room that a heading wants under itself, so that it never stands alone at the end of a page. */
const followedBy = 120;

export function drawHeading(paper: Paper, text: string): void {
  const height = paper.heightOf(text, paper.width, headingStyle) + 14;
  if (!paper.hasRoom(height + followedBy)) paper.newPage();
  const y = paper.take(height);
  paper.element("H2", () => paper.set(text, { x: paper.left, y, width: paper.width }, headingStyle));
}

export function drawParagraph(paper: Paper, text: string): void {
  const y = paper.take(paper.heightOf(text, paper.width, paragraphStyle) + 10);
  paper.element("P", () => paper.set(text, { x: paper.left, y, width: paper.width }, paragraphStyle));
}

/** What stands above a table or a chart. `room` is what follows at the least on the same page. */
export function drawCaption(paper: Paper, text: string, room: number): void {
  const height = paper.heightOf(text, paper.width, captionStyle) + 4;
  if (!paper.hasRoom(height + room)) paper.newPage();
  const y = paper.take(height);
  paper.element("P", () => paper.set(text, { x: paper.left, y, width: paper.width }, captionStyle));
}

const termWidth = 168;

/** Each word with what it means, a line between them. */
export function drawDefinitions(paper: Paper, definitions: readonly Definition[]): void {
  const list = paper.doc.struct("L");
  paper.root.add(list);
  const term: TextStyle = { ...definitionStyle, weight: "bold" };
  const meaningWidth = paper.width - termWidth;
  for (const definition of definitions) {
    const height = Math.max(
      paper.heightOf(definition.term, termWidth - 12, term),
      paper.heightOf(definition.meaning, meaningWidth, definitionStyle),
    );
    const y = paper.take(height + 6);
    const item = paper.doc.struct("LI");
    list.add(item);
    paper.element(
      "Lbl",
      () => paper.set(definition.term, { x: paper.left, y, width: termWidth - 12 }, term),
      { parent: item },
    );
    paper.element(
      "LBody",
      () =>
        paper.set(definition.meaning, { x: paper.left + termWidth, y, width: meaningWidth }, definitionStyle),
      { parent: item },
    );
    paper.ornament(() => {
      paper.doc.moveTo(paper.left, y + height + 2.5).lineTo(paper.left + paper.width, y + height + 2.5);
      paper.doc.lineWidth(0.4).stroke(colours.line);
    });
  }
  paper.space(8);
}
