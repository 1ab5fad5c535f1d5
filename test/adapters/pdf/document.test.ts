import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pdfDocuments } from "../../../adapters/pdf/document.ts";
import type { Block, ReportDocument } from "../../../domain/report/document/document.ts";
import { monthlyDocument } from "../../../domain/report/document/monthly-document.ts";
import { aMonth } from "../../support/month.ts";
import { picturesOfPdf, readingPdf, textOfPdf } from "../../support/pdf.ts";

/** Where the pictures of the documents are put; only `npm run pictures` says so. */
const pictures = process.env["PICTURES"];

const fonts = "node_modules/@expo-google-fonts/noto-sans-jp";
const write = pdfDocuments(fonts);
const august = monthlyDocument(aMonth("2024-08", (day) => 30 + ((day * 13) % 23)));

function aDocument(...blocks: Block[]): ReportDocument {
  return { ...august, blocks };
}

/** The cover, the charts and what was asked, small enough to lie in the repository. */
async function picture(bytes: Uint8Array, folder: string): Promise<void> {
  const [cover, , charts, , trends] = await picturesOfPdf(bytes, 1.1);
  mkdirSync(folder, { recursive: true });
  for (const [name, png] of Object.entries({ cover, charts, trends }))
    writeFileSync(join(folder, `report-${name}.png`), png!);
}

describe("a printed document", () => {
  test("is the same bytes for the same document, whoever prints it", async () => {
    const bytes = await write(august);
    expect(await write(august)).toEqual(bytes);
    expect(await pdfDocuments(fonts)(august)).toEqual(bytes);
    expect(await write({ ...august, title: "週次一覧" })).not.toEqual(bytes);
  });

  test("of an ordinary month has at most six pages, each with its number, and those after the cover say what they belong to", async () => {
    const pages = await textOfPdf(await write(august));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(6);
    pages.forEach((page, index) => expect(page.split("\n")).toContain(`${index + 1} / ${pages.length}`));
    for (const page of pages.slice(1))
      expect(page.split("\n")).toEqual(
        expect.arrayContaining(["コバトンALKOOマイレージ", "定例報告", "令和6年8月"]),
      );
    expect(pages[0]).toContain("埼玉県 御中");
    if (pictures) await picture(await write(august), pictures);
  });

  test("names its title and its language, and says what each part is to those who do not see it", async () => {
    await readingPdf(await write(august), async (pdf) => {
      const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
      expect(info).toMatchObject({
        Title: "コバトンALKOOマイレージ 定例報告 令和6年8月",
        Language: "ja-JP",
        CreationDate: "D:20240830150000Z",
      });
      expect([...((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)]).toContainEqual([
        "Marked",
        true,
      ]);
      const trees = await Promise.all(
        Array.from({ length: pdf.numPages }, async (_, page) =>
          (await pdf.getPage(page + 1)).getStructTree(),
        ),
      );
      const structure = JSON.stringify(trees);
      for (const role of ["H1", "H2", "P", "Figure", "Table", "TR", "TH", "TD", "L", "LI"])
        expect(structure).toContain(`"role":"${role}"`);
      const figures = structure.match(/"role":"Figure"/g) ?? [];
      const described = structure.match(/"alt":"[^"]*(?:棒グラフ|折れ線グラフ)。[^"]+"/g) ?? [];
      expect(figures).toHaveLength(3);
      expect(described).toHaveLength(3);
    });
  });

  test("shows every character that the fonts have, and 〓 for one that they lack", async () => {
    // One type serves both wave dashes, U+301C and U+FF5E, and a copied text has whichever was set first.
    const rare = "髙 𠮷 〜 − ① ㈱ 﨑 ― ㍉ ｱ é ＆ & <";
    const pages = await textOfPdf(
      await write({
        ...aDocument(
          { kind: "heading", text: rare },
          { kind: "paragraph", text: `${rare} 👍한葛\u{E0100}\tで` },
        ),
        programme: "髙齢者&あゆみ<事業>",
      }),
    );
    const lines = pages.join("\n").split("\n");
    expect(lines).toContain(rare);
    expect(lines).toContain(`${rare} 〓〓葛 で`);
    expect(lines).toContain("髙齢者&あゆみ<事業>");
    expect(pages.join()).not.toContain("\0");
  });

  test("breaks a long table between its rows, repeats its heading, and breaks a row only where no page holds it", async () => {
    const columns = [
      { heading: "番号", align: "left", share: 1 },
      { heading: "課題", align: "left", share: 1 },
    ] as const;
    const short = Array.from({ length: 60 }, (_, index) => [`行${index + 1}`, "短い"]);
    const long = ["長い行", "あ".repeat(3000)];
    const pages = await textOfPdf(
      await write(aDocument({ kind: "table", caption: "長い表", columns, rows: [...short, long] })),
    );
    const text = pages.join("\n");
    for (const [name] of short) expect(text.split("\n").filter((line) => line === name)).toHaveLength(1);
    for (const page of pages.slice(1)) expect(page.split("\n")).toContain("番号");
    expect(text.match(/あ/g)).toHaveLength(3000);
    expect(pages.length).toBeGreaterThan(3);
  });

  test("without a call is as whole, with dashes", async () => {
    const pages = await textOfPdf(await write(monthlyDocument(aMonth("2024-12", () => 0))));
    const text = pages.join("\n");
    expect(text).toContain("受電率（受電応答率）\n—");
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
