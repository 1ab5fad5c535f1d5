import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { PortalReportDetail } from "../../../../contract/portal.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import type { ScreenProps } from "../../navigation/screen.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { CategoriesChart, TimesChart } from "./charts.tsx";
import "./portal.css";
import { ReportFiles } from "./report-files.tsx";
import { RevisionName } from "./report-list.tsx";

/** One revision of a report: its figures at a glance, what they mean, and its files. */
export default function ReportDetail({ path }: ScreenProps) {
  const { kind = "", of = "", revision = "" } = path;
  const { answer, failure, isLoading, reload } = useAnswer("readReport", { kind, of, revision }, {});
  const title = answer?.title ?? "報告書";
  return (
    <SpaceBetween size="m">
      <BreadcrumbGroup
        ariaLabel="現在の場所"
        items={[
          { text: "報告書", href: hashOf(["reports"]) },
          { text: title, href: hashOf(["reports", kind, of, revision]) },
        ]}
      />
      <Header variant="h1" description={answer && <Facts report={answer} />}>
        {title}
      </Header>
      <FailureAlert failure={failure} again={reload} />
      {isLoading && !answer && <Spinner size="large" />}
      {answer && <Shown report={answer} />}
    </SpaceBetween>
  );
}

function Facts({ report }: { readonly report: PortalReportDetail }) {
  return (
    <>
      対象期間 {report.period}・<RevisionName report={report} />
      ・承認 {shownMinute(report.approvedAt)}
    </>
  );
}

function Shown({ report }: { readonly report: PortalReportDetail }) {
  const { kind, of, revision, replacedBy, figures, times, categories, files } = report;
  return (
    <SpaceBetween size="m">
      {replacedBy !== undefined && (
        <Alert type="info" header={`第${replacedBy}版に差し替えられています`}>
          何が変わったかは、新しい版の「変更点.csv」にあります。{" "}
          <Link href={hashOf(["reports", kind, of, String(replacedBy)])}>第{replacedBy}版を開く</Link>
        </Alert>
      )}
      <ReportFiles revision={{ kind, of, revision: String(revision) }} files={files} />
      {(times.length > 0 || categories.length > 0) && (
        <ColumnLayout columns={2}>
          {times.length > 0 && (
            <Container header={<Header variant="h2">受電と応答</Header>} fitHeight>
              <TimesChart times={times} />
            </Container>
          )}
          {categories.length > 0 && (
            <Container header={<Header variant="h2">相談内容の構成</Header>} fitHeight>
              <CategoriesChart categories={categories} />
            </Container>
          )}
        </ColumnLayout>
      )}
      <Table
        variant="container"
        contentDensity="compact"
        trackBy="label"
        items={figures}
        ariaLabels={{ tableLabel: "指標" }}
        columnDefinitions={figureColumns}
        header={
          <Header
            variant="h2"
            description="割る数が0の率と平均は「—」です。すべての表とグラフは、定例報告.pdf にあります。"
          >
            指標
          </Header>
        }
      />
      <ExpandableSection variant="container" headerText="指標の定義">
        <dl className="definition-list">
          {figures.map(({ label, definition }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
      </ExpandableSection>
    </SpaceBetween>
  );
}

const figureColumns: TableProps.ColumnDefinition<PortalReportDetail["figures"][number]>[] = [
  { id: "label", header: "指標", isRowHeader: true, cell: ({ label }) => label },
  { id: "value", header: "値", cell: ({ value }) => <strong>{value}</strong> },
  { id: "basis", header: "分子 ÷ 分母", cell: ({ basis }) => basis ?? "－" },
  { id: "target", header: "目標・想定", cell: ({ target }) => target ?? "－" },
  { id: "standing", header: "判定", cell: ({ standing }) => standing ?? "－" },
];
