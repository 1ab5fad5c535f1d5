import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { Board as Shown } from "../../../../contract/board.ts";
import { usePolledAnswer } from "../../api/use-polled-answer.ts";
import { shownMinute, shownSpan } from "../../format.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { Alerts } from "./alerts.tsx";
import { UrgentCallbacks, UrgentInquiries } from "./urgent.tsx";
import { TalkingCalls } from "./talking.tsx";

const everySeconds = 10;

/** いまの状況: who talks and who waits, what is due, and which calls need somebody who leads. */
export default function Board() {
  const reading = usePolledAnswer("readBoard", {}, {}, everySeconds);
  const { answer, failure, reload } = reading;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={`${everySeconds}秒ごとに更新します。`}
        actions={<ReloadButton reading={reading} />}
      >
        いまの状況
      </Header>
      <FailureAlert failure={failure} again={() => void reload()} />
      {answer ? <Everything board={answer} reload={reload} /> : !failure && <Spinner size="large" />}
    </SpaceBetween>
  );
}

function Everything({ board, reload }: { readonly board: Shown; readonly reload: () => Promise<void> }) {
  return (
    <SpaceBetween size="m">
      <Figures board={board} />
      <Alerts alerts={board.alerts} reload={reload} />
      <TalkingCalls talking={board.talking} />
      <ColumnLayout columns={2}>
        <UrgentCallbacks callbacks={board.callbacks} now={board.now} />
        <UrgentInquiries written={board.written} now={board.now} />
      </ColumnLayout>
    </SpaceBetween>
  );
}

function Figures({ board }: { readonly board: Shown }) {
  const { now, isOpen, nextOpening, answering, queue } = board;
  const { offered, answered, answerRate, definition } = answering;
  return (
    <Container
      header={
        <Header
          variant="h2"
          info={
            <StatusIndicator type={isOpen ? "success" : "stopped"}>
              {isOpen ? "受付中" : "受付時間外"}
              {nextOpening !== undefined && `（次の受付 ${shownMinute(nextOpening)}）`}
            </StatusIndicator>
          }
        >
          {shownMinute(now)} 現在
        </Header>
      }
    >
      <dl className="board-figures">
        <Figure
          name="本日の受電率"
          value={answerRate === null ? "－" : `${(answerRate * 100).toFixed(1)}%`}
          note={answerRate === null ? "まだ受電がありません" : `応答 ${answered}件 ÷ 受電 ${offered}件`}
        />
        <Figure
          name="待っている人"
          value={queue ? `${queue.callersWaiting}人` : "不明"}
          note={queue ? waitNote(queue) : "電話の状況を取得できません"}
        />
        <Figure
          name="対応中の通話"
          value={`${board.talking.length}件`}
          note={queue ? `受けられるオペレータ ${queue.operatorsStaffed}人` : "－"}
        />
        <Figure
          name="折返し架電"
          value={`${board.callbacks.open}件${board.callbacks.isMore ? "以上" : ""}`}
          note={lateNote(board.callbacks.overdue)}
        />
        <Figure
          name="文書の相談（回答待ち）"
          value={`${board.written.open}件${board.written.isMore ? "以上" : ""}`}
          note={lateNote(board.written.overdue)}
        />
      </dl>
      <p className="plain quiet">{definition}</p>
    </Container>
  );
}

function waitNote({ callersWaiting, longestWaitSeconds }: NonNullable<Shown["queue"]>): string {
  if (callersWaiting === 0) return "だれも待っていません";
  return longestWaitSeconds < 60
    ? `最長 ${longestWaitSeconds}秒`
    : `最長 ${shownSpan(longestWaitSeconds * 1000)}`;
}

function lateNote(overdue: number): string {
  return overdue === 0 ? "期限超過はありません" : `うち期限超過 ${overdue}件`;
}

function Figure(props: { readonly name: string; readonly value: string; readonly note: string }) {
  return (
    <div>
      <dt className="quiet">{props.name}</dt>
      <dd className="board-value">{props.value}</dd>
      <dd className="quiet">{props.note}</dd>
    </div>
  );
}
