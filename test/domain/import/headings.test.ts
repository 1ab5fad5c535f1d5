import { describe, expect, test } from "vitest";
import { type Headings, readHeadings } from "../../../domain/import/headings.ts";
import { isEmptyLine, readLine } from "../../../domain/import/read-line.ts";

type Field = "number" | "mail" | "note";
const headings: Headings<Field> = {
  number: ["受付番号", "No."],
  mail: ["E-mail", "メール"],
  note: ["備考（任意）"],
};
const columnsOf = (...cells: string[]) => readHeadings(cells, headings, ["number", "mail"]);
const line = (...cells: string[]) => ({ line: 7, row: 5, cells });

describe("the headings of a file", () => {
  test.each([
    [["受付番号", "メール"]],
    [["メール", "受付番号"]],
    [["ﾒｰﾙ", " 受付 番号 "]],
    [["Ｅ－ｍａｉｌ", "ＮＯ．"]],
    [["e-mail※", "受付番号（必須）"]],
    [["E-mail *必須", "no."]],
  ])("%j mean the same, whatever their order and width", (cells) => {
    const columns = columnsOf(...cells);
    if (!columns.ok) throw new Error(columns.problem);
    const isMailFirst = /^[eｅＥﾒメ]/i.test(cells[0] ?? "");
    const given = isMailFirst ? ["a@example.jp", "1"] : ["1", "a@example.jp"];
    expect(columns.value.fieldsOf(line(...given))).toEqual({ number: "1", mail: "a@example.jp", note: "" });
    expect(columns.value.unknown).toEqual([]);
  });

  test("that mean nothing are named, and their columns not read", () => {
    const columns = columnsOf("受付番号", "血液型", "メール", "");
    if (!columns.ok) throw new Error(columns.problem);
    expect(columns.value.unknown).toEqual(["血液型"]);
    expect(Object.values(columns.value.fieldsOf(line("1", "A", "m", "x")))).toEqual(["1", "m", ""]);
  });

  test("that are missing are named with what is there", () => {
    const problem = expect.stringMatching(/no column 受付番号, E-mail: .*It has: 住所, 氏名$/);
    expect(columnsOf("住所", "氏名")).toEqual({ ok: false, problem });
  });

  test("that give one field twice are refused", () => {
    const problem = expect.stringContaining('"メール" and "E-mail"');
    expect(columnsOf("受付番号", "メール", "E-mail")).toEqual({ ok: false, problem });
  });
});

describe("a line", () => {
  const columns = columnsOf("No.", "メール");
  if (!columns.ok) throw new Error(columns.problem);
  const read = (...cells: string[]) =>
    readLine(columns.value, line(...cells), ({ number, mail }) =>
      number === ""
        ? { ok: false, problems: [{ field: "number", value: "", reason: "空欄" }] }
        : { ok: true, value: mail },
    );

  test("is read by its columns", () => {
    expect(read("1", "m")).toEqual({ ok: true, value: "m" });
  });

  test("with more or fewer cells than headings is rejected whole", () => {
    for (const cells of [["1"], ["1", "m", "x"]])
      expect(read(...cells)).toEqual({
        ok: false,
        rejects: [
          {
            line: 7,
            row: 5,
            field: "行",
            value: cells.join(","),
            reason: expect.stringContaining(`列が${cells.length}あり、見出しは2あります`),
          },
        ],
      });
  });

  test("with something wrong is rejected by the file's own heading", () => {
    expect(read("", "m")).toEqual({
      ok: false,
      rejects: [{ line: 7, row: 5, field: "No.", value: "", reason: "空欄" }],
    });
  });

  test("of nothing but empty cells is empty; one that ends the file is not", () => {
    expect(isEmptyLine(line("", " ", ""))).toBe(true);
    expect(isEmptyLine(line("", "0"))).toBe(false);
    expect(isEmptyLine({ ...line(), broken: "引用符" })).toBe(false);
  });
});
