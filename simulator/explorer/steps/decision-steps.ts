import { holds, isOperator } from "../../comparison.ts";
import type { FlowAction } from "../../flow-document.ts";
import type { Holding } from "../model.ts";
import type { Place } from "../place.ts";
import { anything, unset, wholeReference } from "../tracked-values.ts";

/** A counter that is given by a reference is explored with so many rounds; assumed. */
const assumedRounds = 2;

/** The blocks that decide where the call goes on. */
export const decisionSteps: Readonly<Record<string, (place: Place) => void>> = {
  Compare(place) {
    const name = wholeReference(place.action.Parameters["ComparisonValue"]) ?? "";
    for (const text of place.builder.values(name) ?? []) {
      if (text === anything) continue;
      const value = place.holding(name, text);
      const to = matched(place, text);
      place.step(to, "goes on", "", place.silent, [value]);
      const note = `$.${name} が「${text === unset ? "空" : text}」`;
      place.step(to, "goes on", note, [...place.silent, value], [place.holding(name, anything)]);
    }
  },

  /** What a function decided before is not undone by the hours. */
  CheckHoursOfOperation(place) {
    const { silent } = place;
    const closed = place.holding("desk", "closed");
    const open = matched(place, "True");
    place.step(open, "goes on", "受付時間内と判定", silent, [closed]);
    for (const before of ["unknown", "open"])
      place.step(
        open,
        "goes on",
        "受付時間内と判定",
        [...silent, place.holding("desk", "open")],
        [place.holding("desk", before)],
      );
    place.step(matched(place, "False"), "closed", "受付時間外と判定", [...silent, closed]);
    place.step(place.error("NoMatchingError"), "fault", "受付時間を確認できない", silent);
  },

  CheckMetricData: anyCondition("待ち呼やオペレータの数"),
  DistributeByPercentage: anyCondition("割合での振り分け"),

  GetMetricData(place) {
    const metrics = place.builder.variables
      .filter(({ name }) => name.startsWith("Metrics."))
      .map(({ name }) => place.holding(name, anything));
    place.step(place.next(), "goes on", "", metrics);
    place.step(place.error("NoMatchingError"), "fault", "待ち状況を調べられない");
  },

  /** Every block counts its own rounds, and starts afresh when it is done. */
  Loop(place) {
    const name = counterOf(place.action, place.use.key);
    const { length } = place.builder.values(name) ?? [];
    for (let round = 0; round < length; round++) {
      const done = round === length - 1;
      place.step(
        matched(place, done ? "DoneLooping" : "ContinueLooping"),
        "goes on",
        done ? "繰り返しの上限に達する" : "",
        [...place.silent, place.holding(name, done ? "0" : String(round + 1))],
        [place.holding(name, String(round))],
      );
    }
  },

  Wait(place) {
    for (const { NextAction } of place.action.Transitions.Conditions ?? [])
      place.step(place.builder.block(place.use, NextAction), "goes on", "待つ", place.silent);
    place.step(place.error("NoMatchingError"), "fault", "待機に失敗する", place.silent);
    if (place.hasError("ParticipantNotFound"))
      place.step(place.error("ParticipantNotFound"), "fault", "待機に失敗する", place.silent);
  },
};

/** The variable that counts the rounds of a Loop block. */
export function counterOf({ Identifier }: FlowAction, useKey: string): string {
  return `loop ${useKey} ${Identifier}`;
}

/** The rounds of a Loop block: one value for each and one for being done. */
export function counterValues({ Parameters }: FlowAction): string[] {
  const written = String(Parameters["LoopCount"]);
  const rounds = /^\d+$/.test(written) ? Math.min(Number(written), 100) : assumedRounds;
  return Array.from({ length: rounds + 1 }, (_, round) => String(round));
}

/** Where a result leads: the first condition that is true of it, else NoMatchingCondition. */
function matched(place: Place, result: string): number {
  const condition = (place.action.Transitions.Conditions ?? []).find(
    ({ Condition: { Operator, Operands } }) =>
      isOperator(Operator) && holds(Operator, result, Operands[0] ?? ""),
  );
  return condition
    ? place.builder.block(place.use, condition.NextAction)
    : place.error("NoMatchingCondition");
}

function anyCondition(what: string): (place: Place) => void {
  return (place) => {
    const sets: readonly Holding[] = place.silent;
    for (const { NextAction, Condition } of place.action.Transitions.Conditions ?? []) {
      const note = `${what}：${Condition.Operator} ${Condition.Operands.join()}`;
      place.step(place.builder.block(place.use, NextAction), "goes on", note, sets);
    }
    if (place.hasError("NoMatchingCondition"))
      place.step(place.error("NoMatchingCondition"), "goes on", `${what}：その他`, sets);
    place.step(place.error("NoMatchingError"), "fault", `${what}を調べられない`, sets);
  };
}
