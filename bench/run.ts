import { runBenches } from "./runner/run-benches.ts";

/**
 * `npm run bench`: our parts beside well-known peers, or beside themselves on less, in one run. Only ratios are claims: machines
 * and moments differ. Names given as words (`npm run bench -- csv desk-lists`) choose among the files of this folder. The run ends
 * with status 1 where a ratio is above its bound.
 */
process.exitCode = runBenches(import.meta.dirname, process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
