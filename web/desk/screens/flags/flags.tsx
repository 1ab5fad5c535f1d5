import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { ShownFlag } from "../../../../contract/flags.ts";
import type { Failure } from "../../api/failure.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { DoneMessage } from "../done-message.tsx";
import { FlagDecision } from "./flag-decision.tsx";
import { FlagFacts } from "./flag-facts.tsx";

/** 責任者対応の印: whose calls go to a supervisor, by the date of their review. Nobody stays on the list for being forgotten. */
export default function Flags() {
  const reading = useAnswer("listFlags", {}, {});
  const { answer, failure, isLoading, reload } = reading;
  const [done, setDone] = useState("");
  const [overtaken, setOvertaken] = useState<Failure>();
  const due = answer?.flags.filter(({ state }) => state === "due").length ?? 0;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="印のある人の電話はSVにつながります。見直す日が近い順に並んでいます。電話番号は表示しません。"
        actions={<ReloadButton reading={reading} />}
      >
        責任者対応の印
      </Header>
      <FailureAlert failure={failure ?? overtaken} again={reload} />
      <DoneMessage sentence={done} formStays />
      {!answer && isLoading && <Spinner size="large" />}
      {answer && <p className="plain">{summary(answer.flags.length, due)}</p>}
      {answer?.flags.map((flag) => (
        <Container key={flag.person} header={<Heading flag={flag} />}>
          <SpaceBetween size="s">
            <FlagFacts flag={flag} />
            <FlagDecision
              flag={flag}
              now={answer.now}
              reviewAfterDays={answer.reviewAfterDays}
              overtaken={(by) => {
                setOvertaken(by);
                reload();
              }}
              decided={(sentence) => {
                setOvertaken(undefined);
                setDone(sentence);
                reload();
              }}
            />
          </SpaceBetween>
        </Container>
      ))}
      {answer && answer.ended.length > 0 && <Ended flags={answer.ended} />}
    </SpaceBetween>
  );
}

function summary(all: number, due: number): string {
  if (all === 0) return "いま印の付いている人はいません。";
  return `${all}件のうち${due}件が、見直す日を迎えています。`;
}

function Heading({ flag: { reason, state } }: { readonly flag: ShownFlag }) {
  return (
    <Header
      variant="h2"
      info={
        state === "due" ? (
          <StatusIndicator type="warning">見直してください</StatusIndicator>
        ) : (
          <StatusIndicator type="pending">見直しはこれから</StatusIndicator>
        )
      }
    >
      {reason}
    </Header>
  );
}

function Ended({ flags }: { readonly flags: readonly ShownFlag[] }) {
  return (
    <ExpandableSection headerText={`終わった印（${flags.length}件）`} variant="container">
      <SpaceBetween size="l">
        {flags.map((flag) => (
          <section key={flag.person} aria-label={`終わった印: ${flag.reason}`}>
            <strong>{flag.reason}</strong>
            <FlagFacts flag={flag} />
          </section>
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
}
