import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { earliest, SettingForm, type SettingProps } from "./setting-form.tsx";
import { numberIn, retryInWords, ruleInWords, standingInWords } from "./words.ts";

/** How often somebody is called back in vain, and after what pause (R17). */
export function RetryRule(props: SettingProps) {
  const { settings } = props;
  const { ask } = useDesk();
  const { now, planned, lastChange } = settings.callbackRetry;
  const current = planned?.value ?? now;
  const [entry, change, clear] = useKeptEntry("setting callback-retry", {
    mostAttempts: String(current.mostAttempts),
    pause: String(current.retryAfterBusinessMinutes),
    from: earliest(planned, settings.now),
    reason: "",
  });
  const { from, reason } = entry;
  const value = {
    mostAttempts: numberIn(entry.mostAttempts),
    retryAfterBusinessMinutes: numberIn(entry.pause),
  };
  return (
    <SettingForm
      {...props}
      name="折返し架電のかけ直し"
      standing={standingInWords(settings.callbackRetry, ruleInWords)}
      wanted={retryInWords(entry.mostAttempts, entry.pause)}
      entry={entry}
      change={change}
      clear={clear}
      send={() => ask("changeCallbackRetry", {}, { from, reason, lastChange, value })}
    >
      <SpaceBetween direction="horizontal" size="m">
        <FormField label="かける回数" constraintText="1回から10回">
          <Input
            value={entry.mostAttempts}
            inputMode="numeric"
            onChange={({ detail }) => change({ mostAttempts: detail.value })}
          />
        </FormField>
        <FormField label="次にかけるまでの分数" constraintText="10分から960分。受付時間だけを数えます">
          <Input
            value={entry.pause}
            inputMode="numeric"
            onChange={({ detail }) => change({ pause: detail.value })}
          />
        </FormField>
      </SpaceBetween>
    </SettingForm>
  );
}
