/** A queue of the instance. `capacity` is its MaxContacts; without it the queue is never full. */
export interface QueueDefinition {
  readonly arn: string;
  readonly name: string;
  readonly hoursArn: string;
  readonly capacity?: number;
  /** What callees see of us (E.164), and the flow that they hear first, when this queue is dialled out for. */
  readonly outboundCallerNumber?: string;
  readonly outboundWhisperFlowArn?: string;
}

/** How a contact came about (AWS, contact record data model): the methods that this exchange uses. */
export type InitiationMethod =
  | "INBOUND"
  | "OUTBOUND"
  | "TRANSFER"
  | "QUEUE_TRANSFER"
  | "CALLBACK"
  | "API"
  | "FLOW";

export interface Endpoint {
  readonly Address: string;
  readonly Type: "TELEPHONE_NUMBER";
}

/** What Amazon Connect knows of a contact while flows run. `scope` is what their `$.` references reach. */
export interface ContactState {
  readonly scope: ContactScope;
  /** Flow ARNs by event, for example CustomerQueue. */
  readonly eventHooks: Readonly<Record<string, string>>;
  /** How often each loop block has continued since it was last done, by flow ARN and identifier. */
  readonly loops: Readonly<Record<string, number>>;
  readonly flowLogging: boolean;
  readonly recordedParticipants: readonly string[];
  /** Where a call back would go, when a flow chose another number than the caller's own. */
  readonly callbackNumber?: string;
  /** Lower is served first; 5 unless a flow says otherwise (widely reported, not in AWS's reference). */
  readonly queuePriority: number;
  /** Seconds by which the contact counts as older than it is. */
  readonly queueTimeAdjustmentSeconds: number;
  /** Keys pressed when nothing listens are kept for the next block that does. */
  readonly keepsKeys: boolean;
}

/** In Amazon Connect's own names, so that a reference is a path into it. Numbers are E.164. */
export interface ContactScope {
  readonly ContactId: string;
  readonly InitialContactId: string;
  readonly InstanceARN: string;
  /** Null in the first contact of a chain. */
  readonly PreviousContactId: string | null;
  readonly Channel: "VOICE" | "TASK";
  readonly InitiationMethod: InitiationMethod;
  /** Null when the caller withheld the number (assumed: AWS does not say what it shows then). */
  readonly CustomerEndpoint: Endpoint | null;
  /** The landing number that was dialled, or the number that a callee sees; null for a task. */
  readonly SystemEndpoint: Endpoint | null;
  readonly Attributes: Readonly<Record<string, string>>;
  /** Only the running flow sees these; entering another flow clears them. */
  readonly FlowAttributes: Readonly<Record<string, string>>;
  /** The answer of the latest function only. That it survives a transfer to another flow is assumed. */
  readonly External: Readonly<Record<string, unknown>>;
  /** What was typed at the latest block that stores input; the word Timeout when nothing was. */
  readonly StoredCustomerInput: string | null;
  /** As the latest GetMetricData block found them. */
  readonly Metrics: Readonly<Record<string, unknown>>;
  /** The operator concerned: in whisper, hold and transfer-to-agent flows. */
  readonly Agent: { readonly UserName: string; readonly ARN: string } | null;
  /** The task that the latest CreateTask block made. */
  readonly Task: { readonly ContactId: string } | null;
  readonly LambdaInvocation: { readonly InvocationId: string } | null;
  readonly References: Readonly<Record<string, { readonly Value: string; readonly Type: string }>>;
  /** The working queue, set by UpdateContactTargetQueue. */
  readonly Queue: { readonly ARN: string; readonly Name: string } | null;
  readonly TextToSpeechVoiceId: string;
  readonly LanguageCode: string | null;
  readonly CustomerId: string | null;
  readonly Name: string | null;
  readonly Description: string | null;
}

/** A contact before its first block; what is left out is empty. Joanna is the voice of a flow that never set one (AWS). */
export function newContact(
  given: Pick<ContactScope, "ContactId" | "InstanceARN"> & Partial<ContactScope>,
): ContactState {
  const scope: ContactScope = {
    InitialContactId: given.ContactId,
    PreviousContactId: null,
    Channel: "VOICE",
    InitiationMethod: "INBOUND",
    CustomerEndpoint: null,
    SystemEndpoint: null,
    Attributes: {},
    FlowAttributes: {},
    External: {},
    StoredCustomerInput: null,
    Metrics: {},
    Agent: null,
    Task: null,
    LambdaInvocation: null,
    References: {},
    Queue: null,
    TextToSpeechVoiceId: "Joanna",
    LanguageCode: null,
    CustomerId: null,
    Name: null,
    Description: null,
    ...given,
  };
  return {
    scope,
    eventHooks: {},
    loops: {},
    flowLogging: false,
    recordedParticipants: [],
    queuePriority: 5,
    queueTimeAdjustmentSeconds: 0,
    keepsKeys: false,
  };
}

/**
 * The contact that follows another one on the same line. Attributes, hooks, voice and language go on (attributes:
 * AWS, contact attributes; the others assumed); what functions answered and callers typed stays behind (assumed).
 */
export function successorOf(
  { scope, ...rest }: ContactState,
  contactId: string,
  method: InitiationMethod,
): ContactState {
  return {
    ...rest,
    loops: {},
    scope: {
      ...scope,
      ContactId: contactId,
      PreviousContactId: scope.ContactId,
      InitiationMethod: method,
      FlowAttributes: {},
      External: {},
      StoredCustomerInput: null,
      Metrics: {},
      Agent: null,
    },
  };
}

/** A telephone number as Amazon Connect shows it in an endpoint. */
export function telephone(number: string): Endpoint {
  return { Address: number, Type: "TELEPHONE_NUMBER" };
}

/** A contact whose references see something new. */
export function withScope(contact: ContactState, change: Partial<ContactScope>): ContactState {
  return { ...contact, scope: { ...contact.scope, ...change } };
}

/** The most that a contact's attributes, and a function's answer, may have: 32 KB of UTF-8 (AWS). */
export const mostBytes = 32_768;

/** UTF-8 bytes of a text. */
export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
