import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { documentOf, soundDesk } from "../simulator/explorer/planted-flows.ts";

const folder = mkdtempSync(join(tmpdir(), "flows-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function flowsCheck(...words: string[]) {
  return promisify(execFile)(process.execPath, ["local/callcentre.ts", "flows", "check", ...words]).then(
    ({ stdout, stderr }) => ({ stdout, stderr, status: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => ({ ...error, status: error.code }),
  );
}

function flowFile(name: string, document: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof document === "string" ? document : JSON.stringify(document));
  return file;
}

describe("flows check", () => {
  test("walks all our flows together and finds no problem", async () => {
    const { stdout, stderr, status } = await flowsCheck("--json");
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const files = readdirSync("connect-flows/json/kobaton-alkoo").filter((file) => file.endsWith(".json"));
    expect(lines.map(({ flow }) => `${flow}.json`)).toEqual(files.toSorted());
    for (const { states, transitions, paths, problems } of lines) {
      expect(problems).toEqual([]);
      expect(states).toBeGreaterThan(0);
      expect(transitions).toBeGreaterThan(0);
      expect(BigInt(paths)).toBeGreaterThan(0n);
    }
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  });

  test("checks each file on its own, tells the story and leaves with status 1", async () => {
    const queued = { ...soundDesk, hours: { ...soundDesk["hours"]!, when: { True: "note", False: "note" } } };
    const good = flowFile("good.json", documentOf(soundDesk));
    const bad = flowFile("bad.json", documentOf(queued));
    const { stdout, stderr, status } = await flowsCheck(good, bad, "--export", join(folder, "stories"));
    expect(stdout).toContain("good: 13 actions");
    expect(stdout).toContain("bad, queue: queues a caller after the desk was found closed");
    expect(stdout).toContain("受付時間外と判定（bad／hours）");
    expect(stderr).toMatch(/^1 problems in 2 flows/);
    expect(status).toBe(1);
    const stories = readdirSync(join(folder, "stories"));
    expect(stories).toEqual(["bad-queue-closed-never-queues.json"]);
    const story = JSON.parse(readFileSync(join(folder, "stories", stories[0] ?? ""), "utf8"));
    expect(story.Version).toBe("2025-06-21");
    expect(story.Observations.length).toBeGreaterThan(1);
  });

  test("takes the type that is named: a queue flow's block is not permitted elsewhere", async () => {
    const file = flowFile("wait.json", {
      Version: "2019-10-30",
      StartAction: "a",
      Actions: [
        {
          Identifier: "a",
          Type: "MessageParticipantIteratively",
          Parameters: { Messages: [{ Text: "お待ちください。" }] },
          Transitions: { Errors: [{ ErrorType: "NoMatchingError", NextAction: "b" }] },
        },
        { Identifier: "b", Type: "EndFlowExecution", Parameters: {}, Transitions: {} },
      ],
    });
    expect((await flowsCheck(file)).stdout).toContain("[not-permitted]");
    expect(await flowsCheck(file, "--type", "CUSTOMER_QUEUE")).toMatchObject({ status: 0 });
  });

  test("says in one line what is wrong with its use", async () => {
    for (const words of [["nowhere.json"], ["--type", "SONG"], ["--loud"], ["--programme", "nobody"]]) {
      const { stdout, stderr, status } = await flowsCheck(...words);
      expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
      expect(stderr.trim().split("\n")).toHaveLength(1);
    }
  });

  test("names a file that is no JSON as a problem of the file", async () => {
    const { stdout, status } = await flowsCheck(flowFile("text.json", "no JSON"), "--json");
    expect(JSON.parse(stdout)).toMatchObject({ flow: "text", actions: 0, states: 0, paths: "0" });
    expect(status).toBe(1);
  });
});
