import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { TableProps } from "@cloudscape-design/components/table";
import type { PortalReport } from "../../../../contract/portal.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ListTable } from "../../shell/list-table.tsx";

/** 報告書: every revision that a supervisor has approved, the latest first. */
export default function ReportList() {
  const reading = useAnswer("listReports", {}, {});
  const { answer, failure, reload } = reading;
  return (
    <SpaceBetween size="m">
      <FailureAlert failure={failure} again={reload} />
      <ListTable
        heading="報告書"
        description="相談窓口のSVが承認した報告書です。相談者の氏名・電話番号・住所は含まれません。"
        reading={reading}
        empty="承認された報告書はまだありません。届いたときはメールでお知らせします。"
        stickyHeader
        enableKeyboardNavigation
        trackBy={({ kind, of, revision }) => `${kind}/${of}/${revision}`}
        items={answer?.reports ?? []}
        columnDefinitions={columns}
      />
    </SpaceBetween>
  );
}

const columns: TableProps.ColumnDefinition<PortalReport>[] = [
  {
    id: "title",
    header: "報告書",
    isRowHeader: true,
    cell: ({ kind, of, revision, title }) => (
      <Link href={hashOf(["reports", kind, of, String(revision)])}>{title}</Link>
    ),
  },
  { id: "period", header: "対象期間", cell: ({ period }) => period },
  { id: "revision", header: "版", cell: (report) => <RevisionName report={report} /> },
  { id: "approved", header: "承認日時", cell: ({ approvedAt }) => shownMinute(approvedAt) },
  {
    id: "taken",
    header: "受け取り",
    cell: ({ isTaken }) =>
      isTaken ? (
        <StatusIndicator type="success">受け取り済み</StatusIndicator>
      ) : (
        <StatusIndicator type="pending">まだ</StatusIndicator>
      ),
  },
];

/** 第2版（第1版の差し替え）; of one that another took the place of, which. */
export function RevisionName({ report }: { readonly report: PortalReport }) {
  const { revision, replaces, replacedBy } = report;
  const notes = [
    replaces === undefined ? [] : `第${replaces}版の差し替え`,
    replacedBy === undefined ? [] : `第${replacedBy}版に差し替え済み`,
  ].flat();
  return (
    <>
      第{revision}版{notes.length > 0 && <span className="quiet">（{notes.join("、")}）</span>}
    </>
  );
}
