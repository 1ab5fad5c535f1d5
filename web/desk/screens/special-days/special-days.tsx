import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import type { ShownSpecialDay } from "../../../../contract/special-days.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { timeOfMinute } from "../../entered-time.ts";
import { shownDate } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { DoneMessage } from "../done-message.tsx";
import { EnteredDays } from "./entered-days.tsx";
import { SpecialDayForm } from "./special-day-form.tsx";

/** 休業と受付時間: days on which the desk is open otherwise than usual. A supervisor changes them, without a deployment. */
export default function SpecialDays() {
  const { me } = useDesk();
  const reading = useAnswer("listSpecialDays", {}, {});
  const { answer, failure, isLoading } = reading;
  const past = useAnswer("listEnteredDays", {}, {});
  const reload = () => {
    reading.reload();
    past.reload();
  };
  const [done, setDone] = useState("");
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={
          answer &&
          `通常は平日 ${timeOfMinute(answer.hours.opensAtMinute)}〜${timeOfMinute(answer.hours.closesAtMinute)}（祝日と年末年始を除く）。いまは${answer.isOpen ? "受付中" : "受付時間外"}です。`
        }
        actions={<ReloadButton reading={{ ...reading, reload }} />}
      >
        休業と受付時間
      </Header>
      <FailureAlert failure={failure ?? past.failure} again={reload} />
      <DoneMessage sentence={done} formStays />
      {!answer && isLoading && <Spinner size="large" />}
      {answer && <Days days={answer.days} />}
      {answer && me.role === "supervisor" && (
        <SpecialDayForm
          now={answer.now}
          hours={answer.hours}
          changed={(sentence) => {
            setDone(sentence);
            reload();
          }}
        />
      )}
      {past.answer && <EnteredDays entered={past.answer.entered} />}
    </SpaceBetween>
  );
}

function Days({ days }: { readonly days: readonly ShownSpecialDay[] }) {
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${days.length})`}>
          今日からの特別な日
        </Header>
      }
      contentDensity="compact"
      trackBy="date"
      items={days}
      columnDefinitions={columns}
      ariaLabels={{ tableLabel: "今日からの特別な日" }}
      empty="今日から先に、特別な日はありません。"
    />
  );
}

const columns: TableProps.ColumnDefinition<ShownSpecialDay>[] = [
  { id: "date", header: "日付", isRowHeader: true, cell: ({ date }) => shownDate(date) },
  { id: "hours", header: "受付", cell: hoursOf },
  { id: "reason", header: "理由", cell: ({ reason }) => reason },
  { id: "by", header: "決めた場所", cell: ({ isEntered }) => (isEntered ? "この画面" : "事業の設定") },
];

function hoursOf({ kind, opensAtMinute = 0, closesAtMinute = 0 }: ShownSpecialDay) {
  if (kind === "closing") return <StatusIndicator type="stopped">終日休業</StatusIndicator>;
  return `${timeOfMinute(opensAtMinute)}〜${timeOfMinute(closesAtMinute)}`;
}
