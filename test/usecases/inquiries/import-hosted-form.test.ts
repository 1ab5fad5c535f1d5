import { describe, expect, test } from "vitest";
import { memoryEntries } from "../../../adapters/memory/entries.ts";
import type { Reject } from "../../../domain/import/file-line.ts";
import { datesBetween } from "../../../domain/japan-time.ts";
import { csvLines } from "../../../local/csv-lines.ts";
import { takenInquiriesIn } from "../../../usecases/kept/desk-stores.ts";
import { importHostedForm } from "../../../usecases/inquiries/import-hosted-form.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

const headings =
  "受付番号,送信日時,お問い合わせの種類,お問い合わせ内容,お名前,メールアドレス,電話番号,回答方法,端末\n";
const good = ["F-1", "2024/07/12 16:30:00", "歩数について", "反映されない", "玉川花子", "", "", "", ""];

async function take(...rows: readonly (readonly string[])[]) {
  const desk = { ...aDesk("2024-07-16T10:00"), taken: takenInquiriesIn(memoryEntries) };
  const form = desk.programme.imports?.hostedForm;
  if (!form) throw new Error("the programme takes no hosted form");
  async function* text() {
    yield headings + rows.map((cells) => `${cells.join(",")}\n`).join("");
  }
  const rejects: Reject[] = [];
  const options = {
    dryRun: false,
    reject: (one: Reject) => void rejects.push(one),
    progress: () => undefined,
  };
  const importing = () => importHostedForm(desk, form)(csvLines(text()), options);
  const summary = await importing();
  const dates = datesBetween("2024-07-01", "2024-07-16");
  const cases = (await Promise.all(dates.map((date) => desk.cases.ofDay(desk.programme.id, date)))).flat();
  return { desk, summary: summary.ok ? summary.value : summary.problem, rejects, cases, again: importing };
}

/** A good line with some cells changed, by column. */
function row(changed: Readonly<Record<number, string>>): string[] {
  return good.map((cell, index) => changed[index] ?? cell);
}

describe("an inquiry from a form that is hosted elsewhere", () => {
  test("is a case as one of our own form is, due from when it was written, with a task and no mail", async () => {
    const { cases, desk } = await take(row({ 5: "hanako@example.jp", 8: "アンドロイド" }));
    expect(cases).toEqual([
      {
        programme: "kobaton-alkoo",
        // The 194th day of 2024 is 12 July: 31 + 29 + 31 + 30 + 31 + 30 + 12.
        receiptNumber: expect.stringMatching(/^4194\d{8}$/),
        origin: { kind: "hosted-form", reference: "F-1" },
        receivedAt: at("2024-07-12T16:30"),
        status: "received",
        // Friday 12 July 16:30 has 30 minutes left; Tuesday, Wednesday 480 each (the 15th is 海の日); 1,440 - 990 = 450 on
        // Thursday: 16:30.
        dueAt: at("2024-07-18T16:30"),
        attributes: { device: "Android" },
        category: "C04",
        content: "反映されない",
        replyTo: { by: "mail", mail: "hanako@example.jp", name: "玉川花子" },
        owed: [{ work: "task" }],
        history: [{ at: at("2024-07-12T16:30"), what: "opened" }],
        version: 1,
      },
    ]);
    expect(desk.mailer.sent).toEqual([]);
  });

  test("is taken once", async () => {
    const taken = await take(row({}), row({ 0: "F-2" }));
    expect(taken.summary).toMatchObject({ lines: 2, new: 2 });
    expect(await taken.again()).toMatchObject({ value: { new: 0, unchanged: 2 } });
  });

  test.each([
    [{ 5: "a@example.jp", 6: "048-123-4567" }, { by: "mail" }],
    [
      { 5: "a@example.jp", 6: "048-123-4567", 7: "お電話" },
      { by: "telephone", number: "+81481234567" },
    ],
    [{ 6: "048-123-4567" }, { by: "telephone" }],
    [{ 5: "a@example.jp", 7: "回答不要" }, { by: "none" }],
    [{}, { by: "none" }],
  ])("with %j is answered %j", async (changed, replyTo) => {
    const { cases } = await take(row(changed));
    expect(cases[0]?.replyTo).toMatchObject(replyTo);
  });

  test("is known by its person's number, however it is answered", async () => {
    const { cases } = await take(row({ 5: "a@example.jp", 6: "048-123-4567" }));
    expect(cases[0]?.personKey).toBe("key of kobaton-alkoo +81481234567");
  });

  test.each([
    ["受付番号", { 0: "" }],
    ["送信日時", { 1: "2024/07/16 10:01:00" }],
    ["送信日時", { 1: "" }],
    ["お問い合わせの種類", { 2: "宇宙" }],
    ["お問い合わせ内容", { 3: "" }],
    ["メールアドレス", { 5: "a@b@c" }],
    ["メールアドレス", { 7: "メール" }],
    ["電話番号", { 5: "a@example.jp", 7: "電話" }],
    ["回答方法", { 7: "伝書鳩" }],
    ["端末", { 8: "黒電話" }],
  ])("with a wrong %s is rejected there: %j", async (field, changed) => {
    const { rejects, cases } = await take(row(changed));
    expect(rejects.map((one) => [one.line, one.field])).toEqual([[2, field]]);
    expect(cases).toEqual([]);
  });

  test("and one that was handed over may bear the same number", async () => {
    const { desk } = await take(row({}));
    const other = { from: "handover", reference: "F-1", fingerprint: "x" } as const;
    expect(await desk.taken.take(desk.programme.id, other)).toBeUndefined();
  });
});
