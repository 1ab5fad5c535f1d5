import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { type FormEvent, useState } from "react";
import type { ShownAnnouncement } from "../../../../contract/announcement.ts";
import type { Failure } from "../../api/failure.ts";
import { instantOf } from "../../entered-time.ts";
import { dateOf, shownMinute } from "../../format.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { Confirmation } from "../confirmation.tsx";
import { DateField, TimeField } from "../date-and-time.tsx";

const longestText = 150;

/** The rate at which the service estimates how long a text is spoken. */
const charactersASecond = 5;

/** A new announcement, which is heard by nobody before it was confirmed word for word. */
export function AnnouncementForm(props: {
  readonly now: number;
  readonly current: ShownAnnouncement | undefined;
  readonly changed: (sentence: string) => void;
  readonly reload: () => void;
}) {
  const { now, current, changed, reload } = props;
  const { ask } = useDesk();
  const [entry, change, clear] = useKeptEntry<Entry>("announcement", {
    text: "",
    date: dateOf(now),
    time: "17:00",
  });
  const [isLooked, setLooked] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const text = entry.text.trim();
  const until = instantOf(entry.date, entry.time);
  const problems = isLooked ? problemsOf(text, until, now) : {};
  const look = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    setFailure(undefined);
    if (Object.keys(problemsOf(text, until, now)).length === 0) setAsked(true);
  };
  const set = async () => {
    if (until === undefined) return;
    const answered = await ask("setAnnouncement", {}, { text, until, seen: current ?? null });
    if (!answered.ok) {
      setFailure(answered.failure);
      if (answered.failure.kind === "conflict") reload();
      return;
    }
    setAsked(false);
    setLooked(false);
    clear();
    changed(`緊急案内を流し始めました。${shownMinute(until)} まで流れます。`);
  };
  return (
    <Container header={<Header variant="h2">{current ? "別の案内に替える" : "案内を流す"}</Header>}>
      <form onSubmit={look} noValidate>
        <SpaceBetween size="m">
          <Fields entry={entry} change={change} problems={problems} />
          <Button variant="primary" formAction="submit">
            聞こえ方を確かめる
          </Button>
        </SpaceBetween>
      </form>
      <Confirmation
        isAsked={isAsked}
        question="この案内を、かけた人全員に流しますか"
        yes="流す"
        failure={failure}
        no={() => setAsked(false)}
        confirm={set}
      >
        <p className="plain">これからかかる電話で、最初に次の言葉が聞こえます。</p>
        <p className="spoken">{text}</p>
        <p className="plain">
          {until !== undefined && <strong>{shownMinute(until)}</strong>} まで流れます（およそ
          {Math.ceil(text.length / charactersASecond)}秒）。
        </p>
        {current && <p className="plain">いま流れている「{current.text}」は終わります。</p>}
      </Confirmation>
    </Container>
  );
}

interface Entry {
  readonly text: string;
  readonly date: string;
  readonly time: string;
}

interface Problems {
  readonly text?: string;
  readonly until?: string;
}

function Fields(props: {
  readonly entry: Entry;
  readonly change: (changed: Partial<Entry>) => void;
  readonly problems: Problems;
}) {
  const { entry, change, problems } = props;
  const { length } = entry.text.trim();
  return (
    <SpaceBetween size="m">
      <FormField
        label="案内の文"
        description="書いたとおりに読み上げられます。通話料はかけた人の負担になるため、短く書いてください。"
        constraintText={`${length}文字（${longestText}文字まで）・およそ${Math.ceil(length / charactersASecond)}秒`}
        errorText={problems.text}
      >
        <Textarea
          value={entry.text}
          rows={3}
          placeholder="例: 台風のため、本日は午後3時で受付を終了します。"
          onChange={({ detail }) => change({ text: detail.value })}
        />
      </FormField>
      <SpaceBetween direction="horizontal" size="m">
        <DateField
          label="終わりの日"
          value={entry.date}
          set={(date) => change({ date })}
          problem={problems.until}
        />
        <TimeField label="終わりの時刻" value={entry.time} set={(time) => change({ time })} />
      </SpaceBetween>
    </SpaceBetween>
  );
}

function problemsOf(text: string, until: number | undefined, now: number): Problems {
  const wrongText =
    text === ""
      ? "案内の文を入力してください。"
      : text.length > longestText
        ? `${text.length - longestText}文字多いです。${longestText}文字以内にしてください。`
        : /[<>]/.test(text)
          ? "「<」と「>」は読み上げられません。取り除いてください。"
          : undefined;
  const wrongEnd =
    until === undefined
      ? "日付と時刻を入力してください。"
      : until <= now
        ? "過ぎた日時です。これからの日時を選んでください。"
        : undefined;
  return {
    ...(wrongText !== undefined && { text: wrongText }),
    ...(wrongEnd !== undefined && { until: wrongEnd }),
  };
}
