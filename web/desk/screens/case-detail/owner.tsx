import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import type { CaseDetail } from "../../../../contract/cases.ts";
import type { Failure } from "../../api/failure.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import type { CaseEditor } from "./case-editor.ts";

/** What is asked before a case goes into other hands. */
interface HandOver {
  readonly to: string;
  readonly reason: string;
}

/** 担当者: who has the case in hand; taking it, and handing it over with the reason, which stays in the 経過. */
export function Owner({ saved, editor }: { readonly saved: CaseDetail; readonly editor: CaseEditor }) {
  const { me, ask } = useDesk();
  const [asked, setAsked] = useState<HandOver>();
  const [failure, setFailure] = useState<Failure>();
  const { owner, receiptNumber, status } = saved;
  const give = async (handOver: HandOver) => {
    const seen = owner === undefined ? {} : { from: owner };
    const failed = await editor.act(() => ask("handOverCase", { receiptNumber }, { ...seen, ...handOver }));
    setFailure(failed);
    if (!failed) setAsked(undefined);
  };
  const take = () =>
    owner === undefined ? void give({ to: me.staff, reason: "" }) : setAsked({ to: me.staff, reason: "" });
  return (
    <section className="escalation" aria-label="担当者">
      <span>
        <strong>{me.names.caseFields["owner"]}</strong>　{owner ?? "まだいません"}
      </span>
      {!asked && <FailureAlert failure={failure} />}
      {!asked && status !== "closed" && (
        <SpaceBetween direction="horizontal" size="xs">
          {owner !== me.staff && <Button onClick={take}>自分が担当する</Button>}
          <Button onClick={() => setAsked({ to: "", reason: "" })}>ほかの人に引き継ぐ</Button>
        </SpaceBetween>
      )}
      {asked && (
        <HandOverForm
          asked={asked}
          isMine={asked.to === me.staff}
          failure={failure}
          change={setAsked}
          give={() => void give(asked)}
          cancel={() => {
            setAsked(undefined);
            setFailure(undefined);
          }}
        />
      )}
    </section>
  );
}

function HandOverForm(props: {
  readonly asked: HandOver;
  readonly isMine: boolean;
  readonly failure: Failure | undefined;
  readonly change: (asked: HandOver) => void;
  readonly give: () => void;
  readonly cancel: () => void;
}) {
  const { asked, failure, change, give } = props;
  // Whether it was to be taken or given is what was pressed, not what is typed.
  const [isTaken] = useState(props.isMine);
  const send = (event: FormEvent) => {
    event.preventDefault();
    give();
  };
  return (
    <form onSubmit={send} noValidate>
      <SpaceBetween size="xs">
        <FailureAlert failure={failure} />
        {!isTaken && (
          <FormField label="引き継ぐ相手" description="OP02 のような職員コードで入力してください。">
            <Input
              autoFocus
              value={asked.to}
              onChange={({ detail }) => change({ ...asked, to: detail.value.toUpperCase() })}
            />
          </FormField>
        )}
        <FormField
          label={isTaken ? "担当を替わる理由" : "引き継ぐ理由"}
          description="経過に残ります。相談者の名前・電話番号・住所は書かないでください。"
          stretch
        >
          <Input
            autoFocus={isTaken}
            value={asked.reason}
            onChange={({ detail }) => change({ ...asked, reason: detail.value })}
          />
        </FormField>
        <SpaceBetween direction="horizontal" size="xs">
          <Button formAction="submit">{isTaken ? "担当を替わる" : "引き継ぐ"}</Button>
          <Button formAction="none" onClick={props.cancel}>
            やめる
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}
