/**
 * The flows of a call's later moments, named one after the other before the call is queued; a transfer names them again,
 * because it makes a new contact. One that cannot be named is replaced by Connect's own and costs the caller nothing.
 */
export function callHooks<const Next extends string>(next: Next) {
  return {
    chooseWaiting: {
      kind: "setHook",
      hook: "CustomerQueue",
      flow: "WaitingFlow",
      next: "chooseWhisper",
      onError: "chooseWhisper",
    },
    chooseWhisper: {
      kind: "setHook",
      hook: "AgentWhisper",
      flow: "OperatorWhisperFlow",
      next: "chooseHold",
      onError: "chooseHold",
    },
    chooseHold: {
      kind: "setHook",
      hook: "CustomerHold",
      flow: "CustomerHoldFlow",
      next: "chooseAfterCall",
      onError: "chooseAfterCall",
    },
    chooseAfterCall: {
      kind: "setHook",
      hook: "CustomerRemaining",
      flow: "AfterCallFlow",
      next,
      onError: next,
    },
  } as const;
}

/** What the blocks above name outside a flow. */
export const hookFlows = ["WaitingFlow", "OperatorWhisperFlow", "CustomerHoldFlow", "AfterCallFlow"] as const;
