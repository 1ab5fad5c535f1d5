import type { TrainingSettings } from "../../../domain/training/script.ts";

/** For training only: invented, until the prefecture's own questions and answers are taken in for the desk. */
export const trainingQuestions: TrainingSettings["faq"] = [
  {
    question: "機種変更をしました。歩数とポイントは引き継げますか。",
    answer:
      "引き継げます。前の端末で使っていたログイン用のメールアドレスとパスワードで、新しい端末のアプリにログインしてください。ポイントはそのまま残ります。前の端末だけで計測し、まだ送信していない歩数は移りません。",
    category: "登録情報の変更・引継ぎ",
    keywords: ["機種変更", "新しいスマホ", "引継ぎ", "端末"],
  },
  {
    question: "ログイン用のパスワードを忘れました。",
    answer:
      "アプリのログイン画面で「パスワードを忘れた方」を選ぶと、登録のメールアドレスに再設定の案内が届きます。メールアドレスも分からない場合は、本人確認のうえで登録状況を確認します。",
    category: "ログイン・本人認証",
    keywords: ["パスワード", "ログインできない", "再設定"],
  },
  {
    question: "歩数が反映されません。",
    answer:
      "アプリを開いて画面を下に引くと、最新の歩数を取り込みます。反映されない場合は、端末の設定でアプリに歩数の利用が許可されているかを確認してください。",
    category: "歩数の計測・反映",
    keywords: ["歩数", "反映", "同期", "増えない"],
  },
  {
    question: "前のコバトン健康マイレージの歩数計は、まだ使えますか。",
    answer:
      "前の事業は終了しており、歩数計からの送信はできません。いまの事業には、スマートフォンのアプリから参加できます。",
    category: "旧マイレージの終了",
    keywords: ["歩数計", "前のマイレージ", "タブレット", "終了"],
  },
  {
    question: "賞品の抽選の結果は、いつ分かりますか。",
    answer:
      "当選された方にだけ、登録のメールアドレスにお知らせします。当落のお問い合わせにはお答えしていません。",
    category: "抽選・賞品の発送",
    keywords: ["抽選", "賞品", "当選", "落選"],
  },
];
