import Badge from "@cloudscape-design/components/badge";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { Board } from "../../../../contract/board.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";

type Call = Board["talking"][number];

/** Calls in which somebody speaks now, the longest first: who has them, and for how long. Nothing in it says who calls. */
export function TalkingCalls({ talking }: { readonly talking: readonly Call[] }) {
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${talking.length})`}>
          対応中の通話
        </Header>
      }
      contentDensity="compact"
      trackBy="contactId"
      items={talking}
      columnDefinitions={columns}
      ariaLabels={{ tableLabel: "対応中の通話" }}
      empty="いま話している通話はありません。"
    />
  );
}

const columns: TableProps.ColumnDefinition<Call>[] = [
  {
    id: "minutes",
    header: "通話時間",
    isRowHeader: true,
    cell: ({ minutes, stepMinutes }) => (
      <span className="due">
        {Math.floor(minutes)}分{" "}
        {stepMinutes !== undefined && <Badge color="severity-high">{stepMinutes}分を超過</Badge>}
      </span>
    ),
  },
  { id: "staff", header: "対応者", cell: ({ staff }) => staff ?? "－" },
  { id: "since", header: "話し始め", cell: ({ since }) => shownMinute(since) },
  {
    id: "call",
    header: "通話",
    cell: ({ contactId, staff, since }) => (
      <Link
        href={hashOf(["calls", contactId])}
        ariaLabel={`通話を開く（${staff ?? "対応者不明"}、${shownMinute(since)}から）`}
      >
        通話を開く
      </Link>
    ),
  },
];
