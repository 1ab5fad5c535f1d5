import type { JapaneseDate } from "../japan-time.ts";
import type { Figures } from "./figures.ts";

/** `manifest.json`: what a report's folder holds and says. It carries no time of building, so equal input gives equal bytes. */
export interface Manifest {
  readonly programme: string;
  readonly report: string;
  readonly period: { readonly from: JapaneseDate; readonly to: JapaneseDate };
  /** The first instant that is no longer in the report, in Japan time. */
  readonly cutOff: string;
  readonly revision: number;
  readonly figures: Figures;
  /** What each figure means, in Japanese. */
  readonly definitions: Readonly<Record<keyof Figures, string>>;
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
