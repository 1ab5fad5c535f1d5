import { shownDate } from "../../format.ts";
import type { ChangeableSettings } from "../../../../contract/settings-changes.ts";

export type Steps = ChangeableSettings["longCallSteps"]["now"];
export type Rule = ChangeableSettings["callbackRetry"]["now"];

const roleNames = { leader: "LD", supervisor: "SV" } as const;

/** 20分でLD、30分でSV */
export function stepsInWords(steps: Steps): string {
  return steps
    .map(({ afterMinutes, tell }) => `${afterMinutes}分で${tell.map((role) => roleNames[role]).join("と")}`)
    .join("、");
}

/** 3回まで、間隔は受付時間で60分 */
export function ruleInWords({ mostAttempts, retryAfterBusinessMinutes }: Rule): string {
  return retryInWords(mostAttempts, retryAfterBusinessMinutes);
}

/** The same of what is typed so far. */
export function retryInWords(times: number | string, pauseMinutes: number | string): string {
  return `${times}回まで、間隔は受付時間で${pauseMinutes}分`;
}

/** A setting as it stands: what holds, what will, and what the programme's settings say. */
export function standingInWords<Value>(
  setting: {
    readonly now: Value;
    readonly ofProgramme: Value;
    readonly planned?: { readonly from: string; readonly value: Value } | undefined;
  },
  inWords: (value: Value) => string,
): string {
  const { now, ofProgramme, planned } = setting;
  const parts = [`いま: ${inWords(now)}`];
  if (planned) parts.push(`${shownDate(planned.from)} から: ${inWords(planned.value)}`);
  if (inWords(now) !== inWords(ofProgramme)) parts.push(`事業の設定: ${inWords(ofProgramme)}`);
  return parts.join("　／　");
}

/** A whole number as it was typed; -1, which the API refuses with a sentence, for anything else. */
export function numberIn(text: string): number {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : -1;
}
