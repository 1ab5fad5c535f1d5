import { contactActions } from "./actions/contact-actions.ts";
import { controlActions } from "./actions/control-actions.ts";
import { speechActions } from "./actions/speech-actions.ts";
import { type ActionRule, flowMistake, type Situation, type Step } from "./step.ts";

const rules: ReadonlyMap<string, ActionRule> = new Map(
  Object.entries({ ...speechActions, ...contactActions, ...controlActions }),
);

/** The blocks that Amazon Connect permits in one of the two kinds of flow only. */
const permittedOnlyIn: ReadonlyMap<string, string> = new Map([
  ["MessageParticipantIteratively", "CUSTOMER_QUEUE"],
  ["TransferContactToQueue", "CONTACT_FLOW"],
  ["TransferToFlow", "CONTACT_FLOW"],
  ["UpdateContactTargetQueue", "CONTACT_FLOW"],
]);

/** What the block at hand asks for. Throws for an action type that is unknown here or forbidden in this kind of flow. */
export function stepOf(situation: Situation): Step {
  const { flow, action } = situation;
  const rule = rules.get(action.Type);
  if (!rule) throw flowMistake(situation, "this action type is not simulated.");
  if ((permittedOnlyIn.get(action.Type) ?? flow.type) !== flow.type)
    throw flowMistake(situation, `Amazon Connect does not permit it in a ${flow.type} flow.`);
  return rule(situation);
}
