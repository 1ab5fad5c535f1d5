import type { Programme } from "../../domain/programme.ts";
import { defineFlow, type Flow } from "../language/block.ts";

/**
 * What a caller hears in the queue until an operator answers.
 *
 * The voice is chosen here too, so what callers hear does not depend on the flow that sent them. If the messages fail,
 * the caller keeps the place in the queue.
 */
export function waitingFlow({ phrases }: Pick<Programme, "phrases">): Flow {
  return defineFlow({
    name: "waiting",
    description: "Asks the caller to wait, again and again, until an operator answers.",
    type: "CUSTOMER_QUEUE",
    references: [],
    start: "voice",
    blocks: {
      voice: {
        kind: "setVoice",
        voice: { name: "Kazuha", engine: "Neural" },
        next: "askToWait",
        onError: "askToWait",
      },
      askToWait: {
        kind: "repeatMessages",
        messages: [{ text: phrases.waiting, pauseSeconds: 10 }],
        interruption: "none",
        onError: "keepPlace",
      },
      keepPlace: { kind: "endFlow" },
    },
  });
}
