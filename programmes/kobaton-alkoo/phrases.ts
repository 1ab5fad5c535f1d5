import { dateAt, weekdayName } from "../../domain/japan-time.ts";
import type { Phrases } from "../../domain/programme.ts";
import { monthAndDay, spokenMinute, spokenMoment, spokenTime } from "../../domain/spoken-japanese.ts";
import { closesAtMinute, deskName, opensAtMinute, programmeName, publishedNumber } from "./desk.ts";

/**
 * What callers hear and inquirers read. A caller pays for every second (mobile: 11 yen for 20 s), so nothing is said
 * that the caller does not need.
 */

/** ALKOO is said あるこう (the prefecture's own reading); in katakana with a long vowel no voice spells it out. */
const spokenDesk = "コバトンアルコーマイレージ、コールセンターです。";
const hours = `${spokenMinute(opensAtMinute)}から${spokenMinute(closesAtMinute)}まで`;
const webFormIsOpen = "ウェブフォームは、いつでもご利用いただけます。";

/** The calendar's name for an operating day before it opens or after it has closed. */
const outsideHours = "受付時間外";

export const phrases: Phrases = {
  greeting: spokenDesk,
  recordingNotice: "この通話は、内容の確認のため、録音します。",
  waiting: "ただいま、担当者におつなぎしています。そのままお待ちください。",
  closedWithoutReason:
    `${spokenDesk}ただいまは、受付時間外です。` +
    `受付は、土曜、日曜、祝日、年末年始を除く、${hours}です。${webFormIsOpen}`,
  cannotConnect:
    "申し訳ございません。ただいま、担当者におつなぎできません。" +
    `しばらくしてから、おかけ直しください。${webFormIsOpen}`,

  closed({ reason, nextOpening, at }) {
    return `${spokenDesk}${whyClosed(reason, nextOpening, at)}次の受付は、${spokenMoment(nextOpening, at)}からです。${webFormIsOpen}`;
  },

  callbackPromise: ({ dueAt, at }) =>
    `承りました。${spokenMoment(dueAt, at)}までに、おかけ直しします。お電話ありがとうございました。`,
  callbackAlreadyKept: "折り返しのお電話は、すでに承っています。お電話ありがとうございました。",

  receiptMail({ receiptNumber, answerBy }) {
    const date = dateAt(answerBy);
    const answerDate = `${date.slice(0, 4)}年${monthAndDay(date)}（${weekdayName(date)}）${spokenTime(answerBy)}`;
    return {
      subject: `【${programmeName}】お問い合わせを受け付けました（受付番号 ${receiptNumber}）`,
      text: `お問い合わせをいただき、ありがとうございます。次のとおり受け付けました。

受付番号: ${receiptNumber}
回答の予定: ${answerDate}まで

お電話でお尋ねの際は、受付番号をお知らせください。
このメールには返信できません。お心当たりのない場合は、お手数ですがこのメールを削除してください。

${deskName}
電話: ${publishedNumber}（通話料がかかります）
受付: ${hours}（土曜、日曜、祝日、12月29日から1月3日までを除く）
`,
    };
  },
};

/** A closing day is named by its reason; a supervisor may have entered one that already ends in のため. */
function whyClosed(reason: string, nextOpening: number, at: number): string {
  if (reason !== outsideHours) return `本日は、${reason.replace(/のため$/, "")}のため、お休みです。`;
  return dateAt(nextOpening) === dateAt(at) ? "ただいまは、受付時間外です。" : "本日の受付は、終了しました。";
}
