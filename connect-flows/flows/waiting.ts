import type { Phrases, Programme } from "../../domain/programme.ts";
import { defineFlow, type Flow } from "../language/block.ts";
import { callbackDialogue } from "./callback-dialogue.ts";

/** How often a waiting caller is offered a call back. */
const offers = 3;

/**
 * What a caller hears in the queue until an operator answers: a short message, and now and then the offer of a call back.
 *
 * The voice is chosen here too, so what callers hear does not depend on the flow that sent them. Nothing that fails costs
 * the caller the place in the queue; only a promised call back ends the waiting.
 */
export function waitingFlow({ phrases, callback }: Pick<Programme, "phrases" | "callback">): Flow {
  return defineFlow({
    name: "waiting",
    description: "Asks the caller to wait, and offers a call back, until an operator answers.",
    type: "CUSTOMER_QUEUE",
    references: ["CallbackFunction"],
    start: "voice",
    blocks: {
      ...waiting(phrases, callback.offeredAfterSeconds),
      ...offer(phrases),
      ...callbackDialogue(phrases.callbackDialogue),
    },
  });
}

function waiting(phrases: Phrases, offeredAfterSeconds: number) {
  const messages = [{ text: phrases.waiting, pauseSeconds: 10 }];
  return {
    voice: {
      kind: "setVoice",
      voice: { name: "Kazuha", engine: "Neural" },
      next: "wait",
      onError: "wait",
    },
    wait: {
      kind: "repeatMessages",
      messages,
      interruption: { afterSeconds: offeredAfterSeconds, next: "offersLeft" },
      onError: "waitOn",
    },
    offersLeft: { kind: "loop", times: offers, again: "countWaiting", done: "waitOn" },
    waitOn: { kind: "repeatMessages", messages, interruption: "none", onError: "sayWait" },
    sayWait: { kind: "say", text: phrases.waiting, next: "keepPlace", onError: "keepPlace" },
    keepPlace: { kind: "endFlow" },
  } as const;
}

/** How many wait is said where it is known, the caller included; whoever does not press 1 goes on waiting. */
function offer({ callbackDialogue: words }: Phrases) {
  const answers = {
    limitSeconds: 5,
    keys: { 1: "loggingOff" },
    onTimeout: "wait",
    onOther: "wait",
    onError: "wait",
  } as const;
  return {
    countWaiting: { kind: "getQueueMetrics", next: "isCountKnown", onError: "offer" },
    isCountKnown: {
      kind: "test",
      value: "$.Metrics.Queue.Size",
      operator: "NumberGreaterThan",
      operand: "0",
      holds: "offerWithCount",
      otherwise: "offer",
    },
    offerWithCount: {
      kind: "menu",
      text: words.peopleWaiting("$.Metrics.Queue.Size") + words.offer,
      ...answers,
    },
    offer: { kind: "menu", text: words.offer, ...answers },
  } as const;
}
