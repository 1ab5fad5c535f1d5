/** Files of open cases as a former contractor might hand them over, made up line by line. */

/** What a bad line must be told: the spreadsheet's row is the file's line, for no cell has a line end. */
export interface ExpectedReject {
  readonly line: number;
  readonly field: string;
  readonly value: string;
  readonly reason: RegExp;
}

export const handoverHeading = [
  "受付番号",
  "受付日",
  "分類",
  "相談内容",
  "市町村",
  "年代",
  "対応状況",
  "対応経過",
  "回答期限",
  "電話番号",
  "メールアドレス",
] as const;

type Column = (typeof handoverHeading)[number];
type Row = Readonly<Record<Column, string>>;

/** Ways in which a line is wrong: the column, what stands in it, and what is said. Each is one that people really make. */
export const faults: readonly (readonly [field: Column, value: string, reason: RegExp])[] = [
  ["受付番号", "", /空欄/],
  ["受付番号", "長".repeat(101), /100文字/],
  ["受付日", "", /空欄/],
  ["受付日", "先月末", /読めません/],
  ["受付日", "2024/2/30", /ありません/],
  ["受付日", "2042/6/5", /これから来る/],
  ["受付日", "2014/6/5", /9年より前/],
  ["受付日", "2024/7/1", /引継ぎの対象ではありません/],
  ["分類", "宇宙", /対応する言葉/],
  ["相談内容", " ", /空欄/],
  ["相談内容", "長".repeat(10_001), /10,000文字/],
  ["市町村", "横浜市", /対応する言葉/],
  ["年代", "若い", /対応する言葉/],
  ["対応状況", "", /空欄/],
  ["対応状況", "たぶん済", /対応する言葉/],
  ["回答期限", "2024/5/31", /受付日より前/],
  ["回答期限", "なるべく早く", /読めません/],
  ["電話番号", "9012345678", /先頭の0/],
  ["電話番号", "12", /読めません/],
  ["メールアドレス", "hanako(at)example.jp", /読めません/],
];

const states = ["対応中", "未対応", "県照会中", "折返し待ち", "完了"];
const categories = ["歩数", "ポイント", "C02", "苦情", "登録情報の変更・引継ぎ"];

/** A good line: every number once, every day of June, every state and several ways to write the same. */
export function goodRow(index: number): Row {
  return {
    受付番号: `R6-${String(index).padStart(5, "0")}`,
    受付日: `2024/6/${(index % 28) + 1} ${9 + (index % 8)}:${String(index % 60).padStart(2, "0")}`,
    分類: categories[index % categories.length] ?? "",
    相談内容: `歩数が髙橋さんの端末①に反映されない（${index}件目）。`,
    市町村: index % 3 === 0 ? "" : "川越市",
    年代: index % 2 === 0 ? "６０代" : "70代",
    対応状況: states[index % states.length] ?? "",
    対応経過: index % 4 === 0 ? "" : "再起動を案内, 様子を見る",
    回答期限: index % 5 === 1 ? "2024/7/5" : "",
    電話番号: `090-1234-${String(index % 10_000).padStart(4, "0")}`,
    メールアドレス: index % 7 === 0 ? `person${index}@example.jp` : "",
  };
}

/** A file of `lines` lines with `bad` bad ones spread over it, of every fault in turn, and what must be said of each. */
export function aHandoverFile(
  lines: number,
  bad: number,
): { readonly csv: string; readonly expected: readonly ExpectedReject[] } {
  const every = Math.floor(lines / bad);
  const expected: ExpectedReject[] = [];
  const rows = Array.from({ length: lines }, (_, index): Row => {
    const good = goodRow(index);
    const [field, value, reason] = faults[expected.length % faults.length] ?? [];
    if (index % every !== every - 1 || expected.length === bad || !field || !reason || value === undefined)
      return good;
    // The heading is line 1.
    expected.push({ line: index + 2, field, value, reason });
    return { ...good, [field]: value };
  });
  return { csv: csvOf(rows), expected };
}

export function csvOf(rows: readonly Row[], heading: readonly Column[] = handoverHeading): string {
  const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [heading, ...rows.map((row) => heading.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}
