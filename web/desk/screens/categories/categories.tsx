import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import type { CategoryList, ShownCategory } from "../../../../contract/categories.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { dateOf, shownDate } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { DoneMessage } from "../done-message.tsx";
import { CategoryForm } from "./category-form.tsx";
import { type Entry, entryOf, newEntry, useName, useOf } from "./entry.ts";
import { SettingHistory } from "../settings-changes/setting-history.tsx";

/** 相談内容分類: what may be chosen, from which day on, and every change of it. A supervisor changes it, without a deployment. */
export default function Categories() {
  const { me, refreshMe } = useDesk();
  const reading = useAnswer("listCategories", {}, {});
  const { answer, failure, isLoading, reload } = reading;
  const [started, setStarted] = useState<Entry>();
  const [done, setDone] = useState("");
  const mayChange = me.role === "supervisor";
  const start = (entry: Entry) => {
    setDone("");
    setStarted(entry);
  };
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="窓口とWEBフォームで選ぶ分類です。名前を変えても分類コードは同じで、件数は続けて数えます。"
        actions={<ReloadButton reading={reading} />}
      >
        相談内容分類
      </Header>
      <FailureAlert failure={failure} again={reload} />
      <DoneMessage sentence={done} />
      {!answer && isLoading && <Spinner size="large" />}
      {answer && mayChange && started && (
        <CategoryForm
          key={started.code}
          started={started}
          list={answer}
          reload={reload}
          close={() => setStarted(undefined)}
          changed={(sentence) => {
            setStarted(undefined);
            setDone(sentence);
            reload();
            refreshMe();
          }}
        />
      )}
      {answer && <List list={answer} start={mayChange ? start : undefined} />}
      {answer && <SettingHistory changes={answer.history} />}
    </SpaceBetween>
  );
}

function List({
  list,
  start,
}: {
  readonly list: CategoryList;
  /** Absent for those who only read. */
  readonly start: ((entry: Entry) => void) | undefined;
}) {
  const today = dateOf(list.now);
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={`(${list.categories.length})`}
          actions={start && <Button onClick={() => start(newEntry(today))}>分類を加える</Button>}
        >
          今日の分類
        </Header>
      }
      contentDensity="compact"
      wrapLines
      trackBy="code"
      items={list.categories}
      ariaLabels={{ tableLabel: "今日の分類" }}
      columnDefinitions={[
        ...columns,
        ...(start
          ? [
              {
                id: "change",
                header: "操作",
                cell: (one: ShownCategory) => (
                  <Button
                    variant="inline-link"
                    ariaLabel={`${one.code} ${one.name}を変える`}
                    onClick={() => start(entryOf(one, today))}
                  >
                    変える
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

const columns: TableProps.ColumnDefinition<ShownCategory>[] = [
  { id: "code", header: "コード", cell: ({ code }) => code, width: 90 },
  { id: "name", header: "分類", isRowHeader: true, cell: ({ name }) => name, minWidth: 150 },
  { id: "use", header: "使い方", cell: (one) => <CategoryUse category={one} />, minWidth: 130 },
  { id: "planned", header: "予定", cell: plannedOf, minWidth: 150 },
];

function CategoryUse({ category }: { readonly category: ShownCategory }) {
  if (category.begins !== undefined)
    return <StatusIndicator type="pending">{shownDate(category.begins)} から</StatusIndicator>;
  const use = useOf(category);
  return <StatusIndicator type={use === "nobody" ? "stopped" : "success"}>{useName(use)}</StatusIndicator>;
}

function plannedOf({ planned, name, begins }: ShownCategory) {
  if (!planned || (planned.from === begins && planned.name === name)) return "－";
  const renamed = planned.name === name ? "" : `「${planned.name}」、`;
  return `${shownDate(planned.from)} から ${renamed}${useName(useOf(planned))}`;
}
