import { existsSync, globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";

const read = (path: string) => readFileSync(path, "utf8");

describe("docs/requirements.md", () => {
  const rows = read("docs/requirements.md")
    .split("\n")
    .filter((line) => /^\| R\d/.test(line))
    .map((line) => line.split(" | "));

  test("has every sentence of the contract once, R1 to R84, each with a state", () => {
    expect(rows.map(([number]) => number?.replace("| ", ""))).toEqual(
      Array.from({ length: 84 }, (_, index) => `R${index + 1}`),
    );
    const states = new Set(rows.map((row) => row[2]));
    expect(states).toEqual(new Set(["done", "not yet", "organisational", "partly"]));
  });

  test("shows for what is done, or partly, where that can be seen, in files that are there", () => {
    const shown = rows.filter((row) => row[2] === "done" || row[2] === "partly").map((row) => row[4] ?? "");
    const paths = shown.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? ""));
    expect(paths.length).toBeGreaterThanOrEqual(shown.length);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test("counts its states right", () => {
    for (const state of ["done", "partly", "not yet", "organisational"])
      expect(read("docs/requirements.md")).toContain(
        `**${state}** ${rows.filter((row) => row[2] === state).length}`,
      );
  });
});

describe("decision records", () => {
  const files = globSync("docs/decisions/*.md").sort();

  test("are numbered one after the other, and named as they are headed", () => {
    expect(files.length).toBeGreaterThan(3);
    for (const [index, file] of files.entries()) {
      const number = String(index + 1).padStart(4, "0");
      const [heading = ""] = read(file).split("\n");
      expect(basename(file)).toMatch(new RegExp(`^${number}-`));
      expect(heading).toMatch(new RegExp(`^# ${number} `));
      const title = heading
        .slice(7)
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-");
      expect(basename(file, ".md")).toBe(`${number}-${title}`);
    }
  });

  test("each say when, whether it stands, why, what follows, and what would change it", () => {
    for (const file of files)
      for (const part of [
        "Date: 20",
        "Status: ",
        "## Context",
        "## Decision",
        "## Consequences",
        "## What would change our mind",
      ])
        expect(read(file), file).toContain(part);
  });
});

test("links and pictures in the documents lead somewhere", () => {
  const documents = ["README.md", "README.ja.md", "CHANGELOG.md", ...globSync("docs/*.md")];
  const links = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\(([^)#]+)\)/g)].map(([, target = ""]) => ({ document, target })),
  );
  const local = links.filter(({ target }) => !target.includes("://"));
  expect(local.length).toBeGreaterThan(10);
  const folderOf = (document: string) => (document.startsWith("docs/") ? "docs/" : "");
  expect(local.filter(({ document, target }) => !existsSync(folderOf(document) + target))).toEqual([]);
});
