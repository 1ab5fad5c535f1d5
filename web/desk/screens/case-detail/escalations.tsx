import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";
import { type RefObject, useState } from "react";
import type { CaseDetail } from "../../../../contract/cases.ts";
import type { Failure } from "../../api/failure.ts";
import { shownMinute } from "../../format.ts";
import { useHeldText } from "../../held-text.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import type { CaseEditor } from "./case-editor.ts";
import { MakeFaqDraft } from "./make-faq-draft.tsx";

type Escalation = CaseDetail["escalations"][number];
type Addressee = "prefecture" | "app-operator";

interface EscalationProps {
  readonly saved: CaseDetail;
  readonly editor: CaseEditor;
}

/** 照会: what was asked of others because it is outside the manual, and how to ask. */
export function Escalations(
  props: EscalationProps & {
    readonly isAsking: boolean;
    readonly setAsking: (isAsking: boolean) => void;
    readonly question: RefObject<TextareaProps.Ref | null>;
  },
) {
  const { saved, editor, isAsking, setAsking } = props;
  const [draft, setDraft] = useHeldText(`question ${saved.receiptNumber}`);
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={!isAsking && <Button onClick={() => setAsking(true)}>マニュアルに無い（Alt+N）</Button>}
        >
          照会
        </Header>
      }
    >
      <SpaceBetween size="m">
        {saved.escalations.length === 0 && !isAsking && (
          <Box color="text-body-secondary">
            照会はありません。マニュアルに無い質問は、県かアプリ事業者に照会します。
          </Box>
        )}
        {saved.escalations.map((one) => (
          <OneEscalation key={one.number} one={one} saved={saved} editor={editor} />
        ))}
        {isToldAndOpen(saved) && (
          <Alert type="info" header="相談者に伝えたことを記録しました">
            案件はまだ完了ではありません。{saved.missingToClose}そのあと「完了にする」を押してください。
          </Alert>
        )}
        {isAsking && <AskForm {...props} draft={draft} setDraft={setDraft} />}
      </SpaceBetween>
    </Container>
  );
}

function OneEscalation({ one, saved, editor }: EscalationProps & { readonly one: Escalation }) {
  const { me, ask } = useDesk();
  const [answer, setAnswer] = useHeldText(`answer ${saved.receiptNumber} ${one.number}`);
  const [failure, setFailure] = useState<Failure>();
  const path = { receiptNumber: saved.receiptNumber, number: String(one.number) };
  const addressee = me.names.addressees[one.to] ?? one.to;
  const enter = async () => {
    const failed = await editor.act(() => ask("enterEscalationAnswer", path, { answer }));
    setFailure(failed);
    if (!failed) setAnswer("");
  };
  const told = async () => setFailure(await editor.act(() => ask("tellInquirer", path, {})));
  return (
    <section className="escalation" aria-label={`照会${one.number}`}>
      <strong>
        照会{one.number}　{addressee}・{me.names.escalationStates[one.state] ?? one.state}
      </strong>
      <p className="quiet plain">
        {shownMinute(one.askedAt)}（{one.askedBy}）
      </p>
      <p className="written">{one.question}</p>
      <FailureAlert failure={failure} />
      {one.answer !== undefined && (
        <p className="written">
          <span className="quiet">
            回答{one.answeredAt !== undefined && `（${shownMinute(one.answeredAt)}）`}:
          </span>{" "}
          {one.answer}
        </p>
      )}
      {one.state === "asked" && (
        <SpaceBetween size="xs">
          <FormField
            label={`照会${one.number}への${addressee}の回答`}
            description="電話やメールで回答を受けたときに入力します。"
            stretch
          >
            <Textarea value={answer} rows={2} onChange={({ detail }) => setAnswer(detail.value)} />
          </FormField>
          <Button onClick={() => void enter()}>回答を登録する</Button>
        </SpaceBetween>
      )}
      {one.state === "answered" && (
        <Button
          ariaLabel={`回答内容に写す: 照会${one.number}`}
          onClick={() => editor.append("answer", one.answer ?? "")}
        >
          回答内容に写す
        </Button>
      )}
      {one.state === "answered" && saved.replyTo === undefined && (
        <Button variant="primary" onClick={() => void told()}>
          照会{one.number}の回答を相談者に伝えた
        </Button>
      )}
      {one.state !== "asked" && (
        <MakeFaqDraft
          receiptNumber={saved.receiptNumber}
          number={one.number}
          hasKey={one.number === lastAnswered(saved)}
        />
      )}
      {one.state === "answered" && saved.replyTo !== undefined && (
        <Alert type="info">回答内容を書いて相談者に送ると、伝えたことになります。</Alert>
      )}
    </section>
  );
}

/** Whether all was told and the case lacks something to be closed. */
function isToldAndOpen({ escalations, status, missingToClose }: CaseDetail): boolean {
  const isTold = escalations.length > 0 && escalations.every(({ state }) => state === "answered-back");
  return isTold && status === "in-progress" && missingToClose !== undefined;
}

function lastAnswered({ escalations }: CaseDetail): number | undefined {
  return escalations.findLast(({ state }) => state !== "asked")?.number;
}

/** What is typed here stays when sending fails, and when the form is closed and opened again. */
function AskForm({
  saved,
  editor,
  setAsking,
  question,
  draft,
  setDraft,
}: EscalationProps & {
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  readonly setAsking: (isAsking: boolean) => void;
  readonly question: RefObject<TextareaProps.Ref | null>;
}) {
  const { me, ask } = useDesk();
  const [to, setTo] = useState<Addressee>("prefecture");
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const path = { receiptNumber: saved.receiptNumber };
    const failed = await editor.act(() => ask("escalateCase", path, { to, question: draft }));
    setFailure(failed);
    if (failed) return;
    setDraft("");
    setAsking(false);
  };
  const addressees: readonly Addressee[] = ["prefecture", "app-operator"];
  return (
    <SpaceBetween size="s">
      <FailureAlert failure={failure} />
      <FormField label="照会先">
        <RadioGroup
          value={to}
          items={addressees.map((value) => ({ value, label: me.names.addressees[value] ?? value }))}
          onChange={({ detail }) => setTo(detail.value === "prefecture" ? "prefecture" : "app-operator")}
        />
      </FormField>
      <FormField
        label="照会の内容"
        description="相談者の名前・電話番号・住所は書かないでください。回答があるまで、回答期限の時計は止まります。"
        errorText={failure?.field === "question" && failure.problem}
        stretch
      >
        <Textarea ref={question} value={draft} rows={4} onChange={({ detail }) => setDraft(detail.value)} />
      </FormField>
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="primary" onClick={() => void send()}>
          照会する
        </Button>
        <Button onClick={() => setAsking(false)}>やめる</Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}
