import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { RegistrationForm, RegistrationLine } from "../../../../contract/registrations.ts";
import type { RequestOf } from "../../../../contract/routes.ts";
import type { Failure } from "../../api/failure.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

type What = RequestOf<"logRegistration">["what"];

const whats: readonly What[] = ["looked-up", "changed", "deletion-requested"];

const nothing = { what: "looked-up" as What, steps: [] as string[], items: [] as string[], reason: "" };

/** Writes an operation down; what was typed goes only once it is kept. */
export function NewRegistration(props: {
  readonly receiptNumber: string;
  readonly form: RegistrationForm;
  readonly entries: readonly RegistrationLine[];
  readonly logged: () => void;
}) {
  const { receiptNumber, form, entries, logged } = props;
  const { ask, me } = useDesk();
  const [typed, change, clear] = useKeptEntry(`registration ${receiptNumber}`, nothing);
  const [kept, setKept] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState("");
  const write = async (): Promise<void> => {
    setBusy(true);
    setDone("");
    // The next operation of this person in this case: pressed twice, or sent again, it is one.
    const operationId = `${receiptNumber}-${me.staff}-${Math.max(entries.length, kept) + 1}`;
    const answered = await ask("logRegistration", { receiptNumber }, { operationId, ...typed });
    setBusy(false);
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    setKept(Math.max(entries.length, kept) + 1);
    clear();
    setDone(`「${form.names[typed.what] ?? typed.what}」を記録しました。`);
    logged();
  };
  return (
    <Container header={<Header variant="h2">新しい操作</Header>}>
      <SpaceBetween size="m">
        <FailureAlert failure={failure} again={() => void write()} />
        <ColumnLayout columns={3}>
          <Choices
            label="本人確認"
            choices={form.identitySteps}
            chosen={typed.steps}
            choose={(steps) => change({ steps })}
          />
          <FormField label="したこと">
            <RadioGroup
              value={typed.what}
              items={whats.map((value) => ({ value, label: form.names[value] ?? value }))}
              onChange={({ detail }) => change({ what: detail.value as What })}
            />
          </FormField>
          <Choices
            label="対象"
            choices={form.items}
            chosen={typed.items}
            choose={(items) => change({ items })}
          />
        </ColumnLayout>
        <FormField label="理由" description="氏名や住所は書かないでください。">
          <Textarea
            value={typed.reason}
            rows={2}
            onChange={({ detail }) => change({ reason: detail.value })}
          />
        </FormField>
        {typed.what === "deletion-requested" && <SecondPerson />}
        <Button variant="primary" loading={isBusy} onClick={() => void write()}>
          操作を記録
        </Button>
        <p className="plain" role="status">
          {done}
        </p>
      </SpaceBetween>
    </Container>
  );
}

function SecondPerson() {
  return <p className="plain">削除は、別の人が「削除の確認」で確認してから、ツールで行ってください。</p>;
}

function Choices(props: {
  readonly label: string;
  readonly choices: RegistrationForm["items"];
  readonly chosen: readonly string[];
  readonly choose: (chosen: string[]) => void;
}) {
  const { label, choices, chosen, choose } = props;
  return (
    <fieldset className="plain-group">
      <legend>{label}</legend>
      {choices.map(({ code, name }) => (
        <Checkbox
          key={code}
          checked={chosen.includes(code)}
          onChange={({ detail }) =>
            choose(detail.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
          }
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  );
}
