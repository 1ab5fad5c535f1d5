import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { earliest, SettingForm, type SettingProps } from "./setting-form.tsx";
import { numberIn, standingInWords, type Steps, stepsInWords } from "./words.ts";

/** A step as it is entered. */
interface EnteredStep {
  readonly minutes: string;
  readonly leader: boolean;
  readonly supervisor: boolean;
}

const mostSteps = 5;

/** After how many minutes LD and SV are told of a call (R83). */
export function LongCallSteps(props: SettingProps) {
  const { settings } = props;
  const { ask } = useDesk();
  const { now, planned, lastChange } = settings.longCallSteps;
  const [entry, change, clear] = useKeptEntry("setting long-call-steps", {
    steps: (planned?.value ?? now).map(enteredOf),
    from: earliest(planned, settings.now),
    reason: "",
  });
  const { steps, from, reason } = entry;
  const value = steps.map(stepOf);
  return (
    <SettingForm
      {...props}
      name="長時間対応の通知"
      standing={standingInWords(settings.longCallSteps, stepsInWords)}
      wanted={stepsInWords(value)}
      entry={entry}
      change={change}
      clear={clear}
      send={() => ask("changeLongCallSteps", {}, { from, reason, lastChange, value })}
    >
      <SpaceBetween size="s">
        {steps.map((step, index) => (
          <StepFields
            key={index}
            number={index + 1}
            step={step}
            isOnly={steps.length === 1}
            change={(changed) => change({ steps: steps.with(index, { ...step, ...changed }) })}
            remove={() => change({ steps: steps.toSpliced(index, 1) })}
          />
        ))}
        <Button
          formAction="none"
          disabled={steps.length >= mostSteps}
          onClick={() => change({ steps: [...steps, { minutes: "", leader: false, supervisor: true }] })}
        >
          段階を加える
        </Button>
      </SpaceBetween>
    </SettingForm>
  );
}

function StepFields(props: {
  readonly number: number;
  readonly step: EnteredStep;
  readonly isOnly: boolean;
  readonly change: (changed: Partial<EnteredStep>) => void;
  readonly remove: () => void;
}) {
  const { number, step, isOnly, change, remove } = props;
  return (
    <fieldset className="plain-group">
      <legend>段階{number}</legend>
      <SpaceBetween direction="horizontal" size="m" alignItems="center">
        <FormField label="通話の分数" constraintText="1分から170分">
          <Input
            value={step.minutes}
            inputMode="numeric"
            onChange={({ detail }) => change({ minutes: detail.value })}
          />
        </FormField>
        <Checkbox checked={step.leader} onChange={({ detail }) => change({ leader: detail.checked })}>
          LDに知らせる
        </Checkbox>
        <Checkbox checked={step.supervisor} onChange={({ detail }) => change({ supervisor: detail.checked })}>
          SVに知らせる
        </Checkbox>
        <Button
          variant="inline-link"
          formAction="none"
          disabled={isOnly}
          ariaLabel={`段階${number}を取り除く`}
          onClick={remove}
        >
          取り除く
        </Button>
      </SpaceBetween>
    </fieldset>
  );
}

function enteredOf({ afterMinutes, tell }: Steps[number]): EnteredStep {
  return {
    minutes: String(afterMinutes),
    leader: tell.includes("leader"),
    supervisor: tell.includes("supervisor"),
  };
}

function stepOf({ minutes, leader, supervisor }: EnteredStep): Steps[number] {
  return {
    afterMinutes: numberIn(minutes),
    tell: [...(leader ? (["leader"] as const) : []), ...(supervisor ? (["supervisor"] as const) : [])],
  };
}
