import type { Case } from "../../case/case.ts";
import { commonSurnames } from "./common-surnames.ts";

/**
 * The words of an inquiry that may be counted for the prefecture (docs/decisions/0016): nouns in kanji, katakana or Latin
 * letters. Not a word: anything with a digit, one letter alone, what is written in hiragana only, what stands in a mail or
 * web address, and what every inquiry says. `named` are words that the text uses as a person's name.
 */
export interface WordsOfCase {
  readonly words: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
}

/** Words are found by dictionary (ICU, through ECMA-402's Intl.Segmenter); runs of katakana, which it splits, are joined. */
const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

const addresses = /\S+@\S+|https?:\/\/\S+|www\.\S+/g;
const katakanaOnly = /^[\p{Script=Katakana}ー・]+$/u;
const countable =
  /^(?:[\p{Script=Han}々〆ヶ\p{Script=Katakana}\p{Script=Hiragana}ー・]{2,12}|[a-z][a-z-]{2,19})$/u;
const hiraganaOnly = /^[\p{Script=Hiragana}ー]+$/u;
const kanjiNumber = /^[〇一二三四五六七八九十百千万億]+$/;
const nameLike = /^[\p{Script=Han}々ヶ\p{Script=Katakana}ー]+$/u;

/** What follows a person's name. */
const honorifics: ReadonlySet<string> = new Set(
  "さん 様 さま 氏 殿 くん 君 ちゃん 先生 係長 課長 主任 主査 主事 部長 室長".split(" "),
);
/** 「…と申します」「…といいます」 */
const introductions = /^(?:申|もうし|言い|いい)/;

/** What nearly every inquiry says, and what stands on our own form. */
const saidByAll: ReadonlySet<string> = new Set(
  (
    "令和 平成 昭和 問い合わせ 問合せ 質問 相談 連絡 回答 返信 返事 電話 メール 電話番号 番号 名前 氏名 住所 確認 対応 方法 場合 状態 状況 内容 理由 " +
    "原因 今回 前回 次回 以前 以降 以上 以下 今日 本日 昨日 明日 先日 先週 先月 今週 今月 来月 毎日 毎月 最近 現在 今後 当方 自分 本人 " +
    "私達 皆様 何度 何回 何故 一度 一回 全部 全然 大変 宜しく 御願い お願い 教え 下さい 思い 出来 出来ず 出来る 出来ない 致し 頂き 頂け 頂く " +
    "有り 無い 為に 事が 時に 後に 前に 中に 間に 表示 使用 利用 the and for you not can with this that have has was are from but please"
  ).split(" "),
);

/** The words of a case; none where it is written in another language than Japanese, or holds no text. */
export function wordsOf({
  content,
  language,
  replyTo,
}: Pick<Case, "content" | "language" | "replyTo">): WordsOfCase {
  if (content === undefined || language === "en") return { words: new Set(), named: new Set() };
  const segments = segmentsOf(content);
  const own = replyTo && replyTo.by !== "none" ? plain(replyTo.name ?? "") : "";
  const named = namesIn(segments);
  const words = segments.filter(
    (segment) => isCountable(segment) && !own.includes(segment) && !named.has(segment),
  );
  return { words: new Set(words), named };
}

function segmentsOf(content: string): string[] {
  const text = plain(content.replaceAll(addresses, "。"));
  const joined: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = joined.at(-1);
    if (last !== undefined && katakanaOnly.test(last) && katakanaOnly.test(segment))
      joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function isCountable(segment: string): boolean {
  return (
    countable.test(segment) &&
    !hiraganaOnly.test(segment) &&
    !kanjiNumber.test(segment) &&
    !saidByAll.has(segment) &&
    !commonSurnames.has(segment)
  );
}

/** Before an honorific these are no names, and what stands before them is none either. */
const roles: ReadonlySet<string> = new Set(
  (
    "担当 者 事務局 窓口 係 局 課 部 室 センター 受付 職員 県 市 町 村 団体 会社 皆 客 お客 家族 主人 " +
    "旦那 奥 嫁 息子 娘 父 母 爺 婆 孫 子 祖父 祖母 兄 姉 弟 妹 親"
  ).split(" "),
);

/** A name is at most so many words of the dictionary, which takes a rare one apart, and so many characters a word. */
const longestName = { words: 5, characters: 5 };

/** What stands before an honorific or an introduction, with what of a full name stands before that. */
function namesIn(segments: readonly string[]): Set<string> {
  const named = new Set<string>();
  for (const [index, segment] of segments.entries()) {
    const introduces = segment === "と" && introductions.test(segments[index + 1] ?? "");
    if (!honorifics.has(segment) && !introduces) continue;
    const before = segments.slice(0, index).filter((part) => part.trim() !== "");
    if (roles.has(before.at(-1) ?? "")) continue;
    for (const part of before.slice(-longestName.words).reverse()) {
      if (!nameLike.test(part) || part.length > longestName.characters) break;
      named.add(part);
    }
  }
  return named;
}
