import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { TableProps } from "@cloudscape-design/components/table";
import type { ReportDraftSummary } from "../../../../contract/report-drafts.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { hashOf, useDeskLocation } from "../../navigation/location.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ListTable } from "../../shell/list-table.tsx";
import { ReportDraft } from "./report-draft.tsx";
import { DraftState } from "./words.tsx";

/** 報告書の承認: the latest revision of every report, and one of them where the address names it. */
export default function ReportDrafts() {
  const { query } = useDeskLocation();
  const report = query.get("report");
  return report === null ? <DraftList /> : <ReportDraft key={report} report={report} />;
}

function DraftList() {
  const reading = useAnswer("listReportDrafts", {}, {});
  const { answer, failure, reload } = reading;
  return (
    <SpaceBetween size="m">
      <FailureAlert failure={failure} again={reload} />
      <ListTable
        heading="報告書の承認"
        label="報告書"
        description="SVが承認すると、県が見られるようになり、メールで知らされます。"
        reading={reading}
        empty="作成された報告書はまだありません。月が終わると、翌月の初めに作られます。"
        enableKeyboardNavigation
        trackBy="report"
        items={answer?.reports ?? []}
        columnDefinitions={columns}
      />
    </SpaceBetween>
  );
}

const columns: TableProps.ColumnDefinition<ReportDraftSummary>[] = [
  {
    id: "title",
    header: "報告書",
    isRowHeader: true,
    cell: ({ report, title }) => <Link href={hashOf(["report-drafts"], { report })}>{title}</Link>,
  },
  { id: "revision", header: "版", cell: ({ revision }) => `第${revision}版` },
  { id: "period", header: "期間", cell: ({ period }) => `${period.from} 〜 ${period.to}` },
  { id: "state", header: "状態", cell: (draft) => <DraftState draft={draft} /> },
];
