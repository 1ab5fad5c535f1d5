import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { alarmPeople } from "./alarm-people.ts";

/** Longer than a function runs. One message is taken at a time, so none waits behind others while it is hidden. */
const hiddenFor = Duration.minutes(3);

/** All inquiries go in one order, so one that fails holds up the rest for so many times `hiddenFor`; the sweep brings it back. */
const attempts = 3;

/**
 * The queue that hurries what inquiries owe: in order and one at a time, because Amazon Connect takes two requests a second.
 * What fails too often lies with the dead letters, and is owed still (docs/decisions/0014).
 */
export class InquiryQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { alarms }: { readonly alarms: ITopic }) {
    super(scope, id);
    const ordered = {
      fifo: true,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const deadLetters = new Queue(this, "GivenUp", { ...ordered, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, "Inquiries", {
      ...ordered,
      contentBasedDeduplication: true,
      visibilityTimeout: hiddenFor,
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: attempts },
    });
    Validations.of(deadLetters).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "2026-11-24: this queue is itself the one for what could not be done.",
    });
    alarmPeople(this, "WorkGivenUp", {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
      atLeast: 1,
      description:
        "問い合わせのメールか作業票が、何度試しても出ません。理由を直せば、5分ごとの見回りがやり直します。",
      topic: alarms,
    });
  }

  /** Has a function take each message. */
  feed(followUp: IFunction): void {
    followUp.addEventSource(new SqsEventSource(this.queue, { batchSize: 1, reportBatchItemFailures: true }));
  }
}
