import { describe, expect, test } from "vitest";
import {
  categoriesAt,
  everKnown,
  nextCategoryCode,
  offeringOn,
  problemOfCategory,
} from "../../../domain/settings/categories.ts";
import {
  categoryChangesIn,
  categorySettingInWords,
} from "../../../domain/settings/category-changes-in-words.ts";
import {
  type CategorySetting,
  problemOfDay,
  type SettingChange,
  stillMattering,
} from "../../../domain/settings/setting-change.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { at } from "../../support/contacts.ts";

const own = [
  { code: "C01", name: "登録" },
  { code: "C02", name: "苦情" },
  { code: "C03", name: "無言", deskOnly: true },
] as const;

function change(
  number: number,
  from: string,
  value: Partial<CategorySetting> & Pick<CategorySetting, "code" | "name">,
): SettingChange & CategorySetting {
  return {
    setting: "category",
    isOffered: true,
    isDeskOnly: false,
    ...value,
    number,
    from,
    at: at(`${from}T09:00`),
    by: "SV01",
    reason: "県との協議",
  };
}

/** C01 is renamed on 1 August and stopped on 1 September; C04 is added on 15 August, C02 stopped in July and taken up again. */
const changes = [
  change(1, "2024-07-20", { code: "C02", name: "苦情", isOffered: false }),
  change(2, "2024-07-25", { code: "C02", name: "苦情" }),
  change(3, "2024-08-01", { code: "C01", name: "参加の登録" }),
  change(4, "2024-08-15", { code: "C04", name: "イベント", english: "Events" }),
  change(5, "2024-09-01", { code: "C01", name: "参加の登録", isOffered: false }),
];

const namesOn = (day: string) => categoriesAt(own, changes, day).map(({ code, name }) => `${code} ${name}`);

describe("what is offered on a day", () => {
  test.each([
    ["2024-07-19", ["C01 登録", "C02 苦情", "C03 無言"]],
    ["2024-07-20", ["C01 登録", "C03 無言"]],
    ["2024-07-25", ["C01 登録", "C02 苦情", "C03 無言"]],
    ["2024-07-31", ["C01 登録", "C02 苦情", "C03 無言"]],
    ["2024-08-01", ["C01 参加の登録", "C02 苦情", "C03 無言"]],
    ["2024-08-15", ["C01 参加の登録", "C02 苦情", "C03 無言", "C04 イベント"]],
    ["2024-09-01", ["C02 苦情", "C03 無言", "C04 イベント"]],
  ])("on %s", (day, names) => {
    expect(namesOn(day)).toEqual(names);
  });

  test("without a change it is the programme's list, and so is what can be named", () => {
    const offered = own.map((one) => ({ ...one, isOffered: true }));
    expect(everKnown(own, [], "2024-08-01")).toEqual(offered);
    expect(categoriesAt(own, [], "2024-08-01")).toEqual(offered);
  });

  test("everything that ever was can be named: what is stopped, and what comes later in its first words", () => {
    expect(everKnown(own, changes, "2024-09-01").map(({ code }) => code)).toEqual([
      "C01",
      "C02",
      "C03",
      "C04",
    ]);
    expect(everKnown(own, changes, "2024-07-31").at(-1)).toEqual({
      code: "C04",
      name: "イベント",
      english: "Events",
      isOffered: false,
      isAhead: true,
    });
  });

  test("what still matters on a day says the same of it and of every later day, and less", () => {
    const { upTo, changes: fewer } = stillMattering(changes, "2024-08-10");
    expect(upTo).toBe(5);
    expect(fewer.map(({ number }) => number)).toEqual([2, 3, 4, 5]);
    for (const day of ["2024-08-10", "2024-08-15", "2024-09-01", "2025-03-31"])
      expect(everKnown(own, fewer, day)).toEqual(everKnown(own, changes, day));
    const hundreds = Array.from({ length: 300 }, (_, index) =>
      change(index + 1, "2024-08-01", { code: "C01", name: `登録 ${index}` }),
    );
    expect(stillMattering(hundreds, "2024-08-01").changes).toHaveLength(1);
  });

  test("the form's other languages have the names that were entered, beside the programme's own", () => {
    const { translations, categories } = offeringOn(
      { categories: own, translations: { easy: {}, en: { 登録: "Registration" } } },
      changes,
      "2024-08-20",
    );
    expect(translations?.en).toEqual({ 登録: "Registration", イベント: "Events" });
    expect(categories).toHaveLength(4);
  });
});

describe("what a report says of changes", () => {
  const inMonth = (from: string, to: string) => categoryChangesIn(own, changes, { from, to });

  test("those of its period, in order of days", () => {
    expect(inMonth("2024-08-01", "2024-08-31")).toEqual([
      "2024年8月1日から、C01「登録」の名前を「参加の登録」に変更。",
      "2024年8月15日から、C04「イベント」を追加。",
    ]);
    expect(inMonth("2024-09-01", "2024-09-30")).toEqual([
      "2024年9月1日から、C01「参加の登録」の使用を中止。",
    ]);
    expect(inMonth("2024-07-01", "2024-07-31")).toHaveLength(2);
    expect(inMonth("2024-10-01", "2024-10-31")).toEqual([]);
  });

  test("a change that was taken back for the same day is none", () => {
    const taken = [
      change(1, "2024-08-01", { code: "C01", name: "誤り" }),
      change(2, "2024-08-01", { code: "C01", name: "登録" }),
    ];
    expect(categoryChangesIn(own, taken, { from: "2024-08-01", to: "2024-08-31" })).toEqual([]);
    expect(categorySettingInWords(own, taken, taken[1]!)).toBe("C01「誤り」の名前を「登録」に変更");
  });

  test("the desk is told of the form as well", () => {
    const hidden = change(1, "2024-08-01", { code: "C01", name: "登録", isDeskOnly: true });
    expect(categorySettingInWords(own, [hidden], hidden)).toBe("C01「登録」のWEBフォームへの表示を中止");
  });
});

describe("what may be entered", () => {
  const entered = (value: Partial<CategorySetting>, from = "2024-08-20") =>
    problemOfCategory(
      { setting: "category", code: "C02", name: "苦情", isOffered: true, isDeskOnly: false, ...value },
      from,
      { own, changes },
    );

  test.each<[string, Partial<CategorySetting>, string]>([
    ["no name", { name: " " }, "name"],
    ["a name that nobody could read in a list", { name: "あ".repeat(41) }, "name"],
    ["what a page would take for its own", { name: "<b>" }, "name"],
    ["the name of another", { name: "イベント" }, "name"],
    ["what cases without a category are called", { name: "未分類" }, "name"],
    ["nothing new", {}, "name"],
    ["a translation without end", { name: "苦情など", english: "x".repeat(81) }, "english"],
  ])("is not %s", (_what, value, field) => {
    expect(entered(value)).toMatchObject({ field, problem: expect.stringMatching(/。$/) });
  });

  test("a name that another will have later is taken already; one that nobody has any more is free", () => {
    expect(entered({ name: "イベント" }, "2024-08-01")).toMatchObject({ field: "name" });
    expect(entered({ name: "登録" })).toBeUndefined();
  });

  test("the public form keeps something to choose", () => {
    const last = { ...own[1], setting: "category", isOffered: false, isDeskOnly: false } as const;
    expect(problemOfCategory(last, "2024-08-20", { own: [own[1], own[2]], changes: [] })).toMatchObject({
      field: "isOffered",
    });
    expect(problemOfCategory(last, "2024-08-20", { own, changes: [] })).toBeUndefined();
  });

  test("the next code is the highest, counted up as the programme writes its codes", () => {
    expect(nextCategoryCode(own, changes)).toBe("C05");
    expect(nextCategoryCode([{ code: "W9", name: "水道" }], [])).toBe("W10");
    expect(nextCategoryCode(kobatonAlkoo.categories, [])).toBe("C17");
  });
});

describe("from which day a change may hold", () => {
  const problem = (from: string, before?: SettingChange, reason = "県との協議") =>
    problemOfDay({ from, reason }, { before, today: "2024-08-10", lastDay: "2025-03-31" })?.field;

  test.each([
    ["2024-08-09", "from"],
    ["2024-08-10", undefined],
    ["2025-03-31", undefined],
    ["2025-04-01", "from"],
  ])("%s", (from, field) => {
    expect(problem(from)).toBe(field);
  });

  test("not before a change that is planned already, and never without a reason", () => {
    expect(problem("2024-08-31", changes[4])).toBe("from");
    expect(problem("2024-09-01", changes[4])).toBeUndefined();
    expect(problem("2024-08-10", undefined, " ")).toBe("reason");
  });
});
