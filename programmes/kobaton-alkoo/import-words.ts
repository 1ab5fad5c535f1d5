import type { Headings } from "../../domain/import/headings.ts";
import type { InquiryField } from "../../domain/import/import-settings.ts";
import { attributeChoices } from "./attribute-choices.ts";

/** Headings that files of every origin use; each file has its own for its number and its time besides. */
export const inquiryHeadings: Headings<Exclude<InquiryField, "reference" | "receivedAt">> = {
  category: [
    "相談内容分類",
    "分類",
    "種別",
    "区分",
    "お問い合わせの種類",
    "お問い合わせ種別",
    "問合せ種別",
    "カテゴリ",
  ],
  content: ["相談内容", "内容", "問合せ内容", "お問い合わせ内容", "本文", "ご質問内容", "質問内容"],
  relation: ["相談者区分", "相談者", "続柄", "ご本人との関係", "お立場"],
  municipality: ["市町村", "市区町村", "お住まいの市町村", "居住地", "住所（市町村）"],
  ageBand: ["年代", "年齢層", "年齢"],
  device: ["端末", "機種", "お使いの端末", "スマートフォン"],
  name: ["氏名", "お名前", "名前", "相談者氏名"],
  mail: ["メールアドレス", "メール", "Eメール", "E-mail", "mail"],
  telephone: ["電話番号", "電話", "連絡先電話番号", "お電話番号", "TEL"],
  reachable: ["連絡のつく時間", "連絡可能時間", "連絡希望時間", "ご連絡可能な時間帯"],
};

/** A municipality without its 市, 町 or 村, where no other is named so, and with the prefecture's name before it. */
export const municipalitySpellings: Readonly<Record<string, string>> = Object.fromEntries(
  attributeChoices.municipality.flatMap((name) => {
    const bare = name.replace(/[市町村]$/, "");
    const sameBare = attributeChoices.municipality.filter((other) => other.replace(/[市町村]$/, "") === bare);
    return [[`埼玉県${name}`, name] as const, ...(sameBare.length === 1 ? [[bare, name] as const] : [])];
  }),
);
