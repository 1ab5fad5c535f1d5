import type { FormLanguage } from "../../domain/form-language.ts";
import {
  dateAt,
  dayNumberOf,
  formatMinute,
  type Instant,
  weekdayName,
  weekdayOf,
} from "../../domain/japan-time.ts";
import type { Phrases } from "../../domain/programme.ts";
import { monthAndDay, spokenMinute, spokenTime } from "../../domain/spoken-japanese.ts";
import { closesAtMinute, deskName, opensAtMinute, programmeName, publishedNumber } from "./desk.ts";
import { translations } from "./translations.ts";

/** What inquirers read by mail, in the language in which they wrote. No subject says who asks or what. */

interface Receipt {
  /** As it is printed. */
  readonly receiptNumber: string;
  readonly answerBy: Instant;
}

const [englishProgramme, englishDesk] = [programmeName, deskName].map(
  (name) => translations.en[name] ?? name,
);
const hours = `${spokenMinute(opensAtMinute)}から${spokenMinute(closesAtMinute)}まで`;

const receiptMails: Readonly<
  Record<FormLanguage, (receipt: Receipt) => { readonly subject: string; readonly text: string }>
> = {
  ja: ({ receiptNumber, answerBy }) => ({
    subject: `【${programmeName}】お問い合わせを受け付けました（受付番号 ${receiptNumber}）`,
    text: `お問い合わせをいただき、ありがとうございます。次のとおり受け付けました。

受付番号: ${receiptNumber}
回答の予定: ${japaneseMoment(answerBy)}まで

お電話でお尋ねの際は、受付番号をお知らせください。
お心当たりのない場合は、お手数ですがこのメールを削除してください。

${deskName}
電話: ${publishedNumber}（通話料がかかります）
受付: ${hours}（土曜、日曜、祝日、12月29日から1月3日までを除く）
`,
  }),
  easy: ({ receiptNumber, answerBy }) => ({
    subject: `【${programmeName}】しつもんを 受け取りました（番号 ${receiptNumber}）`,
    text: `しつもんを 送ってくれて、ありがとうございます。受け取りました。

あなたの 番号（受付番号）: ${receiptNumber}
返事の 予定: ${japaneseMoment(answerBy)}まで

電話で 聞くときは、この番号を 言ってください。
このメールが 何か わからないときは、消してください。

${deskName}
電話: ${publishedNumber}（お金が かかります）
電話が できる時間: ${hours}（土曜日、日曜日、祝日、12月29日から 1月3日までは 休みです）
`,
  }),
  en: ({ receiptNumber, answerBy }) => ({
    subject: `[${englishProgramme}] We have received your inquiry (receipt number ${receiptNumber})`,
    text: `Thank you for your inquiry. We have received it.

Receipt number: ${receiptNumber}
We will answer by: ${englishMoment(answerBy)} (Japan time)

If you call us about it, please tell us the receipt number.
If you did not send an inquiry, please delete this mail.

${englishDesk} (in Japanese)
Telephone: ${publishedNumber} (call charges apply)
Hours: 9:00 to 17:00, except Saturdays, Sundays, national holidays and 29 December to 3 January
`,
  }),
};

/** Confirms a written inquiry. */
export const receiptMail: Phrases["receiptMail"] = ({ language, ...receipt }) =>
  receiptMails[language](receipt);

interface Answer {
  /** As it is printed. */
  readonly receiptNumber: string;
  readonly text: string;
  readonly canReply: boolean;
}

const answerMails: Readonly<
  Record<FormLanguage, (answer: Answer) => { readonly subject: string; readonly text: string }>
> = {
  ja: ({ receiptNumber, text, canReply }) => ({
    subject: `【${programmeName}】お問い合わせへの回答（受付番号 ${receiptNumber}）`,
    text: `お問い合わせ（受付番号 ${receiptNumber}）について、次のとおり回答します。

${text}

${canReply ? "続けてお尋ねの際は、件名を変えずにこのメールに返信してください。" : "このメールへの返信はお読みできません。続けてお尋ねの際は、お電話かWEBフォームをお使いください。"}
お心当たりのない場合は、お手数ですがこのメールを削除してください。

${deskName}
電話: ${publishedNumber}（通話料がかかります）
受付: ${hours}（土曜、日曜、祝日、12月29日から1月3日までを除く）
`,
  }),
  easy: ({ receiptNumber, text, canReply }) => ({
    subject: `【${programmeName}】しつもんの 返事です（番号 ${receiptNumber}）`,
    text: `あなたの しつもん（番号 ${receiptNumber}）の 返事です。

${text}

${canReply ? "もっと 聞きたいときは、このメールに 返信してください。件名は 変えないでください。" : "このメールに 返信しても、読むことが できません。もっと 聞きたいときは、電話か WEBフォームを 使ってください。"}
このメールが 何か わからないときは、消してください。

${deskName}
電話: ${publishedNumber}（お金が かかります）
電話が できる時間: ${hours}（土曜日、日曜日、祝日、12月29日から 1月3日までは 休みです）
`,
  }),
  en: ({ receiptNumber, text, canReply }) => ({
    subject: `[${englishProgramme}] Our answer to your inquiry (receipt number ${receiptNumber})`,
    text: `This is our answer to your inquiry (receipt number ${receiptNumber}).

${text}

${canReply ? "If you have another question, please reply to this mail and leave the subject as it is." : "We cannot read replies to this mail. If you have another question, please call us or use the web form."}
If you did not send an inquiry, please delete this mail.

${englishDesk} (in Japanese)
Telephone: ${publishedNumber} (call charges apply)
Hours: 9:00 to 17:00, except Saturdays, Sundays, national holidays and 29 December to 3 January
`,
  }),
};

/** Answers a written inquiry. */
export const answerMail: Phrases["answerMail"] = ({ language, ...answer }) => answerMails[language](answer);

/** `2024年7月19日（金）午後4時`. */
function japaneseMoment(at: Instant): string {
  const date = dateAt(at);
  return `${date.slice(0, 4)}年${monthAndDay(date)}（${weekdayName(date)}）${spokenTime(at)}`;
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `16:00 on Friday, 19 July 2024`. */
function englishMoment(at: Instant): string {
  const date = dateAt(at);
  const [year, month, day] = date.split("-").map(Number);
  const weekday = weekdays[weekdayOf(dayNumberOf(date))];
  return `${formatMinute(at).slice(-5)} on ${weekday}, ${day} ${months[(month ?? 1) - 1]} ${year}`;
}
