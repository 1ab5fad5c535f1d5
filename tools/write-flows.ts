/**
 * `npm run flows`: writes the JSON of every programme's flows into connect-flows/json/<programme>/<flow>.json.
 * Writes nothing, lists what is wrong and ends with status 1 where a flow has a problem.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { flowsOf } from "../connect-flows/flows/flows-of.ts";
import { checkFlow, describeProblem } from "../connect-flows/language/check.ts";
import { flowText } from "../connect-flows/language/to-json.ts";
import { programmes } from "../programmes/registry.ts";

const folder = join(import.meta.dirname, "..", "connect-flows", "json");

const problems = programmes.flatMap((programme) =>
  flowsOf(programme)
    .flatMap(checkFlow)
    .map((problem) => `${programme.id}, ${describeProblem(problem)}`),
);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
} else {
  await rm(folder, { recursive: true, force: true });
  for (const programme of programmes) {
    const programmeFolder = join(folder, programme.id);
    await mkdir(programmeFolder, { recursive: true });
    for (const flow of flowsOf(programme))
      await writeFile(join(programmeFolder, `${flow.name}.json`), flowText(flow));
    console.log(
      `${programme.id}: ${flowsOf(programme)
        .map(({ name }) => `${name}.json`)
        .join(", ")}`,
    );
  }
}
