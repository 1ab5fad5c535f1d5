import type { Block, ReportDocument } from "../../domain/report/document/document.ts";
import type { DocumentWriter } from "../../usecases/ports/reports.ts";
import { drawBars } from "./bar-chart.ts";
import { drawCover } from "./cover.ts";
import { type Fonts, readFonts } from "./fonts.ts";
import { drawKeyFigures } from "./key-figures.ts";
import { drawLine } from "./line-chart.ts";
import { pageOptions, type Paper, paperFor, setRunningLines } from "./paper.ts";
import { drawRanking } from "./ranking.ts";
import { drawTable } from "./table.ts";
import { drawDefinitions, drawHeading, drawParagraph } from "./words.ts";

/**
 * Prints documents as tagged PDF 1.7 on A4, with the fonts of a folder (see `fontFiles`). The streams are not compressed:
 * what a deflate library answers differs between processors, and the same document must give the same bytes on each.
 */
export function pdfDocuments(fontFolder: string): DocumentWriter {
  let fonts: Fonts | undefined;
  return async (document) => {
    // Loaded at the first document: most of what knows this function never prints one.
    const { default: PDFDocument } = await import("pdfkit");
    fonts ??= readFonts(fontFolder);
    const doc = new PDFDocument({
      ...pageOptions,
      pdfVersion: "1.7",
      compress: false,
      tagged: true,
      lang: "ja-JP",
      displayTitle: true,
      autoFirstPage: false,
      bufferPages: true,
      font: "",
      info: informationOf(document),
    });
    doc.registerFont("regular", fonts.files.regular);
    doc.registerFont("bold", fonts.files.bold);
    draw(document, paperFor(doc, fonts));
    doc.end();
    return Buffer.concat(await Array.fromAsync(doc as AsyncIterable<Uint8Array>));
  };
}

/** The library makes the file's id from this too, and takes the present for the date unless one is given. */
function informationOf({ title, programme, author, period, dated }: ReportDocument) {
  return {
    Title: plain(`${programme} ${title} ${period}`),
    Author: plain(author),
    Producer: "pdfkit",
    Creator: plain(author),
    CreationDate: new Date(dated),
  };
}

/** The library writes the title into XML as it is. */
function plain(text: string): string {
  return text.replaceAll("&", "＆").replaceAll("<", "＜").replaceAll(">", "＞");
}

function draw(document: ReportDocument, paper: Paper): void {
  paper.newPage();
  drawCover(paper, document);
  for (const block of document.blocks) drawBlock(paper, block);
  const { programme, title, period } = document;
  setRunningLines(paper, { left: programme, right: `${title}　${period}` });
}

function drawBlock(paper: Paper, block: Block): void {
  switch (block.kind) {
    case "heading":
      return drawHeading(paper, block.text);
    case "paragraph":
      return drawParagraph(paper, block.text);
    case "new-page":
      return paper.newPage();
    case "key-figures":
      return drawKeyFigures(paper, block.figures);
    case "table":
      return drawTable(paper, block);
    case "bar-chart":
      return drawBars(paper, block);
    case "line-chart":
      return drawLine(paper, block);
    case "ranking":
      return drawRanking(paper, block);
    case "definitions":
      return drawDefinitions(paper, block.definitions);
  }
}
