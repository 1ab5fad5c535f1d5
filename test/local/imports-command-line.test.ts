import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { callcentre } from "./callcentre.ts";

const folder = mkdtempSync(join(tmpdir(), "callcentre-"));
afterAll(() => rmSync(folder, { recursive: true }));

const state = join(folder, "state");

test("a handover ends with 0 and says on standard output alone what became of its lines", async () => {
  const file = join(folder, "cases.csv");
  writeFileSync(file, "受付番号,受付日,内容,状況\nR-1,2024/6/3,本文,対応中\nR-2,昨日,本文,対応中\n");
  expect(await callcentre(state, "handover", "import", file)).toEqual({
    status: 0,
    err: "",
    out:
      "2 行: 新規 1 件、取込済み 0 件、内容違い 0 件、不備 1 件\n" +
      "3 行目 受付日: 日時として読めません。2024/6/5 または 2024/6/5 10:30 のように書いてください。\n" +
      `不備の一覧 → ${join(folder, "cases-rejects.csv")}\n`,
  });
  expect(readFileSync(join(folder, "cases-rejects.csv"), "utf8")).toContain("3,3,受付日,昨日,");
});

test.each([
  [2, ["handover", "import"], "FILE.csv is missing"],
  [2, ["handover", "import", "x.csv", "--loud"], "--loud"],
  [2, ["form", "import", "x.csv", "y.csv"], "one word too many"],
  [2, ["handover", "confirm", "K01"], "--staff CODE is missing"],
  [2, ["handover", "hand"], 'no verb "handover hand"'],
  [1, ["handover", "import", join(folder, "nowhere.csv")], "cannot be read (ENOENT)"],
  [1, ["handover", "import", folder], "cannot be read (EISDIR)"],
  [1, ["form", "import", "package.json"], "It has no column 受付番号, 送信日時, 相談内容"],
  [
    1,
    ["handover", "import", "package.json", "--deployed", "--programme", "kobaton-alkoo"],
    "DESK_TABLE is not set",
  ],
] as const)("with status %i: %j", async (status, words, sentence) => {
  const ended = await callcentre(state, ...words);
  expect(ended).toMatchObject({ status, out: "", err: expect.stringContaining(sentence) });
  expect(ended.err.trim().split("\n")).toHaveLength(1);
  expect(existsSync("package-json-rejects.csv.part")).toBe(false);
});
