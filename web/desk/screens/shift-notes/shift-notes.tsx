import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import Textarea from "@cloudscape-design/components/textarea";
import { type FormEvent, useState } from "react";
import type { Failure } from "../../api/failure.ts";
import { usePolledAnswer } from "../../api/use-polled-answer.ts";
import { dateOf, millisPerDay, shownMinute } from "../../format.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { PageButtons, usePages } from "../../shell/pages.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";

const shownDays = 7;
const everySeconds = 30;

/** 申し送り: what one shift tells the next. A note is not changed afterwards: what is new is another note. */
export default function ShiftNotes() {
  const { me } = useDesk();
  const from = dateOf(me.now - (shownDays - 1) * millisPerDay);
  const pages = usePages();
  const reading = usePolledAnswer("listShiftNotes", {}, { from, ...pages.place }, everySeconds);
  const { answer, failure, reload } = reading;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={`この${shownDays}日間の申し送りです。${everySeconds}秒ごとに更新します。`}
        actions={<ReloadButton reading={reading} />}
      >
        申し送り
      </Header>
      <NewNote written={reload} />
      <FailureAlert failure={failure} again={() => void reload()} />
      <Container header={<Header variant="h2">これまでの申し送り</Header>}>
        {!answer && !failure && <Spinner size="large" />}
        {answer?.notes.length === 0 && <p className="plain">申し送りはありません。</p>}
        <ol className="history">
          {answer?.notes.map(({ at, by, text }) => (
            <li key={`${at} ${by}`}>
              <time className="quiet">{shownMinute(at)}</time> {by}
              <p className="written">{text}</p>
            </li>
          ))}
        </ol>
        <PageButtons pages={pages} next={answer?.next} />
      </Container>
    </SpaceBetween>
  );
}

function NewNote({ written }: { readonly written: () => Promise<void> }) {
  const { ask } = useDesk();
  const [entry, change, clear] = useKeptEntry("shift-note", { text: "" });
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    const answered = await ask("writeShiftNote", {}, { text: entry.text });
    setBusy(false);
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    clear();
    await written();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void write();
  };
  const isWrong = failure?.kind === "wrong";
  return (
    <Container header={<Header variant="h2">書く</Header>}>
      <form onSubmit={send} noValidate>
        <SpaceBetween size="s">
          {!isWrong && <FailureAlert failure={failure} again={() => void write()} />}
          <FormField
            label="次の勤務の人に伝えること"
            description="相談者の名前や電話番号は書かず、受付番号で示してください。"
            errorText={isWrong ? failure.problem : undefined}
          >
            <Textarea value={entry.text} rows={3} onChange={({ detail }) => change({ text: detail.value })} />
          </FormField>
          <Button variant="primary" formAction="submit" loading={isBusy}>
            申し送る
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  );
}
