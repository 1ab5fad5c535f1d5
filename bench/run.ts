import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { basename } from "node:path";

/**
 * `npm run bench`: our parts beside well-known peers, or beside themselves on less, in one run. Only ratios are claims: machines
 * and moments differ. Each file of this folder is a process of its own and prints one line of JSON a measurement; names given as
 * words (`npm run bench -- csv desk-lists`) choose among them. The run ends with status 1 where a ratio is above its bound.
 */
interface Measurement {
  readonly part: string;
  readonly peer: string;
  /** Medians of interleaved rounds, in the named unit. */
  readonly oursValue: number;
  readonly peerValue: number;
  readonly unit: string;
  /** How many times as fast as the peer; where there is a bound, ours ÷ the peer's. */
  readonly ratio: number;
  /** What the ratio may be at most. @default it is not bounded */
  readonly atMost?: number;
}

const wanted = process.argv.slice(2);
const names = globSync("*.ts", { cwd: import.meta.dirname })
  .map((file) => basename(file, ".ts"))
  .filter((name) => !["run", "rounds"].includes(name))
  .sort();
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}: choose of ${names.join(", ")}.`);
  process.exit(2);
}

console.log("part | peer | ours | peer's | unit | times as fast, or ours ÷ peer's where it has a bound");
const exceeded: string[] = [];
for (const name of wanted.length > 0 ? wanted : names) {
  const printed = execFileSync(process.execPath, [`${import.meta.dirname}/${name}.ts`], { encoding: "utf8" });
  for (const line of printed.trim().split("\n")) {
    const measurement = JSON.parse(line) as Measurement;
    if (isExceeded(measurement)) exceeded.push(measurement.part);
    console.log(rowOf(measurement), `(${name})`);
  }
}
if (exceeded.length > 0) {
  console.error(`Above their bound: ${exceeded.join("; ")}.`);
  process.exitCode = 1;
}

function isExceeded({ ratio, atMost }: Measurement): boolean {
  return atMost !== undefined && !(ratio <= atMost);
}

function rowOf(measurement: Measurement): string {
  const { part, peer, oursValue, peerValue, unit, ratio, atMost } = measurement;
  const bound = atMost === undefined ? "" : ` (${isExceeded(measurement) ? "ABOVE" : "at most"} ${atMost})`;
  return [
    part,
    peer,
    oursValue.toPrecision(3),
    peerValue.toPrecision(3),
    unit,
    `${ratio.toPrecision(3)}${bound}`,
  ].join(" | ");
}
