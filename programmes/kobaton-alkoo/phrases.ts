import { dateAt } from "../../domain/japan-time.ts";
import type { Phrases } from "../../domain/programme.ts";
import { spokenMinute, spokenMoment } from "../../domain/spoken-japanese.ts";
import { closesAtMinute, opensAtMinute } from "./desk.ts";
import { answerMail, receiptMail } from "./mails.ts";
import { reportMail, reportReminder } from "./report-mails.ts";

/**
 * What callers hear. A caller pays for every second (mobile: 11 yen for 20 s), so nothing is said
 * that the caller does not need.
 */

/** ALKOO is said あるこう (the prefecture's own reading); in katakana with a long vowel no voice spells it out. */
const spokenDesk = "コバトンアルコーマイレージ、コールセンターです。";
const hours = `${spokenMinute(opensAtMinute)}から${spokenMinute(closesAtMinute)}まで`;
const webFormIsOpen = "ウェブフォームは、いつでもご利用いただけます。";

/** Short, because the shortest path to the queue says it whole and may take 15 s (a test holds it). */
const menuChoices = "アプリと登録は1、ポイントと賞品は2、旧マイレージは3、その他は0を押してください。";

/** The calendar's name for an operating day before it opens or after it has closed. */
const outsideHours = "受付時間外";

export const phrases: Phrases = {
  greeting: spokenDesk,
  recordingNotice: "この通話は録音します。",
  waiting: "ただいま、担当者におつなぎしています。そのままお待ちください。",
  closedWithoutReason:
    `${spokenDesk}ただいまは、受付時間外です。` +
    `受付は、土曜、日曜、祝日、年末年始を除く、${hours}です。${webFormIsOpen}`,
  cannotConnect:
    "申し訳ございません。ただいま、担当者におつなぎできません。" +
    `しばらくしてから、おかけ直しください。${webFormIsOpen}`,
  hold: "ただいま、確認しています。そのままお待ちください。",
  transferBusy: "申し訳ございません。責任者が対応中のため、担当者におつなぎします。",
  menu: {
    choose: menuChoices,
    chooseAgain: `もう一度お願いします。${menuChoices}`,
    formerEnded: "旧マイレージは終了しました。担当者がご案内します。",
  },
  callbackDialogue: {
    peopleWaiting: (count) => `お待ちの方は、お客様を含めて、${count}人です。`,
    offer: "おかけ直しをご希望の方は1を押して、お待ちの方は、そのままお待ちください。",
    confirm: (spoken) => `${spoken}に、おかけ直しします。よろしければ1、別の番号は2を押してください。`,
    typeNumber: "お電話番号を、市外局番から押して、最後に、シャープを押してください。",
    unusable: "お電話番号を、確認できませんでした。",
    notTaken: "おかけ直しは、承っていません。引き続き、担当者におつなぎします。",
    failed:
      "申し訳ございません。おかけ直しの受付を、確認できませんでした。引き続き、担当者におつなぎします。",
    kept: "おかけ直しを、承りました。お電話ありがとうございました。",
  },
  whisper: {
    app: "アプリと登録。",
    points: "ポイントと賞品。",
    former: "旧マイレージ。",
    operator: "用件の選択なし。",
    returning: "再度の方。",
    openCase: (receiptNumber) => `対応中、${receiptNumber}。`,
  },

  closed({ reason, nextOpening, at }) {
    return `${spokenDesk}${whyClosed(reason, nextOpening, at)}次の受付は、${spokenMoment(nextOpening, at)}からです。${webFormIsOpen}`;
  },

  callbackPromise: ({ dueAt, at }) =>
    `承りました。${spokenMoment(dueAt, at)}までに、おかけ直しします。お電話ありがとうございました。`,
  callbackAlreadyKept: "折り返しのお電話は、すでに承っています。お電話ありがとうございました。",

  receiptMail,
  answerMail,
  reportMail,
  reportReminder,
};

/** A closing day is named by its reason; a supervisor may have entered one that already ends in のため. */
function whyClosed(reason: string, nextOpening: number, at: number): string {
  if (reason !== outsideHours) return `本日は、${reason.replace(/のため$/, "")}のため、お休みです。`;
  return dateAt(nextOpening) === dateAt(at) ? "ただいまは、受付時間外です。" : "本日の受付は、終了しました。";
}
