import type { QueueDefinition } from "./contact-state.ts";
import type { RunnableFlow } from "./flow-document.ts";
import type { RingPurpose } from "./ringing.ts";
import type { DisconnectReason } from "./transcript.ts";

/** The operator who has the caller on the line. */
export interface CallOperator {
  readonly arn: string;
  readonly username: string;
  /** Both hear each other. */
  joined(): void;
  /** The caller is gone; the operator's after-contact work begins. */
  callEnded(): void;
  /** Nobody was reached; there is nothing to write up. */
  released(): void;
}

/** Somebody whom the exchange calls: how, and what happens once they answer. */
export interface Callee {
  readonly number: string;
  readonly purpose: RingPurpose;
  /** The queue that waits for an operator before it rings, again after each failed attempt but the last. */
  readonly queue?: QueueDefinition;
  readonly retrySeconds: number;
  attemptsLeft: number;
  /** The flow that they hear first. */
  readonly flow?: RunnableFlow | undefined;
}

/** How long a callee's telephone rings (AWS, StartOutboundVoiceContact: 60 s unless it is set). */
export const ringSeconds = 60;

/** How each ending reads in the transcript. */
export const endings: Readonly<Record<DisconnectReason, string>> = {
  CUSTOMER_DISCONNECT: "発信者が電話を切りました",
  AGENT_DISCONNECT: "オペレータが電話を切りました",
  CONTACT_FLOW_DISCONNECT: "フローが電話を切りました",
  THIRD_PARTY_DISCONNECT: "転送先が電話を切りました",
  TELECOM_PROBLEM: "回線の障害で切れました",
  EXPIRED: "期限が切れました",
  API: "外部からの指示で終わりました",
  OTHER: "つながりませんでした",
};
