import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { basename } from "node:path";

/**
 * `npm run bench`: our parts beside well-known peers on the same input, in one run. Only ratios are claims: machines and
 * moments differ. Each file of this folder is a process of its own and prints one line of JSON a measurement.
 */
interface Measurement {
  readonly part: string;
  readonly peer: string;
  /** Medians of interleaved rounds, in the named unit. */
  readonly oursValue: number;
  readonly peerValue: number;
  readonly unit: string;
  /** How many times as fast as the peer. */
  readonly ratio: number;
}

const files = globSync("*.ts", { cwd: import.meta.dirname }).filter(
  (file) => !["run.ts", "rounds.ts"].includes(file),
);
console.log("part | peer | ours | peer's | unit | times as fast");
for (const file of files.sort()) {
  const printed = execFileSync(process.execPath, [`${import.meta.dirname}/${file}`], { encoding: "utf8" });
  for (const line of printed.trim().split("\n")) {
    const { part, peer, oursValue, peerValue, unit, ratio } = JSON.parse(line) as Measurement;
    const columns = [
      part,
      peer,
      oursValue.toPrecision(3),
      peerValue.toPrecision(3),
      unit,
      ratio.toPrecision(3),
    ];
    console.log(columns.join(" | "), `(${basename(file, ".ts")})`);
  }
}
