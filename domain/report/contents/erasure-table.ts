import type { Case } from "../../case/case.ts";
import type { Calls } from "../../contact/call.ts";
import { dateAt, dateOfDay, dayNumberOf, type JapaneseDate } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";

/** A kind of personal data: where it lies, how much there was, and by which rule it goes when. */
interface Row {
  readonly kind: string;
  readonly place: string;
  /** null where it is not counted. */
  readonly count: number | null;
  readonly rule: string;
  readonly erasedBy: JapaneseDate;
  readonly method: string;
}

const erasureTable: Table<Row> = {
  file: "07_個人情報消去証明.csv",
  sheet: "個人情報消去証明",
  columns: [
    ["個人情報の種類", "text", (row) => row.kind],
    ["保管場所", "text", (row) => row.place],
    ["契約期間中の件数", "count", (row) => row.count],
    ["保管の決まり", "text", (row) => row.rule],
    ["消去の期日", "date", (row) => row.erasedBy],
    ["消去の方法", "text", (row) => row.method],
    ["消去日", "date", () => null],
    ["状態", "text", () => "予定"],
  ],
};

/** What is counted of each case, by the kind of data. */
const kindsOfCase: readonly (readonly [kind: string, count: (one: Case) => number])[] = [
  [
    "WEBフォーム相談者の連絡先（メールアドレス・電話番号・氏名）",
    ({ replyTo }) => Number(replyTo !== undefined && replyTo.by !== "none"),
  ],
  ["相談内容（自由記述）", ({ content }) => Number(content !== undefined)],
  ["相談に添付された画像", ({ pictures = [] }) => pictures.length],
  ["照会の内容と回答（自由記述）", ({ escalations = [] }) => escalations.length],
  ["引継ぎ時の経過（自由記述）", ({ history }) => history.filter(({ note }) => note !== undefined).length],
  ["相談者キー（電話番号から作った照合用の値）", ({ personKey }) => Number(personKey !== undefined)],
  ["折返し架電先の電話番号", ({ status }) => Number(status === "awaiting-callback")],
];

/**
 * 個人情報消去証明の別紙 (R52): what kinds of personal data there are, how many, and until when they are kept. At the end of
 * the contract the erasing is still to come, so each line says 予定 and has no date of erasure yet (decision 0017).
 */
export function erasures() {
  const counts = new Map(kindsOfCase.map(([kind]) => [kind, 0]));
  return {
    take(one: Case): void {
      for (const [kind, count] of kindsOfCase) counts.set(kind, (counts.get(kind) ?? 0) + count(one));
    },
    write(begin: BeginTable, programme: Pick<Programme, "contract" | "retention">, calls: Calls): void {
      const { contract, retention } = programme;
      const rows = [...counts].map(
        ([kind, count]): Row => ({
          kind,
          place: "相談案件・折返しの表（Amazon DynamoDB）",
          count,
          rule: `契約終了から${retention.daysAfterContract}日`,
          erasedBy: daysAfter(contract.to, retention.daysAfterContract),
          method: "表からの削除",
        }),
      );
      writeTable(begin, erasureTable, [recordings(programme, calls), ...rows, backups(retention)]);
    },
  };
}

function recordings(
  { contract, retention: { recordingDays } }: Pick<Programme, "contract" | "retention">,
  { inbound, outbound }: Calls,
): Row {
  const spoken = [
    ...inbound.filter(({ outcome }) => outcome === "answered").map(({ arrivedAt }) => dateAt(arrivedAt)),
    ...outbound.filter(({ connected }) => connected).map(({ startedAt }) => dateAt(startedAt)),
  ];
  const last = spoken.reduce((latest, date) => (date > latest ? date : latest), contract.from);
  return {
    kind: "通話録音（応答した受電と架電）",
    place: "録音の保管庫（Amazon S3）",
    count: spoken.length,
    rule: `通話から${recordingDays}日`,
    erasedBy: daysAfter(last, recordingDays),
    method: "保存期間による自動削除",
  };
}

function backups({ backupsGoneBy }: Programme["retention"]): Row {
  return {
    kind: "上記の控え（バックアップ）",
    place: "控えの保管庫（AWS Backup、東京と大阪）",
    count: null,
    rule: "控えの保存期間",
    erasedBy: backupsGoneBy,
    method: "保存期間による自動削除",
  };
}

function daysAfter(date: JapaneseDate, days: number): JapaneseDate {
  return dateOfDay(dayNumberOf(date) + days);
}
