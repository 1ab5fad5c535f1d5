import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { placeholderOfFlow } from "../../connect-flows/flow-document.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { programmeById, programmes } from "../../programmes/registry.ts";
import { flowTypes } from "../../simulator/catalogue/action-description.ts";
import { checkFlows, type FlowCheck, type FlowSource } from "../../simulator/explorer/check-flows.ts";
import { flowTypeNamed, flowTypeOf } from "../../simulator/explorer/flow-type.ts";
import { describeProblem } from "../../simulator/explorer/problem.ts";
import { testCaseOf } from "../../simulator/explorer/test-case.ts";
import { commonOptions, done, failed, type Outcome, readWords, type Verb, wrongUse } from "./verb.ts";

const options = { ...commonOptions, type: { type: "string" }, export: { type: "string" } } as const;

/** What our reports need of every queued call (docs/glossary.md, arrived). */
const reportAttributes = ["arrival"];

/** Tells a person at a terminal what is being checked; nobody in a pipe. */
type Progress = (line: string) => void;

export const flowsCheck: Verb = {
  name: "flows check",
  help: `flows check [FILE.json …] [--type CONTACT_FLOW] [--json] [--export DIR]
Checks flows and walks every way through them: every key, silence, hours, function answer, failure and hang-up.
Without files all flows of the programme together; with files anybody's exported flows, each on its own.
--type is for files whose Metadata does not say it: ${flowTypes.join(", ")}.
--json prints one object a flow: {flow, actions, states, transitions, paths, problems[], notes[]}.
--export writes each story as an AWS::Connect::TestCase document. Exit status 1 when there are problems.`,
  async run(words, print) {
    const files = words.filter((word, index) => !word.startsWith("--") && !isValue(words[index - 1]));
    const read = readWords(words, files, options);
    if (!read.ok) return wrongUse(read.problem);
    const { json = false, type, export: folder, programme } = read.value.values;
    const sets = files.length > 0 || type !== undefined ? foreignSets(files, type) : ourSet(programme);
    if (!sets.ok) return wrongUse(sets.problem);
    const checks = checkAll(sets.value, files.length > 0 ? [] : reportAttributes, progress);
    for (const check of checks) for (const line of json ? [jsonLine(check)] : textLines(check)) print(line);
    if (folder !== undefined) exportStories(checks, folder);
    return outcomeOf(checks, json);
  },
};

function isValue(before: string | undefined): boolean {
  return before === "--type" || before === "--export" || before === "--programme";
}

const progress: Progress = (line) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
};

function checkAll(
  sets: readonly (readonly FlowSource[])[],
  attributes: readonly string[],
  tell: Progress,
): FlowCheck[] {
  const checks = sets.flatMap((set, index) => {
    tell(`${index + 1}/${sets.length} ${set.map(({ name }) => name).join(", ")} …`);
    return checkFlows(set, { reportAttributes: attributes });
  });
  tell("");
  return checks;
}

/** All flows of a programme: they are joined, so they are checked together. */
function ourSet(programmeId: string | undefined): Result<FlowSource[][]> {
  const programme = programmeById(programmeId ?? (programmes.length === 1 ? (programmes[0]?.id ?? "") : ""));
  if (!programme.ok) return programme;
  const folder = join(import.meta.dirname, "..", "..", "connect-flows", "json", programme.value.id);
  const names = globSync("*.json", { cwd: folder }).map((file) => basename(file, ".json"));
  return success([
    names.sort().map((name) => {
      const document: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
      return { name, type: flowTypeOf(document), document, reference: `\${${placeholderOfFlow(name)}}` };
    }),
  ]);
}

function foreignSets(files: readonly string[], word: string | undefined): Result<FlowSource[][]> {
  const type = word === undefined ? undefined : flowTypeNamed(word);
  if (word !== undefined && !type)
    return failure(`There is no flow type ${word}: use one of ${flowTypes.join(", ")}.`);
  if (files.length === 0) return failure("--type needs a FILE: the programme's own flows say their type.");
  const sets: FlowSource[][] = [];
  for (const file of files) {
    let text: string;
    try {
      text = readFileSync(file, "utf8");
    } catch {
      return failure(`${file} cannot be read: name a file that holds a flow.`);
    }
    const document = parsed(text);
    sets.push([{ name: basename(file, ".json"), type: type ?? flowTypeOf(document), document }]);
  }
  return success(sets);
}

/** What is no JSON is no flow: the checker says so. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function jsonLine({ problems, ...check }: FlowCheck): string {
  const printed = problems.map(({ path: _path, ...problem }) => problem);
  return JSON.stringify({ ...check, problems: printed });
}

function textLines({ flow, actions, states, transitions, paths, problems, notes }: FlowCheck): string[] {
  return [
    `${flow}: ${actions} actions, ${states} states, ${transitions} transitions, ${paths} paths, ${problems.length} problems`,
    ...notes.map((note) => `  note: ${note}`),
    ...problems.flatMap((problem) => [
      `  ${describeProblem(problem)}`,
      ...(problem.story ?? []).map((line) => `      ${line}`),
    ]),
  ];
}

function exportStories(checks: readonly FlowCheck[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const problem of checks.flatMap(({ problems }) => problems)) {
    const document = testCaseOf(problem);
    const name = `${problem.flow}-${problem.block ?? "flow"}-${problem.rule}`.replaceAll(
      /[^\p{L}\p{N}_-]+/gu,
      "_",
    );
    if (document) writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(document, null, 2)}\n`);
  }
}

function outcomeOf(checks: readonly FlowCheck[], json: boolean): Outcome {
  const count = checks.reduce((sum, { problems }) => sum + problems.length, 0);
  if (count > 0) return failed(`${count} problems in ${checks.length} flows: see the lines above.`);
  return json ? done() : done(`${checks.length} flows, 0 problems.`);
}
