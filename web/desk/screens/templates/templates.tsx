import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import type { ShownTemplate } from "../../../../contract/templates.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { DoneMessage } from "../done-message.tsx";
import { NewTemplate } from "./new-template.tsx";

/** 定型文: the texts that operators put into answers. A supervisor writes them; each version stays. */
export default function Templates() {
  const reading = useAnswer("listTemplates", {}, {});
  const { answer, failure, isLoading, reload } = reading;
  const [done, setDone] = useState("");
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="回答を書くときに、案件の画面から選んで入れられる文です。"
        actions={<ReloadButton reading={reading} />}
      >
        定型文
      </Header>
      <FailureAlert failure={failure} again={reload} />
      <DoneMessage sentence={done} formStays />
      <Table
        header={
          <Header variant="h2" counter={answer && `(${answer.templates.length})`}>
            定型文の一覧
          </Header>
        }
        contentDensity="compact"
        wrapLines
        trackBy="code"
        items={answer?.templates ?? []}
        loading={isLoading && !answer}
        loadingText="読み込んでいます"
        ariaLabels={{ tableLabel: "定型文の一覧" }}
        empty={failure ? "読み込めませんでした。" : "定型文はまだありません。下の欄から登録できます。"}
        columnDefinitions={columns}
      />
      <NewTemplate
        written={({ name }) => {
          setDone(`「${name}」を登録しました。これからの回答に使えます。`);
          reload();
        }}
      />
    </SpaceBetween>
  );
}

const columns: TableProps.ColumnDefinition<ShownTemplate>[] = [
  {
    id: "name",
    header: "名前",
    minWidth: 140,
    isRowHeader: true,
    cell: ({ code, name }) => <Link href={hashOf(["templates", code])}>{name}</Link>,
  },
  { id: "code", header: "コード", minWidth: 110, cell: ({ code }) => code },
  {
    id: "state",
    header: "状態",
    minWidth: 120,
    cell: ({ text }) =>
      text === "" ? (
        <StatusIndicator type="stopped">使っていません</StatusIndicator>
      ) : (
        <StatusIndicator type="success">使用中</StatusIndicator>
      ),
  },
  { id: "text", header: "本文", minWidth: 240, cell: ({ text }) => <span className="written">{text}</span> },
  {
    id: "version",
    header: "いまの版",
    minWidth: 180,
    cell: ({ version, at, by }) => `第${version}版　${shownMinute(at)}（${by}）`,
  },
];
