import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import type { RegistrationForm, WaitingDeletion } from "../../../../contract/registrations.ts";
import type { Failure } from "../../api/failure.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { shownMinute, shownReceiptNumber } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { PageButtons, usePages } from "../../shell/pages.tsx";
import { itemNames } from "./registrations.tsx";

/** 削除の確認: deletions that wait for a second person, who is never the one who asked. */
export default function Deletions() {
  const form = useAnswer("readRegistrationForm", {}, {});
  const pages = usePages();
  const list = useAnswer("listDeletions", {}, pages.place);
  const [done, setDone] = useState("");
  const decided = (sentence: string) => {
    setDone(sentence);
    list.reload();
  };
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={
          list.answer && `${list.answer.withinDays}日以内に申請され、まだ確認されていない削除です。`
        }
        actions={
          <Button iconName="refresh" onClick={list.reload}>
            更新
          </Button>
        }
      >
        削除の確認
      </Header>
      <FailureAlert failure={list.failure ?? form.failure} again={list.failure ? list.reload : form.reload} />
      <p className="plain" role="status">
        {done}
      </p>
      {!(list.answer && form.answer) && !list.failure && <Spinner size="large" />}
      {list.answer?.waiting.length === 0 && <p className="plain">確認を待っている削除はありません。</p>}
      {form.answer &&
        list.answer?.waiting.map((one) => (
          <Waiting key={one.entry.operationId} waiting={one} form={form.answer} decided={decided} />
        ))}
      <PageButtons pages={pages} next={list.answer?.next} />
    </SpaceBetween>
  );
}

function Waiting(props: {
  readonly waiting: WaitingDeletion;
  readonly form: RegistrationForm | undefined;
  readonly decided: (sentence: string) => void;
}) {
  const { waiting, form, decided } = props;
  const { entry, requestedOn } = waiting;
  const { ask, me } = useDesk();
  const [{ reason }, change, clear] = useKeptEntry(`deletion ${entry.operationId}`, { reason: "" });
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const printed = shownReceiptNumber(entry.receiptNumber);
  const decide = async (decision: "confirmed" | "refused"): Promise<void> => {
    setBusy(true);
    const { operationId } = entry;
    const answered = await ask("decideDeletion", { operationId }, { requestedOn, decision, reason });
    setBusy(false);
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    clear();
    decided(`${printed}：${decision === "confirmed" ? "確認しました" : "差し戻しました"}。`);
  };
  return (
    <Container
      header={
        <Header variant="h2">
          <Link href={hashOf(["cases", entry.receiptNumber])} fontSize="inherit">
            {printed}
          </Link>
        </Header>
      }
    >
      <SpaceBetween size="s">
        <FailureAlert failure={failure} />
        <p className="plain">
          {shownMinute(entry.at)} 申請（{entry.by}） {form && itemNames(entry, form)}
        </p>
        <p className="written">{entry.reason}</p>
        {entry.by === me.staff ? (
          <p className="plain quiet">自分の申請は確認できません。別の人に頼んでください。</p>
        ) : (
          <>
            <FormField label="確認した内容、または差戻しの理由">
              <Input value={reason} onChange={({ detail }) => change({ reason: detail.value })} />
            </FormField>
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="primary" disabled={isBusy} onClick={() => void decide("confirmed")}>
                確認した
              </Button>
              <Button disabled={isBusy} onClick={() => void decide("refused")}>
                差し戻す
              </Button>
            </SpaceBetween>
          </>
        )}
      </SpaceBetween>
    </Container>
  );
}
