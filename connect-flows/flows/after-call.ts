import { defineFlow, type Flow } from "../language/block.ts";

/**
 * What happens to a caller after the operator has hung up: the call ends. The caller pays for every second and has said
 * goodbye already, so nothing more is said.
 */
export function afterCallFlow(): Flow {
  return defineFlow({
    name: "after-call",
    description: "Ends the call after the operator has hung up.",
    type: "CONTACT_FLOW",
    references: [],
    start: "hangUp",
    blocks: { hangUp: { kind: "disconnect" } },
  });
}
