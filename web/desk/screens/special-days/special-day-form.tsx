import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import type { SpecialDayChange, SpecialDayPreview } from "../../../../contract/special-days.ts";
import type { Failure } from "../../api/failure.ts";
import { timeOfMinute } from "../../entered-time.ts";
import { dateOf, shownMinute } from "../../format.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { Confirmation } from "../confirmation.tsx";
import { changeOf, type Entry, type Kind, kinds } from "./entry.ts";
import { DateField, TimeField } from "../date-and-time.tsx";
import { WhatIsHeard } from "./what-is-heard.tsx";

/** A change of the days, which takes effect only after it was seen what callers will hear of it. */
export function SpecialDayForm(props: {
  readonly now: number;
  readonly hours: { readonly opensAtMinute: number; readonly closesAtMinute: number };
  readonly changed: (sentence: string) => void;
}) {
  const { now, hours, changed } = props;
  const { ask } = useDesk();
  const today = dateOf(now);
  const [entry, change, clear] = useKeptEntry<Entry>("special-days", {
    kind: "from-now",
    from: today,
    to: today,
    opensAt: timeOfMinute(hours.opensAtMinute),
    closesAt: timeOfMinute(hours.closesAtMinute),
    reason: "",
  });
  const [planned, setPlanned] = useState<{
    readonly change: SpecialDayChange;
    readonly preview: SpecialDayPreview;
  }>();
  const [failure, setFailure] = useState<Failure>();
  const preview = async () => {
    const wanted = changeOf(entry);
    const answered = await ask("previewSpecialDays", {}, wanted);
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) setPlanned({ change: wanted, preview: answered.value });
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    void preview();
  };
  const enter = async () => {
    if (!planned) return;
    const answered = await ask("enterSpecialDays", {}, planned.change);
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    setPlanned(undefined);
    clear();
    changed(`受付時間を変えました。次の受付は ${shownMinute(answered.value.nextOpening)} からです。`);
  };
  return (
    <Container header={<Header variant="h2">休業や時間の変更</Header>}>
      <form onSubmit={look} noValidate>
        <SpaceBetween size="m">
          {!planned && <FailureAlert failure={failure} again={() => void preview()} />}
          <Fields entry={entry} change={change} />
          <Button variant="primary" formAction="submit">
            聞こえ方を確かめる
          </Button>
        </SpaceBetween>
      </form>
      <Confirmation
        isAsked={planned !== undefined}
        question="このとおりに受付時間を変えますか"
        yes="変える"
        failure={failure}
        no={() => setPlanned(undefined)}
        confirm={enter}
      >
        {planned && <WhatIsHeard preview={planned.preview} />}
      </Confirmation>
    </Container>
  );
}

interface FieldsProps {
  readonly entry: Entry;
  readonly change: (changed: Partial<Entry>) => void;
}

function Fields({ entry, change }: FieldsProps) {
  return (
    <SpaceBetween size="m">
      <FormField label="何をしますか">
        <RadioGroup
          value={entry.kind}
          items={kinds}
          onChange={({ detail }) => change({ kind: detail.value as Kind })}
        />
      </FormField>
      <When entry={entry} change={change} />
      <FormField
        label="理由"
        description="休業では「本日は、〇〇のため、お休みです」と聞こえます。〇〇の部分を書いてください。"
      >
        <Input
          value={entry.reason}
          placeholder="例: 台風"
          onChange={({ detail }) => change({ reason: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

function When({ entry, change }: FieldsProps) {
  const { kind, from, to, opensAt, closesAt } = entry;
  const isSpan = kind === "from-now" || kind === "closing";
  return (
    <SpaceBetween direction="horizontal" size="m">
      {kind !== "from-now" && (
        <DateField
          label={isSpan ? "始まりの日" : "日付"}
          value={from}
          set={(date) => change({ from: date })}
        />
      )}
      {isSpan && (
        <DateField label="終わりの日（この日まで休業）" value={to} set={(date) => change({ to: date })} />
      )}
      {kind === "opening" && (
        <TimeField label="受付の始まり" value={opensAt} set={(time) => change({ opensAt: time })} />
      )}
      {!isSpan && (
        <TimeField label="受付の終わり" value={closesAt} set={(time) => change({ closesAt: time })} />
      )}
    </SpaceBetween>
  );
}
