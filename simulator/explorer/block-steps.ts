import { describedAction } from "../catalogue/actions.ts";
import { attributeSteps } from "./steps/attribute-steps.ts";
import { contactSteps } from "./steps/contact-steps.ts";
import { decisionSteps } from "./steps/decision-steps.ts";
import { inputSteps } from "./steps/input-steps.ts";
import { speechSteps } from "./steps/speech-steps.ts";
import type { Place } from "./place.ts";

const rules: ReadonlyMap<string, (place: Place) => void> = new Map(
  Object.entries({ ...speechSteps, ...inputSteps, ...decisionSteps, ...attributeSteps, ...contactSteps }),
);

/**
 * Draws every step out of a block: what its type does, its errors, the caller's hang-up and a failing line, and in a
 * queue flow the operator who answers. Of a type without a rule, known or not, every exit that is drawn may be taken.
 */
export function drawBlock(place: Place): void {
  (rules.get(place.action.Type) ?? anyExit)(place);
  const { builder, use, surroundings } = place;
  if (place.callerHears) {
    place.step(builder.ending("caller hung up"), "hang-up", "電話を切る");
    place.step(builder.ending("line failed"), "hang-up", "回線が切れる");
  }
  if (use.type === "CUSTOMER_QUEUE" && !use.returnsTo)
    surroundings.runHook(place.at, "AgentWhisper", "operator", "オペレータが応答する");
}

function anyExit(place: Place): void {
  const { Errors = [], Conditions = [], NextAction } = place.action.Transitions;
  const description = describedAction(place.action.Type);
  if (NextAction !== undefined || Conditions.length === 0)
    place.step(place.next(), "goes on", "", place.silent);
  for (const { NextAction: target, Condition } of Conditions)
    place.step(
      place.builder.block(place.use, target),
      "choice",
      `「${Condition.Operands.join()}」になる`,
      place.silent,
    );
  const errors = new Set(Errors.map(({ ErrorType }) => ErrorType));
  for (const { type, presence } of description?.errors ?? []) if (presence === "required") errors.add(type);
  for (const error of errors) place.step(place.error(error), "fault", `失敗する（${error}）`, place.silent);
}
