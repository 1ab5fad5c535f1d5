import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import type { Reject } from "../domain/import/file-line.ts";
import { csvWriter } from "../domain/report/csv/csv.ts";

/** A table of what is wrong in a file, being written. */
export interface RejectsFile {
  add(reject: Reject): void;
  /** The table is there whole from now on; an earlier one of the same name is replaced. */
  close(): Promise<void>;
  /** Leaves nothing of it; an earlier one stays. */
  discard(): Promise<void>;
}

/** Enough to find a value by; the file itself has all of it. */
const longestValue = 200;
const columns = [
  { heading: "行", kind: "count" },
  { heading: "表の行", kind: "count" },
  { heading: "項目", kind: "text" },
  { heading: "値", kind: "text" },
  { heading: "理由", kind: "text" },
] as const;

/** Begins a table that Excel opens right, beside its place until it is whole. Formulas in it are only text. */
export function beginRejectsFile(path: string): RejectsFile {
  const part = `${path}.part`;
  const stream = createWriteStream(part);
  const done = finished(stream);
  // A failure is told when the table is closed.
  done.catch(() => undefined);
  const write = csvWriter({ columns }, (text) => void stream.write(text));
  return {
    add: ({ line, row, field, value, reason }) => write([line, row, field, shortened(value), reason]),
    async close() {
      stream.end();
      await done;
      await rename(part, path);
    },
    async discard() {
      stream.end();
      await done.catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

function shortened(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}
