import { describe, expect, test } from "vitest";
import { wordsOf } from "../../../../domain/report/personal-data/shown-words.ts";

const words = (content: string) => [...wordsOf({ content }).words];

describe("the words of an inquiry", () => {
  test("are its nouns in kanji, katakana and Latin letters, each once", () => {
    expect(words("アプリの歩数が増えません。機種変更の後、歩数の反映が遅いです。ALKOO")).toEqual(
      expect.arrayContaining(["アプリ", "歩数", "機種", "変更", "反映", "alkoo"]),
    );
    expect(words("歩数と歩数と歩数")).toEqual(["歩数"]);
  });

  test("are whole where the dictionary splits a run of katakana", () => {
    expect(words("コバトンマイレージのポイント")).toEqual(["コバトンマイレージ", "ポイント"]);
  });

  test("are the same in full and half width and in capitals", () => {
    expect(words("ＡＬＫＯＯのｱﾌﾟﾘ")).toEqual(words("alkooのアプリ"));
  });

  test.each([
    ["telephone numbers, also in full width", "090-1234-5678 ０９０１２３４５６７８"],
    ["anything with a digit", "令和6年 iPhone15 R2D2 三百"],
    ["mail and web addresses", "taro.saitama@example.jp https://example.jp/path?name=taro www.example.jp"],
    ["what is written in hiragana only", "ありがとうございました。よろしくおねがいします。"],
    ["what every inquiry says", "お問い合わせの確認をお願いします。電話で連絡を下さい。"],
    ["a letter alone", "歩 靴 A B"],
    ["common surnames, with and without an honorific", "高橋です。田中さんに聞きました。佐藤、鈴木。"],
  ])("are never %s", (_what, content) => {
    expect(words(content)).toEqual([]);
  });

  test.each([
    ["an honorific", "窓口の大鷲さんが不親切でした。", "大鷲"],
    ["an honorific after a full name", "大鷲 一之進様の対応", "大鷲"],
    ["an introduction", "大鷲と申します。", "大鷲"],
  ])("are not what stands before %s", (_what, content, name) => {
    const found = wordsOf({ content });
    expect([...found.named].join("")).toContain(name);
    expect([...found.words].join()).not.toContain(name);
  });

  test("are kept where an honorific follows a role: the desk is addressed in nearly every mail", () => {
    expect(words("歩数マイレージ事務局 担当者様")).toEqual(expect.arrayContaining(["歩数", "マイレージ"]));
  });

  test("are not the inquirer's own name, as they gave it with their address", () => {
    const replyTo = { by: "mail", mail: "a@example.jp", name: "埼玉 花子" } as const;
    const content = "埼玉花子です。歩数が反映されません。";
    expect([...wordsOf({ content }).words]).toEqual(expect.arrayContaining(["埼玉", "花子"]));
    expect([...wordsOf({ content, replyTo }).words]).toEqual(["歩数", "反映"]);
  });

  test("are none in an inquiry in English, and none where nothing was written", () => {
    expect(wordsOf({ content: "My steps are not counted.", language: "en" }).words.size).toBe(0);
    expect(wordsOf({}).words.size).toBe(0);
  });
});
