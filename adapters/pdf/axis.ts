import { colours, type Paper, type TextStyle } from "./paper.ts";

/** Round numbers from 0 up to the first that is not below `highest`: about five of them, whole ones. */
export function ticksUpTo(highest: number): number[] {
  const rough = Math.max(highest, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10));
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, index) => index * step);
}

/** Where a chart's values lie on the page. */
export interface Plot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The height on the page of a value. */
  yOf(value: number): number;
  /** The middle of a label's place. */
  xOf(index: number): number;
  /** The width that a label has. */
  readonly slot: number;
}

export const axisStyle: TextStyle = { size: 7, colour: colours.soft };
const tickWidth = 26;
const plotHeight = 124;
const labelLine = 10;

/** The height of a chart without its caption. */
export function chartHeight(labels: readonly (readonly string[])[]): number {
  return plotHeight + 14 + labelLine * Math.max(1, ...labels.map((lines) => lines.length)) + 20;
}

export function plotAt(paper: Paper, y: number, count: number, highest: number): Plot {
  const plot = {
    x: paper.left + tickWidth,
    y: y + 14,
    width: paper.width - tickWidth,
    height: plotHeight,
    slot: (paper.width - tickWidth) / Math.max(count, 1),
  };
  return {
    ...plot,
    yOf: (value) => plot.y + plot.height * (1 - value / highest),
    xOf: (index) => plot.x + plot.slot * (index + 0.5),
  };
}

/** The axes with their round numbers, the unit above them and the labels below. */
export function drawAxes(
  paper: Paper,
  plot: Plot,
  {
    ticks,
    unit,
    labels,
  }: {
    readonly ticks: readonly number[];
    readonly unit: string;
    readonly labels: readonly (readonly string[])[];
  },
): void {
  const { doc } = paper;
  for (const tick of ticks) {
    const y = plot.yOf(tick);
    doc.moveTo(plot.x, y).lineTo(plot.x + plot.width, y);
    doc.lineWidth(tick === 0 ? 0.8 : 0.3).stroke(tick === 0 ? colours.soft : colours.line);
    paper.set(String(tick), { x: paper.left, y: y - 5, width: tickWidth - 5, align: "right" }, axisStyle);
  }
  paper.set(`（${unit}）`, { x: paper.left, y: plot.y - 16, width: 60 }, axisStyle);
  labels.forEach((lines, index) =>
    lines.forEach((line, row) =>
      paper.set(
        line,
        {
          x: plot.xOf(index) - 30,
          y: plot.y + plot.height + 3 + row * labelLine,
          width: 60,
          align: "center",
        },
        axisStyle,
      ),
    ),
  );
}
