import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { PortalQuestion } from "../../../../contract/portal.ts";
import type { Failure } from "../../api/failure.ts";
import { shownMinute, shownReceiptNumber } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { CategoryName } from "../case-words.tsx";
import { useKeptText } from "./kept-text.ts";

const longestAnswer = 2000;

/** One question with its answer, or with the place to write it. */
export function QuestionCard(props: { readonly question: PortalQuestion; readonly reload: () => void }) {
  const [answered, setAnswered] = useState<PortalQuestion>();
  const question = answered ?? props.question;
  const { receiptNumber, number, askedAt, category, answer } = question;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <>
              {shownMinute(askedAt)} に照会・
              <CategoryName code={category} />
            </>
          }
        >
          受付番号 {shownReceiptNumber(receiptNumber)}（照会{number}）
        </Header>
      }
    >
      <SpaceBetween size="s">
        {question.question === undefined ? (
          <p className="plain quiet">
            相談窓口が、文に個人情報がないかを確かめています。確認が終わると、ここに表示され、回答できます。
          </p>
        ) : (
          <p className="written">{question.question}</p>
        )}
        {answered && (
          <div role="status">
            <Alert type="success">回答を送りました。相談窓口が相談者にお伝えします。</Alert>
          </div>
        )}
        {answer && <Answer answer={answer} />}
        {!answer && question.question !== undefined && (
          <AnswerForm question={question} answered={setAnswered} reload={props.reload} />
        )}
      </SpaceBetween>
    </Container>
  );
}

function Answer({ answer }: { readonly answer: NonNullable<PortalQuestion["answer"]> }) {
  return (
    <div>
      <strong>回答</strong>{" "}
      <span className="quiet">
        {shownMinute(answer.answeredAt)}・{answer.by}
      </span>
      <p className="written">{answer.text ?? "回答の文は、個人情報の確認が終わると表示します。"}</p>
    </div>
  );
}

/** What is typed stays until it has been taken, also when the page is loaded again. */
function AnswerForm(props: {
  readonly question: PortalQuestion;
  readonly answered: (question: PortalQuestion) => void;
  readonly reload: () => void;
}) {
  const { ask } = useDesk();
  const { receiptNumber, number } = props.question;
  const [text, setText] = useKeptText(`answer ${receiptNumber} ${number}`);
  const [failure, setFailure] = useState<Failure>();
  const [isSending, setSending] = useState(false);
  const isWrong = failure?.kind === "wrong";
  const send = async () => {
    setSending(true);
    const taken = await ask("answerQuestion", { receiptNumber, number: String(number) }, { answer: text });
    setSending(false);
    if (!taken.ok) return setFailure(taken.failure);
    setText("");
    props.answered(taken.value);
  };
  return (
    <SpaceBetween size="s">
      <FailureAlert failure={isWrong ? undefined : failure} again={() => void send()} />
      {failure?.kind === "conflict" && <Button onClick={props.reload}>一覧を更新</Button>}
      <FormField
        stretch
        label="回答"
        description="相談者にそのままお伝えできる文で書いてください。氏名など、相談者が分かることは書かないでください。"
        constraintText={`${text.length}字／${longestAnswer.toLocaleString("ja-JP")}字まで。書いた文は、送るまでこの画面に残ります。`}
        errorText={isWrong ? failure.problem : undefined}
      >
        <Textarea
          value={text}
          rows={4}
          spellcheck={false}
          onChange={({ detail }) => {
            setText(detail.value);
            if (isWrong) setFailure(undefined);
          }}
        />
      </FormField>
      <Button variant="primary" loading={isSending} loadingText="送っています" onClick={() => void send()}>
        回答を送る
      </Button>
    </SpaceBetween>
  );
}
