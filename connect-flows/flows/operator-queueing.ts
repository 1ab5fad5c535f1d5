import type { Phrases } from "../../domain/programme.ts";

/** Queues a call for an operator; who cannot be queued hears so, and goes on to the flow's own `hangUp`. */
export function toOperators(phrases: Phrases) {
  return {
    chooseOperators: {
      kind: "setQueue",
      queue: "OperatorQueue",
      next: "toOperators",
      onError: "sayCannotConnect",
    },
    toOperators: { kind: "transferToQueue", atCapacity: "sayCannotConnect", onError: "sayCannotConnect" },
    sayCannotConnect: { kind: "say", text: phrases.cannotConnect, next: "hangUp", onError: "hangUp" },
  } as const;
}
