import type { FlowType } from "../flow-document.ts";

/**
 * A flow as plain data: named blocks, each of which says where the call goes next in every case.
 *
 * An exit cannot be forgotten: it is a required field. A block's name is its identifier in Connect.
 */

/** A Japanese voice of Amazon Polly with an engine that speaks it (reference: Polly voice lists). */
type JapaneseVoice =
  | { readonly name: "Kazuha" | "Tomoko" | "Takumi"; readonly engine: "Neural" }
  | { readonly name: "Mizuki" | "Takumi"; readonly engine: "Standard" };

/** A value that Connect looks up when the call runs, such as `$.External.status`. */
type JsonPath = `$.${string}`;

/** A key of a telephone; `*` clears what was typed, so no menu asks for it. */
type Key = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "#";

/**
 * When a flow of its own runs for a call: while it waits in a queue, in the operator's ear before they are joined, while
 * the operator has put the caller on hold, and after the operator has hung up.
 */
export type Hook = "CustomerQueue" | "AgentWhisper" | "CustomerHold" | "CustomerRemaining";

/** A text to say, then silence, 0 to 10 seconds. */
export interface RepeatedMessage {
  readonly text: string;
  readonly pauseSeconds: number;
}

/**
 * What each kind of block holds. `Name` is the names of the flow's blocks; `Reference` is the things outside the flow
 * that it names and that a deployment fills in.
 */
interface BlockFields<Name extends string, Reference extends string> {
  /** Chooses the voice for every text from here to the end of the call. An unknown voice is silent, so it can fail. */
  setVoice: { readonly voice: JapaneseVoice; readonly next: Name; readonly onError: Name };

  /** Notes the language of the contact. */
  setLanguage: { readonly language: "ja-JP"; readonly next: Name; readonly onError: Name };

  /** Asks a function, which answers with a flat map of texts, read as `$.External.…`. The caller hears silence meanwhile. */
  invokeLambda: {
    readonly function: Reference;
    /** Whole seconds, 1 to 8 (Connect's limit for a synchronous call). */
    readonly timeLimitSeconds: number;
    readonly parameters: Readonly<Record<string, string>>;
    readonly next: Name;
    readonly onError: Name;
  };

  /** Writes attributes on the contact; they reach the contact record. All are written or none. */
  setAttributes: {
    readonly attributes: Readonly<Record<string, string>>;
    readonly next: Name;
    readonly onError: Name;
  };

  /** Branches on one word. `otherwise` also takes a value that is not there. */
  compare: {
    readonly value: JsonPath;
    readonly cases: Readonly<Record<string, Name>>;
    readonly otherwise: Name;
  };

  /**
   * Branches on how a value compares with one operand. `otherwise` also takes a value that is not there, and one that is
   * not a number where numbers are compared.
   */
  test: {
    readonly value: JsonPath;
    readonly operator: "TextContains" | "NumberGreaterThan";
    readonly operand: string;
    readonly holds: Name;
    readonly otherwise: Name;
  };

  /** Takes `again` as many times as it says (0 to 100), then `done` once, then counts anew. */
  loop: { readonly times: number; readonly again: Name; readonly done: Name };

  /** Asks Connect's own hours of operation, holidays included as overrides. */
  checkHours: {
    readonly hours: Reference;
    readonly open: Name;
    readonly closed: Name;
    readonly onError: Name;
  };

  /** Speaks a text; `$.…` inside it is replaced by the value. */
  say: {
    readonly text: string;
    /** The text tells the caller of the recording: it may start once this has been said. */
    readonly tellsOfRecording?: true;
    readonly next: Name;
    readonly onError: Name;
  };

  /** Speaks a text that a key interrupts, then waits for one key. */
  menu: {
    readonly text: string;
    /** Whole seconds, 1 to 179, from the end of the text. */
    readonly limitSeconds: number;
    readonly keys: Readonly<Partial<Record<Key, Name>>>;
    readonly onTimeout: Name;
    /** A key that the menu does not name. */
    readonly onOther: Name;
    readonly onError: Name;
  };

  /**
   * Asks for a number, which ends with `#`, with 5 seconds of silence, or when it is as long as it may be. It is read as
   * `$.StoredCustomerInput`; who types nothing has typed `Timeout` and takes `next` too, so a comparison comes next.
   */
  storeNumber: {
    readonly text: string;
    /** Whole seconds, 1 to 179, to the first digit. */
    readonly limitSeconds: number;
    readonly mostDigits: number;
    readonly next: Name;
    readonly onError: Name;
  };

  /** Reads how many wait in the call's queue and for how long, as `$.Metrics.Queue.…`. */
  getQueueMetrics: { readonly next: Name; readonly onError: Name };

  /** Whether Connect logs what blocks do, their values included, from here to the end of the call. It cannot fail. */
  setLogging: { readonly logging: "Enabled" | "Disabled"; readonly next: Name };

  /** Records operator and caller from the moment they are joined. */
  recordCall: { readonly next: Name; readonly onError: Name };

  /** Names the flow that runs at a moment of the call. */
  setHook: { readonly hook: Hook; readonly flow: Reference; readonly next: Name; readonly onError: Name };

  /** Names the queue for a later `transferToQueue`. */
  setQueue: { readonly queue: Reference; readonly next: Name; readonly onError: Name };

  /** Puts the call into the queue that was named; where that succeeds the flow ends here. */
  transferToQueue: { readonly atCapacity: Name; readonly onError: Name };

  /** Speaks texts over and over until an operator takes the call, which ends the flow. */
  repeatMessages: {
    readonly messages: readonly RepeatedMessage[];
    /**
     * More than 20 seconds: an operator has 20 seconds to accept, and an interruption during that time can end in
     * the error exit (AWS administrator guide, Loop prompts).
     */
    readonly interruption: "none" | { readonly afterSeconds: number; readonly next: Name };
    readonly onError: Name;
  };

  /** Hangs up. */
  disconnect: NoFields;

  /** Ends this flow and leaves the call where it is, for example waiting in its queue. */
  endFlow: NoFields;
}

type NoFields = Readonly<Record<never, never>>;

/** The kinds of block. */
export type BlockKind = keyof BlockFields<string, string>;

/** A block of one kind. */
export type BlockOf<
  Kind extends BlockKind,
  Name extends string = string,
  Reference extends string = string,
> = {
  readonly kind: Kind;
} & BlockFields<Name, Reference>[Kind];

/** A block of any kind. */
export type Block<Name extends string = string, Reference extends string = string> = {
  [Kind in BlockKind]: BlockOf<Kind, Name, Reference>;
}[BlockKind];

/** A flow. Its JSON is made by `flowDocument`, and it is checked by `checkFlow`. */
export interface Flow<Name extends string = string, Reference extends string = string> {
  /** Lower-case words joined by hyphens: also the name of its JSON file. */
  readonly name: string;
  /** One line for whoever opens the flow in the console. */
  readonly description: string;
  readonly type: FlowType;
  /** What kind of contact it is for: a task has nobody who listens. @default a telephone call */
  readonly channel?: "TASK";
  /** What the flow names outside itself; each becomes a placeholder `${Reference}` in the JSON. */
  readonly references: readonly Reference[];
  readonly start: Name;
  readonly blocks: Readonly<Record<Name, Block<Name, Reference>>>;
}

/**
 * A flow whose names hold together: an exit that leads nowhere, a start that does not exist and a reference that is
 * not declared do not compile.
 */
export function defineFlow<const Name extends string, const Reference extends string>(flow: {
  readonly name: string;
  readonly description: string;
  readonly type: FlowType;
  readonly channel?: "TASK";
  readonly references: readonly Reference[];
  readonly start: NoInfer<Name>;
  readonly blocks: Readonly<Record<Name, Block<NoInfer<Name>, NoInfer<Reference>>>>;
}): Flow<Name, Reference> {
  return flow;
}
