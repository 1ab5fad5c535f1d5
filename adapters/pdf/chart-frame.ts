import type { BarChart, LineChart } from "../../domain/report/document/document.ts";
import { chartHeight, drawAxes, type Plot, plotAt, ticksUpTo } from "./axis.ts";
import type { Paper } from "./paper.ts";
import { drawCaption } from "./words.ts";

/** A chart's caption, and below it one figure with its alternative text: the axes up to `highest`, and what `drawValues` puts between them. */
export function drawFramed(
  paper: Paper,
  chart: Pick<BarChart | LineChart, "caption" | "description" | "labels" | "unit">,
  highest: number,
  drawValues: (plot: Plot) => void,
): void {
  const { labels, unit, caption, description } = chart;
  const ticks = ticksUpTo(highest);
  const height = chartHeight(labels);
  drawCaption(paper, caption, height);
  const plot = plotAt(paper, paper.take(height), labels.length, ticks.at(-1) ?? 1);
  paper.element(
    "Figure",
    () => {
      drawAxes(paper, plot, { ticks, unit, labels });
      drawValues(plot);
    },
    { alt: description },
  );
}
