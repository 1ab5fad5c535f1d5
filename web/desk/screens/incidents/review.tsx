import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { type FormEvent, useState } from "react";
import type { Failure } from "../../api/failure.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

/** What a supervisor found of an incident: about our own people and rules, not about the person. */
export function Review({
  contactId,
  reviewed,
}: {
  readonly contactId: string;
  readonly reviewed: () => void;
}) {
  const { ask } = useDesk();
  const [entry, change, clear] = useKeptEntry(`review ${contactId}`, { text: "" });
  const [failure, setFailure] = useState<Failure>();
  const review = async () => {
    const answered = await ask("reviewIncident", { contactId }, { text: entry.text });
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    clear();
    reviewed();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void review();
  };
  const isWrong = failure?.kind === "wrong";
  return (
    <form onSubmit={send} noValidate>
      <SpaceBetween size="s">
        {!isWrong && <FailureAlert failure={failure} again={() => void review()} />}
        <FormField
          label="確認した内容"
          description="職員の対応と手順について書いてください。相手の人については書きません。"
          errorText={isWrong ? failure.problem : undefined}
        >
          <Textarea value={entry.text} rows={2} onChange={({ detail }) => change({ text: detail.value })} />
        </FormField>
        <Button formAction="submit">確認済にする</Button>
      </SpaceBetween>
    </form>
  );
}
