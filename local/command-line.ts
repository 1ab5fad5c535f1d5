import type { Outcome, Verb } from "./verbs/verb.ts";
import { verbs } from "./verbs/verbs.ts";

/** The command line (`npm run --silent callcentre -- VERB …`): exit status 2 for wrong use, 1 for a job that failed. */
const words = process.argv.slice(2);
const asked = verbs.find(({ name }) => words.slice(0, name.split(" ").length).join(" ") === name);

if (asked) process.exitCode = await run(asked);
else if (words.length === 0 || words.includes("--help"))
  console.log(verbs.map(({ help }) => firstLine(help)).join("\n"));
else {
  console.error(
    `There is no verb "${words.join(" ")}": use ${verbs.map(({ name }) => name).join(", ")}; --help shows how.`,
  );
  process.exitCode = 2;
}

async function run(verb: Verb): Promise<number> {
  const { name, help } = verb;
  const rest = words.slice(name.split(" ").length);
  if (rest.includes("--help")) {
    console.log(help);
    return 0;
  }
  const outcome = await verb
    .run(rest, console.log)
    .catch((cause: unknown): Outcome => ({ kind: "failed", problem: sentenceOf(cause) }));
  if (outcome.kind === "done") {
    for (const line of outcome.lines) console.log(line);
    return 0;
  }
  console.error(
    outcome.kind === "wrong-use" ? `${outcome.problem} Use: ${firstLine(help)}` : outcome.problem,
  );
  return outcome.kind === "wrong-use" ? 2 : 1;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

/** One line of a failure, with what caused it. */
function sentenceOf(cause: unknown): string {
  const messages: string[] = [];
  for (let error: unknown = cause; error instanceof Error; error = error.cause) messages.push(error.message);
  return messages.join(" ").replaceAll(/\s*\n\s*/g, " ") || String(cause);
}
