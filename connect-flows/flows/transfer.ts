import type { Programme } from "../../domain/programme.ts";
import { defineFlow, type Flow } from "../language/block.ts";
import { callHooks, hookFlows } from "./call-hooks.ts";

const queues = { leader: "LeaderQueue", supervisor: "SupervisorQueue" } as const;

/**
 * What happens to a call that an operator hands to a leader (LD) or a supervisor (SV). Where none can take it, it goes
 * back to the operators, and the caller is told.
 *
 * A transfer makes a new contact, which is recorded only if the first one's notice was heard.
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
        otherwise: "chooseQueue",
      },
      record: { kind: "recordCall", next: "chooseQueue", onError: "chooseQueue" },
      chooseQueue: { kind: "setQueue", queue, next: "toQueue", onError: "sayBusy" },
      toQueue: { kind: "transferToQueue", atCapacity: "sayBusy", onError: "sayBusy" },
      sayBusy: {
        kind: "say",
        text: phrases.transferBusy,
        next: "chooseOperators",
        onError: "chooseOperators",
      },
      chooseOperators: {
        kind: "setQueue",
        queue: "OperatorQueue",
        next: "toOperators",
        onError: "sayCannotConnect",
      },
      toOperators: {
        kind: "transferToQueue",
        atCapacity: "sayCannotConnect",
        onError: "sayCannotConnect",
      },
      sayCannotConnect: { kind: "say", text: phrases.cannotConnect, next: "hangUp", onError: "hangUp" },
      hangUp: { kind: "disconnect" },
    },
  });
}
