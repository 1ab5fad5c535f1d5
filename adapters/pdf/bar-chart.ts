import type { BarChart } from "../../domain/report/document/document.ts";
import { axisStyle, type Plot } from "./axis.ts";
import { drawFramed } from "./chart-frame.ts";
import { colours, type Paper } from "./paper.ts";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Fill = (doc: PDFKit.PDFDocument, box: Box) => void;

/** The parts of a bar, told apart by their pattern and not by colour alone: full, hatched, empty. */
const fills: readonly Fill[] = [
  (doc, { x, y, width, height }) => doc.rect(x, y, width, height).fill(colours.accent),
  (doc, box) => hatch(doc, box),
  (doc, box) => outline(doc, box),
];

function outline(doc: PDFKit.PDFDocument, { x, y, width, height }: Box): void {
  doc.rect(x, y, width, height).lineWidth(0.7).fillAndStroke("#ffffff", colours.accent);
}

function hatch(doc: PDFKit.PDFDocument, box: Box): void {
  const { x, y, width, height } = box;
  outline(doc, box);
  doc.save().rect(x, y, width, height).clip();
  for (let from = y - width; from < y + height; from += 3)
    doc.moveTo(x, from + width).lineTo(x + width, from);
  doc.lineWidth(0.7).stroke(colours.accent).restore();
}

/** Bars made of parts; above each bar the sum of its parts. */
export function drawBars(paper: Paper, chart: BarChart): void {
  const { parts, labels } = chart;
  const sums = labels.map((_, index) => parts.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  drawFramed(paper, chart, Math.max(0, ...sums), (plot) => {
    drawLegend(
      paper,
      parts.map(({ name }) => name),
      plot,
    );
    sums.forEach((sum, index) => drawBar(paper, plot, { parts, index, sum }));
  });
}

function drawBar(
  paper: Paper,
  plot: Plot,
  { parts, index, sum }: { readonly parts: BarChart["parts"]; readonly index: number; readonly sum: number },
): void {
  const width = Math.min(plot.slot * 0.62, 34);
  const x = plot.xOf(index) - width / 2;
  let reached = 0;
  parts.forEach(({ values }, part) => {
    const value = values[index] ?? 0;
    if (value === 0) return;
    const y = plot.yOf(reached + value);
    fills[part % fills.length]?.(paper.doc, { x, y, width, height: plot.yOf(reached) - y });
    reached += value;
  });
  if (sum > 0)
    paper.set(
      String(sum),
      { x: plot.xOf(index) - 20, y: plot.yOf(sum) - 10.5, width: 40, align: "center" },
      { ...axisStyle, colour: colours.ink },
    );
}

/** What each pattern means, at the right above the chart. */
function drawLegend(paper: Paper, names: readonly string[], plot: Plot): void {
  let x = plot.x + plot.width;
  for (const [part, name] of [...names.entries()].toReversed()) {
    const width = paper.widthOf(name, axisStyle);
    x -= width + 2;
    paper.set(name, { x, y: plot.y - 24, width: width + 2 }, axisStyle);
    x -= 12;
    fills[part % fills.length]?.(paper.doc, { x, y: plot.y - 22.5, width: 9, height: 7 });
    x -= 10;
  }
}
