import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

/** What `npm start -- WORDS` runs, until it has said all of its addresses or has ended. */
async function started(state: string, ...words: string[]) {
  const child = spawn(process.execPath, ["local/start.ts", ...words], {
    env: { ...process.env, CALLCENTRE_STATE: state, PORT: "0" },
  });
  let said = "";
  await new Promise<void>((resolve) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes("状態の保存先")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("close", () => resolve());
  });
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "close");
  };
  return { said, stop, address: /最初のページ: (\S+)\//.exec(said)?.[1] ?? "", exitCode: child.exitCode };
}

test("npm start -- --training begins a service for training, in a folder of its own, and says so", async () => {
  const state = await temporaryFolder();
  const training = await started(state, "--training");
  expect(training.said).toContain("（研修用）を開始しました");
  expect(training.said).toContain(join(state, "training"));
  const programme = await (await fetch(`${training.address}/api/programme`)).json();
  expect(programme).toMatchObject({ isTraining: true });
  await training.stop();
  expect(existsSync(join(state, "dynamodb.sqlite"))).toBe(false);
  expect(existsSync(join(state, "training", "dynamodb.sqlite"))).toBe(true);

  // Nobody opens that folder as the desk's by naming it.
  const wrong = await started(join(state, "training"));
  expect(wrong.said).toMatch(/is for training: let CALLCENTRE_STATE name another one\.\n$/);
  expect(wrong.exitCode).toBe(1);
  const unknown = await started(state, "--trainig");
  expect(unknown.said).toBe('"--trainig" is not known: only --training is.\n');
});
