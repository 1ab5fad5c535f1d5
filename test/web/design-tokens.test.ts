import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";

/** Every `--name: value;` of a style sheet. */
function propertiesOf(sheet: string): Map<string, string> {
  return new Map(
    [...sheet.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}

const require = createRequire(import.meta.url);
const official = propertiesOf(
  readFileSync(require.resolve("@digital-go-jp/design-tokens/dist/tokens.css"), "utf8"),
);
const base = readFileSync("web/base.css", "utf8");
const ours = propertiesOf(base);

describe("the style sheet that all pages share", () => {
  test("gives the Digital Agency's tokens the values that the package gives them", () => {
    const tokens = [...ours].filter(([name]) => official.has(name));
    expect(official.size).toBeGreaterThan(200);
    expect(tokens.length).toBeGreaterThan(25);
    expect(tokens.filter(([name, value]) => official.get(name) !== value)).toEqual([]);
  });

  test("has no token of a kind of its own, and none that no page uses", () => {
    const names = [...ours.keys()].filter((name) => /^--(color|font|line|border|elevation)-/.test(name));
    expect(names.filter((name) => !official.has(name))).toEqual([]);
    const sheets = base + readFileSync("web/form/form.css", "utf8");
    expect(names.filter((name) => !sheets.includes(`var(${name})`))).toEqual([]);
  });

  test("says whose they are and under which licence", () => {
    expect(base).toContain("@digital-go-jp/design-tokens, Copyright (c) 2023 デジタル庁, MIT licence");
  });
});
