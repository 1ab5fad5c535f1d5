import { describe, expect, test } from "vitest";
import { faqIndex } from "../../../domain/faq/search.ts";
import { personalDataIn } from "../../../domain/report/personal-data/personal-data.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { trainingOf } from "../../../programmes/registry.ts";
import { waterDesk } from "../second-programme.ts";

const { scripts, faq } = trainingOf(kobatonAlkoo.id);

describe("the scripts", () => {
  test("are at least eight, each by a name of its own, with something to say and something to look at", () => {
    expect(scripts.length).toBeGreaterThanOrEqual(8);
    expect(new Set(scripts.map(({ id }) => id)).size).toBe(scripts.length);
    expect(new Set(scripts.map(({ title }) => title)).size).toBe(scripts.length);
    for (const { lines, expectations } of scripts) {
      expect(lines.length).toBeGreaterThan(1);
      expect(expectations.length).toBeGreaterThan(1);
      for (const { manual } of expectations) expect(manual).toMatch(/。$/);
    }
  });

  test("expect categories that the programme has", () => {
    const known = new Set(kobatonAlkoo.categories.map(({ code }) => code));
    const wanted = scripts.flatMap(({ expectations }) =>
      expectations.flatMap((one) => (one.kind === "category" ? one.oneOf : [])),
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((code) => !known.has(code))).toEqual([]);
  });

  /** 090-0… is given to nobody: after 090 the subscriber's number begins with 1 to 9 (numbering plan of the Ministry, 電気通信番号計画). */
  test("have callers whose number nobody can have, and who press keys that the menu has", () => {
    for (const { caller } of scripts) {
      if (caller.number !== undefined) expect(caller.number).toMatch(/^\+81900\d{7}$/);
      for (const key of caller.keys) expect(["0", "1", "2", "3"]).toContain(key);
    }
  });

  test("never tell the trainee to say what says who somebody is", () => {
    const hints = scripts.flatMap(({ lines }) => lines.flatMap(({ hint }) => hint ?? []));
    expect(hints.length).toBeGreaterThan(20);
    expect(hints.filter((hint) => personalDataIn(hint).length > 0)).toEqual([]);
  });

  test("have a caller with a difficulty who must not be taken for an abusive one, and an abusive one who is asked first", () => {
    const kinds = (id: string) =>
      scripts.find((script) => script.id === id)?.expectations.map(({ kind }) => kind) ?? [];
    expect(kinds("hard-of-hearing")).toContain("harassment-not-suspected");
    expect(kinds("abusive")).toEqual(expect.arrayContaining(["harassment-suspected", "accommodation-first"]));
  });

  test("have what is asked in them in the FAQ of the training", () => {
    const edition = { source: "研修", version: "1" };
    const entries = faq.map((one, index) => ({ ...one, ...edition, id: `${index}`, number: index + 1 }));
    expect(faqIndex(entries)("機種変更", 5)[0]?.entry.answer).toContain("引き継げます");
    const names = new Set(kobatonAlkoo.categories.map(({ name }) => name));
    expect(faq.filter(({ category }) => !names.has(category))).toEqual([]);
  });
});

test("a programme without scripts has none, and nothing breaks", () => {
  expect(trainingOf(waterDesk.id)).toEqual({ scripts: [], faq: [] });
});
