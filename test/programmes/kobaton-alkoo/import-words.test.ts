import { describe, expect, test } from "vitest";
import { caseStatusNames } from "../../../domain/case/case.ts";
import { fieldBySpelling, type Headings } from "../../../domain/import/headings.ts";
import { spelledAlike } from "../../../domain/import/text.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";

const { imports, categories, attributeChoices } = kobatonAlkoo;
const files = Object.entries({ handover: imports?.handover, hostedForm: imports?.hostedForm });

describe.each(files)("the words of %s", (_name, file) => {
  if (!file) throw new Error("the programme does not take it");
  const headings: Headings<string> = file.headings;

  test("name each field by at least one heading, and no two fields by the same", () => {
    expect(Object.keys(headings).length).toBeGreaterThan(12);
    const spellings = Object.values(headings).flat();
    for (const each of Object.values(headings)) expect(each.length).toBeGreaterThan(0);
    expect(fieldBySpelling(headings).size).toBe(spellings.length);
  });

  test("lead to categories, choices and states that there are", () => {
    const codes = categories.map(({ code }) => code);
    expect(Object.values(file.categories).filter((code) => !codes.includes(code))).toEqual([]);
    const choices = Object.entries(file.attributes).flatMap(([name, spellings]) =>
      Object.values(spellings).filter(
        (choice) => !attributeChoices[name as keyof typeof attributeChoices].includes(choice),
      ),
    );
    expect(choices).toEqual([]);
    expect(Object.keys(file.categories).length).toBeGreaterThan(10);
  });

  test("mean one thing each", () => {
    const ways = "states" in file ? file.states : file.replyWays;
    for (const spellings of [file.categories, ways, ...Object.values(file.attributes)]) {
      const alike = Map.groupBy(Object.keys(spellings), spelledAlike);
      expect([...alike.values()].filter((words) => words.length > 1)).toEqual([]);
    }
  });
});

test("a municipality is also known without 市, 町, 村 and with the prefecture before it, where it is the only one", () => {
  const spellings = imports?.handover?.attributes.municipality ?? {};
  expect(spellings).toMatchObject({ 川越: "川越市", 埼玉県川越市: "川越市", 東秩父: "東秩父村" });
  // 63 municipalities and 県外, each with the prefecture's name; the bare names are unique in Saitama.
  expect(Object.keys(spellings).length).toBeGreaterThanOrEqual(2 * 63);
});

test("every state of a case has a word in the handover", () => {
  const states = new Set(Object.values(imports?.handover?.states ?? {}));
  expect([...states].sort()).toEqual(Object.keys(caseStatusNames).sort());
});
