import type { TrainingScript } from "../../../domain/training/script.ts";
import { answered, closed, contentWritten, heardOut, noPersonalData } from "./every-case.ts";

/** Calls of every day: the FAQ answers them, or the tool, or they are nothing for this desk. */
export const everydayCalls: readonly TrainingScript[] = [
  {
    id: "phone-changed",
    title: "機種変更のあとの引継ぎ",
    trains: "想定質問・回答集を引いて、その場で答える",
    caller: { number: "+819000000001", keys: ["1"] },
    lines: [
      {
        says: "すみません、スマホを新しくしたんですけど、いままでの歩数とかポイントは、そのまま使えますか。",
        hint: "お電話ありがとうございます。機種変更のあとの引継ぎですね。確認いたします。",
      },
      {
        says: "はい。前のスマホは、もうお店に返してしまいました。",
        hint: "前の端末でお使いのメールアドレスとパスワードでログインしていただくと、ポイントはそのまま残ります。",
      },
      {
        says: "そうなんですね。パスワードは分かるので、やってみます。ありがとうございました。",
        hint: "ほかにご不明な点はございませんか。お電話ありがとうございました。",
      },
    ],
    expectations: [
      heardOut,
      {
        kind: "faq-used",
        manual:
          "答えは想定質問・回答集から探し、答えに使った回答で「この回答を使う」を押します。思い出して答えません。",
      },
      {
        kind: "category",
        oneOf: ["C08"],
        manual: "機種変更の引継ぎは「登録情報の変更・引継ぎ」です。",
      },
      answered,
      contentWritten,
      noPersonalData,
      closed,
    ],
  },
  {
    id: "login-forgotten",
    title: "ログインできない方の登録の照会",
    trains: "本人確認を済ませてから、登録状況を見る",
    caller: { number: "+819000000002", keys: ["1"] },
    lines: [
      {
        says: "アプリにログインできなくなりました。どのメールアドレスで登録したのかも、思い出せないんです。",
        hint: "お困りですね。登録の状況を確認しますので、いくつかお尋ねしてもよろしいでしょうか。",
      },
      {
        says: "はい。名前は、コバトタロウです。生まれは昭和40年4月1日で、電話番号は、いまかけている番号です。",
        hint: "ありがとうございます。確認いたしますので、少しお待ちください。",
      },
      {
        says: "お願いします。…分かりましたか。では、そのアドレスで再設定してみます。",
        hint: "登録のメールアドレスに、再設定の案内が届きます。",
      },
    ],
    reactions: { resumed: "はい、聞いています。" },
    expectations: [
      heardOut,
      {
        kind: "registration",
        what: "looked-up",
        manual:
          "登録情報を見る前に、氏名とフリガナ、生年月日、登録の電話番号かメールアドレスを確かめ、記録します。",
      },
      { kind: "category", oneOf: ["C03"], manual: "ログインの相談は「ログイン・本人認証」です。" },
      answered,
      contentWritten,
      noPersonalData,
      closed,
    ],
  },
  {
    id: "outside-the-manual",
    title: "マニュアルにない質問",
    trains: "分からないことを県に照会し、待っていただく",
    caller: { number: "+819000000003", keys: ["2"] },
    lines: [
      {
        says: "来月、勤め先が市外に移るんですが、県民でなくなったあとも、たまったポイントで抽選に申し込めますか。",
        hint: "県外に移られたあとの抽選のお申込みについてですね。資料を確認します。",
      },
      {
        says: "住まいは県内のままかもしれませんし、引っ越すかもしれません。決まりがあるなら教えてください。",
        hint: "いま手元の資料では確かなお答えができません。県に確認して、あらためてお答えします。",
      },
      { says: "分かりました。返事を待っています。", hint: "お時間をいただき、ありがとうございます。" },
    ],
    expectations: [
      heardOut,
      {
        kind: "escalated",
        to: "prefecture",
        manual: "マニュアルと想定質問・回答集にない質問は、推測で答えず、県に照会します。",
      },
      { kind: "category", oneOf: ["C01", "C06"], manual: "参加資格か抽選の分類にします。" },
      contentWritten,
      noPersonalData,
      {
        kind: "status",
        oneOf: ["referred"],
        manual: "照会の答えが返るまで、案件は「照会中」です。完了にしません。",
      },
    ],
  },
  {
    id: "callback",
    title: "調べて折り返す約束",
    trains: "長く待たせず、折返し架電を約束する",
    caller: { number: "+819000000004", keys: ["2"] },
    lines: [
      {
        says: "6月に歩いた分のポイントが付いていないようなんです。調べてもらえますか。",
        hint: "6月分のポイントですね。お調べするのに少しお時間がかかります。",
      },
      {
        says: "あと5分で出かけるので、待っていられません。あとで電話をもらえませんか。",
        hint: "承知しました。いまおかけの番号に、こちらから折り返しお電話いたします。",
      },
      { says: "はい、この番号で大丈夫です。お願いします。", hint: "確認できしだい、折り返しいたします。" },
    ],
    expectations: [
      heardOut,
      {
        kind: "callback-promised",
        manual:
          "折り返すと言ったら、その場で「折返し架電」に登録します。約束は期限で並び、誰でも続きができます。",
      },
      { kind: "category", oneOf: ["C05"], manual: "ポイントの付与は「ポイントの付与・失効」です。" },
      contentWritten,
      noPersonalData,
    ],
  },
  {
    id: "former-programme",
    title: "前の事業と間違えた電話",
    trains: "ここで答えられないことを、すぐに、ていねいに伝える",
    caller: { keys: ["3"] },
    lines: [
      {
        says: "歩数計を公民館のタブレットに当てても、送れないんですよ。壊れたのかしら。",
        hint: "お使いの歩数計は、前の「健康マイレージ」のものでしょうか。",
      },
      {
        says: "ええ、何年か前にもらったものです。もう使えないの。",
        hint: "前の事業は終了しており、送信はできません。いまの事業には、スマートフォンのアプリから参加できます。",
      },
      {
        says: "そうだったのね。スマホはないから、もういいわ。ありがとう。",
        hint: "お電話ありがとうございました。",
      },
    ],
    expectations: [
      heardOut,
      { kind: "category", oneOf: ["C11"], manual: "前の事業の相談は「旧マイレージの終了」です。" },
      { kind: "not-escalated", manual: "終了した事業のことは、回答集で答えられます。照会しません。" },
      answered,
      closed,
    ],
  },
];
