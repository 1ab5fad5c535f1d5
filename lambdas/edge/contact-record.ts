import * as v from "valibot";
import type { ContactFacts } from "../../domain/contact/contact.ts";
import { impossibleTimes } from "../../domain/contact/impossible-times.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { IdentifiedContact } from "../../usecases/calls/hide-identity.ts";
import { present } from "./present.ts";
import { awsInstant, firstProblem } from "./instant.ts";
import { shownNumber } from "./shown-number.ts";

/**
 * Amazon Connect's contact record, as far as it is used. Fields that are not named are let through: Amazon Connect adds
 * some now and then. Source: Amazon Connect administrator guide, "Contact records data model".
 */
const contactRecord = v.object({
  ContactId: v.pipe(v.string(), v.nonEmpty("is empty.")),
  InitialContactId: v.nullish(v.string()),
  PreviousContactId: v.nullish(v.string()),
  NextContactId: v.nullish(v.string()),
  Channel: v.nullish(v.string()),
  InitiationMethod: v.nullish(v.string()),
  InitiationTimestamp: awsInstant,
  ConnectedToSystemTimestamp: v.nullish(awsInstant),
  DisconnectTimestamp: v.nullish(awsInstant),
  DisconnectReason: v.nullish(v.string()),
  LastUpdateTimestamp: v.nullish(awsInstant),
  CustomerEndpoint: v.nullish(v.object({ Address: v.nullish(v.string()) })),
  Queue: v.nullish(v.object({ EnqueueTimestamp: v.nullish(awsInstant), Duration: v.nullish(v.number()) })),
  Agent: v.nullish(
    v.object({
      Username: v.nullish(v.string()),
      ConnectedToAgentTimestamp: v.nullish(awsInstant),
      AgentInteractionDuration: v.nullish(v.number()),
      CustomerHoldDuration: v.nullish(v.number()),
      AfterContactWorkDuration: v.nullish(v.number()),
    }),
  ),
  Attributes: v.nullish(v.record(v.string(), v.unknown())),
});

type ContactRecord = v.InferOutput<typeof contactRecord>;

/** Reads one contact record; the failure says in one sentence what is wrong with it. */
export function parseContactRecord(text: string): Result<IdentifiedContact> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const parsed = v.safeParse(contactRecord, json.value);
  if (!parsed.success) return failure(firstProblem(parsed.issues));
  const record = parsed.output;
  const facts = factsOf(record);
  const initiatedAt = record.InitiationTimestamp;
  const impossible = impossibleTimes({ programme: "", contactId: record.ContactId, initiatedAt, ...facts });
  if (impossible) return failure(impossible);
  const lastUpdatedAt = record.LastUpdateTimestamp ?? record.DisconnectTimestamp ?? initiatedAt;
  return success({
    contactId: record.ContactId,
    initiatedAt,
    source: { kind: "record", lastUpdatedAt },
    facts,
    telephoneNumber: shownNumber(record.CustomerEndpoint?.Address),
    operatorUserName: record.Agent?.Username ?? undefined,
  });
}

function parseJson(text: string): Result<unknown> {
  try {
    return success(JSON.parse(text));
  } catch {
    return failure("The record is not JSON.");
  }
}

function factsOf(record: ContactRecord): ContactFacts {
  const { Queue, Agent, Attributes } = record;
  return present<ContactFacts>({
    channel: record.Channel?.toUpperCase(),
    initiationMethod: record.InitiationMethod,
    initialContactId: record.InitialContactId,
    previousContactId: record.PreviousContactId,
    nextContactId: record.NextContactId,
    connectedToSystemAt: record.ConnectedToSystemTimestamp,
    disconnectedAt: record.DisconnectTimestamp,
    disconnectReason: record.DisconnectReason,
    enqueuedAt: Queue?.EnqueueTimestamp,
    queueSeconds: Queue?.Duration,
    connectedToAgentAt: Agent?.ConnectedToAgentTimestamp,
    interactionSeconds: Agent?.AgentInteractionDuration,
    holdSeconds: Agent?.CustomerHoldDuration,
    afterContactWorkSeconds: Agent?.AfterContactWorkDuration,
    arrival: arrivalOf(Attributes?.["arrival"]),
    callbackRequested: Attributes?.["callbackRequested"] === "true" ? true : undefined,
  });
}

function arrivalOf(attribute: unknown): "open" | "closed" | undefined {
  return attribute === "open" || attribute === "closed" ? attribute : undefined;
}
