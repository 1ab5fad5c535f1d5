import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import type { Failure } from "../../api/failure.ts";
import { minuteOf } from "../../entered-time.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { DateField, TimeField } from "../date-and-time.tsx";

/** Enters a shift, in the place of one of that date that begins at the same time. */
export function ShiftForm({ today, planned }: { readonly today: string; readonly planned: () => void }) {
  const { ask } = useDesk();
  const [entry, change] = useKeptEntry("shift", { date: today, from: "09:00", to: "17:00", staff: "" });
  const [failure, setFailure] = useState<Failure>();
  const plan = async () => {
    const answered = await ask(
      "planShift",
      {},
      {
        date: entry.date,
        fromMinute: minuteOf(entry.from) ?? -1,
        toMinute: minuteOf(entry.to) ?? -1,
        staff: entry.staff.split(/[\s,、，]+/).filter((code) => code !== ""),
      },
    );
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) planned();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void plan();
  };
  return (
    <Container header={<Header variant="h2">勤務を入れる</Header>}>
      <form onSubmit={send} noValidate>
        <SpaceBetween size="s">
          <FailureAlert failure={failure} again={() => void plan()} />
          <SpaceBetween direction="horizontal" size="m">
            <DateField label="日付" value={entry.date} set={(date) => change({ date })} />
            <TimeField label="始まり" value={entry.from} set={(from) => change({ from })} />
            <TimeField label="終わり" value={entry.to} set={(to) => change({ to })} />
          </SpaceBetween>
          <FormField
            label="職員コード"
            constraintText="続けて入力するときは、空白かコンマで区切ります（例 SV01 LD01 OP01）"
          >
            <Input value={entry.staff} onChange={({ detail }) => change({ staff: detail.value })} />
          </FormField>
          <Button variant="primary" formAction="submit">
            勤務を入れる
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  );
}
