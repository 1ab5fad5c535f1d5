import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { ShownNaviDialMonth } from "../../../../contract/navi-dial.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { DoneMessage } from "../done-message.tsx";
import { MonthForm } from "./month-form.tsx";

/** ナビダイヤルの数: calls that Navi-Dial itself turned away, month by month, as its operator's page says it. */
export default function NaviDial() {
  const reading = useAnswer("listNaviDial", {}, {});
  const { answer, failure, isLoading, reload } = reading;
  const [done, setDone] = useState("");
  const missing = (answer?.months ?? []).filter(({ state }) => state === "missing");
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="窓口に届く前にナビダイヤル側でつながらなかった電話の数です。ナビダイヤルの事業者の画面から、月ごとに写します。"
        actions={<ReloadButton reading={reading} />}
      >
        ナビダイヤルの数
      </Header>
      <FailureAlert failure={failure} again={reload} />
      <DoneMessage sentence={done} formStays />
      {!answer && isLoading && <Spinner size="large" />}
      {missing.length > 0 && <Missing months={missing} />}
      {answer?.months.length === 0 && <p className="plain">契約の期間がまだ始まっていません。</p>}
      {answer?.months.map((month) => (
        <Container key={month.month} header={<Heading month={month} />}>
          <SpaceBetween size="s">
            <Entries month={month} />
            <MonthForm
              month={month}
              reload={reload}
              entered={(sentence) => {
                setDone(sentence);
                reload();
              }}
            />
          </SpaceBetween>
        </Container>
      ))}
    </SpaceBetween>
  );
}

/** What the monthly report lacks. */
function Missing({ months }: { readonly months: readonly ShownNaviDialMonth[] }) {
  return (
    <Alert type="warning" header={`${months.length}か月分の数が入っていません`}>
      {months.map(({ month }) => month).join("、")} の定例報告では、実績の表の「【参考】ナビダイヤル話中」と
      「【参考】ナビダイヤル時間外」が「－」になります。ほかの数と受電率は変わりません。
    </Alert>
  );
}

const states = {
  missing: <StatusIndicator type="warning">入力してください</StatusIndicator>,
  running: <StatusIndicator type="pending">今月（月が終わってから確定します）</StatusIndicator>,
  entered: <StatusIndicator type="success">入力済み</StatusIndicator>,
} as const;

function Heading({ month: { month, state } }: { readonly month: ShownNaviDialMonth }) {
  return (
    <Header variant="h2" info={states[state]}>
      {month}
    </Header>
  );
}

/** What counts, and what it corrected. */
function Entries({ month: { month, entries } }: { readonly month: ShownNaviDialMonth }) {
  if (entries.length === 0) return null;
  return (
    <ol className="history" reversed aria-label={`${month} に入力された数`}>
      {entries.map(({ busy, closed, enteredAt, enteredBy }, index) => (
        <li key={`${enteredAt} ${index}`}>
          {index === 0 ? (
            <strong>
              話中 {busy}件・時間外 {closed}件
            </strong>
          ) : (
            <>
              訂正前: 話中 {busy}件・時間外 {closed}件
            </>
          )}{" "}
          <span className="quiet">
            {shownMinute(enteredAt)}（{enteredBy}）
          </span>
        </li>
      ))}
    </ol>
  );
}
