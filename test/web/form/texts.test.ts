import { describe, expect, test } from "vitest";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { partsOf, plainText } from "../../../web/form/form-words.js";
import { easy } from "../../../web/form/texts/easy.ts";
import { en } from "../../../web/form/texts/en.ts";
import { ja } from "../../../web/form/texts/ja.ts";

/** Every text of a language by the way to it: `form.mail.label`. */
function textsIn(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

const languages = { ja, easy, en };
const all = Object.entries(languages).map(([language, texts]) => ({ language, texts: textsIn(texts) }));

const kanji = /\p{Script=Han}/u;

describe.each(all)("the texts in $language", ({ texts }) => {
  test("are all there: none is empty, and there are as many as in Japanese", () => {
    expect(texts.length).toBeGreaterThan(120);
    expect(texts.filter(([, text]) => text.trim() === "")).toEqual([]);
    const paths = new Set(texts.map(([path]) => path));
    const missing = textsIn(ja).filter(([path]) => !paths.has(path));
    expect(missing.map(([path]) => path)).toEqual([]);
  });

  test("hold the same placeholders as in Japanese", () => {
    const placeholders = (text: string) => new Set(text.match(/\{\w+\}/g) ?? []);
    const inJapanese = new Map(textsIn(ja));
    const different = texts.filter(([path, text]) => {
      const own = placeholders(text);
      const expected = placeholders(inJapanese.get(path) ?? "");
      return own.symmetricDifference(expected).size > 0;
    });
    expect(different).toEqual([]);
    expect(texts.filter(([, text]) => text.includes("{")).length).toBeGreaterThan(10);
  });
});

describe("easy Japanese", () => {
  const texts = textsIn(easy);

  /**
   * The agencies' guidelines (在留支援のためのやさしい日本語ガイドライン, 2020) ask for short sentences and name no number. The
   * number is from the University of Tokyo's checklist, ez2understand.ifi.u-tokyo.ac.jp/checklist-basic/basic_2: about 24
   * characters, never more than 30. Examples to copy (れい：…) are no part of a sentence.
   */
  test("has no sentence of more than 30 characters", () => {
    const sentences = texts.flatMap(([path, text]) =>
      plainText(text)
        .replace(/れい：.*$/, "")
        .replace(/\{\w+\}/g, "00")
        .split("。")
        .map((sentence) => ({ path, sentence: sentence.replaceAll(/[\s、「」]/g, "") })),
    );
    expect(sentences.length).toBeGreaterThan(150);
    expect(sentences.filter(({ sentence }) => Array.from(sentence).length > 30)).toEqual([]);
  });

  test("gives the reading of every kanji, except in dates", () => {
    const bare = texts.flatMap(([path, text]) =>
      partsOf(text)
        .filter((part) => part.reading === undefined)
        .map((part) => ({ path, text: part.text.replace(/\d+月\d+日/g, "") })),
    );
    expect(bare.filter(({ text }) => kanji.test(text))).toEqual([]);
    expect(bare.length).toBeGreaterThan(200);
  });

  test("writes readings in hiragana, and nothing that looks like a broken one", () => {
    const readings = texts.flatMap(([, text]) => partsOf(text).flatMap(({ reading }) => reading ?? []));
    expect(readings.length).toBeGreaterThan(200);
    expect(readings.filter((reading) => !/^\p{Script=Hiragana}+$/u.test(reading))).toEqual([]);
    expect(texts.filter(([, text]) => /[[\]|]/.test(plainText(text)))).toEqual([]);
  });
});

describe("what the programme calls things", () => {
  const names = [
    kobatonAlkoo.name,
    kobatonAlkoo.deskName,
    ...kobatonAlkoo.categories.filter(({ deskOnly }) => !deskOnly).map(({ name }) => name),
    ...Object.values(kobatonAlkoo.attributeChoices).flat(),
  ];

  test("has an easy and an English name for all that the form offers", () => {
    expect(names.length).toBeGreaterThan(90);
    for (const language of ["easy", "en"] as const) {
      const translated = kobatonAlkoo.translations?.[language] ?? {};
      expect(names.filter((name) => !translated[name])).toEqual([]);
      expect(Object.keys(translated).filter((name) => !names.includes(name))).toEqual([]);
    }
  });

  test("is English in English, and tells two municipalities of one sound apart", () => {
    const english = Object.values(kobatonAlkoo.translations?.en ?? {});
    expect(english.filter((name) => /[^\x20-\x7e]/.test(name))).toEqual([]);
    expect(new Set(english).size).toBe(english.length);
  });

  test("says in English nothing in Japanese", () => {
    expect(textsIn(en).filter(([, text]) => kanji.test(text) || /\p{Script=Hiragana}/u.test(text))).toEqual(
      [],
    );
  });
});
