import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IStream } from "aws-cdk-lib/aws-kinesis";
import { type IFunction, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { KinesisEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { type IQueue, Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { alarmPeople } from "./alarm-people.ts";

/** Where contacts are reported, and who takes them. */
export interface ContactFeedProps {
  readonly instanceArn: string;
  readonly contactRecords: IStream;
  readonly takeContactEvent: IFunction;
  readonly takeContactRecords: IFunction;
  readonly undelivered: IQueue;
  readonly alarms: ITopic;
}

/** A contact record that fails is tried again for about a day before its place in the stream is written down. */
const recordAttempts = { retryAttempts: 1_000, maxRecordAge: Duration.days(1) };

/** Brings what Amazon Connect says of its contacts to the handlers; what cannot be delivered goes to a queue. */
export class ContactFeed extends Construct {
  constructor(scope: Construct, id: string, props: ContactFeedProps) {
    super(scope, id);
    this.feedEvents(props);
    this.feedRecords(props);
  }

  private feedRecords({ takeContactRecords, contactRecords, undelivered, alarms }: ContactFeedProps): void {
    takeContactRecords.addEventSource(
      new KinesisEventSource(contactRecords, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(5),
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        ...recordAttempts,
        onFailure: new SqsDlq(undelivered),
      }),
    );
    alarmPeople(this, "RecordsWaiting", {
      metric: takeContactRecords.metric("IteratorAge", {
        statistic: Stats.MAXIMUM,
        period: Duration.minutes(5),
      }),
      atLeast: Duration.minutes(15).toMilliseconds(),
      description: "応対の記録が15分以上待っています。take-contact-records のログを見てください。",
      topic: alarms,
    });
  }

  private feedEvents({ instanceArn, takeContactEvent, undelivered }: ContactFeedProps): void {
    // By its ARN, so that the queue's policy is left to the stack that keeps it.
    const deadLetterQueue = Queue.fromQueueArn(this, "Undelivered", undelivered.queueArn);
    new Rule(this, "ContactEvents", {
      description: "Contact events of this service's Amazon Connect instance",
      eventPattern: {
        source: ["aws.connect"],
        detailType: ["Amazon Connect Contact Event"],
        detail: { instanceArn: [instanceArn] },
      },
      targets: [
        new LambdaFunction(takeContactEvent, {
          deadLetterQueue,
          retryAttempts: 185,
          maxEventAge: Duration.days(1),
        }),
      ],
    });
  }
}
