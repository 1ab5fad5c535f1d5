import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { ShownFaqDraft } from "../../../../contract/faq-drafts.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { CaseLink } from "../case-words.tsx";
import { EventList } from "../event-list.tsx";
import { DraftForm } from "./draft-form.tsx";
import { WithReason } from "./with-reason.tsx";

const looks: Readonly<Record<ShownFaqDraft["state"], StatusIndicatorProps.Type>> = {
  draft: "pending",
  approved: "success",
  rejected: "stopped",
  withdrawn: "stopped",
};

const eventWords: Readonly<Record<string, string>> = {
  made: "作成",
  written: "文を直した",
  approved: "承認",
  rejected: "却下",
  withdrawn: "使用をやめた",
};

/** One draft: where it comes from, its words, what became of it; and for those who lead, what to do with it. */
export function OneDraft(props: {
  readonly draft: ShownFaqDraft;
  readonly stateName: string;
  /** Reads the list again, and says what was done. */
  readonly changed: (what?: string) => void;
}) {
  const { draft, stateName, changed } = props;
  const { me } = useDesk();
  const leads = me.role === "supervisor" || me.role === "leader";
  const isWritten = leads && draft.state !== "approved";
  const edition = draft.approvals > 0 ? `・第${draft.approvals}版` : "";
  return (
    <Container
      header={
        <Header
          variant="h2"
          info={
            <StatusIndicator type={looks[draft.state]}>
              {stateName}
              {edition}
            </StatusIndicator>
          }
        >
          {isWritten ? `照会${draft.escalation}から作った案` : draft.question}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <p className="plain quiet">
          もとの案件 <CaseLink receiptNumber={draft.receiptNumber} />
          （照会{draft.escalation}）
        </p>
        {isWritten ? (
          <DraftForm draft={draft} changed={changed} />
        ) : (
          <p className="written">{draft.answer}</p>
        )}
        {leads && draft.state === "approved" && (
          <WithReason draft={draft} to="withdrawn" order="使用をやめる" changed={changed} />
        )}
        <EventList
          events={draft.history.map(({ at, by, what, reason }) => ({
            at,
            by,
            words: eventWords[what] ?? what,
            note: reason,
          }))}
        />
      </SpaceBetween>
    </Container>
  );
}
