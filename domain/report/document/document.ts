import type { Instant } from "../../japan-time.ts";

/**
 * A document to read, described and not yet drawn: what it says, in which order, and not how it looks. It holds no time of
 * building and no revision, so the same content gives the same document. Texts are plain and on one line; numbers in
 * texts are printed already.
 */
export interface ReportDocument {
  readonly title: string;
  readonly programme: string;
  /** 宛先, such as 埼玉県 御中. */
  readonly addressee: string;
  /** Who reports. */
  readonly author: string;
  /** 対象期間 in short, as every page repeats it: 令和6年7月. */
  readonly period: string;
  /** 対象期間 to the day: 令和6年7月1日（月）から令和6年7月31日（水）まで. */
  readonly periodDates: string;
  /** The date that the file bears: the end of what it covers, not the time at which it was made. */
  readonly dated: Instant;
  readonly blocks: readonly Block[];
}

/** A part of a document, drawn one under the other. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "new-page" }
  | { readonly kind: "key-figures"; readonly figures: readonly KeyFigure[] }
  | DocumentTable
  | BarChart
  | LineChart
  | Ranking
  | { readonly kind: "definitions"; readonly definitions: readonly Definition[] };

/** A figure that is shown large, with what it was made from. */
export interface KeyFigure {
  readonly label: string;
  /** With its unit; a dash where there is nothing to say. */
  readonly value: string;
  /** Numerator and denominator, or the parts of a sum, such as 応答 2件 ÷ 受電 3件. */
  readonly basis: string;
  readonly definition: string;
  /** @default nothing was promised of it */
  readonly target?: Target;
}

/** What was promised of a figure, and how far it is from it. */
export interface Target {
  /** Such as 90％以上. */
  readonly text: string;
  /** Such as −23.3ポイント; a dash where the figure is one. */
  readonly difference: string;
  /** In a word, such as 達成; a dash where nothing can be said. */
  readonly standing: string;
}

/** A table of printed cells. Its heading is repeated on each page that it reaches. */
export interface DocumentTable {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly DocumentColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly string[])[];
  /** Whether the last row sums up the others. @default false */
  readonly endsWithTotal?: boolean;
}

interface DocumentColumn {
  readonly heading: string;
  readonly align: "left" | "right";
  /** Its width in relation to the other columns'. */
  readonly share: number;
}

/** Values that belong to the same labels. A null is a gap: there is nothing to say. */
interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface Chart {
  readonly caption: string;
  /** Of the values, such as 件. */
  readonly unit: string;
  /** Under the axis, one for each value; a line each for a label that is given as several. */
  readonly labels: readonly (readonly string[])[];
  /** The chart in a sentence, for those who do not see it. */
  readonly description: string;
}

/** Bars that are made of parts, at most three, the first at the bottom; above each stands the sum. */
export interface BarChart extends Chart {
  readonly kind: "bar-chart";
  readonly parts: readonly Series[];
}

/** A line over the labels, from 0 to `highest`, with a level to compare it with. */
export interface LineChart extends Chart {
  readonly kind: "line-chart";
  readonly series: Series;
  readonly highest: number;
  readonly level: { readonly name: string; readonly value: number };
}

/** Names with a bar each, in the given order, and beside the bar some printed cells. */
export interface Ranking {
  readonly kind: "ranking";
  readonly caption: string;
  readonly nameHeading: string;
  readonly cellHeadings: readonly string[];
  readonly description: string;
  readonly rows: readonly {
    readonly name: string;
    readonly value: number;
    /** One for each heading. */
    readonly cells: readonly string[];
  }[];
}

/** A word and what it means. */
export interface Definition {
  readonly term: string;
  readonly meaning: string;
}
