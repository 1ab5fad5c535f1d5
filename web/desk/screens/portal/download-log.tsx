import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { AnswerOf } from "../../../../contract/routes.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

type Taken = AnswerOf<"listDownloads">["downloads"][number];

/** 受け取りの記録: who took which file of which revision, and when; the latest first. */
export default function DownloadLog() {
  const { answer, failure, isLoading, reload } = useAnswer("listDownloads", {}, {});
  return (
    <SpaceBetween size="m">
      <FailureAlert failure={failure} again={reload} />
      <Table
        variant="full-page"
        stickyHeader
        enableKeyboardNavigation
        contentDensity="compact"
        items={answer?.downloads ?? []}
        columnDefinitions={columns}
        loading={isLoading && !answer}
        loadingText="読み込んでいます"
        ariaLabels={{ tableLabel: "受け取りの記録" }}
        empty={failure ? "読み込めませんでした。" : "まだ、だれも報告書を受け取っていません。"}
        header={
          <Header
            variant="h1"
            description="記録は消せません。ファイルは、記録してから渡されます。"
            actions={
              <Button iconName="refresh" loading={isLoading && answer !== undefined} onClick={reload}>
                更新
              </Button>
            }
          >
            受け取りの記録
          </Header>
        }
      />
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
