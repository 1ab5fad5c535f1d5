import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { type FormEvent, useState } from "react";
import type { RequestOf } from "../../../../contract/routes.ts";
import type { Failure } from "../../api/failure.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

/** Enters an issue and what the desk proposes. */
export function ProposalForm(props: {
  readonly owners: Readonly<Record<string, string>>;
  readonly added: () => void;
}) {
  const { ask } = useDesk();
  const [entry, change, clear] = useKeptEntry<RequestOf<"addProposal">>("proposal", {
    theme: "",
    issue: "",
    proposal: "",
    owner: "desk",
  });
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    const answered = await ask("addProposal", {}, entry);
    setBusy(false);
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    clear();
    props.added();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void add();
  };
  const problemOf = (field: string) => (failure?.field === field ? failure.problem : undefined);
  return (
    <Container header={<Header variant="h2">新しい提案</Header>}>
      <form onSubmit={send} noValidate>
        <SpaceBetween size="s">
          {failure?.field === undefined && <FailureAlert failure={failure} again={() => void add()} />}
          <FormField label="テーマ" errorText={problemOf("theme")}>
            <Input value={entry.theme} onChange={({ detail }) => change({ theme: detail.value })} />
          </FormField>
          <FormField label="課題" errorText={problemOf("issue")}>
            <Textarea
              value={entry.issue}
              rows={2}
              onChange={({ detail }) => change({ issue: detail.value })}
            />
          </FormField>
          <FormField label="提案" errorText={problemOf("proposal")}>
            <Textarea
              value={entry.proposal}
              rows={2}
              onChange={({ detail }) => change({ proposal: detail.value })}
            />
          </FormField>
          <FormField label="実施する人" errorText={problemOf("owner")}>
            <RadioGroup
              value={entry.owner}
              items={Object.entries(props.owners).map(([value, label]) => ({ value, label }))}
              onChange={({ detail }) => change({ owner: detail.value as typeof entry.owner })}
            />
          </FormField>
          <Button variant="primary" formAction="submit" loading={isBusy}>
            提案を登録する
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  );
}
