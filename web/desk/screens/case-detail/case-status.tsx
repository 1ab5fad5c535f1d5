import Button from "@cloudscape-design/components/button";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { CaseDetail } from "../../../../contract/cases.ts";
import type { Failure } from "../../api/failure.ts";
import { shownMinute, shownSpan } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { CaseStatus, DueTime } from "../case-words.tsx";
import type { CaseEditor } from "./case-editor.ts";
import type { EditorView } from "./editor-view.ts";
import { shownText } from "./editor-state.ts";
import { progressTexts } from "./texts.ts";

interface StatusProps {
  readonly view: EditorView;
  readonly saved: CaseDetail;
  readonly editor: CaseEditor;
}

const minuteMillis = 60_000;

/** How far a case is, whether all is saved, and what can be done with it next. */
export function StatusPanel({ view, saved, editor }: StatusProps) {
  const { me } = useDesk();
  const dueAt = saved.status === "closed" ? undefined : saved.dueAt;
  const due =
    saved.minutesLeft === undefined ? (
      <DueTime dueAt={dueAt} now={view.now ?? me.now} />
    ) : (
      <>照会の回答待ち（残り{shownSpan(saved.minutesLeft * minuteMillis)}で停止中）</>
    );
  return (
    <Container header={<Header variant="h2">状況</Header>}>
      <SpaceBetween size="s">
        <KeyValuePairs
          columns={3}
          items={[
            { label: "状態", value: <CaseStatus status={saved.status} /> },
            { label: "回答期限", value: due },
            {
              label: "受付",
              value: `${shownMinute(saved.receivedAt)}・${me.names.origins[saved.origin] ?? saved.origin}`,
            },
          ]}
        />
        <Steps view={view} saved={saved} editor={editor} />
      </SpaceBetween>
    </Container>
  );
}

function Steps({ view, saved, editor }: StatusProps) {
  const { ask } = useDesk();
  const [failure, setFailure] = useState<Failure>();
  const [isSending, setSending] = useState(false);
  const path = { receiptNumber: saved.receiptNumber };
  const become = async (to: string) => {
    const from = saved.status;
    setFailure(await editor.act(() => ask("changeStatus", path, { from, to })));
  };
  const mayWork = saved.nextStatuses.includes("in-progress");
  const answer = view.state ? shownText(view.state, "answer").trim() : "";
  return (
    <SpaceBetween size="s">
      <FailureAlert failure={failure} />
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => void editor.save()}>保存（Ctrl+S）</Button>
        {mayWork && (
          <Button onClick={() => void become("in-progress")}>
            {saved.status === "closed" ? "対応を再開する" : "対応中にする"}
          </Button>
        )}
        {saved.replyTo !== undefined && saved.status !== "closed" && (
          <Button
            disabled={answer === ""}
            disabledReason="先に「回答内容」を書いてください。"
            onClick={() => setSending(true)}
          >
            {answerWords[saved.replyTo.by]}
          </Button>
        )}
        {saved.status !== "closed" && (
          <Button
            variant={saved.missingToClose === undefined ? "primary" : "normal"}
            onClick={() => void become("closed")}
          >
            完了にする
          </Button>
        )}
        <span role="status" className="progress quiet">
          {progressText(view)}
        </span>
      </SpaceBetween>
      {saved.replyTo !== undefined && (
        <AnswerQuestion
          isAsked={isSending}
          replyTo={saved.replyTo}
          text={answer}
          close={() => setSending(false)}
          send={async () => {
            setSending(false);
            setFailure(await editor.act(() => ask("answerInquiry", path, { text: answer })));
          }}
        />
      )}
    </SpaceBetween>
  );
}

function progressText({ state, progress }: EditorView): string {
  const isWaiting = progress === "saved" && state !== undefined && state.conflicts.length > 0;
  return isWaiting ? "選ぶまで保存しない欄があります" : progressTexts[progress];
}

const answerWords = {
  mail: "メールで回答する",
  telephone: "折返し架電で回答する",
  none: "回答不要として完了にする",
} as const;

/** What was sent cannot be taken back: it is asked once more, with what goes where. */
function AnswerQuestion(props: {
  readonly isAsked: boolean;
  readonly replyTo: NonNullable<CaseDetail["replyTo"]>;
  readonly text: string;
  readonly close: () => void;
  readonly send: () => Promise<void>;
}) {
  const { replyTo } = props;
  const where = {
    mail: `次の内容を ${replyTo.mail ?? ""} へメールで送り、案件を完了にします。`,
    telephone: "次の内容を電話で伝えるため、折返し架電の一覧に入れます。",
    none: "相談者は回答を希望していません。次の内容を記録し、案件を完了にします。",
  }[replyTo.by];
  return (
    <Modal
      visible={props.isAsked}
      header={answerWords[replyTo.by]}
      onDismiss={props.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={props.close}>やめる</Button>
            <Button variant="primary" onClick={() => void props.send()}>
              {replyTo.by === "mail" ? "送る" : "決定する"}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <p className="plain">{where}</p>
      <p className="written quoted">{props.text}</p>
    </Modal>
  );
}
