import { spawn } from "node:child_process";
import { vi } from "vitest";
import { runCommand } from "../../local/run-command.ts";

/** How a run of the command line ended, and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a newcomer does, on a state folder. */
export function callcentre(state: string, ...words: string[]): Promise<Ended> {
  return callcentreWith({ CALLCENTRE_STATE: state }, ...words);
}

/** The same with more variables. */
export function callcentreWith(environment: Record<string, string>, ...words: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["local/callcentre.ts", ...words], {
      env: { ...process.env, ...environment },
    });
    const said = { out: "", err: "" };
    child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
    child.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...said }));
  });
}

/** The same command with the same words and the same ending, without a process of its own, which takes longer to start than most commands. */
export async function callcentreWithin(state: string, ...words: string[]): Promise<Ended> {
  vi.stubEnv("CALLCENTRE_STATE", state);
  const said = { out: "", err: "" };
  const status = await runCommand(words, {
    log: (line) => void (said.out += `${line}\n`),
    error: (line) => void (said.err += `${line}\n`),
  }).finally(() => vi.unstubAllEnvs());
  return { status, ...said };
}
