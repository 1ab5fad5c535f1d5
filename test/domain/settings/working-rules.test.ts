import { describe, expect, test } from "vitest";
import type { SettingChange, SettingValue } from "../../../domain/settings/setting-change.ts";
import {
  problemOfRetryRule,
  problemOfSteps,
  retryRuleOf,
  ruleInWords,
  withRulesOn,
} from "../../../domain/settings/working-rules.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { at } from "../../support/contacts.ts";

const change = (number: number, from: string, value: SettingValue): SettingChange => ({
  ...value,
  number,
  from,
  at: at(`${from}T09:00`),
  by: "SV01",
  reason: "協議",
});

const both = ["leader", "supervisor"] as const;
const changes = [
  change(1, "2024-08-01", { setting: "long-call-steps", steps: [{ afterMinutes: 15, tell: both }] }),
  change(2, "2024-08-10", {
    setting: "callback-retry",
    rule: { mostAttempts: 5, retryAfterBusinessMinutes: 30 },
  }),
];

describe("the rules in force", () => {
  test("are the programme's until somebody changes them, and nothing else of it is changed", () => {
    expect(withRulesOn(kobatonAlkoo, changes, "2024-07-31")).toEqual(kobatonAlkoo);
    const ruled = withRulesOn(kobatonAlkoo, changes, "2024-08-01");
    expect(ruled.longCalls.steps).toEqual([{ afterMinutes: 15, tell: both }]);
    expect(ruled.longCalls.ladder).toEqual(kobatonAlkoo.longCalls.ladder);
    expect(retryRuleOf(ruled)).toEqual({ mostAttempts: 3, retryAfterBusinessMinutes: 60 });
    const later = withRulesOn(kobatonAlkoo, changes, "2024-08-10");
    expect(later.callback).toEqual({
      ...kobatonAlkoo.callback,
      mostAttempts: 5,
      retryAfterBusinessMinutes: 30,
    });
  });

  test("are said in words", () => {
    expect(changes.map((one) => one.setting !== "category" && ruleInWords(one))).toEqual([
      "長時間対応の通知: 15分でLDとSV",
      "折返し架電: 5回まで、間隔は受付時間で30分",
    ]);
  });
});

describe("the steps of long calls", () => {
  const step = (afterMinutes: number, ...tell: (typeof both)[number][]) => ({ afterMinutes, tell });

  test("may be the programme's, one, or five", () => {
    expect(problemOfSteps(kobatonAlkoo.longCalls.steps)).toBeUndefined();
    expect(problemOfSteps([step(1, ...both)])).toBeUndefined();
    expect(problemOfSteps([10, 20, 30, 60, 170].map((minutes) => step(minutes, ...both)))).toBeUndefined();
  });

  test.each([
    ["none", [], "1つから5つ"],
    ["six", [1, 2, 3, 4, 5, 6].map((minutes) => step(minutes, ...both)), "1つから5つ"],
    ["at once", [step(0, ...both)], "1分から170分"],
    ["later than a call is taken to last", [step(171, ...both)], "1分から170分"],
    ["half a minute", [step(1.5, ...both)], "整数"],
    ["what was not typed as a number", [step(-1, ...both)], "整数"],
    ["two at one time", [step(20, ...both), step(20, "leader")], "前の段階より長く"],
    ["nobody told", [step(20, ...both), step(30)], "LDかSV"],
    ["no SV told", [step(20, "leader")], "SVに知らせる段階がありません"],
  ])("are not %s", (_what, steps, words) => {
    expect(problemOfSteps(steps)?.problem).toContain(words);
  });
});

test.each([
  [1, 10, undefined],
  [10, 960, undefined],
  [0, 60, "mostAttempts"],
  [11, 60, "mostAttempts"],
  [3, 9, "retryAfterBusinessMinutes"],
  [3, 961, "retryAfterBusinessMinutes"],
  [3, 60.5, "retryAfterBusinessMinutes"],
])("%s calls %s minutes apart: %s", (mostAttempts, retryAfterBusinessMinutes, field) => {
  expect(problemOfRetryRule({ mostAttempts, retryAfterBusinessMinutes })?.field).toBe(field);
});
