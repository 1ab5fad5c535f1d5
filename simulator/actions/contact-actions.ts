import { objectParameter, optionalText, requiredText, textEntries } from "../action-parameters.ts";
import { mostBytes, utf8Bytes } from "../contact-state.ts";
import { isObject } from "../flow-document.ts";
import { filledText, wholeText } from "../flow-values.ts";
import { type ActionRule, changed, failed, flowMistake } from "../step.ts";

/** The blocks that change what is known of the contact. */
export const contactActions: Readonly<Record<string, ActionRule>> = {
  UpdateContactData(situation) {
    const names = ["LanguageCode", "CustomerId", "Name", "Description"];
    const written = names.flatMap((name) => {
      const text = optionalText(situation, name);
      return text === undefined ? [] : [[name, filledText(text, situation.contact)] as const];
    });
    if (written.length === 0) throw flowMistake(situation, `it sets none of ${names.join(", ")}.`);
    const empty = written.find(([, value]) => value === "");
    return empty ? failed(`${empty[0]} has no value`) : changed(situation, Object.fromEntries(written));
  },

  /** All or nothing: beyond 32 KB in total none is set. Names may hold references too. */
  UpdateContactAttributes(situation) {
    const { contact } = situation;
    const Attributes = { ...contact.scope.Attributes };
    for (const [name, value] of textEntries(situation, objectParameter(situation, "Attributes")))
      Attributes[filledText(name, contact)] = filledText(value, contact);
    return isTooLarge(Attributes)
      ? failed("the attributes exceed 32 KB")
      : changed(situation, { Attributes });
  },

  /** As contact attributes, for the running flow only. */
  UpdateFlowAttributes(situation) {
    const { contact } = situation;
    const FlowAttributes = { ...contact.scope.FlowAttributes };
    for (const [name, entry] of Object.entries(objectParameter(situation, "FlowAttributes")))
      FlowAttributes[name] = filledText(
        requiredText(situation, "Value", isObject(entry) ? entry : {}),
        contact,
      );
    return isTooLarge(FlowAttributes)
      ? failed("the attributes exceed 32 KB")
      : changed(situation, { FlowAttributes });
  },

  /** It has no error branch. */
  UpdateFlowLoggingBehavior(situation) {
    const behavior = requiredText(situation, "FlowLoggingBehavior");
    if (behavior !== "Enabled" && behavior !== "Disabled")
      throw flowMistake(situation, "FlowLoggingBehavior must be Enabled or Disabled.");
    return { does: "go", contact: { ...situation.contact, flowLogging: behavior === "Enabled" } };
  },

  /** Who is recorded once an operator answers; it has no error branch. */
  UpdateContactRecordingBehavior(situation) {
    const participants = objectParameter(situation, "RecordingBehavior")["RecordedParticipants"];
    if (!Array.isArray(participants)) throw flowMistake(situation, "RecordedParticipants must be a list.");
    return { does: "go", contact: { ...situation.contact, recordedParticipants: participants.map(String) } };
  },

  /** Chooses the flow for one event; of these this exchange runs CustomerQueue. */
  UpdateContactEventHooks(situation) {
    const { contact, world } = situation;
    const [entry, ...others] = textEntries(situation, objectParameter(situation, "EventHooks"));
    if (!entry || others.length > 0) throw flowMistake(situation, "EventHooks takes exactly one event.");
    const [event, written] = entry;
    const arn = wholeText(written, contact) ?? "";
    const flow = world.flow(arn);
    if (!flow) return failed(`there is no flow ${arn}`);
    if (event === "CustomerQueue" && flow.type !== "CUSTOMER_QUEUE")
      return failed(`${flow.name} is not a queue flow`);
    return { does: "go", contact: { ...contact, eventHooks: { ...contact.eventHooks, [event]: arn } } };
  },
};

function isTooLarge(attributes: Readonly<Record<string, string>>): boolean {
  return Object.entries(attributes).reduce((sum, entry) => sum + utf8Bytes(entry.join("")), 0) > mostBytes;
}
