import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import type { ChangeableSettings } from "../../../../contract/settings-changes.ts";
import type { Answered } from "../../api/client.ts";
import { dateOf } from "../../format.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";
import { Confirmation } from "../confirmation.tsx";
import { reasonInWords, useSending, type WhenAndWhy, WhenAndWhyFields, whenOf } from "./when-and-why.tsx";

/** What each setting's part of the screen is given. */
export interface SettingProps {
  readonly settings: ChangeableSettings;
  readonly mayChange: boolean;
  /** A change was kept: what to say of it, and the settings as they are now. */
  readonly changed: (sentence: string, settings: ChangeableSettings) => void;
  readonly reload: () => void;
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
  const when = whenOf(entry, settings.now);
  const { isAsked, setAsked, failure, review, confirm } = useSending({
    send: props.send,
    kept: (now) => {
      props.clear();
      props.changed(`${name}を${when}変えます。`, now);
    },
    reload: props.reload,
  });
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
            <WhenAndWhyFields entry={entry} change={change} />
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
            {when}: {wanted}
          </li>
          <li>{reasonInWords(entry)}</li>
        </ul>
      </Confirmation>
    </Container>
  );
}

/** From when a change is entered to begin with: today, or the day of what is planned. */
export function earliest(planned: { readonly from: string } | undefined, now: number): string {
  const today = dateOf(now);
  return planned !== undefined && planned.from > today ? planned.from : today;
}
