import { parseArgs, type ParseArgsConfig } from "node:util";
import { failure, type Result, success } from "../../domain/result.ts";

/** What a verb prints: lines for people or for programs, and where it went wrong, one line for standard error. */
export type Outcome =
  | { readonly kind: "done"; readonly lines: readonly string[] }
  | { readonly kind: "wrong-use" | "failed"; readonly problem: string };

/** One verb of the command line. */
export interface Verb {
  /** Such as `calendar at`. */
  readonly name: string;
  /** What `--help` prints: the use on the first line. */
  readonly help: string;
  run(words: readonly string[], print: (line: string) => void): Promise<Outcome>;
}

export function done(...lines: string[]): Outcome {
  return { kind: "done", lines };
}

export function wrongUse(problem: string): Outcome {
  return { kind: "wrong-use", problem };
}

export function failed(problem: string): Outcome {
  return { kind: "failed", problem };
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads a verb's words: so many positional ones, and its options. The failure names what is missing or too much. */
export function readWords<Named extends Options>(
  words: readonly string[],
  positional: readonly string[],
  options: Named,
): Result<{
  readonly positionals: readonly string[];
  readonly values: ReturnType<typeof parseArgs<{ options: Named; allowPositionals: true }>>["values"];
}> {
  try {
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true });
    const missing = positional[positionals.length];
    if (missing !== undefined) return failure(`${missing} is missing.`);
    const extra = positionals[positional.length];
    if (extra !== undefined) return failure(`"${extra}" is one word too many.`);
    return success({ positionals, values });
  } catch (cause) {
    const [sentence = "The options cannot be read."] = (cause as Error).message.split(". ");
    return failure(`${sentence.replace(/\.$/, "")}.`);
  }
}

/** The options that every verb takes. */
export const commonOptions = {
  json: { type: "boolean" },
  programme: { type: "string" },
} as const satisfies Options;
