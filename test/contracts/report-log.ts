import { expect, test } from "vitest";
import type { ReportEntry } from "../../domain/report/delivery/report-log.ts";
import type { ReportLog } from "../../usecases/ports/reports.ts";
import { at } from "../support/contacts.ts";

/** What every log of reports promises. */
export function reportLogContract(log: () => ReportLog, newProgramme: () => string): void {
  const about = (report: string, revision: number, time: string) => ({ report, revision, at: at(time) });
  const [july, august] = ["monthly/2024-07", "monthly/2024-08"];
  const to = "office@example.jp";
  const entries: readonly ReportEntry[] = [
    { ...about(july, 1, "2024-08-01T06:00"), what: "built" },
    { ...about(july, 1, "2024-08-05T10:00"), what: "approved", by: "SV01", to: [to] },
    {
      ...about(july, 1, "2024-08-05T10:01"),
      what: "delivering",
      to,
      attempt: 1,
      until: at("2024-08-05T10:21"),
    },
    { ...about(july, 1, "2024-08-05T10:02"), what: "not-delivered", to, attempt: 1 },
    { ...about(july, 1, "2024-08-05T10:03"), what: "delivered", to },
    { ...about(july, 1, "2024-08-06T08:30"), what: "reminded", about: "fetching", date: "2024-08-06" },
    { ...about(july, 1, "2024-08-06T09:00"), what: "fetched", by: "PREF01", file: "01_実績.csv" },
    { ...about(august, 12, "2024-09-01T06:00"), what: "built" },
  ];

  test("what was added is there in order of time, all of it or one report's, in whichever order it came", async () => {
    const programme = newProgramme();
    expect(await log().all(programme)).toEqual([]);
    for (const entry of entries.toReversed()) expect(await log().append(programme, entry)).toBeUndefined();
    expect(await log().all(programme)).toEqual(entries);
    expect(await log().of(programme, july)).toEqual(entries.slice(0, -1));
    expect(await log().of(programme, "monthly/2024")).toEqual([]);
    expect(await log().all(newProgramme())).toEqual([]);
  });

  test("what the customer has taken comes in pages, the latest first, and nothing else with it", async () => {
    const programme = newProgramme();
    for (const entry of entries) await log().append(programme, entry);
    const [first] = entries.filter((entry) => entry.what === "fetched");
    const later = {
      ...about(august, 12, "2024-09-02T09:00"),
      what: "fetched" as const,
      by: "PREF02",
      file: "定例報告.pdf",
    };
    await log().append(programme, later);
    const page = await log().fetched(programme, { limit: 1 });
    expect(page.entries).toEqual([later]);
    expect(await log().fetched(programme, { limit: 1, after: page.next! })).toEqual({ entries: [first] });
  });

  test("what happened once is kept as it was first written, and whoever comes second is told", async () => {
    const programme = newProgramme();
    const [, approval] = entries;
    const other: ReportEntry = {
      ...about(july, 1, "2024-08-05T11:00"),
      what: "approved",
      by: "SV02",
      to: [],
    };
    await log().append(programme, approval!);
    expect(await log().append(programme, other)).toEqual(approval);
    expect(await log().all(programme)).toEqual([approval]);
    expect(await log().append(programme, { ...other, revision: 2 })).toBeUndefined();
  });

  test("of two who claim the same attempt at once, one gets it", async () => {
    const programme = newProgramme();
    const claim = entries[2]!;
    const answers = await Promise.all([log().append(programme, claim), log().append(programme, claim)]);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(await log().all(programme)).toHaveLength(1);
  });
}
