import type { HostedForm } from "../../domain/import/import-settings.ts";
import { inquiryHeadings, municipalitySpellings } from "./import-words.ts";

/**
 * The form that the prefecture may host (R8). Its columns are not known yet: these are the words that such forms use;
 * others are added here when the prefecture's first file has come.
 */
export const hostedForm: HostedForm = {
  headings: {
    ...inquiryHeadings,
    reference: ["受付番号", "整理番号", "到達番号", "問合せ番号", "お問い合わせ番号", "受付ID", "ID"],
    receivedAt: [
      "送信日時",
      "受付日時",
      "申込日時",
      "到達日時",
      "回答日時",
      "投稿日時",
      "タイムスタンプ",
      "日時",
    ],
    replyBy: ["回答方法", "返信方法", "ご希望の回答方法", "ご希望の連絡方法", "連絡方法"],
  },
  categories: {
    参加登録: "C01",
    アプリについて: "C02",
    ログインについて: "C03",
    歩数について: "C04",
    ポイントについて: "C05",
    賞品について: "C06",
    "抽選・賞品について": "C06",
    イベントについて: "C07",
    登録情報の変更: "C08",
    退会について: "C09",
    不具合について: "C10",
    旧マイレージについて: "C11",
    団体の担当者の方: "C12",
    "ご意見・ご要望": "C13",
    苦情: "C14",
    その他のお問い合わせ: "C16",
  },
  attributes: {
    relation: {
      本人: "参加者本人",
      ご本人: "参加者本人",
      参加者: "参加者本人",
      ご家族: "家族・代理",
      家族: "家族・代理",
    },
    municipality: municipalitySpellings,
    ageBand: { "10代": "10代以下", "80代": "80代以上" },
    device: { アイフォン: "iPhone", アンドロイド: "Android" },
  },
  replyWays: {
    メール: "mail",
    電子メール: "mail",
    Eメール: "mail",
    電話: "telephone",
    お電話: "telephone",
    回答不要: "none",
    返信不要: "none",
    不要: "none",
    希望しない: "none",
  },
};
