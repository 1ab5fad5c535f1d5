import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { ReportDraft as Draft } from "../../../../contract/report-drafts.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { Approval } from "./approval.tsx";
import { DraftFiles } from "./draft-files.tsx";
import { DraftState, happened, shownFigure } from "./words.tsx";

/** One report: what it says and holds, and what happened to it. A supervisor approves it here. */
export function ReportDraft({ report }: { readonly report: string }) {
  const { answer, failure, isLoading, reload } = useAnswer("readReportDraft", {}, { report });
  const title = answer?.title ?? report;
  return (
    <SpaceBetween size="m">
      <BreadcrumbGroup
        ariaLabel="現在の場所"
        items={[
          { text: "報告書の承認", href: hashOf(["report-drafts"]) },
          { text: title, href: hashOf(["report-drafts"], { report }) },
        ]}
      />
      <Header variant="h1" actions={answer && <Approval draft={answer} reload={reload} />}>
        {answer ? `${title} 第${answer.revision}版` : title}
      </Header>
      <FailureAlert failure={failure} again={reload} />
      {isLoading && !answer && <Spinner size="large" />}
      {answer && <Shown draft={answer} />}
    </SpaceBetween>
  );
}

function Shown({ draft }: { readonly draft: Draft }) {
  const { period, cutOff, figures, log } = draft;
  return (
    <SpaceBetween size="m">
      <Container header={<Header variant="h2">状況</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: "状態", value: <DraftState draft={draft} /> },
            { label: "期間", value: `${period.from} 〜 ${period.to}` },
            { label: "集計の締め", value: `${cutOff.slice(0, 16).replace("T", " ")} より前` },
          ]}
        />
      </Container>
      <DraftFiles draft={draft} />
      <Table
        header={<Header variant="h2">数値</Header>}
        contentDensity="compact"
        trackBy="code"
        items={figures}
        columnDefinitions={columns}
        ariaLabels={{ tableLabel: "数値" }}
        empty="数値がありません。"
        wrapLines
      />
      <Container header={<Header variant="h2">経過</Header>}>
        <ol className="history">
          {log.map((entry, index) => (
            <li key={`${entry.at} ${index}`}>
              <time className="quiet">{shownMinute(entry.at)}</time> 第{entry.revision}版 {happened(entry)}
            </li>
          ))}
        </ol>
      </Container>
    </SpaceBetween>
  );
}

const columns: TableProps.ColumnDefinition<Draft["figures"][number]>[] = [
  { id: "definition", header: "項目と定義", isRowHeader: true, cell: ({ definition }) => definition },
  {
    id: "value",
    header: "値",
    width: 140,
    cell: ({ code, value }) => shownFigure(code, value),
  },
];
