import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { sha256 } from "../../../adapters/system/sha256.ts";
import { temporaryDraft } from "../../../adapters/system/temporary-draft.ts";
import type { Manifest } from "../../../domain/report/contents/manifest.ts";
import { figureDefinitions, figuresOf } from "../../../domain/report/figures/figures.ts";
import { inCp932 } from "../../../usecases/reports/cp932-report.ts";
import { buildReport } from "../../../usecases/reports/build-report.ts";
import { monthlyPlan } from "../../../domain/report/plan/report-plan.ts";
import { aDesk } from "../../support/desk.ts";

/** A report of the given files, each said to have one row. */
function aReport(contents: Readonly<Record<string, string>>) {
  const draft = temporaryDraft();
  for (const [name, text] of Object.entries(contents)) draft.append(name, new TextEncoder().encode(text));
  const files = draft.finish();
  const manifest: Manifest = {
    programme: "kobaton-alkoo",
    report: "monthly/2024-07",
    period: { from: "2024-07-01", to: "2024-07-31" },
    cutOff: "2024-08-01T00:00:00+09:00",
    revision: 1,
    figures: figuresOf({ inbound: [], outbound: [] }, 0),
    definitions: figureDefinitions,
    files: files.map(({ name, bytes, sha256: digest }) => ({ name, rows: 1, bytes, sha256: digest })),
  };
  return { report: { manifest, files }, discard: () => draft.discard() };
}

test("a report in code page 932 has its CSV files encoded, the list of what was replaced, and a manifest that fits", async () => {
  const { report, discard } = aReport({
    "03_応対一覧.csv": "\uFEFF受付番号,相談内容\r\n240716-1,𠮷野さんの歩数〜\r\n",
    "定例報告.pdf": "%PDF",
  });
  const { manifest, files } = await inCp932(temporaryDraft)(report, async (encoded) => ({
    manifest: encoded.manifest,
    files: new Map(
      await Promise.all(
        encoded.files.map(
          async (file) => [file.name, Buffer.concat(await Array.fromAsync(file.read()))] as const,
        ),
      ),
    ),
  }));
  discard();

  expect([...files.keys()]).toEqual(["03_応対一覧.csv", "定例報告.pdf", "文字の置換一覧.csv"]);
  expect(iconv.decode(files.get("03_応対一覧.csv") ?? Buffer.alloc(0), "cp932")).toBe(
    "受付番号,相談内容\r\n240716-1,〓野さんの歩数～\r\n",
  );
  expect(files.get("定例報告.pdf")?.toString()).toBe("%PDF");
  expect(parse(files.get("文字の置換一覧.csv") ?? "", { bom: true, columns: true })).toEqual([
    {
      ファイル: "03_応対一覧.csv",
      行: "2",
      列: "2",
      元の文字: "𠮷",
      文字コード: "U+20BB7",
      置き換えた文字: "〓",
    },
  ]);
  expect(manifest.csvEncoding).toBe("CP932");
  expect(manifest.files.map(({ name, rows }) => [name, rows])).toEqual([
    ["03_応対一覧.csv", 1],
    ["定例報告.pdf", 1],
    ["文字の置換一覧.csv", 1],
  ]);
  for (const { name, bytes, sha256: digest } of manifest.files) {
    expect(bytes).toBe(files.get(name)?.length);
    expect(digest).toBe(sha256(files.get(name) ?? Buffer.alloc(0)));
  }
});

test("every CSV file of a real report can be said in code page 932 without a loss", async () => {
  const desk = aDesk();
  const plan = monthlyPlan(desk.programme, "2024-07");
  if (!plan.ok) throw new Error(plan.problem);
  const manifest = await buildReport(desk)(plan.value, (built) =>
    inCp932(temporaryDraft)(built, async (encoded) => encoded.manifest),
  );
  expect(manifest.files.find(({ name }) => name === "文字の置換一覧.csv")).toMatchObject({ rows: 0 });
  expect(manifest.files.filter(({ name }) => name.endsWith(".csv")).length).toBeGreaterThan(3);
});
