import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import type { ShownFaqDraft } from "../../../../contract/faq-drafts.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { goTo, hashOf, useDeskLocation } from "../../navigation/location.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { DoneMessage } from "../done-message.tsx";
import { OneDraft } from "./one-draft.tsx";

const states: readonly ShownFaqDraft["state"][] = ["draft", "approved", "rejected", "withdrawn"];

/** よくある質問の案: what the desk makes of answered escalations; a leader or a supervisor lets it into the FAQ. */
export default function FaqDrafts() {
  const { query } = useDeskLocation();
  const state = states.find((one) => one === query.get("state")) ?? "draft";
  const reading = useAnswer("listFaqDrafts", {}, {});
  const { answer, failure, isLoading, reload } = reading;
  const [done, setDone] = useState<string>();
  const changed = (what?: string) => {
    setDone(what);
    reload();
  };
  const drafts = answer?.drafts ?? [];
  const shown = drafts.filter((one) => one.state === state);
  const nameOf = (one: ShownFaqDraft["state"]) => answer?.stateNames[one] ?? one;
  const countOf = (one: ShownFaqDraft["state"]) => drafts.filter((draft) => draft.state === one).length;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="回答のあった照会から作った質問と回答です。LD・SVが承認すると、FAQの検索で見つかります。"
        actions={<ReloadButton reading={reading} />}
      >
        よくある質問の案
      </Header>
      <FailureAlert failure={failure} again={reload} />
      {isLoading && !answer && <Spinner size="large" />}
      {answer && (
        <SegmentedControl
          label="状態"
          selectedId={state}
          options={states.map((id) => ({ id, text: `${nameOf(id)}（${countOf(id)}）` }))}
          onChange={({ detail }) => goTo(hashOf(["faq-drafts"], { state: detail.selectedId }))}
        />
      )}
      <DoneMessage sentence={done ?? ""} formStays />
      {answer && shown.length === 0 && <p className="plain quiet">{emptyText(state, nameOf(state))}</p>}
      {shown.map((draft) => (
        <OneDraft
          key={`${draft.receiptNumber} ${draft.escalation}`}
          draft={draft}
          stateName={nameOf(draft.state)}
          changed={changed}
        />
      ))}
    </SpaceBetween>
  );
}

function emptyText(state: ShownFaqDraft["state"], name: string): string {
  return state === "draft"
    ? "承認を待つ案はありません。案件の照会に回答があると、「FAQの案にする」で作れます。"
    : `「${name}」の案はありません。`;
}
