/**
 * How an action type of the Amazon Connect Flow language is described: where it may stand, what it takes, how it ends.
 *
 * `documented` is what AWS's developer or administrator guide says, `observed` what real exported flows do although
 * the guide does not say so, `assumed` what neither shows. A checker should accept all three and name the last.
 */
export type Evidence = "documented" | "observed" | "assumed";

/** The types of CreateContactFlow, and MODULE for CreateContactFlowModule, which has no type of its own. */
export const flowTypes = [
  "CONTACT_FLOW",
  "CUSTOMER_QUEUE",
  "CUSTOMER_HOLD",
  "CUSTOMER_WHISPER",
  "AGENT_HOLD",
  "AGENT_WHISPER",
  "OUTBOUND_WHISPER",
  "AGENT_TRANSFER",
  "QUEUE_TRANSFER",
  "CAMPAIGN",
  "MODULE",
] as const;
export type FlowType = (typeof flowTypes)[number];

export type Channel = "VOICE" | "CHAT" | "TASK" | "EMAIL";

/**
 * What may stand in a parameter. `static`: no reference; `reference`: exactly one, such as `$.External.x`;
 * `static or reference`: either, never mixed; `interpolated`: references anywhere in the text. `structure` is an
 * object or a list whose own texts follow `inside`.
 */
type ValueClass = "static" | "reference" | "static or reference" | "interpolated" | "structure";

export interface ParameterDescription {
  readonly value: ValueClass;
  readonly required?: true;
  /** The class of the texts inside a structure; anything if it is left out. */
  readonly inside?: Exclude<ValueClass, "structure">;
  /** The only texts that are taken, compared without heeding upper and lower case. */
  readonly choices?: readonly string[];
  /** A whole number within these bounds, written as text. */
  readonly number?: readonly [least: number, most: number];
  /** `documented` if left out. */
  readonly evidence?: Exclude<Evidence, "documented">;
}

/** An error exit. `required` is missed by the caller when it is absent; `optional` may be there. */
export interface ErrorDescription {
  readonly type: string;
  readonly presence: "required" | "optional";
  readonly evidence: Evidence;
}

/**
 * How results become conditions. `none`: the block has no result. `exactly`: each operand once, with Equals. `equals`:
 * Equals with static operands, of the pattern if there is one. `any`: every operator.
 */
export type ConditionRule =
  | { readonly kind: "none" }
  | { readonly kind: "any" }
  | { readonly kind: "exactly"; readonly operands: readonly string[] }
  | { readonly kind: "equals"; readonly operand?: RegExp };

export interface ActionDescription {
  readonly flowTypes: readonly FlowType[];
  readonly channels: readonly Channel[];
  /** `always`: no way out. `on success`: only errors lead on. */
  readonly terminal: "always" | "on success" | "never";
  readonly errors: readonly ErrorDescription[];
  readonly conditions: ConditionRule;
  readonly parameters: Readonly<Record<string, ParameterDescription>>;
  /** Groups of parameters of which exactly one must be given. */
  readonly exactlyOne?: readonly (readonly string[])[];
  /** Groups of parameters of which at most one may be given. */
  readonly atMostOne?: readonly (readonly string[])[];
  /** Where the description of the whole type comes from. */
  readonly evidence: Evidence;
  /** Why the type no longer works. */
  readonly ended?: string;
}

const transfers = ["AGENT_TRANSFER", "QUEUE_TRANSFER"] as const;
/** That campaign flows and modules take what inbound flows take is assumed. */
const inboundLike = ["CONTACT_FLOW", "CAMPAIGN", "MODULE"] as const;
const whispers = ["CUSTOMER_WHISPER", "AGENT_WHISPER", "OUTBOUND_WHISPER"] as const;

/** Groups of flow types as the developer guide's pages name them. */
export const permitted = {
  everywhere: flowTypes,
  inbound: inboundLike,
  inboundAndTransfer: [...inboundLike, ...transfers],
  inboundTransferQueue: [...inboundLike, ...transfers, "CUSTOMER_QUEUE"],
  spoken: [...inboundLike, ...transfers, ...whispers, "CUSTOMER_QUEUE"],
  transfer: transfers,
  queue: ["CUSTOMER_QUEUE"],
  whisperAndQueue: [...whispers, "CUSTOMER_QUEUE"],
  repeating: ["CUSTOMER_QUEUE", "CUSTOMER_HOLD", "AGENT_HOLD"],
  module: ["MODULE"],
} as const satisfies Record<string, readonly FlowType[]>;

const everyChannel: readonly Channel[] = ["VOICE", "CHAT", "TASK", "EMAIL"];
export const voiceOnly: readonly Channel[] = ["VOICE"];

/** The exit for every error that has none of its own. */
export const otherError: ErrorDescription = {
  type: "NoMatchingError",
  presence: "required",
  evidence: "documented",
};
/** The same, on blocks for which the guide lists no error and exports carry one. */
export const otherErrorObserved: ErrorDescription = {
  type: "NoMatchingError",
  presence: "optional",
  evidence: "observed",
};
/** The exit when no condition is true. */
export const noCondition: ErrorDescription = {
  type: "NoMatchingCondition",
  presence: "required",
  evidence: "documented",
};

export function requiredError(type: string): ErrorDescription {
  return { type, presence: "required", evidence: "documented" };
}

export function optionalError(type: string, evidence: Evidence = "observed"): ErrorDescription {
  return { type, presence: "optional", evidence };
}

/** A block of this kind: most have no result, one error exit and go on. */
export function described(
  given: Partial<ActionDescription> & Pick<ActionDescription, "flowTypes">,
): ActionDescription {
  return {
    channels: everyChannel,
    terminal: "never",
    errors: [otherError],
    conditions: { kind: "none" },
    parameters: {},
    evidence: "documented",
    ...given,
  };
}
