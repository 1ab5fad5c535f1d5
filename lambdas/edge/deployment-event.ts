import * as v from "valibot";
import { parseDate } from "../../domain/japan-time.ts";
import type { DeploymentAnswer } from "../../usecases/ports/calendar.ts";

const date = v.pipe(
  v.string(),
  v.check((text) => parseDate(text).ok, "is not a date such as 2024-07-16"),
);

/**
 * What CloudFormation asks of the custom resource that stands for a check of hours, as far as it is used (CloudFormation
 * user guide, "Request objects").
 */
export const deploymentEvent = v.object({
  RequestType: v.picklist(["Create", "Update", "Delete"]),
  ResponseURL: v.string(),
  StackId: v.string(),
  RequestId: v.string(),
  LogicalResourceId: v.string(),
  PhysicalResourceId: v.optional(v.string()),
  ResourceProperties: v.object({ From: date, To: date }),
});

export type DeploymentEvent = v.InferOutput<typeof deploymentEvent>;

/** Longer answers are refused: 4,096 bytes is all of one. */
const longestReason = 1_000;

/** The answer to a question; with a problem it fails the deployment, and says why. */
export function deploymentAnswer(event: DeploymentEvent, problem?: string): DeploymentAnswer {
  const { StackId, RequestId, LogicalResourceId, PhysicalResourceId = LogicalResourceId } = event;
  const ids = { StackId, RequestId, LogicalResourceId, PhysicalResourceId };
  return problem === undefined
    ? { Status: "SUCCESS", ...ids }
    : { Status: "FAILED", Reason: problem.slice(0, longestReason), ...ids };
}
