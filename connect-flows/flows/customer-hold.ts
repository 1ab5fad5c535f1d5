import type { Programme } from "../../domain/programme.ts";
import { defineFlow, type Flow } from "../language/block.ts";

/** What a caller hears while the operator has put the call on hold: that somebody is still there, every ten seconds. */
export function customerHoldFlow({ phrases }: Pick<Programme, "phrases">): Flow {
  return defineFlow({
    name: "customer-hold",
    description: "Asks the caller to wait while the operator looks something up.",
    type: "CUSTOMER_HOLD",
    references: [],
    start: "voice",
    blocks: {
      voice: {
        kind: "setVoice",
        voice: { name: "Kazuha", engine: "Neural" },
        next: "askToHold",
        onError: "askToHold",
      },
      askToHold: {
        kind: "repeatMessages",
        messages: [{ text: phrases.hold, pauseSeconds: 10 }],
        interruption: "none",
        onError: "stayOnHold",
      },
      stayOnHold: { kind: "endFlow" },
    },
  });
}
