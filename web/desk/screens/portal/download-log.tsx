import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { TableProps } from "@cloudscape-design/components/table";
import type { AnswerOf } from "../../../../contract/routes.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ListTable } from "../../shell/list-table.tsx";
import { PageButtons, usePages } from "../../shell/pages.tsx";

type Taken = AnswerOf<"listDownloads">["downloads"][number];

/** 受け取りの記録: who took which file of which revision, and when; the latest first. */
export default function DownloadLog() {
  const pages = usePages();
  const reading = useAnswer("listDownloads", {}, pages.place);
  const { answer, failure, reload } = reading;
  return (
    <SpaceBetween size="m">
      <FailureAlert failure={failure} again={reload} />
      <ListTable
        heading="受け取りの記録"
        description="記録は消せません。ファイルは、記録してから渡されます。"
        reading={reading}
        empty="まだ、だれも報告書を受け取っていません。"
        stickyHeader
        enableKeyboardNavigation
        items={answer?.downloads ?? []}
        columnDefinitions={columns}
      />
      <PageButtons pages={pages} next={answer?.next} />
    </SpaceBetween>
  );
}

const columns: TableProps.ColumnDefinition<Taken>[] = [
  { id: "at", header: "日時", isRowHeader: true, cell: ({ at }) => shownMinute(at) },
  { id: "by", header: "利用者", cell: ({ by }) => by },
  {
    id: "report",
    header: "報告書",
    cell: ({ kind, of, revision, title }) => (
      <Link href={hashOf(["reports", kind, of, String(revision)])}>{title}</Link>
    ),
  },
  { id: "revision", header: "版", cell: ({ revision }) => `第${revision}版` },
  { id: "file", header: "ファイル", cell: ({ file }) => file },
];
