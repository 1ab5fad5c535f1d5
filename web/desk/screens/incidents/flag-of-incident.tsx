import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Link from "@cloudscape-design/components/link";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { type FormEvent, useState } from "react";
import type { ShownIncident } from "../../../../contract/incidents.ts";
import type { RequestOf } from "../../../../contract/routes.ts";
import type { Failure } from "../../api/failure.ts";
import { dateOf, millisPerDay } from "../../format.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { hashOf } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { DateField } from "../date-and-time.tsx";

/** Whether the person's calls go to a supervisor. */
export function FlagOfIncident({ incident: { flag, mayFlag } }: { readonly incident: ShownIncident }) {
  const { me } = useDesk();
  if (!mayFlag) return <p className="plain">責任者対応の印: 番号の通知がない電話のため、付けられません。</p>;
  if (!flag) return <p className="plain">責任者対応の印: 付いていません。</p>;
  return (
    <p className="plain">
      <StatusIndicator type="warning">責任者対応の印が付いています</StatusIndicator>（{flag.reason}・
      {dateOf(flag.until - 1)} まで・{dateOf(flag.reviewAt)} に見直し）
      {me.role === "supervisor" && (
        <>
          　<Link href={hashOf(["flags"])}>印を見直す</Link>
        </>
      )}
    </p>
  );
}

/** So many days a flag holds where no other last day is chosen. */
const proposedDays = 90;

/** Flags the person of an incident: their calls go to a supervisor until a day. A supervisor decides; nothing proposes it. */
export function PutFlag(props: {
  readonly contactId: string;
  readonly now: number;
  readonly reasons: Readonly<Record<string, string>>;
  readonly done: () => void;
}) {
  const { contactId, now, reasons, done } = props;
  const { ask } = useDesk();
  const [entry, change, clear] = useKeptEntry<RequestOf<"flagPerson">>(`flag of ${contactId}`, {
    reason: "harassment",
    lastDate: dateOf(now + proposedDays * millisPerDay),
  });
  const [failure, setFailure] = useState<Failure>();
  const put = async () => {
    const answered = await ask("flagPerson", { contactId }, entry);
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    clear();
    done();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void put();
  };
  const isLastDate = failure?.field === "lastDate";
  return (
    <ExpandableSection headerText="責任者対応の印を付ける" variant="footer">
      <form onSubmit={send} noValidate>
        <SpaceBetween size="s">
          {!isLastDate && <FailureAlert failure={failure} again={() => void put()} />}
          <FormField label="印の理由" description="この人の電話は、最後の日までSVにつながります。">
            <RadioGroup
              value={entry.reason}
              items={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
              onChange={({ detail }) => change({ reason: detail.value as typeof entry.reason })}
            />
          </FormField>
          <DateField
            label="最後の日"
            constraint="長くても1年です。"
            value={entry.lastDate}
            set={(lastDate) => change({ lastDate })}
            problem={isLastDate && failure.problem}
          />
          <Button formAction="submit">印を付ける</Button>
        </SpaceBetween>
      </form>
    </ExpandableSection>
  );
}
