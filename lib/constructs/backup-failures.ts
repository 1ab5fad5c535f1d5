import { Validations } from "aws-cdk-lib";
import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { SnsTopic } from "aws-cdk-lib/aws-events-targets";
import type { IBackupVault } from "aws-cdk-lib/aws-backup";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { type IQueue, Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/** Whose failures, and who is told. */
export interface BackupFailuresProps {
  readonly vault: IBackupVault;
  readonly alarms: ITopic;
  readonly undelivered: IQueue;
}

/** How a job ends that left no whole backup (https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html). */
const failed = ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"];

/**
 * Tells people that a backup, or its copy, was not made. AWS Backup reports the state of its jobs at best effort; fields are
 * taken to be named as in its API, which was not seen on a live account.
 *
 * EventBridge publishes in a role of its own: the topic and its key then need to trust no service, and this stack changes
 * nothing in the one that keeps them.
 */
export class BackupFailures extends Construct {
  constructor(scope: Construct, id: string, { vault, alarms, undelivered }: BackupFailuresProps) {
    super(scope, id);
    const role = new Role(this, "Publish", { assumedBy: new ServicePrincipal("events.amazonaws.com") });
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Action::kms:GenerateDataKey*]",
      reason:
        "2026-11-24: the library's grant to publish names both calls that make a data key, on the topic's key.",
    });
    // By its ARN, so that the queue's policy is left to the stack that keeps it.
    const deadLetterQueue = Queue.fromQueueArn(this, "Undelivered", undelivered.queueArn);
    const tell = (name: string, what: string, detailType: string, ofOurVault: Record<string, string[]>) =>
      new Rule(this, name, {
        description: `${what} was not made`,
        eventPattern: {
          source: ["aws.backup"],
          detailType: [detailType],
          detail: { ...ofOurVault, state: failed },
        },
        targets: [
          new SnsTopic(alarms, {
            role,
            deadLetterQueue,
            message: RuleTargetInput.fromText(
              `Backup${name}: ${what} of ${EventField.fromPath("$.detail.resourceArn")} was not made, ` +
                `${EventField.fromPath("$.detail.state")} at ${EventField.time}. See docs/runbooks/alarms.md.`,
            ),
          }),
        ],
      });
    tell("Failed", "A backup", "Backup Job State Change", { backupVaultName: [vault.backupVaultName] });
    tell("CopyFailed", "The copy in Osaka", "Copy Job State Change", {
      sourceBackupVaultArn: [vault.backupVaultArn],
    });
  }
}
