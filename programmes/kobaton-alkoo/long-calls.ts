import type { LongCallSettings } from "../../domain/long-call/long-call.ts";

/**
 * Long and abusive calls (R83, R84). The minutes are ours, to be agreed with the prefecture; the ladder follows the call centre
 * association's guideline (CCAJ, 2025): ask, explain, give notice twice, end.
 */
export const longCalls: LongCallSettings = {
  steps: [
    { afterMinutes: 20, tell: ["leader"] },
    { afterMinutes: 30, tell: ["supervisor"] },
    { afterMinutes: 60, tell: ["leader", "supervisor"] },
  ],
  accommodationQuestion: "お話しする速さや聞こえ方など、こちらで気をつけたほうがよいことはございますか。",
  ladder: [
    {
      code: "facts",
      name: "事実の確認",
      sentence: "お困りのことを、もう一度順番に確認させてください。",
    },
    {
      code: "first-notice",
      name: "1回目のお断り",
      sentence:
        "これまでにご説明したことが、こちらでお答えできるすべてです。同じご説明の繰り返しになります。",
    },
    {
      code: "second-notice",
      name: "2回目のお断り",
      sentence:
        "このままですと、これ以上お話を続けられません。お電話を終えることになりますので、ご了承ください。",
    },
    {
      code: "ending",
      name: "終了",
      sentence:
        "申し訳ございませんが、このお電話はここで終わらせていただきます。新しいご用件がございましたら、あらためてご連絡ください。",
    },
  ],
  reviewAfterDays: 30,
};
