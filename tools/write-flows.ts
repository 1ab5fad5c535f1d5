/**
 * `npm run flows`: writes the JSON of every programme's flows into connect-flows/json/<programme>/<flow>.json and their
 * pictures into docs/flows/<programme>/<flow>.svg, with a list of them.
 * Writes nothing, lists what is wrong and ends with status 1 where a flow has a problem.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { flowsOf } from "../connect-flows/flows/flows-of.ts";
import { generatedFiles, generatedFolders } from "../connect-flows/generated-files.ts";
import { describeProblem } from "../connect-flows/language/check.ts";
import { checkFlows } from "../connect-flows/language/check-hooks.ts";
import { programmes } from "../programmes/registry.ts";

const root = join(import.meta.dirname, "..");

const problems = programmes.flatMap((programme) =>
  checkFlows(flowsOf(programme)).map((problem) => `${programme.id}, ${describeProblem(problem)}`),
);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
} else {
  for (const folder of generatedFolders) await rm(join(root, folder), { recursive: true, force: true });
  const files = generatedFiles(programmes);
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  console.log([...files.keys()].join("\n"));
}
