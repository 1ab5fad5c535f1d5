import { createHash } from "node:crypto";
import readWorkbook from "read-excel-file/node";
import { afterEach, describe, expect, test, vi } from "vitest";
import { workbookWriter } from "../../../adapters/xlsx/workbook.ts";
import type { Cell, CellKind, TableHead } from "../../../domain/report/csv/table.ts";
import { at } from "../../support/contacts.ts";
import { numberFormats, rawCells, workbookParts } from "../../support/workbook-parts.ts";

afterEach(() => void vi.unstubAllEnvs());

interface Given {
  readonly file?: string;
  readonly sheet?: string;
  readonly columns: TableHead["columns"];
  readonly rows: readonly (readonly Cell[])[];
}

function workbook(tables: readonly Given[], options?: { readonly rowsOfSheet: number }): Buffer {
  const pieces: Uint8Array[] = [];
  const writing = workbookWriter(options)("県民の歩数 定例報告（令和6年7月分）", (bytes) =>
    pieces.push(bytes),
  );
  for (const { file = "01.csv", sheet = "表", columns, rows } of tables) {
    const table = writing.begin({ file, sheet, columns });
    for (const row of rows) table.row(row);
    table.end();
  }
  writing.end();
  return Buffer.concat(pieces);
}

/** A sheet of one column, and the cells of its first sheet. */
function cellsOf(kind: CellKind, ...cells: readonly Cell[]) {
  const parts = workbookParts(
    workbook([{ columns: [{ heading: "見出し", kind }], rows: cells.map((cell) => [cell]) }]),
  );
  const formats = numberFormats(parts.get("xl/styles.xml") ?? "");
  const raw = rawCells(parts.get("xl/worksheets/sheet1.xml") ?? "");
  return cells.map((_, index) => {
    const cell = raw.get(`A${index + 2}`);
    return { type: cell?.type, content: cell?.content, format: formats[cell?.style ?? -1] };
  });
}

const text = (content: string) => ({ type: "inlineStr", content, format: "@" });
const number = (content: string, format: string) => ({
  type: undefined,
  content: `<v>${content}</v>`,
  format,
});

describe("a cell of the workbook", () => {
  test("is a date that Excel counts from 1900: 2024-07-16 is day 45489", () => {
    // Excel's own answer to =DATEVALUE("2024-07-16"): 45489 days, of which 25569 lie before 1970-01-01.
    expect(cellsOf("date", "2024-07-16", "1970-01-01")).toEqual([
      number("45489", "yyyy\\-mm\\-dd"),
      number("25569", "yyyy\\-mm\\-dd"),
    ]);
  });

  test("is a date and a time in Japan, to the minute as the CSV has it", () => {
    expect(cellsOf("minute", at("2024-07-16T18:00"), at("2024-07-16T00:00:59"))).toEqual([
      number("45489.75", "yyyy\\-mm\\-dd\\ hh:mm"),
      number("45489", "yyyy\\-mm\\-dd\\ hh:mm"),
    ]);
  });

  test("is a number: whole ones with thousands apart, others with one decimal as the CSV rounds it", () => {
    expect(cellsOf("count", 0, 1234)).toEqual([number("0", "#,##0"), number("1234", "#,##0")]);
    expect(cellsOf("tenths", 200 / 3, 100)).toEqual([number("66.7", "0.0"), number("100.0", "0.0")]);
    expect(cellsOf("number", 12, 0.25)).toEqual([number("12", "#,##0"), number("0.3", "0.0")]);
  });

  test.each(["007", "+81312345678", "=1+1", "@SUM(A1)", "1E5", "2024-07-16", "-", "'quoted"])(
    "is the text %s, not a number, a date or a formula",
    (content) => {
      expect(cellsOf("text", content)).toEqual([text(`<is><t>${content}</t></is>`)]);
    },
  );

  test("is a text where a column of dates says 合計, and a dash where there is nothing to say", () => {
    expect(cellsOf("date", "合計", "1899-12-31")).toEqual([
      text("<is><t>合計</t></is>"),
      text("<is><t>1899-12-31</t></is>"),
    ]);
    for (const kind of ["text", "count", "tenths", "number", "date", "minute"] as const)
      expect(cellsOf(kind, null)).toEqual([text("<is><t>—</t></is>")]);
  });

  test("escapes what XML cannot hold as Excel does", () => {
    expect(cellsOf("text", "a\u0001b\uFFFEc\uD800d\re", "_x0041_", "<&>", "𠮷野家 髙島")).toEqual([
      text("<is><t>a_x0001_b_xFFFE_c_xD800_d_x000D_e</t></is>"),
      text("<is><t>_x005F_x0041_</t></is>"),
      text("<is><t>&lt;&amp;&gt;</t></is>"),
      text("<is><t>𠮷野家 髙島</t></is>"),
    ]);
  });

  test("keeps white space at its edges and line feeds", () => {
    expect(cellsOf("text", " a ", "b\nc", "d")).toEqual([
      text('<is><t xml:space="preserve"> a </t></is>'),
      text('<is><t xml:space="preserve">b\nc</t></is>'),
      text("<is><t>d</t></is>"),
    ]);
  });

  test("ends with a sentence where its text is longer than the 32,767 units that Excel takes", async () => {
    const long = "𠮷".repeat(20_000);
    const [sheet] = await readWorkbook(
      workbook([{ columns: [{ heading: "h", kind: "text" }], rows: [[long]] }]),
    );
    const read = String(sheet?.data[1]?.[0]);
    expect(read.length).toBeLessThanOrEqual(32_767);
    expect(read).toMatch(/^𠮷{16000,}…（長いため、ここまで。全文はCSVにあります）$/u);
  });

  test("that is no number in a column of numbers is our own fault", () => {
    expect(() => cellsOf("count", Number.NaN)).toThrow("A2");
  });
});

const columns = [
  { heading: "受付番号", kind: "text" },
  { heading: "件数", kind: "count" },
] as const;
const rowsTo = (count: number) =>
  Array.from({ length: count }, (_, index) => [`番号${index + 1}`, index + 1]);

describe("a sheet of the workbook", () => {
  const parts = workbookParts(
    workbook([
      {
        sheet: "応対一覧",
        columns: [
          { heading: "当日折返しを含む受電率（％）", kind: "tenths" },
          { heading: "相談内容", kind: "text" },
        ],
        rows: [[1, "歩数が反映されない。再起動しても同じ".repeat(3)]],
      },
    ]),
  );
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  const styles = parts.get("xl/styles.xml") ?? "";

  test("has a frozen heading in bold, a filter over its rows, and is one A4 page wide with the heading on each", () => {
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    const heading = rawCells(sheet).get("A1");
    const fonts = [...styles.matchAll(/<font>(.*?)<\/font>/g)].map(([, font = ""]) => font);
    const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? "").matchAll(/fontId="(\d)"/g)];
    expect(fonts[Number(formats[heading?.style ?? -1]?.[1])]).toContain("<b/>");
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toContain('name val="游ゴシック"');
    expect(parts.get("xl/workbook.xml")).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'応対一覧'!$1:$1</definedName>`,
    );
  });

  test("has columns as wide as what they show: a long heading on two lines, a long text wrapped", () => {
    // 28 half-widths on two lines, the filter's button and the margins: 14 + 3 + 2; no column is wider than 60.
    expect(sheet).toContain('<col min="1" max="1" width="19" customWidth="1"/>');
    expect(sheet).toContain('<col min="2" max="2" width="60" customWidth="1"/>');
    expect(sheet).toContain('<row r="1" ht="37.5" customHeight="1">');
  });

  test("continues on another sheet where the table is longer than a sheet may be", async () => {
    const tables = [
      { file: "03.csv", sheet: "応対一覧", columns, rows: rowsTo(7) },
      { file: "01.csv", sheet: "実績", columns, rows: rowsTo(3) },
    ];
    const sheets = await readWorkbook(workbook(tables, { rowsOfSheet: 4 }));
    expect(sheets.map(({ sheet: name, data }) => [name, data.map(([first]) => first)])).toEqual([
      ["実績", ["受付番号", "番号1", "番号2", "番号3"]],
      ["応対一覧", ["受付番号", "番号1", "番号2", "番号3"]],
      ["応対一覧（2）", ["受付番号", "番号4", "番号5", "番号6"]],
      ["応対一覧（3）", ["受付番号", "番号7"]],
    ]);
  });

  test("is complete where it is empty, and where its rows are more than were looked at for the widths", async () => {
    const tables = [
      { file: "01.csv", sheet: "空", columns, rows: [] },
      { file: "02.csv", sheet: "千", columns, rows: rowsTo(1000) },
    ];
    const [empty, thousand] = await readWorkbook(workbook(tables));
    expect(empty?.data).toEqual([["受付番号", "件数"]]);
    expect(thousand?.data.slice(1)).toEqual(rowsTo(1000));
  });
});

describe("the workbook", () => {
  const tables = [
    { file: "02.csv", sheet: "傾向", columns, rows: rowsTo(300) },
    { file: "01.csv", sheet: "実績", columns, rows: rowsTo(2) },
  ];

  test("is the same bytes for the same tables, in whatever time zone, and bears no time", () => {
    const digest = () => createHash("sha256").update(workbook(tables)).digest("hex");
    const here = digest();
    vi.stubEnv("TZ", "America/New_York");
    expect(new Date(2024, 6, 16).getTimezoneOffset()).toBe(240);
    expect(digest()).toBe(here);
    expect(workbookParts(workbook(tables)).get("docProps/core.xml")).not.toContain("dcterms");
  });

  test("bears its title, and its tabs stand in the order of the files", async () => {
    const bytes = workbook(tables);
    expect(workbookParts(bytes).get("docProps/core.xml")).toContain(
      "<dc:title>県民の歩数 定例報告（令和6年7月分）</dc:title>",
    );
    expect((await readWorkbook(bytes)).map(({ sheet }) => sheet)).toEqual(["実績", "傾向"]);
  });

  test("names every part that it has, and has every part that it names", () => {
    const parts = workbookParts(workbook(tables));
    const named = [...(parts.get("[Content_Types].xml") ?? "").matchAll(/PartName="\/([^"]+)"/g)];
    expect(new Set(named.map(([, name]) => name))).toEqual(
      new Set([...parts.keys()].filter((name) => !/(rels|\[Content_Types\]\.xml)$/.test(name))),
    );
    const targets = [...(parts.get("xl/_rels/workbook.xml.rels") ?? "").matchAll(/Target="([^"]+)"/g)];
    expect(targets.length).toBe(3);
    for (const [, target] of targets) expect(parts.has(`xl/${target}`)).toBe(true);
  });

  test.each([
    ["a name that Excel refuses", [{ sheet: "4/1から", columns, rows: [] }], "4/1から"],
    [
      "two sheets of one name",
      [
        { sheet: "実績", columns, rows: [] },
        { sheet: "実績", columns, rows: [] },
      ],
      "one name",
    ],
  ])("refuses %s", (_what, given, problem) => {
    expect(() => workbook(given)).toThrow(problem);
  });

  test("takes its tables one at a time", () => {
    const writing = workbookWriter()("題", () => undefined);
    writing.begin({ file: "01.csv", sheet: "実績", columns });
    expect(() => writing.begin({ file: "02.csv", sheet: "傾向", columns })).toThrow("one at a time");
  });
});
