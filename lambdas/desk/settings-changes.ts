import type { ChangeableSettings } from "../../contract/settings-changes.ts";
import { dateAt, type Instant } from "../../domain/japan-time.ts";
import type { LongCallStep } from "../../domain/long-call/long-call.ts";
import type { Result } from "../../domain/result.ts";
import type { SettingChange, SettingValue } from "../../domain/settings/setting-change.ts";
import { retryRuleOf, ruleInWords, withRulesOn } from "../../domain/settings/working-rules.ts";
import { changeLongCallSteps, changeRetryRule } from "../../usecases/settings/change-rules.ts";
import { type NotKept, type SettingServices, standingOf } from "../../usecases/settings/setting-changes.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";
import { refusedChange, shownChange } from "./setting-change-answer.ts";

type Names = "listSettingsChanges" | "changeLongCallSteps" | "changeCallbackRetry";

/** 設定の変更: the rules by which the desk works, and their history; a supervisor changes them without a deployment. */
export function settingsChangeHandlers(services: Omit<SettingServices, "clock">): RouteHandlers<Names> {
  const { programme, settingChanges } = services;
  const servicesAt = (at: Instant): SettingServices => ({ ...services, clock: { now: () => at } });

  async function settingsAt(now: Instant): Promise<ChangeableSettings> {
    const today = dateAt(now);
    const changes = await settingChanges.all(programme.id);
    const inForce = withRulesOn(programme, changes, today);
    const steps = standingOf(changes, "long-call-steps", today);
    const retry = standingOf(changes, "callback-retry", today);
    return {
      now,
      longCallSteps: {
        now: shownSteps(inForce.longCalls.steps),
        ofProgramme: shownSteps(programme.longCalls.steps),
        ...plannedOf(steps, (value) => value.setting === "long-call-steps" && shownSteps(value.steps)),
        lastChange: steps.last?.number ?? 0,
      },
      callbackRetry: {
        now: retryRuleOf(inForce),
        ofProgramme: retryRuleOf(programme),
        ...plannedOf(retry, (value) => value.setting === "callback-retry" && { ...value.rule }),
        lastChange: retry.last?.number ?? 0,
      },
      history: changes
        .flatMap((one) => (one.setting === "category" ? [] : [shownChange(one, ruleInWords(one), today)]))
        .toReversed(),
    };
  }

  async function outcome(kept: Result<SettingChange> | NotKept, at: Instant) {
    return kept.ok ? { answer: await settingsAt(at) } : refusedChange(kept);
  }

  return {
    listSettingsChanges: async ({ at }) => ({ answer: await settingsAt(at) }),
    async changeLongCallSteps({ request, by: { staff }, at }): Promise<Outcome> {
      const { from, reason, lastChange: seen, value: steps } = request;
      return outcome(await changeLongCallSteps(servicesAt(at))({ steps, from, reason, seen, staff }), at);
    },
    async changeCallbackRetry({ request, by: { staff }, at }): Promise<Outcome> {
      const { from, reason, lastChange: seen, value: rule } = request;
      return outcome(await changeRetryRule(servicesAt(at))({ rule, from, reason, seen, staff }), at);
    },
  };
}

type Outcome = { readonly answer: ChangeableSettings } | Refused;

function shownSteps(steps: readonly LongCallStep[]) {
  return steps.map(({ afterMinutes, tell }) => ({ afterMinutes, tell: [...tell] }));
}

/** What is entered and does not hold yet. */
function plannedOf<Value>(
  { now, last }: ReturnType<typeof standingOf>,
  valueOf: (value: SettingValue) => Value | false,
): { readonly planned?: { readonly from: string; readonly value: Value } } {
  const value = last !== undefined && last !== now && valueOf(last);
  return last === undefined || value === false ? {} : { planned: { from: last.from, value } };
}
