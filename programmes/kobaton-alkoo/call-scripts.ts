import type { CallScript } from "../../domain/call-script.ts";

/** The words for callers about the end of the former programme (R9). They are ours, to be agreed with the prefecture. */
export const callScripts: readonly CallScript[] = [
  {
    menu: "former",
    title: "旧マイレージの終了についての案内",
    sentences: [
      "お電話ありがとうございます。旧マイレージについてのお問い合わせですね。",
      "旧マイレージは終了し、いまはコバトンALKOOマイレージをご利用いただいています。",
      "お困りのことや、お気づきのことを、お聞かせください。",
      "いただいたご意見は、記録して県にお伝えします。",
    ],
    notes: [
      "終了の理由や経緯など、資料にないことは答えずに、県に照会してください。",
      "「旧マイレージの終了」の分類で記録してください。県への報告で分けて数えます。",
    ],
  },
];
