import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Textarea from "@cloudscape-design/components/textarea";
import { useEffect, useState } from "react";
import type { TextToRelease } from "../../../../contract/text-release.ts";
import type { Failure } from "../../api/failure.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { dateOf, shownReceiptNumber } from "../../format.ts";
import { useHeldText } from "../../held-text.ts";
import { goTo, hashOf, useDeskLocation } from "../../navigation/location.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { DateField } from "../date-and-time.tsx";

/** 文面の公開: which free texts the prefecture's reports may show. Nothing is shown there before it is decided here. */
export default function TextRelease() {
  const { me } = useDesk();
  const { query } = useDeskLocation();
  const from = query.get("from") ?? `${dateOf(me.now).slice(0, 7)}-01`;
  return <Texts key={from} from={from} />;
}

function Texts({ from }: { readonly from: string }) {
  const [places, setPlaces] = useState<readonly (string | undefined)[]>([undefined]);
  const after = places.at(-1);
  const request = { from, ...(after !== undefined && { after }) };
  const { answer, failure, isLoading, reload } = useAnswer("listTextsToRelease", {}, request);
  const next = answer?.next;
  const isEmpty = answer?.texts.length === 0;
  // A page is read in bounded work and may be empty before the month is over: nobody is to press on to find out.
  useEffect(() => {
    if (isEmpty && next !== undefined) setPlaces((before) => [...before.slice(0, -1), next]);
  }, [isEmpty, next]);
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="定例報告に載せる文面を決めます。公開した文面だけが報告に載ります。"
        actions={
          <Button iconName="refresh" loading={isLoading} onClick={reload}>
            更新
          </Button>
        }
      >
        文面の公開
      </Header>
      <FailureAlert failure={failure} again={reload} />
      <DateField
        label="受付日（この日から月末まで）"
        value={from}
        set={(date) => date !== "" && goTo(hashOf(["texts-to-release"], { from: date }))}
      />
      {answer?.texts.map((text) => (
        <OneText key={`${text.receiptNumber} ${text.name} ${text.original}`} text={text} />
      ))}
      {isEmpty && next === undefined && (
        <Box color="text-body-secondary">公開を決めていない文面はありません。</Box>
      )}
      <SpaceBetween direction="horizontal" size="xs">
        {places.length > 1 && <Button onClick={() => setPlaces(places.slice(0, -1))}>前に戻る</Button>}
        {next !== undefined && <Button onClick={() => setPlaces([...places, next])}>続きを表示する</Button>}
      </SpaceBetween>
    </SpaceBetween>
  );
}

function OneText({ text: one }: { readonly text: TextToRelease }) {
  const { ask } = useDesk();
  const [text, setText] = useHeldText(`release ${one.receiptNumber} ${one.name}`, one.proposed);
  const [isReleased, setReleased] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isEdited = text !== one.proposed;
  const order = isEdited ? "直した文面で公開する" : "この案で公開する";
  const name = `${shownReceiptNumber(one.receiptNumber)} ${titleOf(one.name)}`;
  const release = async () => {
    const { receiptNumber, original } = one;
    const edited = isEdited ? { text } : {};
    const answered = await ask("releaseText", { receiptNumber }, { name: one.name, original, ...edited });
    setFailure(answered.ok ? undefined : answered.failure);
    setReleased(answered.ok);
  };
  return (
    <Container
      header={
        <Header variant="h2" info={<Link href={hashOf(["cases", one.receiptNumber])}>案件を開く</Link>}>
          {name}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <div>
          <SpaceBetween direction="horizontal" size="xs">
            <strong>書かれた文面</strong>
            {one.found.map(({ kind, count }) => (
              <Badge key={kind} color="red">
                {kind} {count}
              </Badge>
            ))}
          </SpaceBetween>
          <p className="written quoted">{one.original}</p>
        </div>
        <FailureAlert failure={failure} again={() => void release()} />
        <FormField label={`報告に載せる文面（${name}）`} stretch>
          <Textarea
            value={text}
            rows={3}
            readOnly={isReleased}
            onChange={({ detail }) => setText(detail.value)}
          />
        </FormField>
        {isReleased ? (
          <div role="status">
            <StatusIndicator type="success">公開しました</StatusIndicator>
          </div>
        ) : (
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="primary" ariaLabel={`${order}: ${name}`} onClick={() => void release()}>
              {order}
            </Button>
            {isEdited && <Button onClick={() => setText(one.proposed)}>案に戻す</Button>}
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  );
}

function titleOf(name: string): string {
  const [kind, number] = name.split("-");
  if (kind === "question") return `照会${number}の質問`;
  return kind === "answer" ? `照会${number}の回答` : "相談内容";
}
