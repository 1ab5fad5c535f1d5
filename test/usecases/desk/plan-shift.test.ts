import { describe, expect, test } from "vitest";
import type { Roster } from "../../../domain/roster.ts";
import { cancelShift, plannedDays, planShift } from "../../../usecases/desk/plan-shift.ts";
import { shiftNotesSince, writeShiftNote } from "../../../usecases/desk/shift-notes.ts";
import { listTemplates, templateHistory, writeTemplate } from "../../../usecases/knowledge/templates.ts";
import { at } from "../../support/contacts.ts";
import { aDeskAtWork, problemIn, valueOf } from "../../support/desk-work.ts";

const roster: Roster = [
  { userName: "ld01", role: "leader" },
  { userName: "sv01", role: "supervisor" },
];
const plan = { date: "2024-07-16", fromMinute: 540, toMinute: 1020, by: "sv01", role: "supervisor" } as const;

describe("the plan of shifts", () => {
  test("warns of a day without LD or SV until both are in it, and never of a closing day", async () => {
    const desk = { ...aDeskAtWork(), roster };
    valueOf(await planShift(desk)({ ...plan, staff: ["SV01"] }));
    // 14 July is a Sunday and the 15th is 海の日.
    const before = valueOf(await plannedDays(desk)("2024-07-14", "2024-07-16"));
    expect(before.map(({ gaps }) => gaps.map(({ missing }) => missing))).toEqual([[], [], [["leader"]]]);
    valueOf(await planShift(desk)({ ...plan, staff: ["SV01", "LD01"] }));
    const [day] = valueOf(await plannedDays(desk)("2024-07-16", "2024-07-16"));
    expect(day).toMatchObject({ shifts: [{ staff: ["SV01", "LD01"], by: "SV01" }], gaps: [] });
    await cancelShift(desk)(plan);
    const [empty] = valueOf(await plannedDays(desk)("2024-07-16", "2024-07-16"));
    expect(empty?.gaps).toMatchObject([{ missing: ["leader", "supervisor"] }]);
  });

  test("is a supervisor's", async () => {
    const desk = aDeskAtWork();
    expect(problemIn(await planShift(desk)({ ...plan, staff: [], role: "leader" }))).toContain("SV");
    expect(problemIn(await cancelShift(desk)({ ...plan, role: "operator" }))).toContain("SV");
    expect(await desk.shifts.all(desk.programme.id)).toEqual([]);
  });
});

describe("what one shift tells the next", () => {
  test("is there from a date on, the latest first", async () => {
    const desk = aDeskAtWork("2024-07-12T16:50");
    await writeShiftNote(desk)({ text: "抽選の質問が増えています。", staff: "op01" });
    desk.now = at("2024-07-16T09:00");
    await writeShiftNote(desk)({ text: "アプリが更新されました。", staff: "ld01" });
    const notes = valueOf(await shiftNotesSince(desk)("2024-07-12", { limit: 5 }));
    expect(notes.entries.map(({ text, by }) => `${by} ${text}`)).toEqual([
      "LD01 アプリが更新されました。",
      "OP01 抽選の質問が増えています。",
    ]);
    const later = valueOf(await shiftNotesSince(desk)("2024-07-13", { limit: 5 }));
    expect(later.entries).toHaveLength(1);
    expect(problemIn(await writeShiftNote(desk)({ text: "", staff: "OP01" }))).toContain("申し送り");
  });
});

describe("a template", () => {
  const written = {
    code: "reset",
    name: "再設定",
    text: "画面から再設定できます。",
    baseVersion: 0,
    staff: "sv01",
    role: "supervisor",
  } as const;

  test("keeps every version, and the last is in use until it is empty", async () => {
    const desk = aDeskAtWork();
    valueOf(await writeTemplate(desk)(written));
    valueOf(await writeTemplate(desk)({ ...written, text: "改めた文", baseVersion: 1 }));
    expect(await listTemplates(desk)()).toMatchObject([
      { code: "reset", version: 2, text: "改めた文", by: "SV01" },
    ]);
    valueOf(await writeTemplate(desk)({ ...written, text: "", baseVersion: 2 }));
    expect(await listTemplates(desk)()).toEqual([]);
    expect((await templateHistory(desk)("reset")).map(({ text }) => text)).toEqual([
      written.text,
      "改めた文",
      "",
    ]);
  });

  test("of two who write it at once is one's, and the other is told to read it again", async () => {
    const desk = aDeskAtWork();
    const answers = await Promise.all([
      writeTemplate(desk)(written),
      writeTemplate(desk)({ ...written, staff: "SV02" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(problemIn(await writeTemplate(desk)(written))).toContain(
      "その内容を確かめて、もう一度保存してください",
    );
  });

  test.each([
    ["an operator", { role: "operator" as const }, "SV"],
    ["a code that is none", { code: "再設定" }, "英小文字"],
    ["no name", { name: " " }, "名前を"],
    ["a version that cannot be", { baseVersion: -1 }, "版の番号"],
  ])("is refused from %s", async (_what, wrong, words) => {
    expect(problemIn(await writeTemplate(aDeskAtWork())({ ...written, ...wrong }))).toContain(words);
  });
});
