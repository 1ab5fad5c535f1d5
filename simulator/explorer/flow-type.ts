import { type FlowType, flowTypes } from "../catalogue/action-description.ts";
import { isObject } from "../flow-document.ts";

/** The console's words for types of flow, as its exports write them in Metadata. */
const consoleWords: Readonly<Record<string, FlowType>> = {
  contactFlow: "CONTACT_FLOW",
  customerQueue: "CUSTOMER_QUEUE",
  customerHold: "CUSTOMER_HOLD",
  customerWhisper: "CUSTOMER_WHISPER",
  agentHold: "AGENT_HOLD",
  agentWhisper: "AGENT_WHISPER",
  outboundWhisper: "OUTBOUND_WHISPER",
  agentTransfer: "AGENT_TRANSFER",
  queueTransfer: "QUEUE_TRANSFER",
  campaign: "CAMPAIGN",
  contactFlowModule: "MODULE",
  module: "MODULE",
};

/** A type by its name in the API; undefined for any other word. */
export function flowTypeNamed(word: string): FlowType | undefined {
  return flowTypes.find((type) => type === word);
}

/**
 * The type of a document: what its Metadata says, in the console's word or the API's; a module when it has a module's
 * Settings or ends like one; else an inbound flow.
 */
export function flowTypeOf(document: unknown): FlowType {
  if (!isObject(document)) return "CONTACT_FLOW";
  const { Metadata: metadata, Settings: settings, Actions: actions } = document;
  const word = isObject(metadata) && typeof metadata["type"] === "string" ? metadata["type"] : "";
  const endsAsModule =
    Array.isArray(actions) &&
    actions.some((action) => isObject(action) && action["Type"] === "EndFlowModuleExecution");
  return (
    consoleWords[word] ??
    flowTypeNamed(word) ??
    (settings !== undefined || endsAsModule ? "MODULE" : "CONTACT_FLOW")
  );
}

/** Whether a document's Metadata says that it is for tasks, as ours do; Amazon Connect itself has no such mark. */
export function isForTasks(document: unknown): boolean {
  return isObject(document) && isObject(document["Metadata"]) && document["Metadata"]["channel"] === "TASK";
}
