import type { CaseEvent } from "../../../../domain/case/case.ts";
import type { Progress } from "./editor-view.ts";

/** 相談者属性, in the order of the screen. */
export const attributeNames = ["relation", "municipality", "ageBand", "device"] as const;

/** What happened to a case. */
export const eventNames: Readonly<Record<string, string>> = {
  opened: "受け付けました",
  "callback-requested": "折返しの希望を受けました",
  "called-back": "折返し架電がつながりました",
  "mail-sent": "受付メールを送りました",
  "task-started": "オペレータの作業に入れました",
  "mail-bounced": "メールが届きませんでした",
  "mail-complained": "メールが迷惑メールとして申告されました",
  answered: "相談者への回答を出しました",
  replied: "相談者から返信がありました",
  "handed-over": "前の受託者から引き継ぎました",
  escalated: "照会しました",
  "escalation-answered": "照会に回答がありました",
  "answered-back": "相談者に回答しました",
  "text-released": "文面の公開を決めました",
  edited: "書きました",
  "status-changed": "状況を変えました",
  "callback-attempted": "折返し架電をしました",
  "callback-closed": "折返し架電を終了しました",
  "registration-logged": "登録情報の操作を記録しました",
  "owner-changed": "担当者を決めました",
} satisfies Record<CaseEvent["what"], string>;

/** Where what was typed is. */
export const progressTexts: Readonly<Record<Progress, string>> = {
  saved: "案件に保存済み",
  typing: "入力中",
  kept: "書きかけを保管済み（案件には未保存）",
  saving: "案件に保存しています",
  failed: "保存できていません（入力は残っています）",
};
