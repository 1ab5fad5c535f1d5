import type { JapaneseDate } from "../../japan-time.ts";
import type { Figures } from "../figures/figures.ts";
import type { ReportedPart } from "./reported-parts.ts";

/** `manifest.json`: what a report's folder holds and says. It carries no time of building, so equal input gives equal bytes. */
export interface Manifest {
  readonly programme: string;
  readonly report: string;
  readonly period: { readonly from: JapaneseDate; readonly to: JapaneseDate };
  /** The first instant that is no longer in the report, in Japan time. */
  readonly cutOff: string;
  readonly revision: number;
  readonly figures: Figures;
  /** The parts of the period whose figures stand by themselves as well; only of a report that has several. */
  readonly parts?: readonly ReportedPart[];
  /** What each figure means, in Japanese. */
  readonly definitions: Readonly<Record<keyof Figures, string>>;
  /** Of the CSV files. @default UTF-8 with byte order mark */
  readonly csvEncoding?: "CP932";
  readonly files: readonly {
    readonly name: string;
    readonly rows: number;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}

/** The bytes of `manifest.json`: two-space JSON with a final line feed. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
