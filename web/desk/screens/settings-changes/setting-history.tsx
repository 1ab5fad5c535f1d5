import Badge from "@cloudscape-design/components/badge";
import Header from "@cloudscape-design/components/header";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { ShownSettingChange } from "../../../../contract/categories.ts";
import { shownDate, shownMinute } from "../../format.ts";

/** Every change of settings, the latest first: what, from when, why, who and when. Nothing is ever taken out of it. */
export function SettingHistory({ changes }: { readonly changes: readonly ShownSettingChange[] }) {
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${changes.length})`}>
          変更の記録
        </Header>
      }
      contentDensity="compact"
      wrapLines
      trackBy="number"
      items={changes}
      columnDefinitions={columns}
      ariaLabels={{ tableLabel: "変更の記録" }}
      empty="まだ変えていません。事業の設定のとおりです。"
    />
  );
}

const columns: TableProps.ColumnDefinition<ShownSettingChange>[] = [
  {
    id: "from",
    header: "いつから",
    cell: ({ from, isAhead }) => (
      <>
        {shownDate(from)} {isAhead && <Badge color="blue">予定</Badge>}
      </>
    ),
    minWidth: 150,
  },
  { id: "what", header: "変えたこと", isRowHeader: true, cell: ({ what }) => what, minWidth: 220 },
  { id: "reason", header: "理由", cell: ({ reason }) => reason, minWidth: 160 },
  { id: "by", header: "変えた人", cell: ({ by, at }) => `${by}、${shownMinute(at)}`, minWidth: 150 },
];
