import type { LineChart } from "../../domain/report/document/document.ts";
import { axisStyle, type Plot } from "./axis.ts";
import { drawFramed } from "./chart-frame.ts";
import { colours, type Paper } from "./paper.ts";

/** A line with a dot on each value, broken where there is none, and the level that it is compared with as a dashed line. */
export function drawLine(paper: Paper, chart: LineChart): void {
  drawFramed(paper, chart, chart.highest, (plot) => {
    drawLevel(paper, plot, chart.level);
    drawValues(paper.doc, plot, chart.series.values);
  });
}

function drawLevel(paper: Paper, plot: Plot, { name, value }: LineChart["level"]): void {
  const { doc } = paper;
  const right = plot.x + plot.width;
  const y = plot.yOf(value);
  doc.moveTo(plot.x, y).lineTo(right, y);
  doc.lineWidth(1).dash(4, { space: 3 }).stroke(colours.soft).undash();
  const key = plot.y - 19;
  const width = paper.widthOf(name, axisStyle) + 2;
  doc.moveTo(right - width - 26, key).lineTo(right - width - 5, key);
  doc.lineWidth(1).dash(4, { space: 3 }).stroke(colours.soft).undash();
  paper.set(name, { x: right - width, y: key - 5, width }, axisStyle);
}

function drawValues(doc: PDFKit.PDFDocument, plot: Plot, values: readonly (number | null)[]): void {
  let isDrawing = false;
  values.forEach((value, index) => {
    if (value !== null) {
      const [x, y] = [plot.xOf(index), plot.yOf(value)];
      if (isDrawing) doc.lineTo(x, y);
      else doc.moveTo(x, y);
    }
    isDrawing = value !== null;
  });
  doc.lineWidth(1.3).stroke(colours.accent);
  values.forEach((value, index) => {
    if (value !== null) doc.circle(plot.xOf(index), plot.yOf(value), 2.2).fill(colours.accent);
  });
}
