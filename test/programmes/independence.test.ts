import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { flowsOf } from "../../connect-flows/flows/flows-of.ts";
import { checkFlows } from "../../connect-flows/language/check-hooks.ts";
import { flowText } from "../../connect-flows/language/to-json.ts";
import { programmes } from "../../programmes/registry.ts";
import { waterDesk } from "./second-programme.ts";

const root = join(import.meta.dirname, "..", "..");

/** Texts about the first programme, what is generated from it, the tests, and what is not ours. */
const notSearched =
  /^(?:\.git|\.local|\.vitest|\.ci\/python|node_modules|cdk\.out|coverage|docs|test|programmes|connect-flows\/json|README|CHANGELOG|package)(?:[./-]|$)/;

function searchedFiles(folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (notSearched.test(path)) return [];
    return entry.isDirectory() ? searchedFiles(path) : [path];
  });
}

test("a second programme gets flows of its own from its own words", () => {
  const flows = flowsOf(waterDesk);
  expect(flows.length).toBeGreaterThanOrEqual(8);
  expect(checkFlows(flows)).toEqual([]);

  const texts = flows.map(flowText).join("");
  expect(texts).toContain("あおぞら水道です。通話を録音します。");
  expect(texts).toContain("番号をどうぞ。");
  expect(texts).toContain('"programme": "aozora-water"');
  expect(texts).not.toMatch(/kobaton|コバトン|アルコー/i);
});

test("no folder but programmes/ knows the name of a programme", () => {
  const files = searchedFiles();
  expect(files.length).toBeGreaterThan(25);
  for (const known of ["connect-flows/flows/inbound.ts", "domain/programme.ts", "tools/write-flows.ts"])
    expect(files).toContain(known);

  expect(programmes.length).toBeGreaterThan(0);
  const words = new RegExp(["kobaton", ...programmes.map(({ id }) => id)].join("|"), "i");
  expect(files.filter((file) => words.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
});
