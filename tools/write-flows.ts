/**
 * `npm run flows`: writes the JSON of every programme's flows into connect-flows/json/<programme>/<flow>.json and their
 * pictures into docs/flows/<programme>/<flow>.svg, with a list of them.
 * Writes nothing, lists what is wrong and ends with status 1 where a flow has a problem.
 */
import { flowsOf } from "../connect-flows/flows/flows-of.ts";
import { generatedFiles, generatedFolders } from "../connect-flows/generated-files.ts";
import { describeProblem } from "../connect-flows/language/check.ts";
import { checkFlows } from "../connect-flows/language/check-hooks.ts";
import { programmes } from "../programmes/registry.ts";
import { writeGenerated } from "./generation/write-generated.ts";

const problems = programmes.flatMap((programme) =>
  checkFlows(flowsOf(programme)).map((problem) => `${programme.id}, ${describeProblem(problem)}`),
);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
} else await writeGenerated(generatedFolders, generatedFiles(programmes));
