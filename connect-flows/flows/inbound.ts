import type { Phrases, Programme } from "../../domain/programme.ts";
import { defineFlow, type Flow } from "../language/block.ts";
import { callHooks, hookFlows } from "./call-hooks.ts";
import { toOperators } from "./operator-queueing.ts";

/**
 * What happens to a call from the moment it arrives until it waits for an operator or has heard why it cannot.
 *
 * The function is asked before anything is said, so a call that arrives a second before closing counts as open. Whatever
 * fails, the caller goes on towards an operator; only a queue that cannot take the call ends it, after a sentence.
 */
export function inboundFlow({ id, phrases }: Pick<Programme, "id" | "phrases">): Flow {
  return defineFlow({
    name: "inbound",
    description: "Open desk: greeting, recording, menu, queue. Closed desk: why, and when it opens.",
    type: "CONTACT_FLOW",
    references: ["AnswerCallFunction", "DeskHours", ...hookFlows, "OperatorQueue", "SupervisorQueue"],
    start: "voice",
    blocks: {
      ...arrival(id),
      ...withoutAnswer(id),
      ...callHooks("greet"),
      ...greeting(phrases),
      ...menu(phrases),
      ...noting(),
      ...queueing(phrases),
      ...closedDesk(phrases),
    },
  });
}

/** Finds out whether the desk is open, in silence; an emergency announcement is the first thing that anybody hears. */
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
      attributes: {
        arrival: "$.External.status",
        programme: programmeId,
        caller: "$.External.caller",
        openCase: "$.External.openCase",
      },
      next: "whetherAnnounced",
      onError: "whetherAnnounced",
    },
    whetherAnnounced: {
      kind: "compare",
      value: "$.External.announced",
      cases: { yes: "sayAnnouncement" },
      otherwise: "whetherOpen",
    },
    sayAnnouncement: {
      kind: "say",
      text: "$.External.announcement",
      next: "whetherOpen",
      onError: "whetherOpen",
    },
    whetherOpen: {
      kind: "compare",
      value: "$.External.status",
      cases: { open: "chooseWaiting", closed: "sayClosed" },
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
      next: "chooseWaiting",
      onError: "chooseWaiting",
    },
    noteClosed: {
      kind: "setAttributes",
      attributes: { arrival: "closed", programme: programmeId },
      next: "sayClosedWithoutReason",
      onError: "sayClosedWithoutReason",
    },
  } as const;
}

/** A caller who could not be told of the recording is not recorded, here or after a transfer. */
function greeting(phrases: Phrases) {
  return {
    greet: {
      kind: "say",
      text: phrases.greeting + phrases.recordingNotice,
      tellsOfRecording: true,
      next: "record",
      onError: "whetherSupervisor",
    },
    record: { kind: "recordCall", next: "noteRecording", onError: "whetherSupervisor" },
    noteRecording: {
      kind: "setAttributes",
      attributes: { recordingTold: "yes" },
      next: "whetherSupervisor",
      onError: "whetherSupervisor",
    },
    whetherSupervisor: {
      kind: "compare",
      value: "$.External.route",
      cases: { supervisor: "chooseSupervisors" },
      otherwise: "menu",
    },
  } as const;
}

/** Asked twice at most: who presses nothing or a wrong key twice wants a person. */
function menu({ menu: words }: Phrases) {
  const keys = {
    0: "noteOperator",
    1: "noteApp",
    2: "notePoints",
    3: "noteFormer",
    9: "noteOperator",
  } as const;
  return {
    menu: {
      kind: "menu",
      text: words.choose,
      limitSeconds: 5,
      keys,
      onTimeout: "menuAgain",
      onOther: "menuAgain",
      onError: "noteOperator",
    },
    menuAgain: {
      kind: "menu",
      text: words.chooseAgain,
      limitSeconds: 5,
      keys,
      onTimeout: "noteOperator",
      onOther: "noteOperator",
      onError: "noteOperator",
    },
    sayFormerEnded: {
      kind: "say",
      text: words.formerEnded,
      next: "chooseOperators",
      onError: "chooseOperators",
    },
  } as const;
}

/** What the caller chose, for the operator's ear and for the reports. */
function noting() {
  const note = <const Choice extends string, const Next extends string>(choice: Choice, next: Next) =>
    ({ kind: "setAttributes", attributes: { menu: choice }, next, onError: next }) as const;
  return {
    noteApp: note("app", "chooseOperators"),
    notePoints: note("points", "chooseOperators"),
    noteFormer: note("former", "sayFormerEnded"),
    noteOperator: note("operator", "chooseOperators"),
  };
}

/** Where no supervisor can take a call, an operator does. */
function queueing(phrases: Phrases) {
  return {
    chooseSupervisors: {
      kind: "setQueue",
      queue: "SupervisorQueue",
      next: "toSupervisors",
      onError: "chooseOperators",
    },
    toSupervisors: { kind: "transferToQueue", atCapacity: "chooseOperators", onError: "chooseOperators" },
    ...toOperators(phrases),
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
