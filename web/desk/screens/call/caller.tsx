import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { CaseSummary } from "../../../../contract/cases.ts";
import type { KnownCaller } from "../../../../contract/calls.ts";
import { useSyncExternalStore } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute } from "../../format.ts";
import type { ScreenProps } from "../../navigation/screen.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { ReloadButton } from "../../shell/reload-button.tsx";
import { onPresentCall, presentCall } from "../../workspace.ts";
import { CaseLink, CaseStatus, CategoryName } from "../case-words.tsx";

/** 着信: who calls, as far as the desk knows, by the keyed hash of the number. Opening it leaves an entry in the audit. */
export default function Caller({ path }: ScreenProps) {
  const contactId = path["contactId"] ?? "";
  const reading = useAnswer("readCaller", { contactId }, {});
  const { answer, failure, isLoading, reload } = reading;
  return (
    <SpaceBetween size="m">
      <Header variant="h1" actions={<ReloadButton reading={reading} />}>
        着信
      </Header>
      <FailureAlert failure={failure} again={reload} />
      {isLoading && !answer && <Spinner size="large" />}
      {answer && <Known contactId={contactId} caller={answer} />}
    </SpaceBetween>
  );
}

const callerTexts: Readonly<Record<KnownCaller["caller"], string>> = {
  withheld: "番号の通知がありません",
  first: "初めての方",
  returning: "以前に相談のある方",
};

/** The keys of the flows' menu. */
const menuNames: Readonly<Record<string, string>> = {
  app: "アプリ・登録",
  points: "ポイント・賞品",
  former: "以前の事業",
  operator: "その他",
};

function Known({ contactId, caller }: { readonly contactId: string; readonly caller: KnownCaller }) {
  const call = useSyncExternalStore(onPresentCall, presentCall);
  const menu = call?.contactId === contactId ? call.menu : undefined;
  const open = caller.earlier.filter(({ status }) => status !== "closed");
  const closed = caller.earlier.filter(({ status }) => status === "closed");
  return (
    <SpaceBetween size="m">
      {caller.flag && (
        <Alert type="warning" header="SVが対応する方">
          {caller.flag.reason}（{shownMinute(caller.flag.until)}まで）。SVに代わってください。
        </Alert>
      )}
      <Container header={<Header variant="h2">この電話</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: "相談者", value: callerTexts[caller.caller] },
            { label: "選んだ番号", value: menu === undefined ? "選んでいません" : (menuNames[menu] ?? menu) },
            { label: "着信", value: caller.arrivedAt === undefined ? "－" : shownMinute(caller.arrivedAt) },
          ]}
        />
      </Container>
      <Script menu={menu} />
      <Cases heading="対応中の案件" cases={open} empty="対応中の案件はありません。" />
      <Cases heading="終わった案件" cases={closed} empty="終わった案件はありません。" />
      {caller.hasMore && <p className="quiet">これより前の案件は、案件一覧から探してください。</p>}
    </SpaceBetween>
  );
}

/** What to say to somebody who chose this in the menu; nothing where the programme has no words for it. */
function Script({ menu }: { readonly menu: string | undefined }) {
  const { answer } = useAnswer("readCallGuide", {}, {});
  const script = answer?.scripts.find((one) => one.menu === menu);
  if (!script) return null;
  return (
    <Container header={<Header variant="h2">{script.title}</Header>}>
      <ol className="script">
        {script.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {script.notes.map((note) => (
        <p key={note} className="plain quiet">
          {note}
        </p>
      ))}
    </Container>
  );
}

function Cases(props: {
  readonly heading: string;
  readonly cases: KnownCaller["earlier"];
  readonly empty: string;
}) {
  return (
    <Container
      header={
        <Header variant="h2" counter={`（${props.cases.length}）`}>
          {props.heading}
        </Header>
      }
    >
      {props.cases.length === 0 && <p className="plain quiet">{props.empty}</p>}
      <ol className="history">
        {props.cases.map((one) => (
          <li key={one.receiptNumber}>
            <div className="call-line">
              <CaseLink receiptNumber={one.receiptNumber} />
              <CaseStatus status={one.status as CaseSummary["status"]} />
              <CategoryName code={one.category} />
              <span className="quiet">{shownMinute(one.receivedAt)} 受付</span>
            </div>
            {one.content !== undefined && <p className="written">{one.content}</p>}
            {one.answer !== undefined && <p className="written">回答: {one.answer}</p>}
            {one.handedOver.map((note) => (
              <p key={note} className="written">
                引継ぎ: {note}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Container>
  );
}
