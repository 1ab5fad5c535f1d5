/** A queue of the instance. `capacity` is its MaxContacts; without it the queue is never full. */
export interface QueueDefinition {
  readonly arn: string;
  readonly name: string;
  readonly hoursArn: string;
  readonly capacity?: number;
}

interface Endpoint {
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
}

/** In Amazon Connect's own names, so that a reference is a path into it. Numbers are E.164. */
export interface ContactScope {
  readonly ContactId: string;
  readonly InitialContactId: string;
  readonly InstanceARN: string;
  readonly Channel: "VOICE";
  readonly InitiationMethod: "INBOUND";
  /** Null when the caller withheld the number (assumed: AWS does not say what it shows then). */
  readonly CustomerEndpoint: Endpoint | null;
  /** The landing number that was dialled. */
  readonly SystemEndpoint: Endpoint;
  readonly Attributes: Readonly<Record<string, string>>;
  /** Only the running flow sees these; entering another flow clears them. */
  readonly FlowAttributes: Readonly<Record<string, string>>;
  /** The answer of the latest function only. That it survives a transfer to another flow is assumed. */
  readonly External: Readonly<Record<string, unknown>>;
  /** No input is stored by the blocks that are simulated. */
  readonly StoredCustomerInput: null;
  /** The working queue, set by UpdateContactTargetQueue. */
  readonly Queue: { readonly ARN: string; readonly Name: string } | null;
  readonly TextToSpeechVoiceId: string;
  readonly LanguageCode: string | null;
  readonly CustomerId: string | null;
  readonly Name: string | null;
  readonly Description: string | null;
}

/** An inbound voice contact before its first block. Joanna is the voice of a flow that never set one (AWS). */
export function newContact(
  contactId: string,
  instanceArn: string,
  from: string | undefined,
  to: string,
): ContactState {
  const scope: ContactScope = {
    ContactId: contactId,
    InitialContactId: contactId,
    InstanceARN: instanceArn,
    Channel: "VOICE",
    InitiationMethod: "INBOUND",
    CustomerEndpoint: from === undefined ? null : { Address: from, Type: "TELEPHONE_NUMBER" },
    SystemEndpoint: { Address: to, Type: "TELEPHONE_NUMBER" },
    Attributes: {},
    FlowAttributes: {},
    External: {},
    StoredCustomerInput: null,
    Queue: null,
    TextToSpeechVoiceId: "Joanna",
    LanguageCode: null,
    CustomerId: null,
    Name: null,
    Description: null,
  };
  return { scope, eventHooks: {}, loops: {}, flowLogging: false, recordedParticipants: [] };
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
