import type { Phrases } from "../../domain/programme.ts";

/** How often a caller may type a number in one dialogue. */
const typings = 2;
/** As many digits as a Japanese number has with its leading 0 (mobile and 050). */
const mostDigits = 11;

/**
 * Which number is called back: the calling one, or one that is typed; either is read back and confirmed. It begins at
 * `loggingOff`, because Connect's log would show the number, and returns to `wait` unless the call back is promised.
 *
 * The function answers to `check` with the number as it is kept and as it is spoken, and to `keep` with the promise.
 */
export function callbackDialogue(words: Phrases["callbackDialogue"]) {
  return { ...callingNumber(words), ...typedNumber(words), ...promise(words), ...noPromise(words) } as const;
}

/** A number that is withheld is answered as invalid, and the caller is asked for one. */
function callingNumber(words: Phrases["callbackDialogue"]) {
  return {
    loggingOff: { kind: "setLogging", logging: "Disabled", next: "checkCalling" },
    checkCalling: {
      kind: "invokeLambda",
      function: "CallbackFunction",
      timeLimitSeconds: 3,
      parameters: { step: "check", number: "$.CustomerEndpoint.Address" },
      next: "isCallingValid",
      onError: "sayFailed",
    },
    isCallingValid: {
      kind: "compare",
      value: "$.External.status",
      cases: { valid: "confirmCalling", invalid: "typingsLeft" },
      otherwise: "sayFailed",
    },
    confirmCalling: {
      kind: "menu",
      text: words.confirm("$.External.spoken"),
      limitSeconds: 8,
      keys: { 1: "keep", 2: "typingsLeft" },
      onTimeout: "sayNotTaken",
      onOther: "sayNotTaken",
      onError: "sayFailed",
    },
  } as const;
}

/** Whoever types nothing has typed `Timeout` (AWS administrator guide, Store customer input). */
function typedNumber(words: Phrases["callbackDialogue"]) {
  return {
    typingsLeft: { kind: "loop", times: typings, again: "typeNumber", done: "sayNotTaken" },
    typeNumber: {
      kind: "storeNumber",
      text: words.typeNumber,
      limitSeconds: 10,
      mostDigits,
      next: "wasTyped",
      onError: "sayFailed",
    },
    wasTyped: {
      kind: "compare",
      value: "$.StoredCustomerInput",
      cases: { Timeout: "sayUnusable" },
      otherwise: "checkTyped",
    },
    checkTyped: {
      kind: "invokeLambda",
      function: "CallbackFunction",
      timeLimitSeconds: 3,
      parameters: { step: "check", number: "$.StoredCustomerInput" },
      next: "isTypedValid",
      onError: "sayFailed",
    },
    isTypedValid: {
      kind: "compare",
      value: "$.External.status",
      cases: { valid: "confirmTyped", invalid: "sayUnusable" },
      otherwise: "sayFailed",
    },
    confirmTyped: {
      kind: "menu",
      text: words.confirm("$.External.spoken"),
      limitSeconds: 8,
      keys: { 1: "keep", 2: "typingsLeft" },
      onTimeout: "typingsLeft",
      onOther: "typingsLeft",
      onError: "sayFailed",
    },
    sayUnusable: { kind: "say", text: words.unusable, next: "typingsLeft", onError: "typingsLeft" },
  } as const;
}

/** The promise is the function's own sentence, which names the time; it is said only once the call back is kept. */
function promise(words: Phrases["callbackDialogue"]) {
  return {
    keep: {
      kind: "invokeLambda",
      function: "CallbackFunction",
      timeLimitSeconds: 5,
      parameters: { step: "keep", number: "$.External.number" },
      next: "isKept",
      onError: "sayFailed",
    },
    isKept: {
      kind: "compare",
      value: "$.External.status",
      cases: { kept: "noteCallback", already: "noteCallback" },
      otherwise: "sayFailed",
    },
    noteCallback: {
      kind: "setAttributes",
      attributes: { callbackRequested: "true" },
      next: "sayPromise",
      onError: "sayPromise",
    },
    sayPromise: { kind: "say", text: "$.External.sentence", next: "loggingOnAtEnd", onError: "sayKept" },
    sayKept: { kind: "say", text: words.kept, next: "loggingOnAtEnd", onError: "loggingOnAtEnd" },
    loggingOnAtEnd: { kind: "setLogging", logging: "Enabled", next: "hangUp" },
    hangUp: { kind: "disconnect" },
  } as const;
}

function noPromise(words: Phrases["callbackDialogue"]) {
  return {
    sayNotTaken: { kind: "say", text: words.notTaken, next: "loggingOn", onError: "loggingOn" },
    sayFailed: { kind: "say", text: words.failed, next: "loggingOn", onError: "loggingOn" },
    loggingOn: { kind: "setLogging", logging: "Enabled", next: "wait" },
  } as const;
}
