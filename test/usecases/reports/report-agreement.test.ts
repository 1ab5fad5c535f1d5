import fc from "fast-check";
import { expect, test } from "vitest";
import { type Case, caseOfWebForm } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import type { Contact } from "../../../domain/contact/contact.ts";
import { dateAt } from "../../../domain/japan-time.ts";
import type { Figures } from "../../../domain/report/figures/figures.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { escalateCase } from "../../../usecases/cases/escalate-case.ts";
import { builtReport } from "../../support/built-report.ts";
import {
  anAbandonedCall,
  anAnsweredCall,
  anOutboundCall,
  anUnqueuedCall,
  at,
} from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { takes } from "../../support/takes.ts";

const two = (number: number) => String(number).padStart(2, "0");

/** Some instant of July 2024, at night and at weekends too. */
const moment = fc
  .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([day, hour, minute]) => `2024-07-${two(day)}T${two(hour)}:${two(minute)}`);

const seconds = fc.integer({ min: 0, max: 1500 });

const aContact = fc.oneof(
  fc.tuple(moment, seconds, seconds, seconds).map(
    ([when, interactionSeconds, holdSeconds, afterContactWorkSeconds]) =>
      (id: string) =>
        anAnsweredCall(id, when, { interactionSeconds, holdSeconds, afterContactWorkSeconds }),
  ),
  fc.tuple(moment, fc.integer({ min: 0, max: 600 })).map(
    ([when, wait]) =>
      (id: string) =>
        anAbandonedCall(id, when, wait),
  ),
  moment.map((when) => (id: string) => anUnqueuedCall(id, when, "CUSTOMER_DISCONNECT")),
  fc.tuple(moment, fc.boolean()).map(
    ([when, connected]) =>
      (id: string): Contact =>
        anOutboundCall(id, when, connected ? { connectedToSystemAt: at(when) + 1000 } : {}),
  ),
);

const anInquiry = fc
  .tuple(
    moment,
    fc.constantFrom("C01", "C04", "C05"),
    fc.constantFrom("抽選と歩数", "賞品の発送"),
    fc.boolean(),
  )
  .map(([when, category, content, isEscalated]) => ({ when, category, content, isEscalated }));

function caseOf(
  number: number,
  { when, category, content }: { when: string; category: string; content: string },
): Case {
  const receivedAt = at(when);
  return caseOfWebForm({
    programme: kobatonAlkoo.id,
    receiptNumber: receiptNumberOf(dateAt(receivedAt), `inquiry ${number}`),
    submissionId: `inquiry ${number}`,
    receivedAt,
    dueAt: receivedAt + 1,
    category,
    content,
    attributes: number % 3 === 0 ? { device: "iPhone", municipality: "秩父市" } : {},
    replyTo: { by: "mail", mail: `${number}@example.jp` },
  });
}

const sums: readonly (readonly [column: string, figure: keyof Figures])[] = [
  ["受電数", "offered"],
  ["応答数", "answered"],
  ["放棄数", "abandoned"],
  ["うち短時間放棄数", "shortAbandoned"],
  ["折返し希望数", "callbackRequested"],
  ["自己解決数", "selfServed"],
  ["時間外着信数", "arrivedClosed"],
  ["架電数", "outboundAttempts"],
  ["架電応答数", "outboundConnected"],
  ["WEBフォーム受付数", "webForms"],
  ["対応時間の合計（秒）", "handlingSeconds"],
  ["通話時間の合計（秒）", "talkSeconds"],
  ["うち保留時間の合計（秒）", "holdSeconds"],
  ["後処理時間の合計（秒）", "afterContactWorkSeconds"],
];

const numberIn = (cell: string | undefined) => (cell === "—" ? 0 : Number(cell));
const sumOf = (rows: readonly Record<string, string>[], column: string) =>
  rows.reduce((sum, row) => sum + numberIn(row[column]), 0);

test("whatever a month held, each file adds up to the manifest's figures", async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(aContact, { maxLength: 60 }),
      fc.array(anInquiry, { maxLength: 25 }),
      async (contacts, inquiries) => {
        const desk = aDesk("2024-07-31T23:59");
        await takes(desk, ...contacts.map((contact, index) => contact(`c-${index}`)));
        for (const [index, inquiry] of inquiries.entries()) {
          const one = caseOf(index, inquiry);
          await desk.cases.open(one);
          if (!inquiry.isEscalated) continue;
          const asked = { to: "prefecture", question: "？", staff: "OP01" };
          expect(await escalateCase(desk)(one.receiptNumber, asked)).toMatchObject({ ok: true });
        }
        const { manifest, rows } = await builtReport(desk, "monthly/2024-07");
        const { figures } = manifest;

        for (const file of ["01_実績.csv", "01_実績_時間帯別.csv"]) {
          const [lines, whole] = [rows(file).slice(0, -1), rows(file).at(-1)];
          for (const [column, figure] of sums) {
            expect([file, column, sumOf(lines, column)]).toEqual([file, column, figures[figure]]);
            expect([file, column, numberIn(whole?.[column])]).toEqual([file, column, figures[figure]]);
          }
          const longest = Math.max(...lines.map((row) => numberIn(row["最長待ち（秒）"])));
          expect(longest).toBe(figures.longestWaitSeconds ?? 0);
        }

        const indicators = rows("01_実績_指標.csv");
        const rate = indicators.find((row) => row["指標"] === "受電率（受電応答率）");
        expect([rate?.["分子"], rate?.["分母"]]).toEqual([String(figures.answered), String(figures.offered)]);
        const handling = indicators.find((row) => row["指標"] === "平均対応時間");
        expect(handling?.["分子"]).toBe(String(figures.handlingSeconds));

        const list = rows("03_応対一覧.csv");
        expect(list.filter((row) => row["受付方法"] === "WEBフォーム")).toHaveLength(figures.webForms);
        // Who called when the desk was closed and was answered all the same has a case, and is in no figure of the answered.
        const trends = rows("02_相談内容の傾向.csv");
        expect(sumOf(trends, "合計")).toBe(list.length);
        expect(sumOf(trends, "WEBフォーム")).toBe(figures.webForms);
        for (const attribute of ["相談者区分", "市町村", "年代", "端末"]) {
          const ofAttribute = rows("02_相談内容の傾向_属性別.csv").filter((row) => row["属性"] === attribute);
          expect(sumOf(ofAttribute, "件数")).toBe(list.length);
        }
        const escalations = rows("04_マニュアル範囲外.csv");
        expect(escalations).toHaveLength(inquiries.filter(({ isEscalated }) => isEscalated).length);

        for (const { name, rows: count } of manifest.files.filter((file) => file.name.endsWith(".csv")))
          expect([name, rows(name).length]).toEqual([name, count]);
        looked += contacts.length + inquiries.length;
      },
    ),
    { numRuns: 15 },
  );
  expect(looked).toBeGreaterThan(50);
});

test("the list's handling times add up to the answered calls'", async () => {
  const desk = aDesk("2024-07-31T23:59");
  // 390 s each; the third is a second leg of the second, and its time is in the same line.
  await takes(
    desk,
    anAnsweredCall("1", "2024-07-16T10:00"),
    anAnsweredCall("2", "2024-07-16T11:00", { nextContactId: "2b" }),
    anAnsweredCall("2b", "2024-07-16T11:05", {
      initiationMethod: "TRANSFER",
      initialContactId: "2",
      previousContactId: "2",
    }),
  );
  const { manifest, rows } = await builtReport(desk, "monthly/2024-07");
  expect(manifest.figures.handlingSeconds).toBe(3 * 390);
  expect(sumOf(rows("03_応対一覧.csv"), "対応時間（秒）")).toBe(3 * 390);
});
