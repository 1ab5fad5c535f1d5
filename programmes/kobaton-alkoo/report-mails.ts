import type { Phrases } from "../../domain/programme.ts";
import { monthAndDay } from "../../domain/spoken-japanese.ts";
import { deskName, programmeName, publishedNumber } from "./desk.ts";

/** What the prefecture and the supervisors read about reports. No figure and no file goes by mail. */

export const reportMail: Phrases["reportMail"] = ({ title, revision, replaces, address }) => ({
  subject: `【${programmeName}】${title}をご確認ください`,
  text: `お世話になっております。${deskName}です。

${title}の第${revision}版をお渡しできるようになりました。${replacement(replaces)}

次のページにサインインして、ご覧ください。
${address}

このメールには、報告の内容も、ファイルも付いていません。
お心当たりのない場合は、お手数ですが${publishedNumber}までお知らせください。
`,
});

function replacement(replaces: number | undefined): string {
  return replaces === undefined
    ? ""
    : `\n第${replaces}版を差し替えるものです。第${replaces}版も残っています。`;
}

export const reportReminder: Phrases["reportReminder"] = ({ title, revision, about, due }) => {
  const until = due === undefined ? "" : `\n\n県と決めた日: ${monthAndDay(due)}`;
  const steps = "手順は、運用手順書「定例報告の確認・承認・提出」にあります。";
  if (about === "fetching")
    return {
      subject: `【${programmeName}】${title}を県が受け取っていません`,
      text: `${title}の第${revision}版を、県がまだ受け取っていません。電話で知らせてください。${until}\n\n${steps}\n`,
    };
  const state = revision === 0 ? "まだ作られていません" : `第${revision}版は、まだ承認されていません`;
  return {
    subject: `【${programmeName}】${title}の承認が済んでいません`,
    text: `${title}が済んでいません（${state}）。${until}\n\n${steps}\n`,
  };
};
