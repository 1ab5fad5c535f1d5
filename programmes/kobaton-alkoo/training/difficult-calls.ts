import type { TrainingScript } from "../../../domain/training/script.ts";
import { answered, contentWritten, heardOut, noPersonalData } from "./every-case.ts";

/** Complaints, long calls, abusive ones, and one that only seems to be difficult (R83, R84). */
export const difficultCalls: readonly TrainingScript[] = [
  {
    id: "complaint",
    title: "苦情と要望",
    trains: "苦情を、言い返さずに聞き、県への意見として残す",
    caller: { number: "+819000000005", keys: ["0"] },
    lines: [
      {
        says: "抽選に半年申し込んで、一度も当たらない。外れたという知らせも来ない。おかしいでしょう。",
        hint: "ご不快な思いをされたとのこと、申し訳ございません。くわしくお聞かせください。",
      },
      {
        says: "せめて外れた人にも知らせるべきだ。税金でやっている事業なんだから。",
        hint: "外れた方にもお知らせがほしい、というご意見ですね。",
      },
      {
        says: "そうだ。県に伝えておいてくれ。",
        hint: "ご意見として県に伝えます。当落の理由は、こちらではお答えできません。",
      },
      { says: "分かった。頼みましたよ。", hint: "貴重なご意見をありがとうございました。" },
    ],
    expectations: [
      heardOut,
      {
        kind: "harassment-not-suspected",
        manual: "正当な苦情や要望は、カスハラではありません。語気が強いだけで、疑いとして報告しません。",
      },
      { kind: "category", oneOf: ["C13", "C14"], manual: "「苦情」か「事業・県政への意見」にします。" },
      answered,
      contentWritten,
      noPersonalData,
    ],
  },
  {
    id: "long-call",
    title: "同じ話が続く長い電話",
    trains: "時間の区切りで、LDに相談して代わる",
    caller: { number: "+819000000006", keys: ["0"] },
    lines: [
      {
        says: "アプリの画面の色が見にくい。前の画面に戻してほしい。",
        hint: "画面の色についてのご意見ですね。承りました。",
      },
      {
        says: "何度も言うけど、前のほうがよかった。どうして変えたのか、説明してくれ。",
        hint: "変更の経緯は、こちらでは分かりかねます。ご意見として県に伝えます。",
      },
      {
        says: "だから、その経緯を聞いているんだ。分かる人はいないのか。",
        minutesLater: 21,
        hint: "お話が20分を超えました。責任者に代わりますので、少しお待ちください。",
      },
    ],
    reactions: { transferred: "責任者の方ですね。では、初めから話します。" },
    expectations: [
      heardOut,
      {
        kind: "transferred",
        oneOf: ["leader", "supervisor"],
        manual: "20分を超えたら、一人で抱えず、LDに知らせて代わります。30分でSVに知らせが行きます。",
      },
      { kind: "harassment-not-suspected", manual: "長いというだけでは、カスハラではありません。" },
      { kind: "category", oneOf: ["C13", "C14"], manual: "「苦情」か「事業・県政への意見」にします。" },
      contentWritten,
      noPersonalData,
    ],
  },
  {
    id: "abusive",
    title: "暴言のある電話",
    trains: "疑いを知らせ、配慮を尋ね、段階を踏んで責任者に代わる",
    caller: { keys: ["0"] },
    lines: [
      {
        says: "お前じゃ話にならない。ばかにしているのか。上を出せ。",
        hint: "お困りのことを、もう一度順番に確認させてください。",
      },
      {
        says: "うるさい、役立たず。給料泥棒。名前を言え。",
        hint: "お話しする速さや聞こえ方など、気をつけたほうがよいことはございますか。",
      },
      {
        says: "そんなものはない。黙って上を出せと言っているんだ。",
        hint: "これまでにご説明したことが、こちらでお答えできるすべてです。",
      },
      { says: "ふざけるな。", hint: "責任者に代わります。" },
    ],
    reactions: { transferred: "やっと代わったか。" },
    expectations: [
      {
        kind: "harassment-suspected",
        manual: "暴言を受けたら、F9でLDとSVに知らせます。一人で我慢しません。",
      },
      {
        kind: "accommodation-first",
        manual: "お断りの文の前に、必ず配慮が必要かを尋ねて記録します。",
      },
      {
        kind: "transferred",
        oneOf: ["leader", "supervisor"],
        manual: "暴言で通話を終えるかは、LDかSVが決めます。代わってもらいます。",
      },
      { kind: "category", oneOf: ["C14", "C15"], manual: "「苦情」か「間違い・無言・対象外」にします。" },
      contentWritten,
      noPersonalData,
    ],
  },
  {
    id: "threat",
    title: "脅迫のある電話",
    trains: "身の危険を感じる言葉には、すぐに通話を終える",
    caller: { keys: ["0"] },
    lines: [
      { says: "ポイントを今すぐ付けろ。", hint: "ポイントのことですね。どのようなご事情でしょうか。" },
      {
        says: "付けないなら、今からそっちに行って、ただではおかない。",
        hint: "申し訳ございませんが、このお電話はここで終わらせていただきます。",
      },
    ],
    expectations: [
      {
        kind: "harassment-suspected",
        manual: "F9でLDとSVに知らせます。危険があるときは110番も、LDかSVが判断します。",
      },
      {
        kind: "ended-with",
        oneOf: ["threat", "danger"],
        manual: "脅迫は、聞いた人がその場で終えてかまいません。理由を記録します。",
      },
      contentWritten,
      noPersonalData,
    ],
  },
  {
    id: "hard-of-hearing",
    title: "聞こえにくい方からの電話",
    trains: "何度も聞き返す方に、ゆっくり、言い方を変えて答える",
    caller: { number: "+819000000007", keys: ["0"] },
    lines: [
      {
        says: "歩数が増えないの。え、なんですか。もっと大きな声で言ってくれないと聞こえませんよ。",
        hint: "（ゆっくり、はっきりと）歩数が、増えないのですね。",
      },
      {
        says: "何ですって。さっきから、ぼそぼそと。耳が遠いんだから、ゆっくり言ってちょうだい。",
        hint: "（短く区切って）アプリを、開いて、ください。画面を、下に、引きます。",
      },
      {
        says: "画面を下に、ね。ああ、増えた、増えた。怒鳴ってごめんなさいね。",
        hint: "よかったです。また、いつでも、お電話ください。",
      },
    ],
    expectations: [
      heardOut,
      {
        kind: "harassment-not-suspected",
        manual:
          "聞こえにくさや説明の必要から声が大きくなる、聞き返す、長くなる。これらはカスハラとして扱いません。",
      },
      { kind: "category", oneOf: ["C04"], manual: "歩数の反映は「歩数の計測・反映」です。" },
      answered,
      contentWritten,
      noPersonalData,
    ],
  },
];
