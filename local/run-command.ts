import type { Outcome, Verb } from "./verbs/verb.ts";
import { verbs } from "./verbs/verbs.ts";

/** Where a command says what came of it, a line at a time. */
export interface Printer {
  readonly log: (line: string) => void;
  readonly error: (line: string) => void;
}

/**
 * Carries out the command with these words. Answers its exit status: 0, 2 for wrong use, 1 for a job that failed; the problem
 * is one line for `error`.
 */
export async function runCommand(words: readonly string[], printer: Printer): Promise<number> {
  const asked = verbs.find(({ name }) => words.slice(0, name.split(" ").length).join(" ") === name);
  if (asked) return runVerb(asked, words.slice(asked.name.split(" ").length), printer);
  if (words.length === 0 || words.includes("--help")) {
    printer.log(verbs.map(({ help }) => firstLine(help)).join("\n"));
    return 0;
  }
  printer.error(
    `There is no verb "${words.join(" ")}": use ${verbs.map(({ name }) => name).join(", ")}; --help shows how.`,
  );
  return 2;
}

async function runVerb(verb: Verb, rest: readonly string[], printer: Printer): Promise<number> {
  const { help } = verb;
  if (rest.includes("--help")) {
    printer.log(help);
    return 0;
  }
  const outcome = await verb
    .run(rest, printer.log)
    .catch((cause: unknown): Outcome => ({ kind: "failed", problem: sentenceOf(cause) }));
  if (outcome.kind === "done") {
    for (const line of outcome.lines) printer.log(line);
    return 0;
  }
  printer.error(
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
