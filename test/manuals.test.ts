import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DeskRole } from "../domain/desk/desk-role.ts";
import { programmes, trainingOf } from "../programmes/registry.ts";

/** The list of the screens, of which the browser's types are not wanted here. */
const listOfScreens: string = "../web/desk/navigation/screens.ts";
const { screens } = (await import(listOfScreens)) as {
  readonly screens: readonly {
    readonly title: string;
    readonly menu?: string;
    readonly roles: readonly DeskRole[];
  }[];
};

const folder = "docs/manuals";
const manuals = globSync(`${folder}/*.md`).map((path) => ({ path, text: readFileSync(path, "utf8") }));
const textOf = (...names: string[]) =>
  manuals
    .filter(({ path }) => names.some((name) => path === join(folder, `${name}.md`)))
    .map(({ text }) => text)
    .join("\n");

/** What each role is given to read. */
const readBy: Readonly<Record<DeskRole, string>> = {
  operator: textOf("operator", "training"),
  leader: textOf("leading", "operator", "training"),
  supervisor: textOf("leading", "operator", "training"),
  prefecture: textOf("prefecture"),
};

describe("the manuals", () => {
  test("name every screen of the side navigation to whoever works with it", () => {
    const offered = screens.filter(({ menu }) => menu !== undefined);
    expect(offered.length).toBeGreaterThan(15);
    // What operators may look at and only a supervisor changes stands in the supervisor's manual.
    const byOthers = new Set([
      "緊急案内",
      "休業と受付時間",
      "相談内容分類",
      "設定の変更",
      "勤務表",
      "よくある質問の案",
    ]);
    const missing = offered.flatMap(({ title, roles }) =>
      roles
        .filter((role) => role !== "operator" || !byOthers.has(title))
        .filter((role) => !readBy[role].includes(`「${title}」`))
        .map((role) => `${title}: ${role}`),
    );
    expect(missing).toEqual([]);
  });

  test("quote what stands on the screens", () => {
    const shown = [
      ...globSync("{web/desk,contract,lambdas/desk,usecases,domain,programmes,local}/**/*.{ts,tsx,html,js}"),
      "README.ja.md",
    ]
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const quoted = manuals.flatMap(({ path, text }) =>
      [...text.matchAll(/「([^」]+)」/g)].map(([, words = ""]) => ({ path, words })),
    );
    expect(quoted.length).toBeGreaterThan(60);
    expect(quoted.filter(({ words }) => !shown.includes(words))).toEqual([]);
  });

  test("list every script of the training", () => {
    const scripts = programmes.flatMap((programme) => trainingOf(programme.id)?.scripts ?? []);
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter(({ title }) => !textOf("training").includes(`| ${title} |`))).toEqual([]);
  });

  test("lead to pages and pictures that are there", () => {
    const targets = manuals.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = ""]) => join(dirname(path), target)),
    );
    expect(targets.length).toBeGreaterThan(15);
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });
});
