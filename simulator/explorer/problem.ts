import type { EdgeKind } from "./edge-kind.ts";

/** What every path must keep; the words are what `flows check` prints. */
export const properties = {
  "ends-well":
    "each path ends with a person, a stored promise of a call back, a true closing sentence, or the caller's own hang-up",
  "no-endless-silence": "no round without a spoken word or a wait for the caller or an operator",
  "closed-never-queues": "a caller who was told that the desk is closed is not queued",
  "recording-after-notice": "recording starts only after its notice was played",
  "queue-chosen-first": "the target queue and the report attributes are set before queueing",
  "operator-reachable": "in opening hours every caller can reach an operator, also with every Lambda failing",
  "voice-before-words": "a voice is set before the first spoken word",
  "loops-bounded": "silence, wrong keys and failures lead out of every round in the end",
  "logging-while-typing": "flow logging is off while a number is typed",
} as const;
export type Property = keyof typeof properties;

/** What is wrong with a document itself, without walking it. */
export type StructureRule =
  | "envelope"
  | "identifier"
  | "limit"
  | "unknown-block"
  | "ended-block"
  | "not-permitted"
  | "exit"
  | "missing-error-exit"
  | "condition"
  | "parameter"
  | "prompt-too-long"
  | "unreachable-block";

/** One step of a caller's way. */
export interface PathStep {
  /** The flow and the block from which it leads on; both may be places of the exchange. */
  readonly flow: string;
  readonly block: string;
  readonly kind: EdgeKind;
  /** What happens, in Japanese; empty when nobody would notice. */
  readonly note: string;
  /** What the block says, references as they are written. */
  readonly words: readonly string[];
  readonly keys?: string;
}

/** Something that Amazon Connect would refuse, or take and a caller regret. */
export interface Problem {
  readonly flow: string;
  /** The identifier of the block; undefined where the whole flow is meant. */
  readonly block?: string;
  readonly rule: StructureRule | Property;
  /** What is wrong and what to do, in one English sentence. */
  readonly message: string;
  /** The shortest caller's story that shows it, in Japanese, one line a step. */
  readonly story?: readonly string[];
  /** The same, step by step, for replaying it. */
  readonly path?: readonly PathStep[];
}

/** A problem in one line. */
export function describeProblem({ flow, block, rule, message }: Problem): string {
  return `${block === undefined ? flow : `${flow}, ${block}`}: ${message} [${rule}]`;
}
