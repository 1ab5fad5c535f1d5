import type { RetryRule } from "../../domain/callback/attempt.ts";
import type { LongCallStep } from "../../domain/long-call/long-call.ts";
import {
  inForceOn,
  type SettingProblem,
  type SettingValue,
  subjectOf,
} from "../../domain/settings/setting-change.ts";
import {
  problemOfRetryRule,
  problemOfSteps,
  retryRuleOf,
  ruleInWords,
} from "../../domain/settings/working-rules.ts";
import { type EnteredChange, keepSettingChange, type SettingServices } from "./setting-changes.ts";

type Entered = Omit<EnteredChange, "value">;
type Rule = Parameters<typeof ruleInWords>[0];

/** Sets when LD and SV are told of a long call (R83). */
export function changeLongCallSteps(services: SettingServices) {
  const keep = keepRule(services);
  const { steps: own } = services.programme.longCalls;
  return ({ steps, ...entered }: Entered & { readonly steps: readonly LongCallStep[] }) =>
    keep(
      { setting: "long-call-steps", steps },
      { setting: "long-call-steps", steps: own },
      entered,
      problemOfSteps(steps),
    );
}

/** Sets how often somebody is called back in vain, and how long the desk waits in between (R17). */
export function changeRetryRule(services: SettingServices) {
  const keep = keepRule(services);
  const own = retryRuleOf(services.programme);
  return ({ rule, ...entered }: Entered & { readonly rule: RetryRule }) =>
    keep(
      { setting: "callback-retry", rule },
      { setting: "callback-retry", rule: own },
      entered,
      problemOfRetryRule(rule),
    );
}

function keepRule(services: SettingServices) {
  const keep = keepSettingChange(services);
  return (value: Rule, own: Rule, entered: Entered, problem: SettingProblem | undefined) =>
    keep({ value, ...entered }, (changes) => {
      const before: SettingValue = inForceOn(changes, subjectOf(value), entered.from) ?? own;
      const isSame = before.setting !== "category" && ruleInWords(before) === ruleInWords(value);
      return problem ?? (isSame ? nothingNew : undefined);
    });
}

const nothingNew: SettingProblem = {
  field: "value",
  problem: "いまと同じ内容です。変えるところを直してから、もう一度送ってください。",
};
