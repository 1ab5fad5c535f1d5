import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, type ReactNode, useState } from "react";
import type { ChangeableSettings } from "../../../../contract/settings-changes.ts";
import type { Answered } from "../../api/client.ts";
import type { Failure } from "../../api/failure.ts";
import { dateOf, shownDate } from "../../format.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { Confirmation } from "../confirmation.tsx";
import { DateField } from "../date-and-time.tsx";

/** What each setting's part of the screen is given. */
export interface SettingProps {
  readonly settings: ChangeableSettings;
  readonly mayChange: boolean;
  /** A change was kept: what to say of it, and the settings as they are now. */
  readonly changed: (sentence: string, settings: ChangeableSettings) => void;
  readonly reload: () => void;
}

/** From when, and why. */
export interface WhenAndWhy {
  readonly from: string;
  readonly reason: string;
}

/** A setting as it stands and, for a supervisor, the form that changes it after it was asked about once more. */
export function SettingForm(
  props: SettingProps & {
    readonly name: string;
    /** What holds now, and what is planned. */
    readonly standing: string;
    /** What it would be, as entered. */
    readonly wanted: string;
    readonly entry: WhenAndWhy;
    readonly change: (changed: Partial<WhenAndWhy>) => void;
    readonly send: () => Promise<Answered<ChangeableSettings>>;
    readonly clear: () => void;
    readonly children: ReactNode;
  },
) {
  const { name, standing, wanted, settings, mayChange, entry, change, children } = props;
  const { isAsked, setAsked, failure, review, confirm } = useSending(props);
  return (
    <Container
      header={
        <Header variant="h2" description={standing}>
          {name}
        </Header>
      }
    >
      {mayChange && (
        <form onSubmit={review} noValidate>
          <SpaceBetween size="m">
            <FailureAlert failure={failure} again={() => void confirm()} />
            {children}
            <DateField label="いつから" value={entry.from} set={(from) => change({ from })} />
            <FormField label="理由" constraintText="200文字まで。変更の記録に残ります。">
              <Input value={entry.reason} onChange={({ detail }) => change({ reason: detail.value })} />
            </FormField>
            <Button variant="primary" formAction="submit" ariaLabel={`${name}の内容を確かめる`}>
              内容を確かめる
            </Button>
          </SpaceBetween>
        </form>
      )}
      <Confirmation
        isAsked={isAsked}
        question={`${name}を変えますか`}
        yes="変える"
        failure={undefined}
        no={() => setAsked(false)}
        confirm={confirm}
      >
        <ul className="plain">
          <li>
            {whenOf(entry, settings)}: {wanted}
          </li>
          <li>理由: {entry.reason === "" ? "（まだ入力していません）" : entry.reason}</li>
        </ul>
      </Confirmation>
    </Container>
  );
}

/** A refusal leaves what was entered as it is, beside the setting as it is by now. */
function useSending(props: Parameters<typeof SettingForm>[0]) {
  const { name, entry, settings, send, clear, changed, reload } = props;
  const [isAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const confirm = async () => {
    const answered = await send();
    setFailure(answered.ok ? undefined : answered.failure);
    setAsked(false);
    if (!answered.ok) return reload();
    clear();
    changed(`${name}を${whenOf(entry, settings)}変えます。`, answered.value);
  };
  const review = (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    setAsked(true);
  };
  return { isAsked, setAsked, failure, review, confirm };
}

function whenOf({ from }: WhenAndWhy, { now }: ChangeableSettings): string {
  return from === dateOf(now) ? "今日から" : `${shownDate(from)}から`;
}

/** From when a change is entered to begin with: today, or the day of what is planned. */
export function earliest(planned: { readonly from: string } | undefined, now: number): string {
  const today = dateOf(now);
  return planned !== undefined && planned.from > today ? planned.from : today;
}
