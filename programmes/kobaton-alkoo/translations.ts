import type { Programme } from "../../domain/programme.ts";
import { deskName, programmeName } from "./desk.ts";
import { placeNames } from "./place-names.ts";

/** One name in Japanese, easy Japanese and English. */
type Translated = readonly [japanese: string, easy: string, english: string];

/**
 * What the form's other languages call what this programme offers. A list cannot show readings above its words, so in easy
 * Japanese they stand in brackets.
 */
const names: readonly Translated[] = [
  [programmeName, "コバトンALKOO（あるこう）マイレージ", "Kobaton ALKOO Mileage"],
  [deskName, "コバトンALKOO（あるこう）マイレージ コールセンター", "Kobaton ALKOO Mileage Call Centre"],
  ["参加登録・参加資格", "はじめたい・だれが できるか", "Joining, and who can join"],
  [
    "アプリの導入・対応端末",
    "アプリを 入（い）れる・つかえる スマートフォン",
    "Installing the app, and which phones work",
  ],
  ["ログイン・本人認証", "ログイン", "Signing in"],
  ["歩数の計測・反映", "歩数（ほすう）が おかしい", "Counting steps"],
  ["ポイントの付与・失効", "ポイント", "Points: receiving and losing them"],
  ["抽選・賞品の発送", "くじ・もらう もの", "Prize draws and delivery of prizes"],
  ["ランキング・イベント・コース", "ランキング・イベント・コース", "Rankings, events and courses"],
  [
    "登録情報の変更・引継ぎ",
    "名前（なまえ）や 住所（じゅうしょ）を かえる",
    "Changing your details or your phone",
  ],
  ["退会・個人情報の取扱い", "やめる・あなたの 情報（じょうほう）", "Leaving, and your personal information"],
  ["障害・メンテナンス", "アプリが うごかない", "Faults and maintenance"],
  ["旧マイレージの終了", "前（まえ）の マイレージ", "The former programme, which has ended"],
  [
    "参加団体の担当者からの相談",
    "会社（かいしゃ）や グループの 人（ひと）から",
    "From an organisation that takes part",
  ],
  ["事業・県政への意見", "県（けん）に 言（い）いたい こと", "Opinion on the programme or the prefecture"],
  ["苦情", "こまって いる こと・おこって いる こと", "Complaint"],
  ["その他", "ほかの こと", "Something else"],
  ["参加者本人", "わたしは マイレージを して います", "I take part myself"],
  ["家族・代理", "家族（かぞく）の 人（ひと）の こと", "For a family member or somebody else"],
  ["未参加者", "まだ して いません", "I do not take part yet"],
  ["団体担当者", "会社（かいしゃ）や グループの 人（ひと）", "For an organisation that takes part"],
  [
    "県・市町村職員",
    "県（けん）や 市（し）で はたらく 人（ひと）",
    "I work for the prefecture or a municipality",
  ],
  ["事業者・報道", "お店（みせ）・ニュースの 人（ひと）", "Business or press"],
  ["県外", "埼玉県（さいたまけん）では ない ところ", "Outside Saitama Prefecture"],
  ["10代以下", "19さいまで", "19 or younger"],
  ["20代", "20さいから 29さい", "20 to 29"],
  ["30代", "30さいから 39さい", "30 to 39"],
  ["40代", "40さいから 49さい", "40 to 49"],
  ["50代", "50さいから 59さい", "50 to 59"],
  ["60代", "60さいから 69さい", "60 to 69"],
  ["70代", "70さいから 79さい", "70 to 79"],
  ["80代以上", "80さいから", "80 or older"],
  ["iPhone", "iPhone（アイフォン）", "iPhone"],
  ["Android", "Android（アンドロイド）", "Android"],
  ...placeNames.map(([name, reading, latin]): Translated => [name, `${name}（${reading}）`, latin]),
];

export const translations: NonNullable<Programme["translations"]> = {
  easy: Object.fromEntries(names.map(([japanese, easy]) => [japanese, easy])),
  en: Object.fromEntries(names.map(([japanese, , english]) => [japanese, english])),
};
