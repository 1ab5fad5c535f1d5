import { at } from "./contacts.ts";

/** Amazon Connect's contact record of an answered inbound call: 20 s until the operator, talk 300 s, hold 30 s, after-call work 60 s. */
export function aContactRecord(contactId: string, arrived: string, other: Record<string, unknown> = {}) {
  const second = (offset: number) =>
    new Date(at(arrived) + offset * 1000).toISOString().replace(".000Z", "Z");
  return {
    AWSAccountId: "000000000000",
    AWSContactTraceRecordFormatVersion: "2017-03-10",
    Agent: {
      ARN: "arn:aws:connect:ap-northeast-1:000000000000:instance/x/agent/y",
      AfterContactWorkDuration: 60,
      AgentInteractionDuration: 300,
      ConnectedToAgentTimestamp: second(20),
      CustomerHoldDuration: 30,
      Username: "op01",
    } as Record<string, unknown> | null,
    Attributes: {},
    Channel: "VOICE",
    ConnectedToSystemTimestamp: second(0),
    ContactId: contactId,
    CustomerEndpoint: { Address: "+819012345678", Type: "TELEPHONE_NUMBER" },
    DisconnectReason: "CUSTOMER_DISCONNECT",
    DisconnectTimestamp: second(350),
    InitialContactId: null,
    InitiationMethod: "INBOUND",
    InitiationTimestamp: second(0),
    InstanceARN: "arn:aws:connect:ap-northeast-1:000000000000:instance/x",
    LastUpdateTimestamp: second(420),
    NextContactId: null,
    PreviousContactId: null,
    Queue: {
      ARN: "arn:aws:connect:queue",
      Duration: 10,
      EnqueueTimestamp: second(10),
      Name: "operators",
    } as Record<string, unknown> | null,
    SystemEndpoint: { Address: "+815000000000", Type: "TELEPHONE_NUMBER" },
    ...other,
  };
}

/** The record of a call that was given up after 60 s in the queue. */
export function anAbandonedRecord(contactId: string, arrived: string) {
  const record = aContactRecord(contactId, arrived, { Agent: null });
  return {
    ...record,
    Queue: { ...record.Queue, Duration: 60 },
    DisconnectTimestamp: record.LastUpdateTimestamp,
  };
}

/** The record of a call that arrived when the desk was closed. */
export function aClosedRecord(contactId: string, arrived: string) {
  return aContactRecord(contactId, arrived, {
    Agent: null,
    Queue: null,
    DisconnectReason: "CONTACT_FLOW_DISCONNECT",
    Attributes: { arrival: "closed" },
  });
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Things in an order that follows from the seed. */
export function shuffled<Thing>(things: readonly Thing[], seed: number): Thing[] {
  const chance = seededChance(seed);
  return things
    .map((thing) => ({ thing, place: chance() }))
    .sort((one, other) => one.place - other.place)
    .map(({ thing }) => thing);
}
