import { expect, test } from "vitest";
import { type BuiltReport, builtReport } from "../../support/built-report.ts";
import {
  anAbandonedCall,
  anAnsweredCall,
  anOutboundCall,
  anUnqueuedCall,
  at,
} from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { textOfPdf } from "../../support/pdf.ts";
import { takes } from "../../support/takes.ts";

type Desk = ReturnType<typeof aDesk>;

/** The lines of the document, as another reader finds them: a line for each cell. */
async function linesOf({ file }: BuiltReport): Promise<string[]> {
  return (await textOfPdf(file("定例報告.pdf"))).join("\n").split("\n");
}

const digitsOf = (printed: string) => Number(printed.replaceAll(/[^\d.]/g, ""));

/** The cells after a heading that begins with a name, from the table of every figure on. */
function cellsAfter(lines: readonly string[], name: string, count: number): string[] {
  const table = lines.indexOf("対象期間の合計");
  expect(table).toBeGreaterThan(0);
  const heading = lines.indexOf(name, table);
  expect(heading, name).toBeGreaterThan(table);
  return lines.slice(heading + 1, heading + 1 + count);
}

async function aBusyDesk(): Promise<Desk> {
  const desk = aDesk("2024-07-31T17:00");
  await takes(
    desk,
    ...[9, 10, 11, 13].map((hour, index) =>
      anAnsweredCall(`a-${index}`, `2024-07-16T${String(hour).padStart(2, "0")}:05`),
    ),
    anAnsweredCall("late", "2024-07-31T16:59:59", { interactionSeconds: 1_999 }),
    anAbandonedCall("given-up", "2024-07-17T10:00", 61),
    anAbandonedCall("short", "2024-07-17T10:30", 3),
    anUnqueuedCall("self", "2024-07-18T10:00", "CUSTOMER_DISCONNECT"),
    anUnqueuedCall("closed", "2024-07-20T10:00", "CONTACT_FLOW_DISCONNECT"),
    anOutboundCall("out", "2024-07-18T11:00", { connectedToSystemAt: at("2024-07-18T11:00:10") }),
    anOutboundCall("nobody", "2024-07-18T11:30"),
  );
  return desk;
}

test("the document says the figures of the manifest", async () => {
  const pack = await builtReport(await aBusyDesk(), "monthly/2024-07");
  const { figures } = pack.manifest;
  const lines = await linesOf(pack);
  const counts: readonly [string, number][] = [
    ["受電数", figures.offered],
    ["応答数", figures.answered],
    ["放棄数", figures.abandoned],
    ["短時間放棄数", figures.shortAbandoned],
    ["折返し希望数", figures.callbackRequested],
    ["当日折返し数", figures.calledBackSameDay],
    ["自己解決数", figures.selfServed],
    ["時間外着信数", figures.arrivedClosed],
    ["架電数", figures.outboundAttempts],
    ["架電応答数", figures.outboundConnected],
    ["WEBフォーム受付数", figures.webForms],
  ];
  for (const [name, count] of counts) expect(cellsAfter(lines, name, 1).map(digitsOf)).toEqual([count]);
  // Five answered and two given up were offered; one of the two within 5 seconds.
  expect(figures).toMatchObject({
    offered: 7,
    answered: 5,
    abandoned: 2,
    shortAbandoned: 1,
    selfServed: 1,
    arrivedClosed: 1,
  });
  expect(cellsAfter(lines, "受電率（受電応答率）", 2)).toEqual(["71.4％", "応答 5件 ÷ 受電 7件"]);

  const averages: readonly [string, number | null, number][] = [
    ["平均対応時間", figures.averageHandlingSeconds, figures.handlingSeconds],
    ["平均通話時間（保留を含む）", figures.averageTalkSeconds, figures.talkSeconds],
    ["平均会話時間（保留を除く）", figures.averageInteractionSeconds, figures.interactionSeconds],
    ["平均保留時間", figures.averageHoldSeconds, figures.holdSeconds],
    ["平均後処理時間", figures.averageAfterContactWorkSeconds, figures.afterContactWorkSeconds],
  ];
  for (const [name, average, sum] of averages) {
    const [minutes = "", division = ""] = cellsAfter(lines, name, 2);
    expect(minutes).toBe(`${((average ?? Number.NaN) / 60).toFixed(1)}分`);
    expect(division.split(" ÷ ").map(digitsOf)).toEqual([sum, figures.answered]);
  }
  expect(cellsAfter(lines, "最長待ち", 1)).toEqual([`${figures.longestWaitSeconds}秒`]);
});

test("the document's days and hours add up to the manifest's figures, and each day is the CSV's", async () => {
  const pack = await builtReport(await aBusyDesk(), "monthly/2024-07");
  const lines = await linesOf(pack);
  const csv = pack.rows("01_実績.csv");
  const days = lines.flatMap((line, index) =>
    /^7月\d+日（.）$/.test(line) ? [lines.slice(index + 1, index + 10)] : [],
  );
  // July 2024 has 22 operating days, and a call came in on Saturday the 20th.
  expect(days).toHaveLength(23);
  const columns = [
    "受電数",
    "応答数",
    "放棄数",
    "折返し希望数",
    "受電率（％）",
    "時間外着信数",
    "架電数",
    "WEBフォーム受付数",
  ];
  expect(days.map((cells) => cells.slice(0, 8).map((cell) => cell.replace("％", "")))).toEqual(
    csv.filter((row) => row["日付"] !== "合計").map((row) => columns.map((column) => row[column])),
  );
  const hours = lines.flatMap((line, index) =>
    /^\d\d:00.\d\d:59$/.test(line) ? [lines.slice(index + 1, index + 6)] : [],
  );
  expect(hours).toHaveLength(8);
  const sum = (rows: readonly string[][], column: number) =>
    rows.reduce((total, cells) => total + Number(cells[column]), 0);
  const { offered, answered, abandoned, callbackRequested } = pack.manifest.figures;
  for (const rows of [days, hours])
    expect([0, 1, 2, 3].map((column) => sum(rows, column))).toEqual([
      offered,
      answered,
      abandoned,
      callbackRequested,
    ]);
});

test("the document is a file of the manifest, and the same content makes the same one", async () => {
  const [one, two] = [
    await builtReport(await aBusyDesk(), "monthly/2024-07"),
    await builtReport(await aBusyDesk(), "monthly/2024-07"),
  ];
  expect(one.manifest.files).toContainEqual(
    expect.objectContaining({ name: "定例報告.pdf", rows: 0, bytes: one.file("定例報告.pdf").length }),
  );
  expect(two.manifest).toEqual(one.manifest);
});

test("an empty month has a document with dashes", async () => {
  const pack = await builtReport(aDesk(), "monthly/2024-12");
  const lines = await linesOf(pack);
  expect(cellsAfter(lines, "受電数", 1)).toEqual(["0件"]);
  expect(cellsAfter(lines, "受電率（受電応答率）", 2)).toEqual(["—", "応答 0件 ÷ 受電 0件"]);
  expect(lines.join()).not.toMatch(/NaN|Infinity|undefined/);
});
