import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import type { ShownNaviDialMonth } from "../../../../contract/navi-dial.ts";
import type { Failure } from "../../api/failure.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

/** Enters a month's figures, or corrects those that were entered; these stay in the history. */
export function MonthForm(props: {
  readonly month: ShownNaviDialMonth;
  readonly reload: () => void;
  readonly entered: (sentence: string) => void;
}) {
  const { month, reload, entered } = props;
  const { ask } = useDesk();
  const [entry, change, clear] = useKeptEntry(`navi-dial ${month.month}`, { busy: "", closed: "" });
  const [failure, setFailure] = useState<Failure>();
  const enter = async () => {
    const path = { month: month.month };
    const answered = await ask("enterNaviDial", path, { ...entry, seen: month.version });
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return answered.failure.kind === "conflict" ? reload() : undefined;
    clear();
    entered(`${month.month} の数を登録しました。これから作る定例報告に載ります。`);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void enter();
  };
  const problemOf = (field: string) => failure?.field === field && failure.problem;
  return (
    <form onSubmit={send} noValidate aria-label={`${month.month} の数`}>
      <SpaceBetween size="s">
        {failure?.field === undefined && <FailureAlert failure={failure} again={() => void enter()} />}
        <div className="fields">
          <FormField label={`話中（${month.month}）`} errorText={problemOf("busy")}>
            <Input
              value={entry.busy}
              inputMode="numeric"
              onChange={({ detail }) => change({ busy: detail.value })}
            />
          </FormField>
          <FormField label={`時間外（${month.month}）`} errorText={problemOf("closed")}>
            <Input
              value={entry.closed}
              inputMode="numeric"
              onChange={({ detail }) => change({ closed: detail.value })}
            />
          </FormField>
        </div>
        <Button formAction="submit">{month.version === 0 ? "登録する" : "訂正する"}</Button>
      </SpaceBetween>
    </form>
  );
}
