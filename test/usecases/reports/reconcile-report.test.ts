import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseOfCall } from "../../../domain/case/case.ts";
import { printedReceiptNumber, receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import type { Contact } from "../../../domain/contact/contact.ts";
import { dateAt } from "../../../domain/japan-time.ts";
import type { Figures } from "../../../domain/report/figures/figures.ts";
import type { Manifest } from "../../../domain/report/contents/manifest.ts";
import type { Reconciliation } from "../../../domain/report/reconciliation/reconcile.ts";
import { inWords } from "../../../domain/report/reconciliation/reconciliation-words.ts";
import { reconcileNightly } from "../../../usecases/reports/reconcile-nightly.ts";
import { reconcilePublished, reconcileSoFar } from "../../../usecases/reports/reconcile-report.ts";
import { recordContact } from "../../../usecases/calls/record-contact.ts";
import {
  anAbandonedCall,
  anAnsweredCall,
  anOutboundCall,
  anUnqueuedCall,
  at,
} from "../../support/contacts.ts";
import { aReportingDesk, keepRecords, published, type ReportingDesk } from "../../support/reports.ts";

const july = "monthly/2024-07";

/** One of everything, on 16 and 17 July 2024: twelve records of ten calls, and three that are no calls of ours. */
const records: readonly Contact[] = [
  // Answered: one call with a transfer, one without.
  anAnsweredCall("answered", "2024-07-16T10:00"),
  anAnsweredCall("transfer", "2024-07-16T10:06", {
    initiationMethod: "TRANSFER",
    previousContactId: "answered",
    initialContactId: "answered",
  }),
  anAnsweredCall("answered-2", "2024-07-17T10:00"),
  // A leg whose call's first record was lost, and one that came after that leg.
  anAnsweredCall("orphan", "2024-07-17T11:00", { initiationMethod: "TRANSFER", initialContactId: "lost" }),
  anAbandonedCall("abandoned", "2024-07-16T11:00", 61),
  anAbandonedCall("short", "2024-07-16T11:10", 5),
  { ...anAbandonedCall("asked", "2024-07-16T11:20", 70), callbackRequested: true },
  anOutboundCall("called-back", "2024-07-16T12:00", {
    connectedToSystemAt: at("2024-07-16T12:00:09"),
    callsBack: "asked",
  }),
  anOutboundCall("nobody", "2024-07-17T12:00"),
  anUnqueuedCall("menu", "2024-07-16T11:30", "CUSTOMER_DISCONNECT"),
  anUnqueuedCall("broken", "2024-07-16T11:40", "TELECOM_PROBLEM"),
  { ...anUnqueuedCall("night", "2024-07-16T20:00", "CONTACT_FLOW_DISCONNECT"), arrival: "closed" },
  { ...anAnsweredCall("chat", "2024-07-16T13:00"), channel: "CHAT" },
  { ...anAnsweredCall("task", "2024-07-16T13:10"), channel: "TASK" },
  anAnsweredCall("listening", "2024-07-16T10:01", {
    initiationMethod: "MONITOR",
    previousContactId: "answered",
  }),
];

async function keepCase(
  desk: ReportingDesk,
  contactId: string,
  arrivedAt: number,
  category?: string,
): Promise<void> {
  const receiptNumber = receiptNumberOf(dateAt(arrivedAt), `call ${contactId}`);
  const opened = caseOfCall({ programme: desk.programme.id, receiptNumber, contactId, arrivedAt });
  await desk.cases.open({ ...opened, ...(category !== undefined && { category }) });
}

async function aDeskWithEverything(): Promise<ReportingDesk> {
  const desk = aReportingDesk();
  await keepRecords(desk, ...records);
  await keepCase(desk, "answered", at("2024-07-16T10:00"), "C01");
  await keepCase(desk, "answered-2", at("2024-07-17T10:00"));
  return desk;
}

async function reconciled(desk: ReportingDesk): Promise<Reconciliation> {
  const answer = await reconcilePublished(desk)(july);
  if (!answer.ok) throw new Error(answer.problem);
  return answer.value;
}

const differing = ({ rows }: Reconciliation) => rows.filter(({ difference }) => difference !== 0);
const rowOf = ({ rows }: Reconciliation, name: string) => rows.find((row) => row.name === name);

/** The same desk with a report store that says something else than what was published. */
function tampered(
  desk: ReportingDesk,
  change: {
    readonly figures?: Partial<Figures>;
    readonly file?: string;
    readonly text?: (text: string) => string;
  },
): ReportingDesk {
  const changedFile = async (...where: Parameters<typeof desk.reports.read>) => {
    const bytes = await desk.reports.read(...where);
    if (!bytes || where[3] !== change.file || !change.text) return bytes;
    const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const after = change.text(before);
    expect(after).not.toBe(before);
    return new TextEncoder().encode(after);
  };
  const changedManifest = async (programme: string, report: string): Promise<Manifest | undefined> => {
    const manifest = await desk.reports.latest(programme, report);
    if (!manifest) return undefined;
    const files = await Promise.all(
      manifest.files.map(async (file) => {
        const bytes = await changedFile(programme, report, manifest.revision, file.name);
        return { ...file, sha256: desk.sha256(bytes ?? new Uint8Array()) };
      }),
    );
    return { ...manifest, figures: { ...manifest.figures, ...change.figures }, files };
  };
  return Object.assign(
    { ...desk },
    { reports: { ...desk.reports, latest: changedManifest, read: changedFile } },
  );
}

/** Changes a cell of the row that begins with a text. */
const withCell = (rowStart: string, column: number, value: string) => (text: string) =>
  text
    .split("\r\n")
    .map((row) => (row.startsWith(rowStart) ? row.split(",").with(column, value).join(",") : row))
    .join("\r\n");

describe("a published report and its records", () => {
  test("agree, and each record lies in exactly one bucket", async () => {
    const desk = await aDeskWithEverything();
    await published(desk, "2024-07");
    const reconciliation = await reconciled(desk);
    expect(differing(reconciliation)).toEqual([]);
    expect(reconciliation).toMatchObject({ report: july, revision: 1, difference: 0 });
    // By hand, from the list above: records, calls.
    const buckets: Record<string, [number, number]> = {
      応答: [4, 3],
      折返し希望: [1, 1],
      短時間放棄: [1, 1],
      "放棄（短時間を除く）": [2, 2],
      自己解決: [1, 1],
      時間外着信: [1, 1],
      "架電（応答あり）": [1, 1],
      "架電（応答なし）": [1, 1],
      "対象外（電話以外、聴取）": [3, 3],
    };
    for (const [name, [inBucket, calls]] of Object.entries(buckets))
      expect(rowOf(reconciliation, name), name).toMatchObject({ records: inBucket, counted: calls });
    const sum = Object.values(buckets).reduce((total, [inBucket]) => total + inBucket, 0);
    expect(sum).toBe(records.length);
    expect(rowOf(reconciliation, "応対の記録（1件は1つの区分に1回）")).toMatchObject({
      counted: 15,
      figure: 15,
    });
    expect(rowOf(reconciliation, "offered")).toMatchObject({ counted: 7, figure: 7 });
    expect(rowOf(reconciliation, "answerRateWithCallbacks")?.counted).toBe(4 / 7);
    expect(rowOf(reconciliation, "longestWaitSeconds")?.counted).toBe(70);
    // 4 legs of 300 s talk, 30 s hold and 60 s after-call work.
    expect(rowOf(reconciliation, "handlingSeconds")?.counted).toBe(4 * 390);
    expect(rowOf(reconciliation, "相談案件（03_応対一覧.csv の行）")).toMatchObject({
      counted: 2,
      figure: 2,
    });
  });

  test("agree on a month without a call: a dash is a dash", async () => {
    const desk = aReportingDesk();
    await published(desk, "2024-07");
    const reconciliation = await reconciled(desk);
    expect(reconciliation.difference).toBe(0);
    expect(rowOf(reconciliation, "answerRate")).toMatchObject({ counted: null, figure: null });
  });

  test("that came later differ, and are named", async () => {
    const desk = await aDeskWithEverything();
    await published(desk, "2024-07");
    await keepRecords(desk, anAnsweredCall("late", "2024-07-18T10:00"));
    await keepCase(desk, "late", at("2024-07-18T10:00"));
    const reconciliation = await reconciled(desk);
    expect(reconciliation.difference).toBeGreaterThan(0);
    expect(rowOf(reconciliation, "2024-07-18 応答数")).toEqual({
      name: "2024-07-18 応答数",
      counted: 1,
      figure: 0,
      difference: -1,
      among: ["late"],
    });
    const missing = printedReceiptNumber(receiptNumberOf("2024-07-18", "call late"));
    expect(rowOf(reconciliation, "行の無い相談案件")?.among).toEqual([missing]);
    expect(inWords(reconciliation)).toContain("2024-07-18 応答数 -1 (late)");
  });
});

describe("a planted fault", () => {
  test("in any figure of the manifest is found by the figure's name", async () => {
    const desk = await aDeskWithEverything();
    const { figures } = await published(desk, "2024-07");
    const names = Object.keys(figures) as (keyof Figures)[];
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const planted = { figures: { [name]: (figures[name] ?? 0) + 1 } };
      expect(differing(await reconciled(tampered(desk, planted))).map((row) => row.name)).toContain(name);
    }
  });

  test.each([
    [
      "a day's answered calls",
      "01_実績.csv",
      withCell("2024-07-16", 3, "2"),
      "2024-07-16 応答数",
      ["answered", "transfer"],
    ],
    [
      "a day that nothing happened on",
      "01_実績.csv",
      withCell("2024-07-19", 2, "1"),
      "2024-07-19 受電数",
      [],
    ],
    ["the sum", "01_実績.csv", withCell("合計", 2, "99"), "合計 受電数", []],
  ])("in %s is found, with the contacts among which it lies", async (_words, file, text, name, among) => {
    const desk = await aDeskWithEverything();
    await published(desk, "2024-07");
    const reconciliation = await reconciled(tampered(desk, { file, text }));
    expect(rowOf(reconciliation, name)?.among).toEqual(among);
    expect(inWords(reconciliation)).toContain(name);
  });

  test("in the list of cases is found: a line that is missing, one that stands twice, one of no case", async () => {
    const desk = await aDeskWithEverything();
    await published(desk, "2024-07");
    const file = "03_応対一覧.csv";
    const lines = (change: (lines: string[]) => string[]) => (text: string) =>
      change(text.split("\r\n")).join("\r\n");
    const found = async (text: (text: string) => string) =>
      differing(await reconciled(tampered(desk, { file, text }))).map(({ name }) => name);
    expect(await found(lines((all) => all.toSpliced(1, 1)))).toContain("行の無い相談案件");
    expect(await found(lines((all) => all.toSpliced(1, 0, all[1] ?? "")))).toContain("2行ある相談案件");
    expect(await found((text) => text.replace(/\d{4}-\d{4}-\d{4}/, "0000-0000-0000"))).toEqual(
      expect.arrayContaining(["行の無い相談案件", "相談案件の無い行"]),
    );
  });

  test("in the trends is found by the category", async () => {
    const desk = await aDeskWithEverything();
    await published(desk, "2024-07");
    const text = withCell("2024-07,C01", 6, "5");
    const [row, ...others] = differing(
      await reconciled(tampered(desk, { file: "02_相談内容の傾向.csv", text })),
    );
    expect(row).toMatchObject({ counted: 1, figure: 5, difference: 4 });
    expect(row?.name).toMatch(/^分類 ./);
    expect(others).toEqual([]);
  });

  test("of a file that is not the one that was published is told before anything is counted", async () => {
    const desk = await aDeskWithEverything();
    await published(desk, "2024-07");
    const other = tampered(desk, { file: "01_実績.csv", text: withCell("合計", 2, "99") }).reports;
    // The files of the one, the manifest of the other.
    const reports = { ...other, latest: async () => desk.reports.latest(desk.programme.id, july) };
    expect(await reconcilePublished({ ...desk, reports })(july)).toMatchObject({
      ok: false,
      problem: expect.stringContaining("01_実績.csv is not what its manifest says"),
    });
  });
});

describe("records that are lost, repeated and out of order", () => {
  test("leave a difference of zero, whatever the order, and the same figures where none is lost", async () => {
    const told = fc.record({
      kept: fc.subarray(records.map((_, index) => index)),
      // Which comes when, and how often: each record at least once, some again.
      order: fc.infiniteStream(fc.integer({ min: 0, max: records.length - 1 })),
    });
    const whole = await aDeskWithEverything();
    const { figures } = await published(whole, "2024-07");
    await fc.assert(
      fc.asyncProperty(told, fc.boolean(), async ({ kept, order }, isWhole) => {
        const desk = aReportingDesk();
        const chosen = isWhole ? records : kept.flatMap((index) => records[index] ?? []);
        const repeated = [...order.take(20)].flatMap((index) => chosen[index] ?? []);
        const places = [...order.take(chosen.length + repeated.length)];
        const shuffled = [...chosen, ...repeated]
          .map((record, index) => ({ record, place: places[index] ?? 0 }))
          .sort((one, other) => one.place - other.place);
        for (const { record } of shuffled) await take(desk, record);
        const manifest = await published(desk, "2024-07");
        expect((await reconciled(desk)).difference).toBe(0);
        if (isWhole) expect(manifest.figures).toEqual({ ...figures });
      }),
      { numRuns: 60 },
    );
  });
});

/** A contact record as it comes in: its case is opened with it where somebody answered. */
async function take(desk: ReportingDesk, record: Contact): Promise<void> {
  const { programme: _programme, contactId, initiatedAt, ...facts } = record;
  const source = { kind: "record", lastUpdatedAt: initiatedAt + 1 } as const;
  await recordContact(desk)({ contactId, initiatedAt, facts, source });
}

describe("every night", () => {
  test("the running month is reconciled up to yesterday, and the last published one", async () => {
    const desk = await aDeskWithEverything();
    await published(desk, "2024-07");
    await keepRecords(
      desk,
      anAnsweredCall("august", "2024-08-05T10:00"),
      anAnsweredCall("today", "2024-08-06T00:10"),
    );
    expect(await reconcileNightly(desk)(at("2024-08-06T02:30"))).toEqual({
      reconciled: [
        { report: "monthly/2024-08", difference: 0 },
        { report: july, difference: 0 },
      ],
      problems: [],
    });
    const soFar = await reconcileSoFar(desk)(at("2024-08-06T02:30"));
    expect(soFar && rowOf(soFar, "応対の記録（1件は1つの区分に1回）")).toMatchObject({
      counted: 1,
      figure: 1,
    });
    // Nothing of it was published.
    expect(await desk.reports.all(desk.programme.id)).toHaveLength(1);
  });

  test("a difference is a problem in one sentence that names the contacts", async () => {
    const desk = await aDeskWithEverything();
    await published(desk, "2024-07");
    await keepRecords(desk, anAnsweredCall("late", "2024-07-18T10:00"));
    const { problems } = await reconcileNightly(desk)(at("2024-08-01T02:30"));
    expect(problems).toEqual([
      expect.stringMatching(/^Revision 1 of monthly\/2024-07 differs from its records: .*\(late\)/),
    ]);
  });

  test.each([
    ["a month's first day", "2024-08-01T02:30", undefined],
    ["a day before the contract", "2024-06-20T02:30", undefined],
    ["a day after it", "2025-04-02T02:30", undefined],
  ])("on %s there is no running month", async (_words, now, expected) => {
    expect(await reconcileSoFar(aReportingDesk())(at(now))).toBe(expected);
  });

  test("March is looked at up to its cut-off, once that has passed", async () => {
    const desk = aReportingDesk();
    await keepRecords(
      desk,
      anAnsweredCall("in", "2025-03-25T10:00"),
      anAnsweredCall("out", "2025-03-26T10:00"),
    );
    const soFar = await reconcileSoFar(desk)(at("2025-03-28T02:30"));
    expect(soFar?.difference).toBe(0);
    expect(soFar && rowOf(soFar, "answered")).toMatchObject({ counted: 1, figure: 1 });
  });
});
