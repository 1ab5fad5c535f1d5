import {
  objectParameter,
  optionalNumberText,
  optionalText,
  referencesOf,
  requiredText,
  textEntries,
  wholeNumber,
} from "../action-parameters.ts";
import { mostBytes, utf8Bytes } from "../contact-state.ts";
import { isObject } from "../flow-document.ts";
import { filledText, wholeText } from "../flow-values.ts";
import { type ActionRule, changed, failed, flowMistake, type Situation, type Step } from "../step.ts";

/** The blocks that change what is known of the contact. */
export const contactActions: Readonly<Record<string, ActionRule>> = {
  /** Both forms of TargetContact are taken (observed); a related contact is not followed. */
  UpdateContactData(situation) {
    const names = ["LanguageCode", "CustomerId", "Name", "Description", "WisdomSessionArn"];
    const written = names.flatMap((name) => {
      const text = optionalText(situation, name);
      return text === undefined ? [] : [[name, filledText(text, situation.contact)] as const];
    });
    const References = referencesOf(situation);
    if (written.length === 0 && Object.keys(References).length === 0)
      throw flowMistake(situation, `it sets none of ${names.join(", ")}, References.`);
    const empty = written.find(([, value]) => value === "");
    if (empty) return failed(`${empty[0]} has no value`);
    const { WisdomSessionArn: _session, ...values } = Object.fromEntries(written);
    return changed(situation, {
      ...values,
      References: { ...situation.contact.scope.References, ...References },
    });
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
  UpdateContactRecordingBehavior: (situation) =>
    recorded(situation, objectParameter(situation, "RecordingBehavior")["RecordedParticipants"]),

  /** The newer form, of which only part is documented: the participants of VoiceBehavior are read. */
  UpdateContactRecordingAndAnalyticsBehavior(situation) {
    const voice = objectParameter(situation, "VoiceBehavior");
    const nested = voice["VoiceRecordingBehavior"];
    return recorded(situation, (isObject(nested) ? nested : voice)["RecordedParticipants"] ?? []);
  },

  /** Neither is heard or routed by. */
  UpdateContactMediaStreamingBehavior: () => ({ does: "go" }),
  TagContact: () => ({ does: "go" }),
  UnTagContact: () => ({ does: "go" }),

  /** Never a static number (AWS). Its two errors are the only ones. */
  UpdateContactCallbackNumber(situation) {
    const { contact, world } = situation;
    const written = requiredText(situation, "CallbackNumber");
    if (!written.startsWith("$.")) throw flowMistake(situation, "CallbackNumber must be one reference.");
    const number = wholeText(written, contact) ?? "";
    if (!/^\+\d{8,15}$/.test(number))
      return failed(`"${number}" is no number in E.164`, "InvalidCallbackNumber");
    if (!world.isDialable(number)) return failed("the instance may not call it", "CallbackNumberNotDialable");
    return { does: "go", contact: { ...contact, callbackNumber: number } };
  },

  /** Exactly one of a priority and seconds by which the contact counts as older. */
  UpdateContactRoutingBehavior(situation) {
    const { contact } = situation;
    const priority = optionalNumberText(situation, "QueuePriority");
    const adjustment = optionalNumberText(situation, "QueueTimeAdjustmentSeconds");
    if ((priority === undefined) === (adjustment === undefined))
      throw flowMistake(situation, "give exactly one of QueuePriority and QueueTimeAdjustmentSeconds.");
    return {
      does: "go",
      contact:
        priority === undefined
          ? { ...contact, queueTimeAdjustmentSeconds: wholeNumber(situation, adjustment ?? "", 0, 86_400) }
          : { ...contact, queuePriority: wholeNumber(situation, priority, 1, 1_000_000) },
    };
  },

  /** Chooses the flow for one event; a hold, whisper or queue event takes that kind of flow only. */
  UpdateContactEventHooks(situation) {
    const { contact, world } = situation;
    const [entry, ...others] = textEntries(situation, objectParameter(situation, "EventHooks"));
    if (!entry || others.length > 0) throw flowMistake(situation, "EventHooks takes exactly one event.");
    const [event, written] = entry;
    const arn = wholeText(written, contact) ?? "";
    const flow = world.flow(arn);
    if (!flow) return failed(`there is no flow ${arn}`);
    const wanted = hookTypes.get(event);
    if (wanted === undefined) throw flowMistake(situation, `${event} is not an event that a hook can have.`);
    if (flow.type !== wanted) return failed(`${flow.name} is not a ${wanted} flow`);
    return { does: "go", contact: { ...contact, eventHooks: { ...contact.eventHooks, [event]: arn } } };
  },
};

/** The kind of flow for each event (AWS, UpdateContactEventHooks). */
const hookTypes: ReadonlyMap<string, string> = new Map([
  ["CustomerQueue", "CUSTOMER_QUEUE"],
  ["CustomerHold", "CUSTOMER_HOLD"],
  ["AgentHold", "AGENT_HOLD"],
  ["CustomerWhisper", "CUSTOMER_WHISPER"],
  ["AgentWhisper", "AGENT_WHISPER"],
  ["CustomerRemaining", "CONTACT_FLOW"],
  ["DefaultAgentUI", "CONTACT_FLOW"],
  ["DisconnectAgentUI", "CONTACT_FLOW"],
  ["PauseContact", "CONTACT_FLOW"],
  ["ResumeContact", "CONTACT_FLOW"],
]);

function recorded(situation: Situation, participants: unknown): Step {
  if (!Array.isArray(participants)) throw flowMistake(situation, "RecordedParticipants must be a list.");
  return { does: "go", contact: { ...situation.contact, recordedParticipants: participants.map(String) } };
}

function isTooLarge(attributes: Readonly<Record<string, string>>): boolean {
  return Object.entries(attributes).reduce((sum, entry) => sum + utf8Bytes(entry.join("")), 0) > mostBytes;
}
