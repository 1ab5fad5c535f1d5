import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { submitWebForm } from "../../../usecases/inquiries/submit-web-form.ts";
import { builtReport } from "../../support/built-report.ts";
import { anAbandonedCall, anAnsweredCall } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { takes } from "../../support/takes.ts";
import { workbookParts } from "../../support/workbook-parts.ts";

const workbookName = "定例報告.xlsx";

/** July's report of three calls and one written inquiry. */
async function july() {
  const desk = aDesk("2024-07-17T11:00");
  await takes(
    desk,
    anAnsweredCall("c-1", "2024-07-16T10:00"),
    anAnsweredCall("c-2", "2024-07-31T16:59:59"),
    anAbandonedCall("c-3", "2024-07-16T11:00", 61),
  );
  await submitWebForm(desk)({
    submissionId: "6f1c1f0e-0000-4000-8000-000000000001",
    language: "ja",
    pictures: [],
    category: "C04",
    content: "歩数が反映されない",
    attributes: { ageBand: "60代" },
    replyTo: { by: "none" },
  });
  return builtReport(desk, "monthly/2024-07");
}

/** A cell of the workbook as the CSV prints it: instants to the minute, other numbers as they are. */
function printed(cell: unknown, csv: string): string {
  if (!(cell instanceof Date))
    return typeof cell === "number"
      ? cell.toFixed(/\.\d$/.test(csv) ? 1 : 0)
      : ((cell as string | null) ?? "");
  const minute = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString().replace("T", " ");
  return minute.slice(0, csv.length);
}

test("the workbook of a report agrees with its CSV files, cell by cell", async () => {
  const { manifest, names, file } = await july();
  const sheets = await readWorkbook(file(workbookName));
  const csvNames = names.filter((name) => name.endsWith(".csv"));
  expect(csvNames.length).toBeGreaterThan(2);
  expect(sheets).toHaveLength(csvNames.length);
  let cells = 0;
  for (const [index, name] of csvNames.entries()) {
    const rows = parse(file(name), { bom: true }) as string[][];
    const data = sheets[index]?.data ?? [];
    expect(data).toHaveLength(rows.length);
    for (const [row, csvRow] of rows.entries())
      for (const [column, csv] of csvRow.entries()) {
        expect(printed(data[row]?.[column], csv)).toBe(csv.replace(/^'/, ""));
        cells += 1;
      }
  }
  expect(cells).toBeGreaterThan(500);
  const rowsOf = (wanted: (name: string) => boolean) =>
    manifest.files.filter(({ name }) => wanted(name)).reduce((total, { rows }) => total + rows, 0);
  expect(rowsOf((name) => name === workbookName)).toBe(rowsOf((name) => name.endsWith(".csv")));
});

test("the workbook is named for what it reports", async () => {
  const { file } = await july();
  expect(workbookParts(file(workbookName)).get("docProps/core.xml")).toContain(
    "定例報告（令和6年7月分）</dc:title>",
  );
});
