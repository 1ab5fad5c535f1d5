import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { openSync, writeSync } from "node:fs";
import { devNull } from "node:os";
import { formatMinute } from "../domain/japan-time.ts";
import { csvTable } from "../domain/report/csv/csv.ts";
import { inquiriesTable } from "../domain/report/contents/inquiries-table.ts";
import type { Cell, TableHead } from "../domain/report/csv/table.ts";

/**
 * An inquiry list of a million rows as CSV, beside d3-dsv 3.0.2 and csv-stringify 6.9.0, which get our byte order mark, line
 * ends, guard and printing of minutes, so that all write the same bytes. The list has the report's own cells (an instant, a
 * count, ten texts), and once 20 texts, which says what the rest is worth. Each run is a process of its own and writes to
 * nowhere; rows come from a pool, so that making them costs next to nothing.
 */
type Contender = (list: List, rows: number, write: (text: string | Uint8Array) => void) => Promise<void>;

interface List {
  readonly columns: TableHead["columns"];
  readonly at: (row: number) => readonly Cell[];
}

const inquiries = listOf(
  inquiriesTable.columns.map(([heading, kind]) => ({ heading, kind })),
  inquiryRow,
);
const texts = listOf(
  Array.from({ length: 20 }, (_, column) => ({ heading: `見出し${column + 1}`, kind: "text" })),
  (index) => {
    const [, ...row] = inquiryRow(index).map(String);
    return [...row, ...row].slice(0, 20);
  },
);
const lists: Readonly<Record<string, List>> = { inquiries, texts };

function listOf(columns: List["columns"], rowOf: (index: number) => readonly Cell[]): List {
  const pool = Array.from({ length: 5000 }, (_, index) => rowOf(index));
  return { columns, at: (row) => pool[row % pool.length] ?? [] };
}

/** A fifth of the rows has a text to quote, a third one to guard. */
function inquiryRow(index: number): readonly Cell[] {
  const number = String(index).padStart(5, "0");
  const pick = (...choices: readonly string[]) => choices[index % choices.length] ?? "";
  return [
    1_719_792_000_000 + index * 137_000,
    `240716-${number}-${index % 10}`,
    pick("電話", "WEBフォーム", "引継ぎ"),
    pick("参加者本人", "家族", "企業・団体の担当者"),
    pick("さいたま市", "川越市", "春日部市", "ふじみ野市"),
    `${(index % 8) * 10}代`,
    pick("iPhone", "Android", "活動量計"),
    "アプリの登録・ログイン",
    pick(
      `歩数が"反映"されない,\n再起動しても同じ${number}`,
      `歩数が反映されない。再起動しても同じ${number}`,
      `+8190${number}に折返しを希望`,
      `髙﨑市に転出した後もポイントが使えるか${number}`,
      "-",
    ),
    pick("受付", "対応中", "照会中", "架電待ち", "完了"),
    60 + ((index * 37) % 900),
    `OP${String(index % 40).padStart(2, "0")}`,
  ];
}

/** The guard as a wrapper in front of a library that has none. */
const guarded = /^['=+\-@\t\r＝＋－＠]/;
const guard = (cell: string) => (guarded.test(cell) ? `'${cell}` : cell);

/** A row as a library without kinds needs it. */
function printed({ columns }: List, row: readonly Cell[]): string[] {
  return row.map((cell, index) =>
    typeof cell === "string"
      ? guard(cell)
      : columns[index]?.kind === "minute"
        ? formatMinute(Number(cell))
        : String(cell),
  );
}

const contenders: Readonly<Record<string, Contender>> = {
  async ours({ columns, at }, rows, write) {
    const table = csvTable({ columns }, write);
    for (let row = 0; row < rows; row++) table.row(at(row));
    table.end();
  },
  async "d3-dsv"(list, rows, write) {
    const { csvFormatRow } = await import("d3-dsv");
    let text = `\uFEFF${csvFormatRow(list.columns.map(({ heading }) => heading))}\r\n`;
    for (let row = 0; row < rows; row++) {
      text += `${csvFormatRow(printed(list, list.at(row)))}\r\n`;
      if (text.length < 64 * 1024) continue;
      write(text);
      text = "";
    }
    write(text);
  },
  async "csv-stringify"(list, rows, write) {
    const { stringify } = await import("csv-stringify");
    const stringifier = stringify({ bom: true, record_delimiter: "\r\n", quoted_match: /[\r\n]/ });
    const written = (async () => {
      for await (const piece of stringifier) write(piece as Uint8Array);
    })();
    stringifier.write(list.columns.map(({ heading }) => heading));
    for (let row = 0; row < rows; row++)
      if (!stringifier.write(printed(list, list.at(row))))
        await new Promise((resume) => stringifier.once("drain", resume));
    stringifier.end();
    await written;
  },
};

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** Of what was written, where it was asked for. */
  readonly sha256: string | undefined;
}

/** What a process of its own does. */
async function runHere(name: string, listName: string, rows: number, hashed: boolean): Promise<Run> {
  const contender = contenders[name];
  const list = lists[listName];
  if (!contender || !list) throw new Error(`There is no contender ${name} or no list ${listName}.`);
  const sink = openSync(devNull, "w");
  const piece = Buffer.alloc(512 * 1024);
  const hash = createHash("sha256");
  const start = performance.now();
  await contender(list, rows, (text) => {
    const bytes = typeof text === "string" ? piece.subarray(0, piece.write(text)) : text;
    writeSync(sink, bytes);
    if (hashed) hash.update(bytes);
  });
  return {
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    sha256: hashed ? hash.digest("hex") : undefined,
  };
}

function run(name: string, list: string, rows: number, hashed = false): Run {
  const words = [import.meta.filename, name, list, String(rows), String(hashed)];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" })) as Run;
}

function print(part: string, peer: string, oursValue: number, peerValue: number, unit: string): void {
  console.log(JSON.stringify({ part, peer, oursValue, peerValue, unit, ratio: peerValue / oursValue }));
}

function median(runs: readonly Run[]): number {
  const seconds = runs.map((one) => one.seconds).toSorted((one, other) => one - other);
  return seconds[Math.floor(seconds.length / 2)] ?? Number.NaN;
}

/** Interleaved; the slowest, which is far off, runs once. */
function compare(list: string, part: string, rows: number): void {
  const names = Object.keys(contenders);
  const written = new Set(names.map((name) => run(name, list, 20_000, true).sha256));
  if (written.size !== 1) throw new Error("The contenders do not write the same bytes.");
  const runs = new Map(names.map((name) => [name, [] as Run[]]));
  const [ours = "", d3 = "", stringify = ""] = names;
  for (const name of [ours, d3, stringify, d3, ours, ours, d3]) runs.get(name)?.push(run(name, list, rows));
  for (const peer of [d3, stringify])
    print(part, peer, median(runs.get(ours) ?? []), median(runs.get(peer) ?? []), "s");
}

function compareMemory(): void {
  const peak = (rows: number) =>
    Math.max(...[1, 2, 3].map(() => run("ours", "inquiries", rows).peakMegabytes));
  const [whole, tenth] = [peak(1_000_000), peak(100_000)];
  print("CSV: memory for 1,000,000 inquiries", "the same for 100,000", whole, tenth, "MB");
}

const [name, list = "", rows, hashed] = process.argv.slice(2);
if (name !== undefined)
  console.log(JSON.stringify(await runHere(name, list, Number(rows), hashed === "true")));
else {
  compare("inquiries", "CSV: 1,000,000 inquiries", 1_000_000);
  compare("texts", "CSV: 200,000 rows of 20 texts", 200_000);
  compareMemory();
}
