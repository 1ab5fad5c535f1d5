import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Textarea from "@cloudscape-design/components/textarea";
import { type ReactNode, useState } from "react";
import type { CallGuide, CallIncident } from "../../../contract/calls.ts";
import type { RequestOf, RouteName } from "../../../contract/routes.ts";
import type { Failure } from "../api/failure.ts";
import { shownMinute } from "../format.ts";
import { useKeptEntry } from "../kept-entry.ts";
import { useDesk } from "../shell/desk-context.ts";
import { FailureAlert } from "../shell/failure-alert.tsx";

type IncidentRoute = Extract<RouteName, "askAccommodation" | "sayStep" | "endCall" | "noteAftercare">;
type Do = <Name extends IncidentRoute>(name: Name, request: RequestOf<Name>) => Promise<boolean>;

/** What is done in a call in which harassment is suspected: ask what the caller needs, say the sentences, end with a reason. */
export function IncidentPanel(props: {
  readonly contactId: string;
  readonly guide: CallGuide;
  readonly incident: CallIncident;
  readonly keep: (incident: CallIncident) => void;
}) {
  const { contactId, guide, incident, keep } = props;
  const { ask } = useDesk();
  const [failure, setFailure] = useState<Failure>();
  const act: Do = async (name, request) => {
    // Each of the four takes the call's id and answers the incident.
    const send = ask as (
      route: IncidentRoute,
      path: { readonly contactId: string },
      sent: unknown,
    ) => ReturnType<typeof ask<"sayStep">>;
    const answered = await send(name, { contactId }, request);
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) keep(answered.value);
    return answered.ok;
  };
  const hasEnded = incident.timeline.some(({ what }) => what === "ended");
  return (
    <SpaceBetween size="s">
      <StatusIndicator type="info">
        LDとSVに知らせました。ひとりで抱えず、次の順に進めてください。
      </StatusIndicator>
      <FailureAlert failure={failure} />
      <ol className="ladder">
        <Accommodation guide={guide} incident={incident} act={act} />
        {guide.ladder.map((step) => (
          <Step key={step.code} step={step} guide={guide} incident={incident} act={act} />
        ))}
      </ol>
      {hasEnded ? (
        <Aftercare contactId={contactId} incident={incident} act={act} />
      ) : (
        <Ending guide={guide} act={act} />
      )}
    </SpaceBetween>
  );
}

interface PartProps {
  readonly guide: CallGuide;
  readonly incident: CallIncident;
  readonly act: Do;
}

/** Before everything else: whether the caller needs help to hear or to understand. */
function Accommodation({ guide, incident, act }: PartProps) {
  const { accommodation } = incident;
  const chosen = guide.needs.find(({ code }) => code === accommodation);
  return (
    <Rung title="必要な配慮の確認" sentence={guide.accommodationQuestion} doneText={chosen?.name}>
      {!chosen && (
        <SpaceBetween direction="horizontal" size="xs">
          {guide.needs.map(({ code, name }) => (
            <Button
              key={code}
              onClick={() =>
                void act("askAccommodation", { need: code as RequestOf<"askAccommodation">["need"] })
              }
            >
              {name}
            </Button>
          ))}
        </SpaceBetween>
      )}
    </Rung>
  );
}

function Step({ step, guide, incident, act }: PartProps & { readonly step: CallGuide["ladder"][number] }) {
  const saidAt = (code: string) => incident.timeline.find((event) => event.step === code)?.at;
  const at = saidAt(step.code);
  const isNext =
    incident.accommodation !== undefined &&
    guide.ladder.find(({ code }) => saidAt(code) === undefined)?.code === step.code;
  return (
    <Rung
      title={step.name}
      sentence={step.sentence}
      doneText={at === undefined ? undefined : `伝えた ${shownMinute(at)}`}
    >
      {isNext && (
        <Button ariaLabel={`${step.name}を伝えた`} onClick={() => void act("sayStep", { step: step.code })}>
          伝えた
        </Button>
      )}
    </Rung>
  );
}

function Rung(props: {
  readonly title: string;
  readonly sentence: string;
  readonly doneText: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <strong>{props.title}</strong>{" "}
      {props.doneText !== undefined && <StatusIndicator type="success">{props.doneText}</StatusIndicator>}
      <p className="written">「{props.sentence}」</p>
      {props.children}
    </li>
  );
}

/** Whether the call is ended, a person decides; here it is only written down. */
function Ending({ guide, act }: Pick<PartProps, "guide" | "act">) {
  const [reason, setReason] = useState<string>();
  const options = guide.endingReasons.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="call-line">
      <FormField
        label="こちらから通話を終えた理由"
        description="長さや繰り返しを理由に終えるかは、LDかSVが決めます。脅迫などは、その場で終えられます。"
      >
        <Select
          placeholder="選んでください"
          selectedOption={options.find(({ value }) => value === reason) ?? null}
          options={options}
          onChange={({ detail }) => setReason(detail.selectedOption.value)}
        />
      </FormField>
      <Button
        disabled={reason === undefined}
        onClick={() => void act("endCall", { reason: reason as RequestOf<"endCall">["reason"] })}
      >
        終えたことを記録
      </Button>
    </div>
  );
}

/** What was done for the operator afterwards. */
function Aftercare({
  contactId,
  incident,
  act,
}: Pick<PartProps, "incident" | "act"> & { readonly contactId: string }) {
  const [{ text }, change, clear] = useKeptEntry(`aftercare ${contactId}`, { text: "" });
  const notes = incident.timeline.filter(({ what }) => what === "aftercare");
  const write = async (): Promise<void> => {
    if (await act("noteAftercare", { text })) clear();
  };
  return (
    <SpaceBetween size="xs">
      {notes.map(({ at, by, note }) => (
        <Box key={at}>
          {shownMinute(at)}（{by}） {note}
        </Box>
      ))}
      <FormField
        label="通話後のケア"
        description="休憩、LDとの話、業務の交代など。相談者の氏名は書かないでください。"
      >
        <Textarea value={text} rows={2} onChange={({ detail }) => change({ text: detail.value })} />
      </FormField>
      <Button disabled={text.trim() === ""} onClick={() => void write()}>
        ケアを記録
      </Button>
    </SpaceBetween>
  );
}
