import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "callcentre-reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line as a newcomer does, all on one state folder; throws where it does not end with 0. */
async function callcentre(...words: string[]): Promise<string> {
  const env = { ...process.env, CALLCENTRE_STATE: join(folder, "state") };
  const { stdout } = await promisify(execFile)(process.execPath, ["local/callcentre.ts", ...words], { env });
  return stdout.trim();
}

async function builtFiles(...words: string[]): Promise<(file: string) => Record<string, string>[]> {
  const out = join(folder, words.join("-"));
  await callcentre("report", ...words, "--out", out);
  expect(readdirSync(out)).toContain("manifest.json");
  return (file) => parse(readFileSync(join(out, file)), { bom: true, columns: true });
}

test("a text waits for a supervisor, and the week, the month and the completion report show what was released", async () => {
  // The clock of a new state folder stands at 09:00 on the contract's first day.
  const file = join(folder, "form.csv");
  writeFileSync(file, "受付番号,送信日時,相談内容\nF-1,2024/7/1 08:30,鈴木です。電話は090-1234-5678です。\n");
  await callcentre("form", "import", file);
  const waiting = JSON.parse(await callcentre("case", "unreleased", "2024-07", "--json"));
  expect(waiting).toMatchObject({
    name: "content",
    text: "［氏名］です。電話は［電話番号］です。",
    found: { name: 1, telephone: 1 },
  });
  const before = await builtFiles("weekly", "2024-07-03");
  expect(before("03_応対一覧.csv").map((row) => row["相談内容"])).toEqual(["（個人情報の確認待ち）"]);

  const released = await callcentre("case", "release", waiting.receiptNumber, "--staff", "SV01", "--json");
  expect(JSON.parse(released)).toMatchObject({ by: "SV01", text: waiting.text, marked: 2 });
  expect(await callcentre("case", "unreleased", "2024-07")).toContain("0 件");
  for (const words of [["weekly", "2024-07-01"], ["monthly", "2024-07"], ["completion"]]) {
    const files = await builtFiles(...words);
    expect(files("03_応対一覧.csv").map((row) => row["相談内容"])).toEqual([waiting.text]);
  }
}, 60_000);

test("the last monthly report is March's by another word", async () => {
  const [final, march] = [join(folder, "final"), join(folder, "march")];
  const one = await callcentre("report", "final", "--out", final, "--json");
  expect(await callcentre("report", "monthly", "2025-03", "--out", march, "--json")).toBe(one);
  expect(JSON.parse(one)).toMatchObject({
    report: "monthly/2025-03",
    period: { from: "2025-03-01", to: "2025-03-25" },
  });
  expect(readdirSync(final)).toEqual(readdirSync(march));
}, 60_000);
