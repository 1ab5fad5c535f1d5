import type { Category } from "../../domain/programme.ts";

/** 相談内容分類. A code is never given to another kind of inquiry: reports of earlier months use it. */
export const categories: readonly Category[] = [
  { code: "C01", name: "参加登録・参加資格" },
  { code: "C02", name: "アプリの導入・対応端末" },
  { code: "C03", name: "ログイン・本人認証" },
  { code: "C04", name: "歩数の計測・反映" },
  { code: "C05", name: "ポイントの付与・失効" },
  { code: "C06", name: "抽選・賞品の発送" },
  { code: "C07", name: "ランキング・イベント・コース" },
  { code: "C08", name: "登録情報の変更・引継ぎ" },
  { code: "C09", name: "退会・個人情報の取扱い" },
  { code: "C10", name: "障害・メンテナンス" },
  { code: "C11", name: "旧マイレージの終了" },
  { code: "C12", name: "参加団体の担当者からの相談" },
  { code: "C13", name: "事業・県政への意見" },
  { code: "C14", name: "苦情" },
  { code: "C15", name: "間違い・無言・対象外", deskOnly: true },
  { code: "C16", name: "その他" },
];
