import type { HandoverFile } from "../../domain/import/import-settings.ts";
import { inquiryHeadings, municipalitySpellings } from "./import-words.ts";

/**
 * The former contractor's list of cases (R58). Its columns are not known yet: these are the words of the template that the
 * runbook hands out, and of lists that help desks keep; others are added here when the list has come.
 */
export const handoverFile: HandoverFile = {
  headings: {
    ...inquiryHeadings,
    reference: ["受付番号", "管理番号", "案件番号", "問合せ番号", "整理番号", "No."],
    receivedAt: ["受付日", "受付日時", "受電日時", "受電日", "相談日", "日時"],
    state: ["対応状況", "状況", "状態", "ステータス", "進捗"],
    soFar: ["対応経過", "これまでの対応", "対応内容", "経過", "対応履歴"],
    dueAt: ["回答期限", "期限", "対応期限"],
  },
  categories: {
    参加登録: "C01",
    登録: "C01",
    アプリ: "C02",
    ログイン: "C03",
    歩数: "C04",
    ポイント: "C05",
    "抽選・賞品": "C06",
    賞品: "C06",
    "イベント・コース": "C07",
    登録情報変更: "C08",
    機種変更: "C08",
    退会: "C09",
    個人情報: "C09",
    不具合: "C10",
    障害: "C10",
    旧マイレージ: "C11",
    参加団体: "C12",
    "意見・要望": "C13",
    クレーム: "C14",
  },
  states: {
    未対応: "received",
    未着手: "received",
    新規: "received",
    継続: "in-progress",
    継続中: "in-progress",
    対応中: "in-progress",
    確認中: "in-progress",
    県照会中: "referred",
    県に照会中: "referred",
    事業者照会中: "referred",
    エスカレーション中: "referred",
    折返し待ち: "awaiting-callback",
    折り返し待ち: "awaiting-callback",
    要架電: "awaiting-callback",
    完了: "closed",
    対応済: "closed",
    対応済み: "closed",
    解決済: "closed",
    クローズ: "closed",
  },
  attributes: {
    relation: {
      本人: "参加者本人",
      参加者: "参加者本人",
      家族: "家族・代理",
      代理: "家族・代理",
      団体: "団体担当者",
    },
    municipality: municipalitySpellings,
    ageBand: { "10代": "10代以下", "80代": "80代以上", "90代": "80代以上" },
    device: { アイフォン: "iPhone", アンドロイド: "Android" },
  },
};
