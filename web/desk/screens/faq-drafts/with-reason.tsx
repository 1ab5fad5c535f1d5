import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import type { ShownFaqDraft } from "../../../../contract/faq-drafts.ts";
import type { Failure } from "../../api/failure.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

const doneWords = { rejected: "却下しました。", withdrawn: "使用をやめました。" } as const;

/** What is decided against a draft: it asks why before it does it. */
export function WithReason(props: {
  readonly draft: ShownFaqDraft;
  readonly to: "rejected" | "withdrawn";
  readonly order: string;
  readonly changed: (what?: string) => void;
}) {
  const { draft, to, order, changed } = props;
  const { ask } = useDesk();
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure>();
  const decide = async () => {
    const path = { receiptNumber: draft.receiptNumber, number: String(draft.escalation) };
    const answered = await ask("decideFaqDraft", path, { version: draft.version, to, reason });
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) changed(doneWords[to]);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void decide();
  };
  if (!isAsked)
    return (
      <Button ariaLabel={`${order}: ${draft.question}`} onClick={() => setAsked(true)}>
        {order}
      </Button>
    );
  const isWrong = failure?.kind === "wrong";
  return (
    <form onSubmit={send} noValidate>
      <SpaceBetween size="xs">
        {!isWrong && <FailureAlert failure={failure} again={() => void decide()} />}
        <FormField label={`${order}理由`} errorText={isWrong ? failure.problem : undefined}>
          <Input autoFocus value={reason} onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
        <SpaceBetween direction="horizontal" size="xs">
          <Button formAction="submit">この理由で{order}</Button>
          <Button formAction="none" onClick={() => setAsked(false)}>
            やめる
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}
