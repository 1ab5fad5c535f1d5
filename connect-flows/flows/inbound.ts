import type { Phrases, Programme } from "../../domain/programme.ts";
import { defineFlow, type Flow } from "../language/block.ts";

/**
 * What happens to a call from the moment it arrives until it waits for an operator or has heard why it cannot.
 *
 * The function is asked before anything is said, so a call that arrives a second before closing counts as open. Whatever
 * fails, the caller goes on towards an operator; only a queue that cannot take the call ends it, after a sentence.
 */
export function inboundFlow({ id, phrases }: Pick<Programme, "id" | "phrases">): Flow {
  return defineFlow({
    name: "inbound",
    description: "Open desk: greeting, recording, queue. Closed desk: why, and when it opens.",
    type: "CONTACT_FLOW",
    references: ["AnswerCallFunction", "DeskHours", "WaitingFlow", "OperatorQueue"],
    start: "voice",
    blocks: { ...arrival(id), ...withoutAnswer(id), ...openDesk(phrases), ...closedDesk(phrases) },
  });
}

/** Finds out whether the desk is open, in silence. */
function arrival(programmeId: string) {
  return {
    voice: {
      kind: "setVoice",
      voice: { name: "Kazuha", engine: "Neural" },
      next: "language",
      onError: "plainVoice",
    },
    plainVoice: {
      kind: "setVoice",
      voice: { name: "Mizuki", engine: "Standard" },
      next: "language",
      onError: "language",
    },
    language: { kind: "setLanguage", language: "ja-JP", next: "askArrival", onError: "askArrival" },
    askArrival: {
      kind: "invokeLambda",
      function: "AnswerCallFunction",
      timeLimitSeconds: 3,
      parameters: { step: "arrival" },
      next: "noteArrival",
      onError: "checkHours",
    },
    noteArrival: {
      kind: "setAttributes",
      attributes: { arrival: "$.External.status", programme: programmeId },
      next: "whetherOpen",
      onError: "whetherOpen",
    },
    whetherOpen: {
      kind: "compare",
      value: "$.External.status",
      cases: { open: "greet", closed: "sayClosed" },
      otherwise: "checkHours",
    },
  } as const;
}

/** Where the function does not answer, Connect's own hours decide; where they fail too, the desk counts as open. */
function withoutAnswer(programmeId: string) {
  return {
    checkHours: {
      kind: "checkHours",
      hours: "DeskHours",
      open: "noteOpen",
      closed: "noteClosed",
      onError: "noteOpen",
    },
    noteOpen: {
      kind: "setAttributes",
      attributes: { arrival: "open", programme: programmeId },
      next: "greet",
      onError: "greet",
    },
    noteClosed: {
      kind: "setAttributes",
      attributes: { arrival: "closed", programme: programmeId },
      next: "sayClosedWithoutReason",
      onError: "sayClosedWithoutReason",
    },
  } as const;
}

/** A caller who could not be told of the recording is not recorded. */
function openDesk(phrases: Phrases) {
  return {
    greet: {
      kind: "say",
      text: phrases.greeting + phrases.recordingNotice,
      next: "record",
      onError: "chooseWaiting",
    },
    record: { kind: "recordCall", next: "chooseWaiting", onError: "chooseWaiting" },
    chooseWaiting: {
      kind: "setQueueFlow",
      flow: "WaitingFlow",
      next: "chooseQueue",
      onError: "chooseQueue",
    },
    chooseQueue: { kind: "setQueue", queue: "OperatorQueue", next: "queue", onError: "sayCannotConnect" },
    queue: { kind: "transferToQueue", atCapacity: "sayCannotConnect", onError: "sayCannotConnect" },
    sayCannotConnect: { kind: "say", text: phrases.cannotConnect, next: "hangUp", onError: "hangUp" },
  } as const;
}

/** `sentence` is the whole closed sentence, made by the function; without it the caller hears the usual hours. */
function closedDesk(phrases: Phrases) {
  return {
    sayClosed: {
      kind: "say",
      text: "$.External.sentence",
      next: "hangUp",
      onError: "sayClosedWithoutReason",
    },
    sayClosedWithoutReason: {
      kind: "say",
      text: phrases.closedWithoutReason,
      next: "hangUp",
      onError: "hangUp",
    },
    hangUp: { kind: "disconnect" },
  } as const;
}
