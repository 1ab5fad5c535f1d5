import * as v from "valibot";
import type { ContactFacts } from "../../domain/contact/contact.ts";
import { impossibleTimes } from "../../domain/contact/impossible-times.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { ReportedContact } from "../../usecases/calls/record-contact.ts";
import { awsInstant, firstProblem } from "./instant.ts";
import { present } from "./present.ts";

const agentInfo = v.object({
  connectedToAgentTimestamp: v.nullish(awsInstant),
  afterContactWorkDuration: v.nullish(v.number()),
});

/**
 * The detail of an Amazon Connect contact event, as far as it is used. AWS's samples write the agent's part with a small
 * and with a capital letter. Source: Amazon Connect administrator guide, "Contact events".
 */
const contactEventDetail = v.object({
  contactId: v.pipe(v.string(), v.nonEmpty("is empty.")),
  initialContactId: v.nullish(v.string()),
  previousContactId: v.nullish(v.string()),
  channel: v.nullish(v.string()),
  initiationMethod: v.nullish(v.string()),
  initiationTimestamp: awsInstant,
  connectedToSystemTimestamp: v.nullish(awsInstant),
  disconnectTimestamp: v.nullish(awsInstant),
  disconnectReason: v.nullish(v.string()),
  queueInfo: v.nullish(v.object({ enqueueTimestamp: v.nullish(awsInstant) })),
  agentInfo: v.nullish(agentInfo),
  AgentInfo: v.nullish(agentInfo),
});

/** Reads the detail of one contact event; the failure says in one sentence what is wrong with it. */
export function parseContactEvent(detail: unknown): Result<ReportedContact> {
  const parsed = v.safeParse(contactEventDetail, detail);
  if (!parsed.success) return failure(firstProblem(parsed.issues));
  const { contactId, initiationTimestamp: initiatedAt, ...event } = parsed.output;
  const agent = event.agentInfo ?? event.AgentInfo;
  const facts = present<ContactFacts>({
    channel: event.channel?.toUpperCase(),
    initiationMethod: event.initiationMethod,
    initialContactId: event.initialContactId,
    previousContactId: event.previousContactId,
    connectedToSystemAt: event.connectedToSystemTimestamp,
    disconnectedAt: event.disconnectTimestamp,
    disconnectReason: event.disconnectReason,
    enqueuedAt: event.queueInfo?.enqueueTimestamp,
    connectedToAgentAt: agent?.connectedToAgentTimestamp,
    afterContactWorkSeconds: agent?.afterContactWorkDuration,
  });
  const impossible = impossibleTimes({ programme: "", contactId, initiatedAt, ...facts });
  if (impossible) return failure(impossible);
  return success({ contactId, initiatedAt, source: { kind: "event" }, facts });
}
