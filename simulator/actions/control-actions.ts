import {
  objectParameter,
  optionalText,
  requiredText,
  textEntries,
  wholeNumber,
} from "../action-parameters.ts";
import { filledText, referencedText, wholeText } from "../flow-values.ts";
import { type ActionRule, changed, failed, flowMistake } from "../step.ts";

/** The blocks that decide where the contact goes. */
export const controlActions: Readonly<Record<string, ActionRule>> = {
  /** A reference without a value meets no condition. */
  Compare(situation) {
    const reference = requiredText(situation, "ComparisonValue");
    if (!reference.startsWith("$.")) throw flowMistake(situation, "ComparisonValue must be one reference.");
    const result = referencedText(reference, situation.contact);
    return result === undefined
      ? failed(`${reference} has no value`, "NoMatchingCondition")
      : { does: "go", result };
  },

  /** True or False; without an id, for the hours of the working queue. */
  CheckHoursOfOperation(situation) {
    const { contact, world } = situation;
    if (world.hasFault("hours-error")) return failed("the hours could not be checked (fault)");
    const written = optionalText(situation, "HoursOfOperationId");
    const queue = world.queue(contact.scope.Queue?.ARN ?? "");
    const hoursArn = written === undefined ? queue?.hoursArn : wholeText(written, contact);
    if (hoursArn === undefined) return failed("there are no hours to check");
    return { does: "go", result: world.isOpen(hoursArn) ? "True" : "False" };
  },

  /** ContinueLooping so many times, then DoneLooping once, then afresh. */
  Loop(situation) {
    const { flow, action, contact } = situation;
    const count = wholeText(requiredText(situation, "LoopCount"), contact) ?? "";
    const key = `${flow.arn} ${action.Identifier}`;
    const done = contact.loops[key] ?? 0;
    const goesOn = done < wholeNumber(situation, count, 0, 100);
    const loops = { ...contact.loops, [key]: goesOn ? done + 1 : 0 };
    return { does: "go", result: goesOn ? "ContinueLooping" : "DoneLooping", contact: { ...contact, loops } };
  },

  /** The same contact goes on in another inbound flow, at its start. */
  TransferToFlow(situation) {
    const arn = wholeText(requiredText(situation, "ContactFlowId"), situation.contact) ?? "";
    const flow = situation.world.flow(arn);
    return flow?.type === "CONTACT_FLOW"
      ? { does: "enter", flow }
      : failed(`there is no inbound flow ${arn}`);
  },

  /** In a queue flow the caller goes on waiting; elsewhere the contact ends. */
  EndFlowExecution: () => ({ does: "leave", hangsUp: false }),

  DisconnectParticipant: () => ({ does: "leave", hangsUp: true }),

  /** Chooses the working queue. */
  UpdateContactTargetQueue(situation) {
    const arn = wholeText(requiredText(situation, "QueueId"), situation.contact) ?? "";
    const queue = situation.world.queue(arn);
    return queue
      ? changed(situation, { Queue: { ARN: arn, Name: queue.name } })
      : failed(`there is no queue ${arn}`);
  },

  /** The inbound flow ends and the caller waits; a full queue refuses and stays the working queue. */
  TransferContactToQueue({ contact, world }) {
    const queue = world.queue(contact.scope.Queue?.ARN ?? "");
    if (!queue) return failed("no queue has been chosen");
    const hasRoom = queue.capacity === undefined || world.waitingIn(queue.arn) < queue.capacity;
    return hasRoom && !world.hasFault("queue-full")
      ? { does: "enqueue", queue }
      : failed(`${queue.name} is full`, "QueueAtCapacity");
  },

  /** Synchronous: at most eight seconds (AWS administrator guide). */
  InvokeLambdaFunction(situation) {
    const { contact } = situation;
    if (optionalText(situation, "InvocationType") === "ASYNCHRONOUS")
      throw flowMistake(situation, "only synchronous calls are simulated.");
    const parameters = textEntries(situation, objectParameter(situation, "LambdaInvocationAttributes"));
    const validation = objectParameter(situation, "ResponseValidation");
    const request = {
      functionArn: filledText(requiredText(situation, "LambdaFunctionARN"), contact),
      parameters: Object.fromEntries(parameters.map(([name, value]) => [name, filledText(value, contact)])),
      limitSeconds: wholeNumber(situation, requiredText(situation, "InvocationTimeLimitSeconds"), 1, 8),
      responseType: optionalText(situation, "ResponseType", validation) === "JSON" ? "JSON" : "STRING_MAP",
    } as const;
    return { does: "invoke", request };
  },
};
