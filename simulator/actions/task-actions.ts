import {
  objectParameter,
  optionalNumberText,
  optionalText,
  referencesOf,
  requiredText,
  textEntries,
  wholeNumber,
} from "../action-parameters.ts";
import { filledText, wholeText } from "../flow-values.ts";
import { type ActionRule, failed, flowMistake } from "../step.ts";

/** Six days, the furthest ahead that a task can be set (AWS, CreateTask). */
const longestDelaySeconds = 518_400;

/** The block that makes work without a call. */
export const taskActions: Readonly<Record<string, ActionRule>> = {
  /** A task that runs its own flow, now or after a delay; `$.Task.ContactId` names it. */
  CreateTask(situation) {
    const { contact, world } = situation;
    for (const unsupported of ["TaskTemplateId", "ScheduledTime"])
      if (optionalText(situation, unsupported) !== undefined)
        throw flowMistake(situation, `the parameter ${unsupported} is not simulated.`);
    const arn = wholeText(requiredText(situation, "ContactFlowId"), contact) ?? "";
    const flow = world.flow(arn);
    if (flow?.type !== "CONTACT_FLOW") return failed(`there is no inbound flow ${arn}`);
    const delay = optionalNumberText(situation, "DelaySeconds");
    const attributes = textEntries(situation, objectParameter(situation, "Attributes"));
    const scope = {
      Name: filledText(requiredText(situation, "Name"), contact),
      Description: filledText(optionalText(situation, "Description") ?? "", contact) || null,
      Attributes: Object.fromEntries(attributes.map(([name, value]) => [name, filledText(value, contact)])),
      References: referencesOf(situation),
    };
    const delaySeconds = delay === undefined ? 0 : wholeNumber(situation, delay, 1, longestDelaySeconds);
    return { does: "create", wanted: { kind: "task", flow, delaySeconds, scope } };
  },
};
