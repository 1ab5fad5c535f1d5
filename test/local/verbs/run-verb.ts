import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Verb } from "../../../local/verbs/verb.ts";

/** A folder for the verbs of one test file, removed after it; the state folder is a new one in it. */
export function folderWithState(): string {
  const folder = mkdtempSync(join(tmpdir(), "callcentre-"));
  process.env["CALLCENTRE_STATE"] = join(folder, "state");
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** For verbs that print nothing on the way. */
export function print(): never {
  throw new Error("these verbs print their outcome only");
}

/** What a verb ends with; throws where it does not end well. */
export async function linesOf(verb: Verb, ...words: string[]): Promise<readonly string[]> {
  const outcome = await verb.run(words, print);
  if (outcome.kind !== "done") throw new Error(outcome.problem);
  return outcome.lines;
}
