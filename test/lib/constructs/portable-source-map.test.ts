import { execSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { portableSource, portableSourceMapCommand } from "../../../lib/constructs/portable-source-map.ts";

test.each([
  [
    "a handler, from a folder in the project",
    "../../lambdas/answer-call.ts",
    "/a/cdk.out/bundle",
    "lambdas/answer-call.ts",
  ],
  [
    "a handler, from a deeper one",
    "../../../lambdas/answer-call.ts",
    "/a/cdk.out/dev/bundle",
    "lambdas/answer-call.ts",
  ],
  ["a handler, from outside", "../../a/domain/case/case.ts", "/out/bundle", "domain/case/case.ts"],
  ["a package in the project", "../../node_modules/@a/b/c.js", "/a/cdk.out/bundle", "node_modules/@a/b/c.js"],
  [
    "a package elsewhere",
    "../../../shared/node_modules/@a/b/c.js",
    "/a/cdk.out/bundle",
    "node_modules/@a/b/c.js",
  ],
  [
    "a package's own package",
    "../../node_modules/a/node_modules/b/c.js",
    "/a/cdk.out/bundle",
    "node_modules/a/node_modules/b/c.js",
  ],
])("%s is named the same wherever it lies", (_what, source, folder, name) => {
  expect(portableSource(source, folder, "/a")).toBe(name);
});

test("the command names the sources of a bundle's map, and changes nothing else", () => {
  const folder = mkdtempSync(join(tmpdir(), "bundle with 'a' space-"));
  try {
    const map = {
      version: 3,
      sources: [join(import.meta.dirname, "a.ts"), "../node_modules/b/c.js"],
      mappings: "AAAA,CAAC",
    };
    writeFileSync(join(folder, "index.mjs.map"), JSON.stringify(map));
    execSync(portableSourceMapCommand(folder));
    expect(JSON.parse(readFileSync(join(folder, "index.mjs.map"), "utf8"))).toEqual({
      ...map,
      sources: ["test/lib/constructs/a.ts", "node_modules/b/c.js"],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
