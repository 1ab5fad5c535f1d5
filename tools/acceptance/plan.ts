import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import { datedPeriod, type Period } from "../../domain/calendar/dated-hours.ts";
import {
  deployedName,
  type DeployedProgramme,
  type Deployment,
  everyDeployed,
} from "../../domain/environment-settings.ts";
import { datesBetween, type Instant } from "../../domain/japan-time.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { acceptanceStories } from "./stories.ts";

/** What an acceptance looks at. */
export interface AcceptancePlan extends DeployedProgramme {
  /** The days on which the hours are read back. */
  readonly period: Period;
  /** What the calendar says of the desk at this moment. */
  readonly now: "open" | "closed";
  /** The names of the deployed test cases, by when they hold. */
  readonly testCases: Readonly<Record<"open" | "closed", readonly string[]>>;
}

/**
 * The plan for a stack: `callcentre-<environment>-<programme>`, with the name of one of its parts or without. What is
 * asked of Amazon Connect follows from the settings alone, by the names under which everything was deployed.
 */
export function acceptancePlan(
  stack: string | undefined,
  deployments: readonly Deployment[],
  now: Instant,
): Result<AcceptancePlan> {
  const all = everyDeployed(deployments).map((deployed) => ({
    ...deployed,
    name: deployedName(deployed.settings.environment, deployed.programme),
  }));
  const known = all.map(({ name }) => name).join(" or ");
  if (stack === undefined) return failure(`--stack is missing: name ${known}.`);
  const deployed = all.find(({ name }) => stack === name || stack.startsWith(`${name}-`));
  if (!deployed) return failure(`There is no stack "${stack}": name ${known}.`);
  const { programme, settings } = deployed;
  const period = datedPeriod(programme.hours, programme.contract, settings.hoursFrom);
  if (!period.ok) return period;
  const named = (when: "open" | "closed") =>
    acceptanceStories.filter(({ holds }) => holds === when).map(({ name }) => `${programme.id}-${name}`);
  return success({
    programme,
    settings,
    period: period.value,
    now: createCalendar(programme.hours).isOpen(now) ? "open" : "closed",
    testCases: { open: named("open"), closed: named("closed") },
  });
}

/** The plan in words, on one screen. */
export function planLines({ programme, settings, period, now, testCases }: AcceptancePlan): string[] {
  const { from, to } = period;
  const days = datesBetween(from, to).length;
  const operatingDays = createCalendar(programme.hours).countOperatingDays(from, to);
  const list = (names: readonly string[]) => names.map((name) => `   - ${name}`);
  return [
    `受入れ試験: ${programme.name}（${settings.environment}）`,
    `相手: Amazon Connect のインスタンス ${settings.instanceAlias}（${settings.region}）`,
    "読むだけで、設定は何も変えません。電話番号は使わず、Amazon Connect の中の模擬通話で確かめます。",
    "",
    `1. 営業時間 ${programme.id}-desk を読み戻し、暦と比べる: ${from} から ${to} まで ${days} 日（うち営業日 ${operatingDays} 日）`,
    `2. テストケースを1件ずつ実行する（今は${now === "open" ? "受付時間内" : "受付時間外"}）:`,
    ...list(testCases[now]),
    `3. ${now === "open" ? "受付時間外" : "受付時間内"}にもう一度実行する。そのときのテストケース:`,
    ...list(testCases[now === "open" ? "closed" : "open"]),
    "",
    "使う権限: connect の ListInstances、ListHoursOfOperations、GetEffectiveHoursOfOperations、ListTestCases、",
    "StartTestCaseExecution、GetTestCaseExecutionSummary、ListTestCaseExecutionRecords",
  ];
}
