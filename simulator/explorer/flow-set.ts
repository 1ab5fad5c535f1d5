import type { FlowType } from "../catalogue/action-description.ts";
import { type FlowAction, type FlowDocument, isObject } from "../flow-document.ts";

/** A flow among those that are checked together. */
export interface CheckedFlow {
  readonly name: string;
  readonly type: FlowType;
  readonly document: FlowDocument;
  /** For tasks: nobody listens or hangs up, and no desk need be open. @default for telephone calls */
  readonly isForTasks?: boolean;
  /** How other flows name it: a placeholder, an ARN or an identifier. */
  readonly reference?: string;
}

/** The hooks whose flows a caller or an operator hears; the others open screens for operators. */
export const heardHooks = [
  "CustomerQueue",
  "AgentWhisper",
  "CustomerWhisper",
  "CustomerHold",
  "AgentHold",
  "CustomerRemaining",
] as const;

/** The flow that a parameter names; undefined when it is not among them. */
export function flowNamed(flows: readonly CheckedFlow[], reference: unknown): CheckedFlow | undefined {
  if (typeof reference !== "string" || reference === "") return undefined;
  return flows.find((flow) => flow.reference === reference || flow.name === reference);
}

/** The texts by which a block names other flows. */
function namedFlows({ Type, Parameters }: FlowAction): string[] {
  if (Type === "UpdateContactEventHooks")
    return isObject(Parameters["EventHooks"]) ? Object.values(Parameters["EventHooks"]).map(String) : [];
  return [Parameters["ContactFlowId"], Parameters["FlowModuleId"]].filter((text) => typeof text === "string");
}

/**
 * The flows in which calls begin: those that no other flow names. Transfer flows begin at an operator's key when a
 * flow that takes calls is among them. When the flows that take calls name one another, the first of them begins.
 */
export function rootFlows(flows: readonly CheckedFlow[]): CheckedFlow[] {
  const named = new Set(
    flows.flatMap(({ name, document }) =>
      document.Actions.flatMap(namedFlows)
        .map((reference) => flowNamed(flows, reference)?.name)
        .filter((other) => other !== name),
    ),
  );
  const takesCalls = flows.find(({ type }) => type === "CONTACT_FLOW");
  const unnamed = flows.filter(({ name, type }) => !named.has(name) && !(takesCalls && isTransfer(type)));
  return takesCalls && !unnamed.some(({ type }) => type === "CONTACT_FLOW")
    ? [takesCalls, ...unnamed]
    : unnamed;
}

export function isTransfer(type: FlowType): boolean {
  return type === "QUEUE_TRANSFER" || type === "AGENT_TRANSFER";
}
