import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import type { MadeTraining } from "../../../../contract/training.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";

/** Who has trained what and when, and what is still open. Nobody is ranked. */
export function MadeTrainings(props: {
  readonly trainings: readonly MadeTraining[];
  readonly isLoading: boolean;
}) {
  const { me } = useDesk();
  const seesAll = me.role !== "operator";
  return (
    <Table
      header={
        <Header
          variant="h2"
          description={
            seesAll
              ? "全員の研修です。新しい順に並んでいます。"
              : "あなたの研修です。新しい順に並んでいます。"
          }
        >
          行った研修
        </Header>
      }
      contentDensity="compact"
      wrapLines
      trackBy="contactId"
      items={props.trainings}
      loading={props.isLoading}
      loadingText="読み込んでいます"
      ariaLabels={{ tableLabel: "行った研修" }}
      empty="まだありません。"
      columnDefinitions={[
        {
          id: "at",
          header: "日時",
          minWidth: 150,
          cell: ({ madeAt }) => shownMinute(madeAt),
        },
        { id: "staff", header: "職員", minWidth: 70, cell: ({ staff }) => staff },
        {
          id: "title",
          header: "台本",
          isRowHeader: true,
          minWidth: 180,
          cell: ({ contactId, title, madeAt }) => (
            <Link
              href={hashOf(["training", contactId])}
              ariaLabel={`${shownMinute(madeAt)} ${title}のふりかえり`}
            >
              {title}
            </Link>
          ),
        },
        { id: "open", header: "まだのこと", minWidth: 220, cell: ({ open }) => <Open open={open} /> },
      ]}
    />
  );
}

function Open({ open }: Pick<MadeTraining, "open">) {
  if (open === undefined) return <StatusIndicator type="in-progress">途中</StatusIndicator>;
  if (open.length === 0) return <StatusIndicator type="success">ありません</StatusIndicator>;
  return (
    <ul className="expected">
      {open.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
