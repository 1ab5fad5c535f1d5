import { commonSurnames } from "./common-surnames.ts";
import { hiragana, kanji, katakana, pattern } from "./characters.ts";
import type { Pattern } from "./pattern.ts";

const nameWords = "名前|氏名|なまえ|本名|名義|フルネーム|フリガナ|ふりがな|カナ氏名";
const introduced = "と申し|と申す|ともうし|といいます|と言います|といいまし|と言いまし|という者|という名";
const honorific = "様(?![々子式相態])|さま(?!ざま)|さん|ちゃん|氏(?!名)|くん|君(?![が主臨])|殿(?!下)";
const sentenceEnd = '[。、,.」』"!?\\n)]|\\s?$';
const latin = "[A-Z][A-Za-z'\\-]+";
const latinName = `${latin}(?:\\s${latin}){0,2}`;
const kanjiName = `${kanji}{1,5}\\s?${kanji}{0,4}`;
const katakanaName = `${katakana}{2,10}(?:[\\s・]${katakana}{2,10})?`;
/** After a surname that is known, what else is a given name. */
const givenName = `(?:\\s?${kanji}{1,3}|\\s?(?!です|でござ)${hiragana}{2,4}(?=${honorific}|です|でござ|と申|といい|${sentenceEnd})|\\s?${katakana}{2,6})?`;
const places =
  "市|区|町|村|県|駅|郡|公園|支店|店|病院|小学校|中学校|高校|大学|図書館|方面|線|川|橋|山|神社|寺|地区";

/** Names as people give them, and as they speak of others. Where it may or may not be a name, it is one. */
export const namePatterns: readonly Pattern[] = [
  {
    kind: "name",
    expression: pattern(
      `(?:${nameWords})(?:\\s?\\([^)\\n]{0,10}\\))?\\s?(?:は|が|:|=|、|,|\\s)\\s?[「『"]?(?<x>(?:${kanji}|${katakana}|${hiragana}|[A-Za-z .'・]){2,20}?)(?=です|でござ|と申|ともう|といい|と言|と書|${sentenceEnd})`,
    ),
    isHarmless: (matched) => notAfterNameWord.test(matched),
  },
  {
    kind: "name",
    expression: pattern(
      `(?<x>${kanjiName}${hiragana}{0,5}|${katakanaName}|(?<!${hiragana})${hiragana}{2,12}?(?:\\s${hiragana}{2,6})?|${latinName})(?=${introduced})`,
    ),
  },
  {
    kind: "name",
    expression: pattern(
      `(?<x>${kanjiName}|${katakanaName}|(?<![^\\s、。「\\u0000])${hiragana}{2,6}?|${latinName})\\s?(?=${honorific})`,
    ),
    isHarmless: (matched) => isRole(matched.trim()),
  },
  {
    kind: "name",
    expression: pattern(
      `(?<!${kanji})(?:${[...commonSurnames].join("|")})(?!(?:${kanji}{0,2})(?:${places}))${givenName}`,
    ),
  },
  {
    kind: "name",
    expression: pattern(
      `(?:^|もしもし[、。]?|こんにちは[、。]?|なります[、。]|はじめまして[、。]?)\\s?(?<x>${kanji}{2,4}\\s?${kanji}{1,3})(?:です|でございます)(?=[。、\\n]|$)`,
    ),
    isHarmless: (matched) => ordinaryWord.test(matched),
  },
  {
    kind: "name",
    expression: pattern(
      `^\\s?(?<x>${kanji}{1,4}\\s(?:${kanji}{1,4}|${hiragana}{1,5})|${katakana}{2,8}\\s${katakana}{2,8})\\s?$`,
    ),
  },
  {
    kind: "name",
    expression: pattern(
      `(?:[Mm]y name is|[Tt]his is|I am|I'm|Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Dr\\.?)\\s(?<x>${latinName})`,
    ),
  },
];

/** What follows 「名前は」 where it is about the name, not the name. */
const notAfterNameWord =
  /^(?:表示|登録|変更|入力|違|間違|出[てなまる]|消|同じ|必要|不要|何|なに|どう|どこ|本人|未|漢字|カタカナ|ひらがな|ローマ字|長い|短い|正し|反映|ニックネーム|匿名|以前|前の|そのまま|変わ|変え|合わ|合っ|一致|印刷|書|載|公開|非公開|言|伝|分か|わか|ない|無[いく]|ある|あり|結婚|家族)/;

/** Words of everyday language with which a message may begin. */
const ordinaryWord =
  /登録|方法|質問|参加|利用|相談|変更|問題|不具|機種|県民|市民|住民|会員|主婦|学生|希望|確認|電話|連絡|要望|苦情|意見|初心|[歳代男女者件円歩回機]|端末|表示|画面|同期|無理|駄目|以上|以下|家族/;

/** Who is spoken of by what they are, not by their name. */
const roles = new Set(
  (
    "母 父 兄 姉 弟 妹 娘 息子 孫 祖母 祖父 叔父 叔母 伯父 伯母 嫁 姑 夫 妻 方 町 市 村 他 仕 同 模 多 一 異 有 各 王 仏 貴 先生 先方 相手 " +
    "隣 若 坊 嬢 爺 婆 子 赤 お客 みな たく おかあ おとう おにい おねえ おばあ おじい おば おじ お子 おかげ オペレータ オペレーター スタッフ サポート センター " +
    "コールセンター アプリ メーカー ユーザー ドコモ ソフトバンク コバトン"
  ).split(" "),
);
const roleEndings =
  /(?:者|員|客|皆|係|社|局|課|院|店|校|庁|県|区|市|団|組|師|役所|役場|本人|主人|旦那|奥|家族|友人|長|何|誰|神|世間|担当|王子)$/;

function isRole(word: string): boolean {
  return (roles.has(word) || roleEndings.test(word)) && !commonSurnames.has(word);
}
