import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countsByKind,
  type Finding,
  masked,
  type PersonalDataKind,
  personalDataNames,
} from "../../../../domain/report/personal-data/finding.ts";
import { personalDataIn } from "../../../../domain/report/personal-data/personal-data.ts";

/**
 * What people write, with what has to be masked between ⟦ and its kind ⟧; nothing is masked elsewhere. Numbers and people are
 * made up: the mobile numbers are patterns of digits, the mail domains are kept for examples (RFC 2606, JPRS).
 */
const marked: readonly (readonly [text: string, ...kinds: PersonalDataKind[]])[] = [
  // Telephone numbers, in any grouping.
  ["電話は⟦090-1234-5678⟧です。", "telephone"],
  ["⟦09012345678⟧に折り返しください", "telephone"],
  ["⟦０９０－１２３４－５６７８⟧", "telephone"],
  ["⟦０９０ー１２３４ー５６７８⟧まで", "telephone"],
  ["⟦090 1234 5678⟧", "telephone"],
  ["⟦090.1234.5678⟧", "telephone"],
  ["⟦090・1234・5678⟧", "telephone"],
  ["TEL：⟦048（830）1234⟧", "telephone"],
  ["⟦0493-21-1234⟧", "telephone"],
  ["⟦04-2998-1234⟧", "telephone"],
  ["⟦+81 90 1234 5678⟧", "telephone"],
  ["⟦＋８１－９０－１２３４－５６７８⟧", "telephone"],
  ["⟦〇九〇ー一二三四ー五六七八⟧です", "telephone"],
  ["⟦090の1234の5678⟧です", "telephone"],
  ["⟦090\n1234\n5678⟧", "telephone"],
  ["⟦0‐9‐0‐1‐2‐3‐4‐5‐6‐7‐8⟧", "telephone"],
  ["⟦0️⃣9️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8⟧", "telephone"],
  ["電話は⟦22-1234⟧です", "telephone"],
  ["携帯の下4桁は⟦5678⟧です", "telephone"],
  // Mail addresses.
  ["⟦hanako@example.jp⟧に送って", "mail"],
  ["⟦ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ⟧", "mail"],
  ["⟦hanako.saitama+alkoo@example.co.jp⟧へ", "mail"],
  ["⟦hanako @ example.jp⟧", "mail"],
  ["⟦hanako(at)example.jp⟧", "mail"],
  ["⟦hanakoアットマークexample.jp⟧", "mail"],
  ["⟦hanako@docomo⟧", "mail"],
  // Postal codes.
  ["⟦〒330-0063⟧に送る", "postal-code"],
  ["⟦〒３３０００６３⟧", "postal-code"],
  ["郵便番号は⟦3300063⟧", "postal-code"],
  ["⟦330－0063⟧です", "postal-code"],
  // Addresses.
  ["⟦さいたま市浦和区高砂3-15-1⟧です", "address"],
  ["⟦埼玉県さいたま市浦和区高砂三丁目15番1号⟧です", "address"],
  ["住所は⟦川越市脇田町１－２⟧です", "address"],
  ["⟦大宮区桜木町1丁目7番地5⟧に住む", "address"],
  ["住所は⟦大字高倉123番地⟧です", "address"],
  ["⟦コーポ山田203号室⟧", "address"],
  // Names.
  ["⟦埼玉花子⟧です。", "name"],
  ["名前は⟦佐藤一郎⟧です。", "name"],
  ["名前は「⟦ほしの　はるか⟧」です", "name"],
  ["氏名：⟦ヤマダ　タロウ⟧", "name"],
  ["私は⟦蓮見⟧と申します。", "name"],
  ["⟦ﾔﾏﾀﾞ ﾊﾅｺ⟧と申します", "name"],
  ["市役所の⟦勅使河原⟧様に聞いた", "name"],
  ["窓口の⟦綿貫⟧さんから", "name"],
  ["⟦髙橋⟧さんと⟦𠮷野⟧様", "name", "name"],
  ["⟦山田⟧です。アプリの件で", "name"],
  ["孫の⟦健太⟧くんが使う", "name"],
  ["歩数が増えません。\n⟦埼玉　花子⟧", "name"],
  ["My name is ⟦Hanako Saitama⟧.", "name"],
  // Dates of birth.
  ["⟦昭和25年3月3日⟧生まれです", "birth-date"],
  ["⟦S25.3.3⟧生", "birth-date"],
  ["⟦昭和二十五年三月三日⟧です", "birth-date"],
  ["生年月日：⟦1950/03/03⟧", "birth-date"],
  ["⟦１９５０年３月３日⟧です", "birth-date"],
  ["⟦19500303⟧です", "birth-date"],
  ["誕生日は⟦5月3日⟧です", "birth-date"],
  ["⟦昭和25年⟧生まれ", "birth-date"],
  // Numbers and accounts.
  ["カードは⟦4111 1111 1111 1111⟧です", "number"],
  ["カードは⟦４１１１－１１１１－１１１１－１１１１⟧です", "number"],
  ["マイナンバーは⟦123456789018⟧です", "number"],
  ["保険証の番号は⟦12345678⟧です", "number"],
  ["口座番号は⟦1234567⟧です", "account"],
  ["IDは⟦hanako01⟧です", "account"],
  ["パスワード：⟦Tsuki-2024⟧", "account"],
  ["⟦@hanako_01⟧まで", "account"],
  // Links.
  ["⟦https://example.jp/reset?token=abc123⟧ が開かない", "url"],
  ["⟦www.example.jp/user/abcdef1234567890x⟧", "url"],
  // Several in one.
  [
    "⟦埼玉花子⟧です。⟦〒330-0063⟧ ⟦さいたま市浦和区高砂3-15-1⟧、⟦090-1234-5678⟧、⟦hanako@example.jp⟧",
    "name",
    "postal-code",
    "address",
    "telephone",
    "mail",
  ],
];

const harmless: readonly string[] = [
  "",
  "歩数が増えません。",
  "2024年7月16日 10:05に登録しました。",
  "2024-07-16 10:05:30のログ",
  "受付番号は4198-6896-7501です。",
  "受付番号４１９８６８９６７５０１の件",
  "0570-015566に電話した",
  "0120-123-456の窓口",
  "今日は12,345歩、合計1234567歩です。",
  "賞品は3,000円分、1000pt使います",
  "さいたま市浦和区に住んでいます。",
  "川口市の60代です。",
  "熊谷市役所と中野区役所の違い",
  "川口駅から参加しました。",
  "お客様センターの仕様が多様で、皆様の様子を、たくさんの人が",
  "担当者様、ご本人様、奥様、お母さん、娘さん",
  "名前が表示されません。",
  "名前は変更できますか。",
  "機種はiPhone 15、iOS 17.5.1です。",
  "SC-51A、Android 14",
  "エラーコード1234が出る",
  "令和6年7月1日からの分",
  "3番の窓口で言われた",
  "10時から17時まで電話が3回",
  "平成元年から歩いています",
  "登録方法です。",
  "コバトンALKOOマイレージの参加者です。",
  "https://www.pref.saitama.lg.jp/a0704/ を見た",
];

/** Where the marks stand, as findings in the text without them. */
function expected([text, ...kinds]: (typeof marked)[number]): { text: string; findings: Finding[] } {
  const findings: Finding[] = [];
  let plain = "";
  for (const piece of text.split(/(⟦[^⟧]*⟧)/)) {
    const isMarked = piece.startsWith("⟦");
    const words = isMarked ? piece.slice(1, -1) : piece;
    const kind = kinds[findings.length];
    if (isMarked && kind) findings.push({ kind, from: plain.length, to: plain.length + words.length });
    plain += words;
  }
  return { text: plain, findings };
}

describe("personal data in a text", () => {
  test.each(marked.map((one) => [one[0], one] as const))("is found in %j", (_name, one) => {
    const { text, findings } = expected(one);
    expect(findings).toHaveLength(one.length - 1);
    expect(personalDataIn(text)).toEqual(findings);
  });

  test.each(harmless)("is not seen in %j", (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  test("is looked for in more than ninety texts, of every kind", () => {
    expect(marked.length + harmless.length).toBeGreaterThan(90);
    expect(new Set(marked.flatMap(([, ...kinds]) => kinds))).toEqual(new Set(Object.keys(personalDataNames)));
  });

  test("gives way to the names of its kinds", () => {
    const text = "埼玉花子です。電話は090-1234-5678です。";
    const findings = personalDataIn(text);
    expect(masked(text, findings)).toBe("［氏名］です。電話は［電話番号］です。");
    expect(countsByKind(findings)).toEqual({ name: 1, telephone: 1 });
  });
});

/** Texts of which personal data is likely: pieces of the table, of what stands between them, and of anything. */
const pieces = [
  ...marked.map((one) => expected(one).text),
  ...harmless,
  ..."0 1 9 ０ ９ - － ー 〇 九 市 町 丁目 番地 @ . 様 さん 山 です 。 、 \n ［ ］ ［電話番号］ ［氏名］ 名前は 電話 ID 年 月 日 生 A a \ud842 \udfb7".split(
    " ",
  ),
];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 12 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

describe("for any text", () => {
  test("findings are in order, apart from each other and inside the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { from, to } of personalDataIn(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test("masking leaves nothing of what was found, and all of the rest", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const findings = personalDataIn(text);
        let rest = masked(text, findings);
        let done = 0;
        for (const { kind, from, to } of findings) {
          const before = text.slice(done, from);
          const label = `［${personalDataNames[kind]}］`;
          expect(rest.startsWith(before + label)).toBe(true);
          rest = rest.slice(before.length + label.length);
          done = to;
        }
        expect(rest).toBe(text.slice(done));
      }),
      { numRuns: 500 },
    );
  });

  test("what is masked has nothing more to mask", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = masked(text, personalDataIn(text));
        expect(personalDataIn(once)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
