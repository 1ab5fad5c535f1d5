import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { type FormEvent, useState } from "react";
import type { ShownFlag } from "../../../../contract/flags.ts";
import type { RequestOf } from "../../../../contract/routes.ts";
import type { Failure } from "../../api/failure.ts";
import { dateOf, millisPerDay } from "../../format.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { DateField } from "../date-and-time.tsx";

interface Entry {
  readonly decision: "keep" | "end" | "";
  readonly lastDate: string;
  readonly reviewDate: string;
  readonly note: string;
}

const choices = [
  { value: "keep", label: "続ける" },
  { value: "end", label: "いま終える", description: "これからの電話は、ほかの人と同じようにつながります。" },
];

const chooseFirst: Failure = {
  kind: "wrong",
  field: "decision",
  problem: "「続ける」か「いま終える」を選んでください。",
};

/** What a supervisor decides of a flag, with the reason in words; neither is chosen beforehand. */
export function FlagDecision(props: {
  readonly flag: ShownFlag;
  readonly now: number;
  readonly reviewAfterDays: number;
  /** Somebody else has decided of this flag meanwhile. What was entered stays. */
  readonly overtaken: (failure: Failure) => void;
  readonly decided: (sentence: string) => void;
}) {
  const { flag, now, reviewAfterDays, overtaken, decided } = props;
  const { ask } = useDesk();
  const nextReview = now + reviewAfterDays * millisPerDay;
  const [entry, change, clear] = useKeptEntry<Entry>(`flag ${flag.person}`, {
    decision: "",
    lastDate: dateOf(Math.max(flag.until - 1, nextReview)),
    reviewDate: dateOf(nextReview),
    note: "",
  });
  const [failure, setFailure] = useState<Failure>();
  const decide = async () => {
    const request = requestOf(entry, flag);
    if (!request) return setFailure(chooseFirst);
    const answered = await ask("decideFlag", {}, request);
    const isOvertaken = !answered.ok && answered.failure.kind === "conflict";
    setFailure(answered.ok || isOvertaken ? undefined : answered.failure);
    if (!answered.ok) return isOvertaken ? overtaken(answered.failure) : undefined;
    clear();
    decided(request.decision === "end" ? "印を終えました。" : `印を ${request.lastDate} まで続けます。`);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void decide();
  };
  const problemOf = (field: string) => failure?.field === field && failure.problem;
  return (
    <form onSubmit={send} noValidate>
      <SpaceBetween size="s">
        {failure?.field === undefined && <FailureAlert failure={failure} again={() => void decide()} />}
        <FormField label="見直し" errorText={problemOf("decision")}>
          <RadioGroup
            value={entry.decision}
            items={choices}
            onChange={({ detail }) => change({ decision: detail.value === "end" ? "end" : "keep" })}
          />
        </FormField>
        {entry.decision === "keep" && <Dates entry={entry} change={change} problemOf={problemOf} />}
        <FormField
          label="理由"
          description="職員の対応と手順について書いてください。相手の人については書きません。"
          errorText={problemOf("note")}
        >
          <Textarea value={entry.note} rows={2} onChange={({ detail }) => change({ note: detail.value })} />
        </FormField>
        <Button formAction="submit">決定する</Button>
      </SpaceBetween>
    </form>
  );
}

function Dates(props: {
  readonly entry: Entry;
  readonly change: (changed: Partial<Entry>) => void;
  readonly problemOf: (field: string) => string | false | undefined;
}) {
  const { entry, change, problemOf } = props;
  return (
    <SpaceBetween direction="horizontal" size="m">
      <DateField
        label="続ける最後の日"
        constraint="長くても1年です。"
        value={entry.lastDate}
        set={(lastDate) => change({ lastDate })}
        problem={problemOf("lastDate")}
      />
      <DateField
        label="次に見直す日"
        value={entry.reviewDate}
        set={(reviewDate) => change({ reviewDate })}
        problem={problemOf("reviewDate")}
      />
    </SpaceBetween>
  );
}

function requestOf(entry: Entry, flag: ShownFlag): RequestOf<"decideFlag"> | undefined {
  const { decision, lastDate, reviewDate, note } = entry;
  if (decision === "") return undefined;
  const seen = { person: flag.person, baseVersion: flag.version, note };
  return decision === "end" ? { decision, ...seen } : { decision, ...seen, lastDate, reviewDate };
}
