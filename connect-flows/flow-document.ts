/**
 * The JSON that Amazon Connect runs: its shape, and the placeholders that stand in the committed files where a
 * deployment puts the names of its own queues, functions and flows.
 *
 * Source of the shape: Amazon Connect Flow language 2019-10-30, developer guide, read as far as this service uses it.
 */

const consoleTypes = {
  CONTACT_FLOW: "contactFlow",
  CUSTOMER_QUEUE: "customerQueue",
  CUSTOMER_HOLD: "customerHold",
  AGENT_WHISPER: "agentWhisper",
  OUTBOUND_WHISPER: "outboundWhisper",
  QUEUE_TRANSFER: "queueTransfer",
} as const;

/** The kinds of flow that this service deploys, in the words of the CreateContactFlow API. */
export type FlowType = keyof typeof consoleTypes;

/** The console's word for a type of flow, as its exports write it. */
export type ConsoleFlowType = (typeof consoleTypes)[FlowType];

/** A parameter as Connect stores it: texts, lists and maps of texts; numbers and truth values are written as texts. */
export type ParameterValue = string | readonly ParameterValue[] | { readonly [key: string]: ParameterValue };

/** One flow, as CreateContactFlow takes it in `Content`. */
export interface FlowDocument {
  readonly Version: "2019-10-30";
  /** The identifier of the first action. */
  readonly StartAction: string;
  /** Not read when a call runs; the console draws its picture from it. */
  readonly Metadata: FlowMetadata;
  readonly Actions: readonly FlowAction[];
}

/**
 * Names and canvas positions. `type` is the console's own word for the flow type, as its exports write it; `channel` is
 * ours and says that a flow is for tasks.
 */
interface FlowMetadata {
  readonly entryPointPosition: Position;
  readonly name: string;
  readonly description: string;
  readonly type: ConsoleFlowType;
  readonly channel?: "TASK";
  readonly ActionMetadata: Readonly<
    Record<string, { readonly position: Position; readonly isFriendlyName: true }>
  >;
}

/** A place on the console's canvas, in its units (about one pixel). */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** One step of a flow. */
export interface FlowAction {
  /** Unique in its flow: here always the readable name that the block has in the source. */
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, ParameterValue>>;
  readonly Transitions: Transitions;
}

/** Where a call goes after an action. Empty for the actions that end a flow. */
export interface Transitions {
  readonly NextAction?: string;
  readonly Errors?: readonly { readonly ErrorType: string; readonly NextAction: string }[];
  readonly Conditions?: readonly {
    readonly NextAction: string;
    readonly Condition: { readonly Operator: ConditionOperator; readonly Operands: readonly string[] };
  }[];
}

/** How a condition compares its one operand; a number is never greater than what is not a number. */
export type ConditionOperator = "Equals" | "TextContains" | "NumberGreaterThan";

/** The console's word for a type of flow. */
export function consoleTypeOf(type: FlowType): ConsoleFlowType {
  return consoleTypes[type];
}

/** The API's word for the type of a document's flow: what CloudFormation and CreateContactFlow ask for. */
export function flowTypeOf(document: FlowDocument): FlowType {
  return flowTypes.find((type) => consoleTypes[type] === document.Metadata.type) ?? "CONTACT_FLOW";
}

const flowTypes = Object.keys(consoleTypes) as FlowType[];

/** The placeholder by which other flows name a flow: `waiting` is `WaitingFlow`. */
export function placeholderOfFlow(flowName: string): string {
  const words = flowName.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join("")}Flow`;
}

const placeholderPattern = /\$\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** The names of the `${Name}` placeholders of a text, each once, in the order in which they first occur. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholderPattern)].map(([, name = ""]) => name))];
}

/** Whether a text holds a `${` that begins no placeholder; CloudFormation would stumble over it. */
export function hasStrayPlaceholder(text: string): boolean {
  return text.replaceAll(placeholderPattern, "").includes("${");
}

/**
 * Puts a value in the place of every placeholder; the values go in as they are, so in JSON they must not hold
 * quotation marks (names and ARNs do not).
 *
 * Throws where a placeholder has no value or a value has no placeholder: either is a mistake of ours, and a flow
 * that is deployed with one would fail in a caller's ear.
 */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  const wanted = placeholdersOf(text);
  const missing = wanted.filter((name) => !Object.hasOwn(values, name));
  const unused = Object.keys(values).filter((name) => !wanted.includes(name));
  if (missing.length > 0)
    throw new Error(`No value for the placeholder ${missing.join(", ")}: pass one for each.`);
  if (unused.length > 0)
    throw new Error(
      `No placeholder ${unused.join(", ")} in the text: leave the value out or use it in the flow.`,
    );
  return text.replaceAll(placeholderPattern, (placeholder, name: string) => values[name] ?? placeholder);
}
