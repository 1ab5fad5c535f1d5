/** How a call of ours went. */
export type AttemptOutcome = "connected" | "no-answer" | "busy" | "wrong-number";

export const attemptOutcomeNames: Readonly<Record<AttemptOutcome, string>> = {
  connected: "通話できた",
  "no-answer": "応答なし",
  busy: "話し中",
  "wrong-number": "番号違い",
};

/** Why a call back is closed though it reached nobody. */
export type ClosingReason = "unreachable" | "wrong-number" | "not-wanted" | "answered-otherwise";

export const closingReasonNames: Readonly<Record<ClosingReason, string>> = {
  unreachable: "つながらないまま回数に達した",
  "wrong-number": "番号違い",
  "not-wanted": "相談者が不要と言った",
  "answered-otherwise": "ほかの方法で回答した",
};

/** Whether a text is an outcome's code. */
export function isAttemptOutcome(text: string): text is AttemptOutcome {
  return Object.hasOwn(attemptOutcomeNames, text);
}

/** Whether a text is a closing reason's code. */
export function isClosingReason(text: string): text is ClosingReason {
  return Object.hasOwn(closingReasonNames, text);
}
