import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runBenches } from "../../../bench/runner/run-benches.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callcentre-benches-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A bench that prints what it is given, and measures nothing. */
function plant(name: string, ...rows: readonly Readonly<Record<string, unknown>>[]): void {
  const lines = rows.map((row) => `console.log(${JSON.stringify(JSON.stringify(row))});`);
  writeFileSync(join(folder, `${name}.ts`), lines.join("\n"));
}

const aRow = { part: "a part", peer: "a peer", oursValue: 3, peerValue: 2, unit: "ms", ratio: 1.5 };

function run(...wanted: readonly string[]) {
  const told = { printed: [] as string[], complained: [] as string[] };
  const status = runBenches(folder, wanted, {
    print: (line) => told.printed.push(line),
    complain: (line) => told.complained.push(line),
  });
  return { status, ...told };
}

describe("the benches", () => {
  test("end with status 1 and name every part that is above its bound, once all have run", () => {
    plant("first", { ...aRow, part: "too much", atMost: 1.4 }, { ...aRow, part: "enough", atMost: 1.5 });
    plant("second", aRow);
    expect(run()).toEqual({
      status: 1,
      printed: [
        expect.stringContaining("part | peer"),
        "too much | a peer | 3.00 | 2.00 | ms | 1.50 (ABOVE 1.4) (first)",
        "enough | a peer | 3.00 | 2.00 | ms | 1.50 (at most 1.5) (first)",
        "a part | a peer | 3.00 | 2.00 | ms | 1.50 (second)",
      ],
      complained: ["Above their bound: too much."],
    });
  });

  test("end with status 1 where a bounded ratio is no number", () => {
    // 0 ÷ 0, as JSON writes it.
    plant("first", { ...aRow, ratio: null, atMost: 2 });
    expect(run()).toMatchObject({
      status: 1,
      printed: [expect.anything(), "a part | a peer | 3.00 | 2.00 | ms | no number (ABOVE 2) (first)"],
    });
  });

  test("end with status 0 where nothing is above its bound, whatever has none", () => {
    plant("first", aRow, { ...aRow, atMost: 2 });
    expect(run()).toMatchObject({ status: 0, complained: [] });
  });

  test("run only those that are named", () => {
    plant("first", { ...aRow, atMost: 1 });
    plant("second", aRow);
    expect(run("second")).toMatchObject({ status: 0, printed: [expect.anything(), expect.anything()] });
  });

  test("run nothing where a name is unknown, and say which there are", () => {
    plant("first", aRow);
    plant("rounds");
    expect(run("first", "frist")).toEqual({
      status: 2,
      printed: [],
      complained: ["There is no bench frist: choose of first."],
    });
  });

  test("fail where a bench fails", () => {
    writeFileSync(join(folder, "first.ts"), "throw new Error('It does not run.');");
    expect(() => run()).toThrow("Command failed");
  });
});

test("npm run bench ends with the status that it is told, and knows the parts with a bound", () => {
  const ended = spawnSync(process.execPath, ["bench/run.ts", "no-such-bench"], { encoding: "utf8" });
  expect(ended.status).toBe(2);
  expect(ended.stdout).toBe("");
  for (const bench of ["answering-load", "calendar", "case-life", "desk-lists"])
    expect(ended.stderr).toContain(bench);
});
