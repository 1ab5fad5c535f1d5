import type { ActionDescription } from "./action-description.ts";
import { contactActions } from "./contact-actions.ts";
import { controlActions } from "./control-actions.ts";
import { interactionActions } from "./interaction-actions.ts";
import { participantActions } from "./participant-actions.ts";

/** Every action type that voice and task flows use in public, by its name in the Flow language. */
export const actionDescriptions: ReadonlyMap<string, ActionDescription> = new Map(
  Object.entries({ ...participantActions, ...controlActions, ...contactActions, ...interactionActions }),
);

/** What is known of an action type; undefined for one that is not known here. */
export function describedAction(type: string): ActionDescription | undefined {
  return actionDescriptions.get(type);
}
