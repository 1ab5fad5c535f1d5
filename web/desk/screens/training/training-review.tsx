import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { ShownTraining } from "../../../../contract/training.ts";
import type { Failure } from "../../api/failure.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import type { ScreenProps } from "../../navigation/screen.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { CaseLink } from "../case-words.tsx";

/** 研修のふりかえり: each expectation with what was found and what the manual says. No points are given. */
export default function TrainingReview({ path: { contactId = "" } }: ScreenProps) {
  const { me } = useDesk();
  const { answer, failure, reload } = useAnswer("readTraining", { contactId }, {});
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={answer && `${answer.staff}・${shownMinute(answer.madeAt)}・${answer.trains}`}
        actions={<Button href={hashOf(["training"])}>研修の一覧へ</Button>}
      >
        {answer ? `ふりかえり：${answer.title}` : "研修のふりかえり"}
      </Header>
      <FailureAlert failure={failure} again={reload} />
      {!answer && !failure && <Spinner size="large" />}
      {answer && <Outcomes training={answer} />}
      {me.isTraining && answer?.isOwn && answer.isEnded && (
        <LookAgain contactId={contactId} looked={reload} />
      )}
      {answer && <Conversation training={answer} />}
    </SpaceBetween>
  );
}

/** What was open may be mended in the case, and is looked at again as often as somebody likes. */
function LookAgain(props: { readonly contactId: string; readonly looked: () => void }) {
  const { contactId, looked } = props;
  const { ask } = useDesk();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const [times, setTimes] = useState(0);
  const look = async (): Promise<void> => {
    setBusy(true);
    const answered = await ask("endTraining", { contactId }, {});
    setBusy(false);
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    setTimes(times + 1);
    looked();
  };
  return (
    <>
      <FailureAlert failure={failure} again={() => void look()} />
      <div className="call-line">
        <Button loading={isBusy} onClick={() => void look()}>
          もう一度確かめる
        </Button>
        <span>「まだ」のことは、案件を直してから確かめ直せます。</span>
        <span role="status">{times > 0 && `確かめ直しました（${times}回目）。`}</span>
      </div>
    </>
  );
}

function Outcomes({ training }: { readonly training: ShownTraining }) {
  const { outcomes, seconds, receiptNumber } = training;
  return (
    <Container header={<Header variant="h2">どこまでできたか</Header>}>
      <SpaceBetween size="s">
        <p className="plain">
          通話 {shownSeconds(seconds.talking)}・保留 {shownSeconds(seconds.held)}・後処理{" "}
          {shownSeconds(seconds.afterCall)}
          {receiptNumber !== undefined && (
            <>
              ・案件 <CaseLink receiptNumber={receiptNumber} />
            </>
          )}
        </p>
        {!outcomes && <p className="plain">研修が終わると、ここに表示します。</p>}
        {outcomes && (
          <ul className="outcomes">
            {outcomes.map(({ expected, isMet, why, manual }) => (
              <li key={expected}>
                <StatusIndicator type={isMet ? "success" : "pending"}>
                  {isMet ? "できた" : "まだ"}
                </StatusIndicator>{" "}
                <strong>{expected}</strong>
                <p className="plain">{why}</p>
                <p className="plain quiet">手引き：{manual}</p>
              </li>
            ))}
          </ul>
        )}
      </SpaceBetween>
    </Container>
  );
}

function Conversation({ training: { heard } }: { readonly training: ShownTraining }) {
  if (heard.length === 0) return null;
  return (
    <ExpandableSection headerText="相談者が話したこと" variant="container">
      <ol className="history">
        {heard.map(({ at, says, hint }, index) => (
          <li key={`${at} ${index}`}>
            「{says}」{hint !== undefined && <p className="plain quiet">言い方の例：「{hint}」</p>}
          </li>
        ))}
      </ol>
    </ExpandableSection>
  );
}

/** 3分05秒 */
function shownSeconds(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, "0");
  return seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${rest}秒`;
}
