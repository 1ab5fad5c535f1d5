import type { ReportDocument } from "../../domain/report/document/document.ts";
import { colours, type Paper, type TextStyle } from "./paper.ts";

/** Whom it is for, what it is, for which period and from whom: the upper part of the first page. */
export function drawCover(paper: Paper, document: ReportDocument): void {
  const { doc, left, width } = paper;
  const line = (type: string, text: string, style: TextStyle, below: number) => {
    const y = paper.take(paper.heightOf(text, width, style) + below);
    paper.element(type, () => paper.set(text, { x: left, y, width }, style));
  };
  line("P", document.addressee, { size: 13 }, 40);
  line("P", document.programme, { size: 14, colour: colours.soft }, 2);
  line(
    "H1",
    `${document.title}　${document.period}`,
    { size: 30, weight: "bold", colour: colours.accent },
    10,
  );
  const rule = paper.take(18);
  paper.ornament(() => doc.rect(left, rule, width, 3).fill(colours.accent));
  line("P", `対象期間　${document.periodDates}`, { size: 11 }, 2);
  line("P", `報告者　　${document.author}`, { size: 11 }, 34);
}
