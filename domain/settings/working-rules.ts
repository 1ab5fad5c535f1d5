import type { RetryRule } from "../callback/attempt.ts";
import { dayNumberOf, type Instant, instantOfDay, type JapaneseDate } from "../japan-time.ts";
import type { AlertedRole, LongCallStep } from "../long-call/long-call.ts";
import type { Programme } from "../programme.ts";
import { inForceOn, type SettingChange, type SettingProblem, type SettingValue } from "./setting-change.ts";

/** The rules of a programme that a supervisor may change. */
export type RulesOfProgramme = Pick<Programme, "longCalls" | "callback">;

/** A programme with the rules that are in force on a day: those of its settings where nobody has changed them. */
export function withRulesOn<Ruled extends RulesOfProgramme>(
  programme: Ruled,
  changes: readonly SettingChange[],
  day: JapaneseDate,
): Ruled {
  const { steps } = longCallStepsOn(programme, changes, day);
  const retry = inForceOn(changes, "callback-retry", day);
  return {
    ...programme,
    longCalls: { ...programme.longCalls, steps },
    ...(retry?.setting === "callback-retry" && { callback: { ...programme.callback, ...retry.rule } }),
  };
}

/** The steps of long calls on a day, and since when they are in force; 0 for those of the programme's settings. */
export function longCallStepsOn(
  { longCalls }: Pick<RulesOfProgramme, "longCalls">,
  changes: readonly SettingChange[],
  day: JapaneseDate,
): { readonly steps: readonly LongCallStep[]; readonly since: Instant } {
  const change = inForceOn(changes, "long-call-steps", day);
  if (change?.setting !== "long-call-steps") return { steps: longCalls.steps, since: 0 };
  return { steps: change.steps, since: Math.max(change.at, instantOfDay(dayNumberOf(change.from))) };
}

export function retryRuleOf({ callback }: Pick<RulesOfProgramme, "callback">): RetryRule {
  const { mostAttempts, retryAfterBusinessMinutes } = callback;
  return { mostAttempts, retryAfterBusinessMinutes };
}

/** More steps than these nobody tells apart. */
const mostSteps = 5;
/** A call of which nobody said for three hours that it ended is taken to be lost (usecases/calls/alert-long-calls.ts). */
const mostMinutes = 170;
const mostTimes = 10;
/** Two days of eight hours. */
const longestPause = 960;
const shortestPause = 10;

/** What is wrong with the steps of long calls; undefined where nothing is. R83 asks that LD and SV are told. */
export function problemOfSteps(steps: readonly LongCallStep[]): SettingProblem | undefined {
  const wrong = (problem: string) => ({ field: "steps", problem });
  if (steps.length === 0 || steps.length > mostSteps)
    return wrong(`段階は1つから${mostSteps}つまでにしてください。`);
  if (steps.some(({ afterMinutes }) => !isWholeWithin(afterMinutes, 1, mostMinutes)))
    return wrong(`通知までの時間は、1分から${mostMinutes}分までの整数で入力してください。`);
  if (steps.some(({ afterMinutes }, index) => afterMinutes <= (steps[index - 1]?.afterMinutes ?? 0)))
    return wrong("通知までの時間は、前の段階より長くしてください。");
  if (steps.some(({ tell }) => tell.length === 0)) return wrong("段階ごとに、LDかSVを選んでください。");
  const missing = (["leader", "supervisor"] as const).filter(
    (role) => !steps.some(({ tell }) => tell.includes(role)),
  );
  return missing.length === 0
    ? undefined
    : wrong(`${rolesInWords(missing)}に知らせる段階がありません。どれか1つで選んでください。`);
}

/** What is wrong with how often, and after what pause, somebody is called back; undefined where nothing is. */
export function problemOfRetryRule(rule: RetryRule): SettingProblem | undefined {
  if (!isWholeWithin(rule.mostAttempts, 1, mostTimes))
    return {
      field: "mostAttempts",
      problem: `かける回数は、1回から${mostTimes}回までの整数で入力してください。`,
    };
  return isWholeWithin(rule.retryAfterBusinessMinutes, shortestPause, longestPause)
    ? undefined
    : {
        field: "retryAfterBusinessMinutes",
        problem: `次にかけるまでの時間は、${shortestPause}分から${longestPause}分までの整数で入力してください（受付時間だけを数えます）。`,
      };
}

function isWholeWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

type Rule = Exclude<SettingValue, { readonly setting: "category" }>;

/** A rule in words, as the history shows it. */
export function ruleInWords(rule: Rule): string {
  if (rule.setting === "callback-retry") {
    const { mostAttempts, retryAfterBusinessMinutes } = rule.rule;
    return `折返し架電: ${mostAttempts}回まで、間隔は受付時間で${retryAfterBusinessMinutes}分`;
  }
  const steps = rule.steps.map(({ afterMinutes, tell }) => `${afterMinutes}分で${rolesInWords(tell)}`);
  return `長時間対応の通知: ${steps.join("、")}`;
}

const roleNames: Readonly<Record<AlertedRole, string>> = { leader: "LD", supervisor: "SV" };

function rolesInWords(roles: readonly AlertedRole[]): string {
  return roles.map((role) => roleNames[role]).join("と");
}
