import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import type { ShownScript } from "../../../../contract/training.ts";
import type { Failure } from "../../api/failure.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

/** The scripts, each with what is looked at; where there are callers, each with the button that has its caller ring. */
export function Scripts(props: {
  readonly scripts: readonly ShownScript[];
  readonly isLoading: boolean;
  readonly canBegin: boolean;
}) {
  const { ask } = useDesk();
  const [failure, setFailure] = useState<Failure>();
  const [starting, setStarting] = useState<string>();
  const begin = async (script: string): Promise<void> => {
    if (starting !== undefined) return;
    setStarting(script);
    const answered = await ask("beginTraining", {}, { script });
    setStarting(undefined);
    setFailure(answered.ok ? undefined : answered.failure);
  };
  const beginning: TableProps.ColumnDefinition<ShownScript> = {
    id: "begin",
    header: "始める",
    width: 130,
    minWidth: 110,
    cell: ({ id, title }) => (
      <Button ariaLabel={`${title}の研修を始める`} loading={starting === id} onClick={() => void begin(id)}>
        始める
      </Button>
    ),
  };
  return (
    <SpaceBetween size="s">
      <FailureAlert failure={failure} />
      <Table
        header={<Header variant="h2">台本を選ぶ</Header>}
        contentDensity="compact"
        wrapLines
        trackBy="id"
        items={props.scripts}
        loading={props.isLoading}
        loadingText="読み込んでいます"
        ariaLabels={{ tableLabel: "研修の台本" }}
        empty="この事業には、研修の台本がまだありません。"
        columnDefinitions={props.canBegin ? [...columns, beginning] : columns}
      />
    </SpaceBetween>
  );
}

const columns: readonly TableProps.ColumnDefinition<ShownScript>[] = [
  {
    id: "script",
    header: "台本",
    isRowHeader: true,
    minWidth: 170,
    cell: ({ title, trains, expectations }) => (
      <>
        <strong>{title}</strong>
        <div>{trains}</div>
        <details>
          <summary aria-label={`${title}で見るところ`}>見るところ</summary>
          <ul className="expected">
            {expectations.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      </>
    ),
  },
];
