import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { basename, join } from "node:path";

/** JSON has no NaN: null is written in its place, which stays within no bound. */
type Printed = number | null;

/** What a bench prints: one line of JSON for each. */
interface Measurement {
  readonly part: string;
  readonly peer: string;
  /** Medians of interleaved rounds, or counts, in the named unit. */
  readonly oursValue: Printed;
  readonly peerValue: Printed;
  readonly unit: string;
  /** How many times as fast as the peer; where there is a bound, ours ÷ the peer's. */
  readonly ratio: Printed;
  /** What the ratio may be at most. @default it is not bounded */
  readonly atMost?: number;
}

/** Where what is told goes, line by line. */
interface Told {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

const headings = "part | peer | ours | peer's | unit | times as fast, or ours ÷ peer's where it has a bound";

/** Files of the folder that are no benches. */
const parts: ReadonlySet<string> = new Set(["run", "rounds"]);

/**
 * Runs the benches of a folder, each file in a process of its own, or those that are named, and prints a row a measurement.
 * Answers the status to end with: 1 where a ratio is above its bound, 2 where a name is unknown and nothing was run. Throws where
 * a bench itself fails.
 */
export function runBenches(folder: string, wanted: readonly string[], { print, complain }: Told): 0 | 1 | 2 {
  const names = globSync("*.ts", { cwd: folder })
    .map((file) => basename(file, ".ts"))
    .filter((name) => !parts.has(name))
    .sort();
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    complain(`There is no bench ${unknown.join(", ")}: choose of ${names.join(", ")}.`);
    return 2;
  }
  print(headings);
  const exceeded: string[] = [];
  for (const name of wanted.length > 0 ? wanted : names) {
    const printed = execFileSync(process.execPath, [join(folder, `${name}.ts`)], { encoding: "utf8" });
    for (const line of printed.trim().split("\n")) {
      const measurement = JSON.parse(line) as Measurement;
      if (isExceeded(measurement)) exceeded.push(measurement.part);
      print(`${rowOf(measurement)} (${name})`);
    }
  }
  if (exceeded.length === 0) return 0;
  complain(`Above their bound: ${exceeded.join("; ")}.`);
  return 1;
}

function isExceeded({ ratio, atMost }: Measurement): boolean {
  return atMost !== undefined && !(ratio !== null && ratio <= atMost);
}

function rowOf(measurement: Measurement): string {
  const { part, peer, oursValue, peerValue, unit, ratio, atMost } = measurement;
  const bound = atMost === undefined ? "" : ` (${isExceeded(measurement) ? "ABOVE" : "at most"} ${atMost})`;
  const numbers = [shown(oursValue), shown(peerValue), unit, `${shown(ratio)}${bound}`];
  return [part, peer, ...numbers].join(" | ");
}

function shown(value: Printed): string {
  return value?.toPrecision(3) ?? "no number";
}
