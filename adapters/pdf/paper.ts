import type { Fonts, Weight } from "./fonts.ts";
import { printableText } from "./printable-text.ts";

/** A4 in points, and what is kept free around the text; the header and the footer stand in it. */
const pageWidth = 595.28;
const pageHeight = 841.89;
const side = 52;
const top = 72;
const bottom = 64;

/** Colours that are told apart in print without colour too: they differ in how dark they are. */
export const colours = {
  ink: "#1a1a1c",
  soft: "#4d4d4d",
  line: "#b4b4b4",
  faint: "#f1f3f6",
  accent: "#17406d",
} as const;

export interface TextStyle {
  readonly size: number;
  /** @default regular */
  readonly weight?: Weight;
  /** @default the ink */
  readonly colour?: string;
}

/** Where a text is set: its upper left corner and the width in which it breaks into lines. */
interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** @default left */
  readonly align?: "left" | "right" | "center";
}

/** Pages on which blocks are set one under the other, and the structure that says what each of them is. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly left: number;
  readonly width: number;
  /** The most that a page holds. */
  readonly height: number;
  /** The whole document's structure, to which each block adds its own. */
  readonly root: PDFKit.PDFStructureElement;
  /** Takes a height from the page and answers where it begins; on a new page where this one has no room for it. */
  take(height: number): number;
  /** Whether a height has room on this page. */
  hasRoom(height: number): boolean;
  /** Leaves a space, unless the page ends in it. */
  space(height: number): void;
  /** Begins a page; one that is still empty is taken. */
  newPage(): void;
  heightOf(text: string, width: number, style: TextStyle): number;
  widthOf(text: string, style: TextStyle): number;
  /** Sets a text. It must lie on the page: nothing here breaks a text over two. */
  set(text: string, place: TextPlace, style: TextStyle): void;
  /** Draws what has no meaning of its own: lines, backgrounds, what every page repeats. */
  ornament(draw: () => void): void;
  /** Draws something that is read: a paragraph, a heading, a figure with its alternative text. */
  element(type: string, draw: () => void, options?: ElementOptions): void;
}

interface ElementOptions {
  /** @default the whole document's */
  readonly parent?: PDFKit.PDFStructureElement;
  /** What a figure shows, for those who do not see it. */
  readonly alt?: string;
  /** What a heading of a table heads. */
  readonly scope?: "Column" | "Row";
}

export const pageOptions = {
  size: [pageWidth, pageHeight],
  // Pages are broken here and not by the library, which would break in the middle of a structure element.
  margins: { top: 0, right: 0, bottom: 0, left: 0 },
};

/** The width between the margins. */
const textWidth = pageWidth - 2 * side;

/** Paper for a document that has no page yet. */
export function paperFor(doc: PDFKit.PDFDocument, fonts: Fonts): Paper {
  const root = doc.struct("Document");
  doc.addStructure(root);
  let y = top;
  const use = ({ size, weight = "regular", colour = colours.ink }: TextStyle) =>
    doc.font(weight).fontSize(size).fillColor(colour);
  const printable = (text: string) => printableText(text, fonts.isInFont);
  const hasRoom = (height: number) => y + height <= pageHeight - bottom;
  function newPage(): void {
    if (y === top && doc.bufferedPageRange().count > 0) return;
    doc.addPage(pageOptions);
    y = top;
  }
  return {
    doc,
    left: side,
    width: textWidth,
    height: pageHeight - top - bottom,
    root,
    hasRoom,
    newPage,
    space(height) {
      y += height;
    },
    take(height) {
      if (!hasRoom(height)) newPage();
      const from = y;
      y += height;
      return from;
    },
    heightOf: (text, width, style) => use(style).heightOfString(printable(text), { width }),
    widthOf: (text, style) => use(style).widthOfString(printable(text)),
    set(text, { x, y: from, width, align = "left" }, style) {
      use(style).text(printable(text), x, from, { width, align });
    },
    ornament(draw) {
      doc.markContent("Artifact", { type: "Layout" });
      draw();
      doc.endMarkedContent();
    },
    element(type, draw, { parent = root, ...options } = {}) {
      const element = doc.struct(type, options, draw);
      parent.add(element);
    },
  };
}

/** Writes on every page what the document is, for which period, and which of how many pages this one is. */
export function setRunningLines(
  paper: Paper,
  running: { readonly left: string; readonly right: string },
): void {
  const { doc, left, width } = paper;
  const { start, count } = doc.bufferedPageRange();
  const style: TextStyle = { size: 8, colour: colours.soft };
  const [head, foot] = [36, pageHeight - 40];
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    doc.markContent("Artifact", { type: "Pagination" });
    if (page > start) {
      paper.set(running.left, { x: left, y: head, width }, style);
      paper.set(running.right, { x: left, y: head, width, align: "right" }, style);
      doc.moveTo(left, head + 16).lineTo(left + width, head + 16);
      doc.lineWidth(0.5).stroke(colours.line);
    }
    paper.set(`${page - start + 1} / ${count}`, { x: left, y: foot, width, align: "center" }, style);
    doc.endMarkedContent();
  }
}
