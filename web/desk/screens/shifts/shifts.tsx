import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import type { PlannedDay } from "../../../../contract/shifts.ts";
import type { Failure } from "../../api/failure.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { timeOfMinute } from "../../entered-time.ts";
import { dateOf, millisPerDay, shownDate } from "../../format.ts";
import { goTo, hashOf, useDeskLocation } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ShiftForm } from "./shift-form.tsx";

const shownDays = 14;

/** 勤務表: who works when, with a warning where an LD or an SV is missing in opening hours (R65). */
export default function Shifts() {
  const { me } = useDesk();
  const { query } = useDeskLocation();
  const from = query.get("from") ?? dateOf(me.now);
  const to = later(from, shownDays - 1);
  const { answer, failure, isLoading, reload } = useAnswer("listShifts", {}, { from, to });
  const goFrom = (date: string) => goTo(hashOf(["shifts"], { from: date }));
  const gaps = answer?.days.reduce((sum, day) => sum + Math.min(1, day.gaps.length), 0) ?? 0;
  return (
    <SpaceBetween size="m">
      <FailureAlert failure={failure} again={reload} />
      <Table
        header={
          <Header
            variant="h1"
            description={
              gaps === 0
                ? "受付時間には、いつもLDとSVが必要です。"
                : `LDまたはSVがいない時間がある日: ${gaps}日`
            }
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => goFrom(later(from, -shownDays))}>前の{shownDays}日</Button>
                <Button onClick={() => goFrom(later(from, shownDays))}>次の{shownDays}日</Button>
              </SpaceBetween>
            }
          >
            勤務表
          </Header>
        }
        contentDensity="compact"
        trackBy="date"
        items={answer?.days ?? []}
        loading={isLoading && !answer}
        loadingText="読み込んでいます"
        ariaLabels={{ tableLabel: "勤務表" }}
        empty="この期間に日付がありません。"
        columnDefinitions={[
          { id: "date", header: "日付", isRowHeader: true, cell: ({ date }) => shownDate(date) },
          { id: "shifts", header: "勤務", cell: (day) => <DayShifts day={day} changed={reload} /> },
          { id: "gaps", header: "不足", cell: (day) => <Gaps day={day} /> },
        ]}
      />
      {me.role === "supervisor" && <ShiftForm today={from} planned={reload} />}
    </SpaceBetween>
  );
}

function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * millisPerDay).toISOString().slice(0, 10);
}

function DayShifts({ day, changed }: { readonly day: PlannedDay; readonly changed: () => void }) {
  const { me, ask } = useDesk();
  const [failure, setFailure] = useState<Failure>();
  const cancel = async (fromMinute: number) => {
    const answered = await ask("cancelShift", { date: day.date, fromMinute: String(fromMinute) }, {});
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) changed();
  };
  if (day.shifts.length === 0)
    return <span className="quiet">{day.isOperating ? "まだありません" : "休業日"}</span>;
  return (
    <>
      <FailureAlert failure={failure} />
      {day.shifts.map(({ fromMinute, toMinute, staff }) => {
        const span = `${timeOfMinute(fromMinute)}〜${timeOfMinute(toMinute)}`;
        return (
          <div key={fromMinute}>
            {span} {staff.join("、")}{" "}
            {me.role === "supervisor" && (
              <Button
                variant="inline-link"
                ariaLabel={`${shownDate(day.date)} ${span} の勤務を取り消す`}
                onClick={() => void cancel(fromMinute)}
              >
                取り消す
              </Button>
            )}
          </div>
        );
      })}
    </>
  );
}

function Gaps({ day }: { readonly day: PlannedDay }) {
  if (!day.isOperating) return <>－</>;
  if (day.gaps.length === 0) return <StatusIndicator type="success">LD・SVがいます</StatusIndicator>;
  return (
    <>
      {day.gaps.map(({ fromMinute, toMinute, missing }) => (
        <div key={fromMinute}>
          <StatusIndicator type="warning">
            {timeOfMinute(fromMinute)}〜{timeOfMinute(toMinute)} {missing.join("・")}がいません
          </StatusIndicator>
        </div>
      ))}
    </>
  );
}
