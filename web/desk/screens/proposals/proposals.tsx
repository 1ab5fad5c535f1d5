import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import type { ShownProposal } from "../../../../contract/proposals.ts";
import type { AnswerOf } from "../../../../contract/routes.ts";
import type { Failure } from "../../api/failure.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { PageButtons, usePages } from "../../shell/pages.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { ProposalForm } from "./proposal-form.tsx";

type Names = AnswerOf<"listProposals">["names"];

/** 課題と改善提案: what the desk saw and proposes; all of it stands in the monthly report. */
export default function Proposals() {
  const { ask } = useDesk();
  const pages = usePages();
  const reading = useAnswer("listProposals", {}, pages.place);
  const { answer, failure, isLoading, reload } = reading;
  const [refused, setRefused] = useState<Failure>();
  const names = answer?.names ?? { states: {}, owners: {} };
  const setState = async ({ number, state }: ShownProposal, to: ShownProposal["state"]) => {
    const answered = await ask("setProposalState", { number: String(number) }, { from: state, to });
    setRefused(answered.ok ? undefined : answered.failure);
    reload();
  };
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="定例報告の「課題と改善提案」に載ります。相談者の名前や電話番号は書かないでください。"
        actions={<ReloadButton reading={reading} />}
      >
        課題と改善提案
      </Header>
      <FailureAlert failure={failure ?? refused} again={reload} />
      <Table
        header={
          <Header variant="h2" description="新しい順に並んでいます。">
            提案の一覧
          </Header>
        }
        contentDensity="compact"
        wrapLines
        trackBy="number"
        items={answer?.proposals ?? []}
        loading={isLoading && !answer}
        loadingText="読み込んでいます"
        ariaLabels={{ tableLabel: "提案の一覧" }}
        empty="提案はまだありません。下の欄から登録できます。"
        columnDefinitions={[
          { id: "number", header: "番号", width: 70, cell: ({ number }) => number },
          { id: "theme", header: "テーマ", isRowHeader: true, cell: ({ theme }) => theme },
          { id: "issue", header: "課題", cell: ({ issue }) => issue },
          { id: "proposal", header: "提案", cell: ({ proposal }) => proposal },
          { id: "owner", header: "実施する人", cell: ({ owner }) => names.owners[owner] ?? owner },
          {
            id: "state",
            header: "状態",
            minWidth: 190,
            cell: (one) => <State proposal={one} names={names} set={(to) => void setState(one, to)} />,
          },
        ]}
      />
      <PageButtons pages={pages} next={answer?.next} />
      {answer && <ProposalForm owners={names.owners} added={reload} />}
    </SpaceBetween>
  );
}

function State(props: {
  readonly proposal: ShownProposal;
  readonly names: Names;
  readonly set: (to: ShownProposal["state"]) => void;
}) {
  const { proposal, names, set } = props;
  const options = Object.entries(names.states).map(([value, label]) => ({ value, label }));
  const last = proposal.history.at(-1);
  return (
    <>
      <Select
        selectedOption={options.find(({ value }) => value === proposal.state) ?? null}
        options={options}
        ariaLabel={`提案${proposal.number}の状態`}
        onChange={({ detail }) => set(detail.selectedOption.value as ShownProposal["state"])}
      />
      {last && (
        <span className="quiet">
          {shownMinute(last.at)} {last.by}
        </span>
      )}
    </>
  );
}
