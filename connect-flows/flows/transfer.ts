import type { Programme } from "../../domain/programme.ts";
import { defineFlow, type Flow } from "../language/block.ts";
import { callHooks, hookFlows } from "./call-hooks.ts";
import { toOperators } from "./operator-queueing.ts";

const queues = { leader: "LeaderQueue", supervisor: "SupervisorQueue" } as const;

/**
 * What happens to a call that an operator hands to a leader (LD) or a supervisor (SV). Where none can take it, it goes
 * back to the operators, and the caller is told.
 */
export function transferFlow({ phrases }: Pick<Programme, "phrases">, to: keyof typeof queues): Flow {
  const queue = queues[to];
  return defineFlow({
    name: `transfer-to-${to}`,
    description: `Queues a call for a ${to}, or for an operator where no ${to} can take it.`,
    type: "QUEUE_TRANSFER",
    references: [...hookFlows, queue, "OperatorQueue"],
    start: "voice",
    blocks: {
      ...newContact("chooseQueue"),
      chooseQueue: { kind: "setQueue", queue, next: "toQueue", onError: "sayBusy" },
      toQueue: { kind: "transferToQueue", atCapacity: "sayBusy", onError: "sayBusy" },
      sayBusy: {
        kind: "say",
        text: phrases.transferBusy,
        next: "chooseOperators",
        onError: "chooseOperators",
      },
      ...toOperators(phrases),
      hangUp: { kind: "disconnect" },
    },
  });
}

/** What happens to a call that a leader or a supervisor hands back: it waits for an operator. */
export function transferToOperatorFlow({ phrases }: Pick<Programme, "phrases">): Flow {
  return defineFlow({
    name: "transfer-to-operator",
    description: "Queues a call for an operator again.",
    type: "QUEUE_TRANSFER",
    references: [...hookFlows, "OperatorQueue"],
    start: "voice",
    blocks: {
      ...newContact("chooseOperators"),
      ...toOperators(phrases),
      hangUp: { kind: "disconnect" },
    },
  });
}

/** A transfer makes a new contact, which is recorded only if the first one's notice was heard. */
function newContact<const Next extends string>(next: Next) {
  return {
    voice: {
      kind: "setVoice",
      voice: { name: "Kazuha", engine: "Neural" },
      next: "chooseWaiting",
      onError: "chooseWaiting",
    },
    ...callHooks("wasTold"),
    wasTold: {
      kind: "compare",
      value: "$.Attributes.recordingTold",
      cases: { yes: "record" },
      otherwise: next,
    },
    record: { kind: "recordCall", next, onError: next },
  } as const;
}
