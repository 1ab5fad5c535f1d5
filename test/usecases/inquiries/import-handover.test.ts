import { describe, expect, test } from "vitest";
import { memoryEntries } from "../../../adapters/memory/entries.ts";
import type { Case } from "../../../domain/case/case.ts";
import type { FileLine, Reject } from "../../../domain/import/file-line.ts";
import { datesBetween } from "../../../domain/japan-time.ts";
import { csvLines } from "../../../local/csv-lines.ts";
import { takenInquiriesIn } from "../../../usecases/kept/desk-stores.ts";
import { importHandover } from "../../../usecases/inquiries/import-handover.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { aHandoverFile, csvOf, faults, goodRow, handoverHeading } from "../../support/handover-file.ts";

const aTakingDesk = (now = "2024-07-01T09:00") => ({ ...aDesk(now), taken: takenInquiriesIn(memoryEntries) });
type TakingDesk = ReturnType<typeof aTakingDesk>;

async function* piece(text: string) {
  yield text;
}

async function take(desk: TakingDesk, lines: string | AsyncIterable<FileLine>, dryRun = false) {
  const file = desk.programme.imports?.handover;
  if (!file) throw new Error("the programme takes no handover");
  const rejects: Reject[] = [];
  const options = { dryRun, reject: (one: Reject) => void rejects.push(one), progress: () => undefined };
  const table = typeof lines === "string" ? csvLines(piece(lines)) : lines;
  const summary = await importHandover(desk, file)(table, options);
  return { summary: summary.ok ? summary.value : summary.problem, rejects };
}

/** Every case that was received in June. */
async function casesOfJune(desk: TakingDesk): Promise<Case[]> {
  const dates = datesBetween("2024-06-01", "2024-06-30");
  return (await Promise.all(dates.map((date) => desk.cases.ofDay(desk.programme.id, date)))).flat();
}

describe("a former contractor's file", () => {
  test("of 400 lines with 40 bad ones of every kind is taken but for those, once however often", async () => {
    expect(faults.length).toBeGreaterThanOrEqual(10);
    const desk = aTakingDesk();
    const { csv, expected } = aHandoverFile(400, 40);
    const first = await take(desk, csv);
    expect(first.summary).toEqual({
      lines: 400,
      new: 360,
      unchanged: 0,
      differing: 0,
      rejected: 40,
      unknownHeadings: [],
    });
    expect(first.rejects).toEqual(
      expected.map(({ line, field, value, reason }) => ({
        line,
        row: line,
        field,
        value,
        reason: expect.stringMatching(reason),
      })),
    );
    const cases = await casesOfJune(desk);
    expect(cases).toHaveLength(360);
    desk.now = at("2024-07-02T09:00");
    const again = await take(desk, csv);
    expect(again).toMatchObject({ summary: { new: 0, unchanged: 360, rejected: 40 } });
    expect(await casesOfJune(desk)).toEqual(cases);
  });

  test("writes nothing on a dry run, and says what would happen", async () => {
    const desk = aTakingDesk();
    const { csv } = aHandoverFile(100, 10);
    const dry = await take(desk, csv, true);
    expect(await casesOfJune(desk)).toEqual([]);
    const wet = await take(desk, csv);
    expect(dry).toEqual(wet);
    expect(await take(desk, csv, true)).toMatchObject({ summary: { new: 0, unchanged: 90, rejected: 10 } });
  });

  test("that was cut off is taken to its end the next time", async () => {
    const desk = aTakingDesk();
    const { csv } = aHandoverFile(200, 20);
    let writes = 0;
    const failing = {
      ...desk,
      cases: {
        ...desk.cases,
        open: async (one: Case) => {
          if (++writes > 70) throw new Unavailable("the table is away");
          return desk.cases.open(one);
        },
      },
    };
    await expect(take(failing, csv)).rejects.toBeInstanceOf(Unavailable);
    const done = (await casesOfJune(desk)).length;
    expect(done).toBe(70);
    expect(await take(desk, csv, true)).toMatchObject({ summary: { new: 110, unchanged: 70 } });
    expect(await take(desk, csv)).toMatchObject({ summary: { new: 110, unchanged: 70, differing: 0 } });
    expect(await casesOfJune(desk)).toHaveLength(180);
  });

  test("is refused without its headings", async () => {
    expect(await take(aTakingDesk(), "a,b\r\n1,2\r\n")).toEqual({
      summary: expect.stringContaining("no column 受付番号, 受付日, 相談内容, 対応状況"),
      rejects: [],
    });
    expect((await take(aTakingDesk(), "")).summary).toEqual(expect.stringContaining("no column"));
  });

  test("with a quote that nobody closed goes in up to there, and says where", async () => {
    const desk = aTakingDesk();
    const broken = `${csvOf([goodRow(1), goodRow(2)])}R6-3,2024/6/3,歩数,"閉じない\r\n${csvOf([goodRow(4)])}`;
    const { summary, rejects } = await take(desk, broken);
    expect(summary).toMatchObject({ lines: 3, new: 2, rejected: 1 });
    expect(rejects).toEqual([
      expect.objectContaining({ line: 4, field: "行", reason: expect.stringContaining("引用符") }),
    ]);
  });
});

describe("a line that comes again", () => {
  test("with other content is reported and not overwritten, whichever day it names", async () => {
    const desk = aTakingDesk();
    await take(desk, csvOf([goodRow(1), goodRow(2)]));
    const before = await casesOfJune(desk);
    const changed = [
      { ...goodRow(1), 相談内容: "別の内容" },
      { ...goodRow(2), 受付日: "2024/6/20" },
    ];
    for (const dryRun of [true, false]) {
      const { summary, rejects } = await take(desk, csvOf(changed), dryRun);
      expect(summary).toMatchObject({ lines: 2, new: 0, unchanged: 0, differing: 2, rejected: 0 });
      expect(rejects.map(({ line, field, value }) => [line, field, value])).toEqual([
        [2, "受付番号", "R6-00001"],
        [3, "受付番号", "R6-00002"],
      ]);
    }
    expect(await casesOfJune(desk)).toEqual(before);
  });

  test("written otherwise but saying the same is the same", async () => {
    const desk = aTakingDesk();
    await take(desk, csvOf([goodRow(1)]));
    const { 受付日: _date, ...rest } = goodRow(1);
    const other = { ...rest, 受付番号: "Ｒ６－００００１", 受付日: "令和6年6月2日 10時01分", 年代: "７０代" };
    expect(goodRow(1).受付日).toBe("2024/6/2 10:01");
    expect(await take(desk, csvOf([other]))).toMatchObject({ summary: { unchanged: 1, differing: 0 } });
  });

  test("in one file is told by the first that was good", async () => {
    const desk = aTakingDesk();
    const bad = { ...goodRow(1), 対応状況: "？" };
    const other = { ...goodRow(1), 相談内容: "別の内容" };
    const { summary, rejects } = await take(desk, csvOf([bad, goodRow(1), goodRow(1), other]));
    expect(summary).toMatchObject({ lines: 4, new: 1, unchanged: 1, differing: 1, rejected: 1 });
    expect(rejects[1]).toMatchObject({ line: 5, reason: expect.stringContaining("表の3行目と同じ番号") });
  });

  test("leaves what the desk has done with the case since", async () => {
    const desk = aTakingDesk();
    await take(desk, csvOf([goodRow(1)]));
    const [kept] = await casesOfJune(desk);
    if (!kept) throw new Error("no case");
    const worked = { ...kept, status: "closed" as const, version: 2 };
    expect(await desk.cases.update(worked)).toBe(true);
    expect(await take(desk, csvOf([goodRow(1)]))).toMatchObject({ summary: { unchanged: 1 } });
    expect(await casesOfJune(desk)).toEqual([worked]);
  });
});

describe("a case that was handed over", () => {
  async function caseOf(row: Partial<ReturnType<typeof goodRow>>): Promise<Case> {
    const desk = aTakingDesk();
    const { rejects } = await take(desk, csvOf([{ ...goodRow(1), ...row }]));
    expect(rejects).toEqual([]);
    const [found] = await casesOfJune(desk);
    if (!found) throw new Error("no case");
    return found;
  }

  test("has all that the line says, its source, a receipt number of ours, and its person", async () => {
    expect(await caseOf({ 対応状況: "対応中", 回答期限: "2024/7/5" })).toEqual({
      programme: "kobaton-alkoo",
      // The 154th day of 2024 is 2 June: 31 + 29 + 31 + 30 + 31 + 2.
      receiptNumber: expect.stringMatching(/^4154\d{8}$/),
      origin: { kind: "handover", reference: "R6-00001" },
      receivedAt: at("2024-06-02T10:01"),
      status: "in-progress",
      // A date alone means until the desk closes.
      dueAt: at("2024-07-05T17:00"),
      personKey: "key of kobaton-alkoo +819012340001",
      attributes: { municipality: "川越市", ageBand: "70代" },
      category: "C05",
      content: "歩数が髙橋さんの端末①に反映されない（1件目）。",
      replyTo: { by: "telephone", number: "+819012340001" },
      history: [
        { at: at("2024-06-02T10:01"), what: "opened" },
        { at: at("2024-07-01T09:00"), what: "handed-over", note: "再起動を案内, 様子を見る" },
      ],
      version: 1,
    });
  });

  test.each([
    ["未対応", "received"],
    ["県照会中", "referred"],
    ["対応中", "in-progress"],
    ["折返し待ち", "awaiting-callback"],
    ["完了", "closed"],
  ])("in the state %s is %s here", async (theirs, ours) => {
    expect((await caseOf({ 対応状況: theirs })).status).toBe(ours);
  });

  test("is due three operating days after it was taken where nobody promised a time, unless it is closed", async () => {
    // Monday 1 July 09:00, and 3 days of 480 minutes: Wednesday 3 July 17:00.
    expect((await caseOf({ 回答期限: "" })).dueAt).toBe(at("2024-07-03T17:00"));
    expect((await caseOf({ 回答期限: "2024/7/5", 対応状況: "完了" })).dueAt).toBeUndefined();
  });

  test.each([
    [{ 対応状況: "対応中" }, { by: "mail", mail: "a@example.jp" }, "経過\n電話: +819012340001"],
    [{ 対応状況: "折返し待ち" }, { by: "telephone", number: "+819012340001" }, "経過\nメール: a@example.jp"],
    [{ 対応状況: "対応中", 電話番号: "" }, { by: "mail", mail: "a@example.jp" }, "経過"],
    [{ 対応状況: "対応中", 電話番号: "", メールアドレス: "" }, { by: "none" }, "経過"],
  ])("with %j is answered %j, and the other way is noted", async (row, replyTo, note) => {
    const kept = await caseOf({ 対応経過: "経過", メールアドレス: "a@example.jp", ...row });
    expect(kept).toMatchObject({ replyTo, history: [{}, { note }] });
  });

  test("awaits a call back only where there is a number", async () => {
    const { rejects } = await take(
      aTakingDesk(),
      csvOf([{ ...goodRow(1), 対応状況: "折返し待ち", 電話番号: "" }]),
    );
    expect(rejects).toEqual([expect.objectContaining({ field: "電話番号" })]);
  });

  test("is found by the number that its person calls from", async () => {
    const desk = aTakingDesk();
    await take(desk, csvOf([goodRow(1)]));
    const [found] = await casesOfJune(desk);
    const key = await desk.personKeys.keyOf(desk.programme.id, "+819012340001");
    expect((await desk.cases.personPage(desk.programme.id, key, { limit: 5 })).cases).toEqual([found]);
  });
});

test("every fault on one line is told", async () => {
  const bad = { ...goodRow(1), 受付番号: "", 受付日: "いつか", 対応状況: "？", 電話番号: "12" };
  const { summary, rejects } = await take(aTakingDesk(), csvOf([bad]));
  expect(summary).toMatchObject({ lines: 1, rejected: 1 });
  expect(rejects.map(({ field }) => field)).toEqual(["受付番号", "受付日", "対応状況", "電話番号"]);
});

test("columns in another order say the same", async () => {
  const [one, other] = [aTakingDesk(), aTakingDesk()];
  const rows = Array.from({ length: 20 }, (_, index) => goodRow(index));
  await take(one, csvOf(rows));
  await take(other, csvOf(rows, [...handoverHeading].reverse()));
  expect(await casesOfJune(one)).toHaveLength(20);
  expect(await casesOfJune(other)).toEqual(await casesOfJune(one));
});
