import { contactActions } from "./actions/contact-actions.ts";
import { controlActions } from "./actions/control-actions.ts";
import { inputActions } from "./actions/input-actions.ts";
import { routingActions } from "./actions/routing-actions.ts";
import { speechActions } from "./actions/speech-actions.ts";
import { taskActions } from "./actions/task-actions.ts";
import { describedAction } from "./catalogue/actions.ts";
import { type ActionRule, failed, flowMistake, type Situation, type Step } from "./step.ts";

const rules: ReadonlyMap<string, ActionRule> = new Map(
  Object.entries({
    ...speechActions,
    ...inputActions,
    ...contactActions,
    ...controlActions,
    ...routingActions,
    ...taskActions,
  }),
);

/**
 * What the block at hand asks for. Throws for an action type that is unknown here or forbidden in this kind of flow, as
 * the catalogue of actions has it. A task's flow passes over words, and takes the error branch of a block that needs
 * somebody on a telephone (AWS administrator guide, supported channels of each block).
 */
export function stepOf(situation: Situation): Step {
  const { flow, action, contact } = situation;
  const rule = rules.get(action.Type);
  if (!rule) throw flowMistake(situation, "this action type is not simulated.");
  const described = describedAction(action.Type);
  if (described && !described.flowTypes.some((type) => type === flow.type))
    throw flowMistake(situation, `Amazon Connect does not permit it in a ${flow.type} flow.`);
  const { Channel } = contact.scope;
  if (described && !described.channels.includes(Channel))
    return failed(`a ${Channel} contact has no telephone`);
  const step = rule(situation);
  return step.does === "speak" && Channel !== "VOICE" ? { does: "go" } : step;
}
