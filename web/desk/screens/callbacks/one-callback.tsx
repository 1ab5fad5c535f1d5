import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef, useState } from "react";
import type { CallbackLine, CallbackList } from "../../../../contract/callbacks.ts";
import type { RequestOf } from "../../../../contract/routes.ts";
import type { Failure } from "../../api/failure.ts";
import { shownMinute, shownReceiptNumber } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

type Outcome = RequestOf<"attemptCallback">["outcome"];
type Reason = RequestOf<"closeCallback">["reason"];

interface OneCallbackProps {
  readonly row: CallbackLine;
  readonly list: CallbackList;
  /** Something was written down; the sentence says what. */
  readonly changed: (sentence: string) => void;
  readonly leave: () => void;
}

/** One call back: its number on demand, which is audited, how the call went, and ending it without one. */
export function OneCallback(props: OneCallbackProps) {
  const { row, list, leave } = props;
  const { number, failure, isBusy, showNumber, attempt, close } = useOneCallback(props);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const printed = shownReceiptNumber(row.receiptNumber ?? "");
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={`${printed} の折返し架電`}>
      <Container
        header={
          <Header variant="h2" actions={<Button onClick={leave}>一覧に戻る</Button>}>
            {printed} に架電
          </Header>
        }
      >
        <SpaceBetween size="m">
          <FailureAlert failure={failure} />
          {number === undefined ? (
            <Button
              variant="primary"
              loading={isBusy}
              disabled={!row.canCall}
              onClick={() => void showNumber()}
            >
              電話番号を表示（閲覧記録が残ります）
            </Button>
          ) : (
            <p className="plain">
              <Link href={`tel:${number}`} fontSize="heading-m">
                {shownNumber(number)}
              </Link>
              <span className="quiet">　押しても発信しないときは、電話のダイヤルに入れてください。</span>
            </p>
          )}
          {!row.canCall && row.attemptsLeft > 0 && (
            <p className="plain quiet">{shownMinute(row.callFrom)} から架電できます。</p>
          )}
          <Attempts row={row} list={list} />
          <FormField label="架電の結果">
            <SpaceBetween direction="horizontal" size="xs">
              {list.outcomes.map(({ code, name }) => (
                <Button key={code} disabled={isBusy} onClick={() => void attempt(code, name)}>
                  {name}
                </Button>
              ))}
            </SpaceBetween>
          </FormField>
          <Closing reasons={list.reasons} isBusy={isBusy} close={close} />
        </SpaceBetween>
      </Container>
    </div>
  );
}

/** What is asked of the service about one call back. What was shown and chosen stays where it is refused. */
function useOneCallback({ row, changed, leave }: OneCallbackProps) {
  const { ask } = useDesk();
  const [number, setNumber] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const receiptNumber = row.receiptNumber ?? "";
  const printed = shownReceiptNumber(receiptNumber);

  async function during(work: () => Promise<Failure | undefined>): Promise<void> {
    setBusy(true);
    setFailure(await work());
    setBusy(false);
  }
  return {
    number,
    failure,
    isBusy,
    showNumber: () =>
      during(async () => {
        const answered = await ask("readCallbackNumber", { receiptNumber }, {});
        if (!answered.ok) return answered.failure;
        setNumber(answered.value.number);
        return undefined;
      }),
    attempt: (outcome: Outcome, name: string) =>
      during(async () => {
        const answered = await ask("attemptCallback", { receiptNumber }, { outcome });
        if (!answered.ok) return answered.failure;
        changed(`${printed}：架電の結果「${name}」を記録しました。`);
        if (outcome === "connected" || outcome === "wrong-number") leave();
        setNumber(undefined);
        return undefined;
      }),
    close: (reason: Reason, name: string) =>
      during(async () => {
        const answered = await ask("closeCallback", { receiptNumber }, { reason });
        if (!answered.ok) return answered.failure;
        changed(`${printed}：折返し架電を終了しました（${name}）。`);
        leave();
        return undefined;
      }),
  };
}

function Attempts({ row, list }: { readonly row: CallbackLine; readonly list: CallbackList }) {
  const nameOf = (code: string) => list.outcomes.find((one) => one.code === code)?.name ?? code;
  if (row.attempts.length === 0)
    return <p className="plain quiet">まだ架電していません（{list.mostAttempts}回まで）。</p>;
  return (
    <ol className="history">
      {row.attempts.map(({ at, by, outcome }) => (
        <li key={at}>
          <time className="quiet">{shownMinute(at)}</time> {nameOf(outcome)}
          {by !== undefined && <span className="quiet">（{by}）</span>}
        </li>
      ))}
    </ol>
  );
}

/** Ends a call back that reached nobody, or is not wanted any more. */
function Closing(props: {
  readonly reasons: CallbackList["reasons"];
  readonly isBusy: boolean;
  readonly close: (reason: Reason, name: string) => Promise<void>;
}) {
  const [reason, setReason] = useState<Reason>();
  const chosen = props.reasons.find(({ code }) => code === reason);
  const options = props.reasons.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="call-line">
      <FormField label="架電せずに終了する理由">
        <Select
          placeholder="選んでください"
          selectedOption={options.find(({ value }) => value === reason) ?? null}
          options={options}
          onChange={({ detail }) =>
            setReason(props.reasons.find(({ code }) => code === detail.selectedOption.value)?.code)
          }
        />
      </FormField>
      <Button
        disabled={!chosen || props.isBusy}
        onClick={() => chosen && void props.close(chosen.code, chosen.name)}
      >
        折返し架電を終了
      </Button>
    </div>
  );
}

/** +819012345678 as it is dialled in Japan: 09012345678. */
function shownNumber(number: string): string {
  return number.replace(/^\+81/, "0");
}
