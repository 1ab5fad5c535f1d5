import { type FlowType, placeholderOfFlow } from "../flow-document.ts";
import type { Flow, Hook } from "./block.ts";
import { checkFlow, type Problem } from "./check.ts";

/** Which type of flow each moment of a call runs: AWS developer guide, UpdateContactEventHooks. */
const hookTypes: Readonly<Record<Hook, FlowType>> = {
  CustomerQueue: "CUSTOMER_QUEUE",
  AgentWhisper: "AGENT_WHISPER",
  CustomerHold: "CUSTOMER_HOLD",
  CustomerRemaining: "CONTACT_FLOW",
};

/** Everything that is wrong with flows that are deployed together: each by itself, and the flows that they name. */
export function checkFlows(flows: readonly Flow[]): Problem[] {
  return [...flows.flatMap(checkFlow), ...flows.flatMap((flow) => hookProblems(flow, flows))];
}

function hookProblems(flow: Flow, flows: readonly Flow[]): Problem[] {
  const types = new Map(flows.map(({ name, type }) => [placeholderOfFlow(name), type]));
  return Object.entries(flow.blocks).flatMap(([block, fields]) => {
    if (fields.kind !== "setHook") return [];
    const wanted = hookTypes[fields.hook];
    const type = types.get(fields.flow);
    if (type === wanted) return [];
    const message = type
      ? `runs ${fields.flow}, a ${type}, as ${fields.hook}: name a ${wanted}.`
      : `names ${fields.flow}, which is no flow beside it: name one, or make it.`;
    return [{ flow: flow.name, block, message }];
  });
}
