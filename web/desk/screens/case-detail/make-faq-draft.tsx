import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useState } from "react";
import type { AnswerOf } from "../../../../contract/routes.ts";
import type { Failure } from "../../api/failure.ts";
import { hashOf } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

/** One press makes a draft for the FAQ of what was asked and answered; Alt+K does so for the last answered escalation. */
export function MakeFaqDraft(props: {
  readonly receiptNumber: string;
  readonly number: number;
  readonly hasKey: boolean;
}) {
  const { receiptNumber, number, hasKey } = props;
  const { ask } = useDesk();
  const [made, setMade] = useState<AnswerOf<"makeFaqDraft">>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    if (!hasKey) return;
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyK") return;
      event.preventDefault();
      void make();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  const make = async () => {
    const answered = await ask("makeFaqDraft", { receiptNumber, number: String(number) }, {});
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) setMade(answered.value);
  };
  const order = hasKey ? "FAQの案にする（Alt+K）" : "FAQの案にする";
  return (
    <SpaceBetween size="xs">
      <FailureAlert failure={failure} again={() => void make()} />
      {!made && (
        <Button ariaLabel={`${order}: 照会${number}`} onClick={() => void make()}>
          {order}
        </Button>
      )}
      <div role="status">
        {made && (
          <StatusIndicator type="success">
            FAQの案にしました。
            <Link href={hashOf(["faq-drafts"], { state: made.state })}>よくある質問の案</Link>
            でLD・SVが確かめます。
          </StatusIndicator>
        )}
      </div>
    </SpaceBetween>
  );
}
