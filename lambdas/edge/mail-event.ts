import * as v from "valibot";
import { failure, type Result, success } from "../../domain/result.ts";
import type { MailEvent } from "../../usecases/inquiries/take-mail-event.ts";
import { receiptTag } from "../../usecases/inquiries/inquiry-workers.ts";
import { awsInstant, firstProblem } from "./instant.ts";

const mail = v.object({ tags: v.optional(v.record(v.string(), v.array(v.string())), {}) });

/**
 * An event of Amazon SES that a configuration set publishes, as far as it is used (SES developer guide, "Examples of event
 * data that Amazon SES publishes to Amazon SNS").
 */
const mailEvent = v.variant("eventType", [
  v.object({
    eventType: v.literal("Bounce"),
    mail,
    bounce: v.object({
      bounceType: v.string(),
      bounceSubType: v.string(),
      timestamp: awsInstant,
      feedbackId: v.string(),
    }),
  }),
  v.object({
    eventType: v.literal("Complaint"),
    mail,
    complaint: v.object({
      complaintFeedbackType: v.nullish(v.string()),
      timestamp: awsInstant,
      feedbackId: v.string(),
    }),
  }),
]);

/** Reads one event; the failure says in one sentence what is wrong with it. */
export function parseMailEvent(message: string): Result<MailEvent> {
  const parsed = v.safeParse(v.pipe(v.string(), v.rawTransform(jsonOf), mailEvent), message);
  if (!parsed.success) return failure(firstProblem(parsed.issues));
  const event = parsed.output;
  const receiptNumber = event.mail.tags[receiptTag]?.[0];
  if (event.eventType === "Bounce") {
    const { bounceType, bounceSubType, timestamp: at, feedbackId: reference } = event.bounce;
    return success({
      what: "mail-bounced",
      at,
      reference,
      kind: `${bounceType}/${bounceSubType}`,
      receiptNumber,
    });
  }
  const { complaintFeedbackType, timestamp: at, feedbackId: reference } = event.complaint;
  return success({
    what: "mail-complained",
    at,
    reference,
    kind: complaintFeedbackType ?? "complaint",
    receiptNumber,
  });
}

function jsonOf({ dataset, addIssue, NEVER }: v.RawTransformContext<string>): unknown {
  try {
    return JSON.parse(dataset.value);
  } catch {
    addIssue({ message: "is not JSON." });
    return NEVER;
  }
}
