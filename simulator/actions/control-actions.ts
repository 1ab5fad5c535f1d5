import {
  numberParameter,
  objectParameter,
  optionalText,
  requiredText,
  textEntries,
  wholeNumber,
} from "../action-parameters.ts";
import { filledText, referencedText, wholeText } from "../flow-values.ts";
import { type ActionRule, failed, flowMistake } from "../step.ts";

/** A week, the longest that a contact can wait (AWS, Wait). */
const longestWaitSeconds = 604_800;

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
    if (!hoursArn) return failed("there are no hours to check");
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

  /** The same contact goes on in another flow, at its start: an inbound one, or out of a transfer flow its own kind. */
  TransferToFlow(situation) {
    const arn = wholeText(requiredText(situation, "ContactFlowId"), situation.contact) ?? "";
    const flow = situation.world.flow(arn);
    return flow && ["CONTACT_FLOW", situation.flow.type].includes(flow.type)
      ? { does: "enter", flow }
      : failed(`there is no inbound flow ${arn}`);
  },

  /** In a queue flow the caller goes on waiting; elsewhere the contact ends. */
  EndFlowExecution: () => ({ does: "leave", hangsUp: false }),

  DisconnectParticipant: () => ({ does: "leave", hangsUp: true }),

  /**
   * WaitCompleted after the time. Its parameter has two names: TimeoutSeconds is documented, TimeLimitSeconds observed.
   * What else it can wait for does not happen to voice contacts and tasks here.
   */
  Wait(situation) {
    const { Parameters } = situation.action;
    const name = Parameters["TimeLimitSeconds"] === undefined ? "TimeoutSeconds" : "TimeLimitSeconds";
    const seconds = numberParameter(situation, name, 1, longestWaitSeconds);
    return { does: "wait", seconds, words: "待機", outcome: { result: "WaitCompleted" } };
  },

  /** A number from 1 to 100, compared with cumulative thresholds. */
  DistributeByPercentage: () => ({ does: "draw" }),

  /** Nobody looks at the view here: its time runs out (documented exit TimeLimitExceeded). */
  ShowView(situation) {
    const seconds = numberParameter(situation, "InvocationTimeLimitSeconds", 1, longestWaitSeconds);
    const outcome = { errorType: "TimeLimitExceeded", reason: "nobody answered the view" };
    return { does: "wait", seconds, words: "画面の応答待ち", outcome };
  },

  /** Runs a module and comes back; the module sees contact attributes only (AWS administrator guide, modules). */
  InvokeFlowModule(situation) {
    const { contact, world } = situation;
    const arn = filledText(requiredText(situation, "FlowModuleId"), contact);
    const module = world.flow(arn);
    return module?.type === "MODULE" ? { does: "enter-module", module } : failed(`there is no module ${arn}`);
  },

  EndFlowModuleExecution: () => ({ does: "leave-module" }),

  /** Synchronous: at most eight seconds; asynchronous: at most sixty (AWS administrator guide). */
  InvokeLambdaFunction(situation) {
    const { contact } = situation;
    const isAwaited = optionalText(situation, "InvocationType") !== "ASYNCHRONOUS";
    const parameters = textEntries(situation, objectParameter(situation, "LambdaInvocationAttributes"));
    const validation = objectParameter(situation, "ResponseValidation");
    const request = {
      functionArn: filledText(requiredText(situation, "LambdaFunctionARN"), contact),
      parameters: Object.fromEntries(parameters.map(([name, value]) => [name, filledText(value, contact)])),
      isAwaited,
      limitSeconds: numberParameter(situation, "InvocationTimeLimitSeconds", 1, isAwaited ? 8 : 60),
      responseType: optionalText(situation, "ResponseType", validation) === "JSON" ? "JSON" : "STRING_MAP",
    } as const;
    return { does: "invoke", request };
  },
};
