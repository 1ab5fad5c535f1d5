import { expect, test } from "vitest";
import { flowsOf } from "../../../connect-flows/flows/flows-of.ts";
import type { Block, Flow, Hook } from "../../../connect-flows/language/block.ts";
import { checkFlows } from "../../../connect-flows/language/check-hooks.ts";
import { waterDesk } from "../../programmes/second-programme.ts";

function naming(hook: Hook, flow: string): Flow {
  const hangUp: Block = { kind: "disconnect" };
  const blocks = {
    name: { kind: "setHook", hook, flow, next: "hangUp", onError: "hangUp" } as Block,
    hangUp,
  };
  return { name: "sample", description: "", type: "CONTACT_FLOW", references: [flow], start: "name", blocks };
}

const flows = flowsOf(waterDesk);

test.each<[Hook, string]>([
  ["CustomerQueue", "WaitingFlow"],
  ["AgentWhisper", "OperatorWhisperFlow"],
  ["CustomerHold", "CustomerHoldFlow"],
  ["CustomerRemaining", "AfterCallFlow"],
])("%s may run %s, and nothing of another type", (hook, flow) => {
  expect(checkFlows([...flows, naming(hook, flow)])).toEqual([]);
  const wrong = checkFlows([...flows, naming(hook, "TransferToLeaderFlow")]);
  expect(wrong).toEqual([
    { flow: "sample", block: "name", message: expect.stringContaining(`a QUEUE_TRANSFER, as ${hook}`) },
  ]);
});

test("a moment of the call that runs a flow which does not exist is found", () => {
  expect(checkFlows([...flows, naming("CustomerQueue", "WatingFlow")])).toEqual([
    { flow: "sample", block: "name", message: expect.stringContaining("names WatingFlow, which is no flow") },
  ]);
});

test("what is wrong with one of the flows is found too", () => {
  const broken = { ...naming("CustomerQueue", "WaitingFlow"), start: "nowhere" };
  expect(
    checkFlows([...flows, broken])
      .map(({ message }) => message)
      .join(),
  ).toContain('starts at "nowhere"');
});
