import { describe, expect, test } from "vitest";
import type { FaqEntry } from "../../../domain/faq/faq.ts";
import { faqIndex } from "../../../domain/faq/search.ts";
import { foldedText, searchTerms } from "../../../domain/faq/search-words.ts";

const questions: readonly (readonly [question: string, answer: string, keywords?: string[]])[] = [
  ["パスワードを忘れました。", "ログイン画面の「パスワードをお忘れの方」から再設定してください。"],
  [
    "歩数が反映されません。",
    "アプリを一度終了し、ヘルスケア連携の許可を確かめてください。",
    ["歩数", "同期"],
  ],
  ["機種変更をしたときはどうすればよいですか。", "旧端末で引継ぎコードを発行し、新しい端末に入力します。"],
  ["ポイントはいつ付与されますか。", "歩いた日の翌日に付与されます。"],
  ["抽選の結果はどこで見られますか。", "アプリのお知らせに載ります。賞品の発送をもって発表に代えます。"],
  ["退会したいです。", "設定の「アカウント」から退会できます。", ["解約", "やめたい"]],
  ["ウォーキング大会はありますか。", "市町村ごとに催しています。"],
];

const entries = questions.map(
  ([question, answer, keywords = []], index): FaqEntry => ({
    id: String(index),
    source: "manual",
    version: "1",
    number: index + 1,
    question,
    answer,
    category: "アプリ",
    keywords,
  }),
);
const search = faqIndex(entries);
const found = (text: string) => search(text, 20).map(({ entry }) => entry.question);

describe("searching questions and answers", () => {
  test.each([
    ["as it is written", "パスワード", 0],
    ["in half-width", "ﾊﾟｽﾜｰﾄﾞ", 0],
    ["in hiragana", "ぱすわーど", 0],
    ["in another inflection", "パスワードを忘れた", 0],
    ["in its dictionary form", "忘れる", 0],
    ["as a resident says it", "歩数が反映されない", 1],
    ["as an inflected verb", "歩いたのに歩数が増えない", 1],
    ["with other words in between", "スマホの機種を変更した", 2],
    ["by a keyword of the prefecture", "解約したい", 5],
    ["by a keyword in katakana and full width", "ヤメタイ", 5],
    ["by what only the answer says", "引継ぎコード", 2],
    ["in full-width letters and with spaces", "　ウォーキング　大会 ", 6],
    ["with a single character", "歩", 1],
  ] as const)("finds a question %s: %s", (_how, typed, index) => {
    const hits = found(typed);
    const wanted = questions[index]?.[0];
    // A single character is in many; elsewhere the wanted one comes first.
    if (typed.length > 1) expect(hits[0]).toBe(wanted);
    else expect(hits.every((question) => question.length > 0)).toBe(true);
  });

  test.each(["", " ", "。", "鉄道運賃", "zzz"])("finds nothing for %j", (typed) => {
    expect(found(typed)).toEqual([]);
  });

  test("puts the question about it before an answer that only names it, and shows no more than asked for", () => {
    const hits = search("ログイン パスワード", 20);
    expect(hits[0]?.entry.question).toBe(questions[0]?.[0]);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(search("アプリ", 2)).toHaveLength(2);
  });

  test("says the same twice, and finds nothing where nothing is", () => {
    expect(found("ポイント")).toEqual(found("ポイント"));
    expect(faqIndex([])("ポイント", 20)).toEqual([]);
  });

  test("finds each of 2,000 questions by its own words, first of all", () => {
    const subjects = ["歩数", "抽選", "賞品", "登録", "通知", "地図", "連携", "写真", "市町村", "保険組合"];
    const actions = ["変更", "確認", "削除", "追加", "再送", "停止", "表示", "申請", "交換", "設定"];
    const many = Array.from({ length: 2000 }, (_, index): FaqEntry => {
      const subject = subjects[index % 10] ?? "";
      const action = actions[Math.floor(index / 10) % 10] ?? "";
      const number = Math.floor(index / 100) + 100;
      return {
        ...(entries[0] as FaqEntry),
        id: `n${index}`,
        number: index + 1,
        question: `${subject}の${action}について教えてください（様式${number}）。`,
        answer: `${subject}の${action}は様式${number}で受け付けています。`,
      };
    });
    const index = faqIndex(many);
    for (const entry of many.filter((_, position) => position % 97 === 0)) {
      const [best] = index(entry.question.slice(0, -1), 5);
      expect(best?.entry.question).toBe(entry.question);
    }
  });
});

describe("what of a text is compared", () => {
  test("is the same for every spelling", () => {
    expect(foldedText("ｱﾌﾟﾘ Ａｌｋｏｏ ぽいんと")).toBe("アプリ alkoo ポイント");
    expect(foldedText("龍ヶ崎 五ヵ所 ゔ")).toBe("龍ケ崎 五カ所 ヴ");
  });

  test("is pairs and words, and no pair over a sign", () => {
    const terms = searchTerms("歩数、同期");
    expect(terms).toEqual(expect.arrayContaining(["歩数", "同期"]));
    expect(terms).not.toContain("数同");
  });
});
