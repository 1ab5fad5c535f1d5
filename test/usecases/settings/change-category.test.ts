import { describe, expect, test } from "vitest";
import { monthlyDocument } from "../../../domain/report/document/monthly-document.ts";
import { settingsInForceId } from "../../../domain/settings/setting-change.ts";
import { changeCategory, type EnteredCategory } from "../../../usecases/settings/change-category.ts";
import { programmeOffering } from "../../../usecases/settings/offered-categories.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { recentChanges } from "../../../usecases/settings/setting-changes.ts";
import { submitWebForm } from "../../../usecases/inquiries/submit-web-form.ts";
import { writeCase } from "../../../usecases/cases/write-case.ts";
import { builtReport } from "../../support/built-report.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { aMonth } from "../../support/month.ts";
import { aCaseOn, aDeskAtWork, caseOn, problemIn, valueOf } from "../../support/desk-work.ts";

const entered: EnteredCategory = {
  code: "C04",
  name: "歩数",
  easy: "",
  english: "",
  isOffered: true,
  isDeskOnly: false,
  from: "2024-07-16",
  reason: "短くするため",
  seen: 0,
  staff: "sv01",
};
const added: EnteredCategory = (({ code: _code, ...rest }) => ({
  ...rest,
  name: "スタンプラリー",
  english: "Stamp rally",
}))(entered);
const stopped = { ...entered, name: "歩数の計測・反映", isOffered: false };

const offeredOn = async (desk: ReturnType<typeof aDesk>) =>
  (await programmeOffering(desk)()).categories.map(({ code, name }) => `${code} ${name}`);

describe("a category that a supervisor changes", () => {
  test("is another from its day on, at midnight in Japan, and every version stays", async () => {
    const desk = aDesk();
    valueOf(await changeCategory(desk)({ ...entered, from: "2024-07-18" }));
    expect(await offeredOn(desk)).toContain("C04 歩数の計測・反映");
    desk.now = at("2024-07-17T23:59");
    expect(await offeredOn(desk)).toContain("C04 歩数の計測・反映");
    desk.now = at("2024-07-18T00:00");
    expect(await offeredOn(desk)).toContain("C04 歩数");
    const { number } = valueOf(
      await changeCategory(desk)({ ...entered, name: "歩数の計測", from: "2024-07-18", seen: 1 }),
    );
    expect(number).toBe(2);
    expect(await desk.settingChanges.all(desk.programme.id)).toMatchObject([
      { number: 1, name: "歩数", by: "SV01", at: at("2024-07-16T10:00"), reason: "短くするため" },
      { number: 2, name: "歩数の計測", by: "SV01" },
    ]);
  });

  test("is added under the next code, and of two who add one at once each has its own", async () => {
    const desk = aDesk();
    const two = await Promise.all([
      changeCategory(desk)(added),
      changeCategory(desk)({ ...added, name: "クーポン" }),
    ]);
    expect(two.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await offeredOn(desk)).toEqual(expect.arrayContaining(["C17 スタンプラリー", "C18 クーポン"]));
  });

  test("is not overwritten by somebody who has not seen it", async () => {
    const desk = aDesk();
    valueOf(await changeCategory(desk)(entered));
    const late = await changeCategory(desk)({ ...entered, name: "別の名前" });
    expect(late).toMatchObject({ ok: false, isConflict: true });
    expect(await desk.settingChanges.all(desk.programme.id)).toHaveLength(1);
  });

  test.each<[Partial<EnteredCategory>, string]>([
    [{ code: "C99" }, "C99"],
    [{ from: "2024-07-15" }, "過ぎた日"],
    [{ reason: "" }, "理由"],
    [{ staff: "花子" }, "staff code"],
    [{ name: "苦情" }, "C14"],
  ])("is refused with a sentence: %o", async (wrong, words) => {
    expect(problemIn(await changeCategory(aDesk())({ ...entered, ...wrong }))).toContain(words);
  });

  test("holds although its writer was cut off between its two writes, or an older one wrote after it", async () => {
    const desk = aDesk();
    const cutOff = { ...desk.settingsInForce, put: () => Promise.reject(new Error("cut off")) };
    await expect(changeCategory({ ...desk, settingsInForce: cutOff })(entered)).rejects.toThrow("cut off");
    expect(await offeredOn(desk)).toContain("C04 歩数");
    await desk.settingsInForce.put(desk.programme.id, { upTo: 0, changes: [] });
    expect(await offeredOn(desk)).toContain("C04 歩数");
  });

  test("is read with two small reads, however often categories were changed", async () => {
    const desk = aDesk();
    for (let index = 0; index < 60; index++)
      valueOf(await changeCategory(desk)({ ...entered, name: `歩数 ${index}`, seen: index }));
    const asked: string[] = [];
    const counting = {
      ...desk,
      settingChanges: {
        find: (programme: string, id: string) => {
          asked.push(id);
          return desk.settingChanges.find(programme, id);
        },
      },
    };
    expect(await recentChanges(counting)()).toHaveLength(1);
    expect(asked).toEqual(["000061"]);
    const kept = await desk.settingsInForce.find(desk.programme.id, settingsInForceId);
    expect(JSON.stringify(kept).length).toBeLessThan(500);
  });
});

describe("what others make of it", () => {
  test("the form takes what is added, and not what is stopped; where nothing can be read, what was read last", async () => {
    const desk = aDesk();
    const submission = {
      submissionId: "s",
      language: "ja",
      content: "教えてください。",
      attributes: {},
      replyTo: { by: "none" },
      pictures: [],
    } as const;
    const offering = programmeOffering(desk);
    valueOf(await changeCategory(desk)(added));
    valueOf(await changeCategory(desk)(stopped));
    expect((await offering()).translations?.en["スタンプラリー"]).toBe("Stamp rally");
    valueOf(await submitWebForm(desk)({ ...submission, category: "C17" }));
    expect(problemIn(await submitWebForm(desk)({ ...submission, category: "C04" }))).toContain("一覧から");
    const find = () => Promise.reject(new Unavailable("away"));
    Object.assign(desk.settingsInForce, { find });
    expect((await offering()).categories.map(({ code }) => code)).toContain("C17");
    expect(desk.warnings).toHaveLength(1);
    expect((await programmeOffering(desk)()).categories).toHaveLength(desk.programme.categories.length);
  });

  test("a case keeps a category that is stopped and is saved with it; another case cannot take it", async () => {
    const desk = aDeskAtWork();
    const receiptNumber = await aCaseOn(desk);
    const write = (fields: Record<string, string>) =>
      writeCase(desk)({ receiptNumber, staff: "OP01", change: { baseVersion: 9, fields } });
    valueOf(await write({ category: "C04" }));
    valueOf(await changeCategory(desk)(stopped));
    valueOf(await write({ category: "C04", content: "歩数が出ない。" }));
    expect(await caseOn(desk)).toMatchObject({ category: "C04", content: "歩数が出ない。" });
    valueOf(await write({ category: "C05" }));
    expect(problemIn(await write({ category: "C04" }))).toContain("「歩数の計測・反映」は、いまは選べません");
    expect(problemIn(await write({ category: "C99" }))).toContain("C99");
    valueOf(await write({ category: "" }));
  });
});

describe("what reports make of it", () => {
  const july = "monthly/2024-07";

  test("a month that is over does not change a byte, whatever is renamed, added or stopped after it", async () => {
    const desk = await withACase("C04");
    const before = await builtReport(desk, july);
    desk.now = at("2024-08-01T00:00");
    valueOf(await changeCategory(desk)({ ...added, from: "2024-08-01" }));
    valueOf(await changeCategory(desk)({ ...entered, from: "2024-08-01" }));
    const after = await builtReport(desk, july);
    expect(after.manifest).toEqual(before.manifest);
    expect(before.manifest.files.length).toBeGreaterThan(3);
  });

  test("a month prints the words in force at its end, under the same code, and what was changed in it", async () => {
    const desk = await withACase("C04");
    valueOf(await changeCategory(desk)({ ...entered, from: "2024-07-31" }));
    const report = await builtReport(desk, july);
    const [line] = report.rows("03_応対一覧.csv");
    expect(line?.["相談内容分類"]).toBe("歩数");
    const trend = report.rows("02_相談内容の傾向.csv").find((row) => row["分類コード"] === "C04");
    expect(trend).toMatchObject({ 相談内容分類: "歩数", 合計: "1" });
    const findings = { ...aMonth("2024-07", () => 3), categoryChanges: ["2024年7月31日から、変えました。"] };
    expect(monthlyDocument(findings).blocks).toContainEqual({
      kind: "paragraph",
      text: expect.stringContaining("分類の変更：2024年7月31日から、変えました。"),
    });
  });

  test("a category that was added later has a line in an earlier month only where a case was given it", async () => {
    const desk = await withACase("C17");
    desk.now = at("2024-08-01T09:00");
    valueOf(await changeCategory(desk)({ ...added, from: "2024-08-01" }));
    const trends = (await builtReport(desk, july)).rows("02_相談内容の傾向.csv");
    expect(trends.find((row) => row["分類コード"] === "C17")).toMatchObject({ 合計: "1" });
  });

  async function withACase(category: string) {
    const desk = aDeskAtWork();
    const receiptNumber = await aCaseOn(desk);
    const kept = await caseOn(desk);
    expect(kept.receiptNumber).toBe(receiptNumber);
    expect(await desk.cases.update({ ...kept, category, version: kept.version + 1 })).toBe(true);
    return desk;
  }
});
