import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib";
import { Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { TableName } from "../adapters/table-definitions.ts";
import { alarmPeople } from "./constructs/alarm-people.ts";
import { ProtectedBucket } from "./constructs/protected-bucket.ts";
import { StoreTables } from "./constructs/store-tables.ts";

/** What the other stacks use of this one. */
export interface Stores {
  readonly tables: Readonly<Record<TableName, TableV2>>;
  readonly reports: Bucket;
  /** The secret that turns telephone numbers into keys; with another one, a person's earlier work is not found. */
  readonly personKey: Secret;
  /** Encrypts all of it. */
  readonly key: Key;
  /** Work that a service gave up delivering to a handler, kept for 14 days. */
  readonly undelivered: Queue;
  /** Tells people that something needs them. */
  readonly alarms: Topic;
}

/** What must survive: nothing here goes when the stack goes, and only new code may be deployed beside it. */
export class DataStack extends Stack implements Stores {
  readonly key: Key;
  readonly tables: Readonly<Record<TableName, TableV2>>;
  readonly reports: Bucket;
  readonly personKey: Secret;
  readonly undelivered: Queue;
  readonly alarms: Topic;

  constructor(scope: Construct, id: string, props: StackProps & { readonly alarmMails: readonly string[] }) {
    super(scope, id, { ...props, terminationProtection: true });
    this.key = new Key(this, "Key", {
      description: "Encrypts the service's stores",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.letMailServiceEncrypt();
    this.tables = new StoreTables(this, "Tables", this.key).tables;
    this.reports = new ProtectedBucket(this, "Reports", { key: this.key }).bucket;
    this.personKey = this.makePersonKey();
    this.undelivered = this.makeUndelivered();
    this.alarms = this.makeAlarms(props.alarmMails);
    this.alarmOnWaitingWork();
    new CfnOutput(this, "ReportBucketName", { value: this.reports.bucketName });
  }

  /** Amazon SES writes mails that come in, and tells what became of others, in its own name (SES developer guide, "Giving permissions"). */
  private letMailServiceEncrypt(): void {
    const mailService = new ServicePrincipal("ses.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": this.account } },
    });
    this.key.grant(mailService, "kms:Decrypt", "kms:GenerateDataKey*");
  }

  private makePersonKey(): Secret {
    const secret = new Secret(this, "PersonKey", {
      description: "Turns telephone numbers into the keys of the index; never replaced",
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "2026-11-24: under a rotated key nobody's earlier work would be found again.",
    });
    return secret;
  }

  private makeUndelivered(): Queue {
    const queue = new Queue(this, "Undelivered", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Named here and not by the rules that use it: theirs would point from this stack to those that stand on it.
    queue.grantSendMessages(
      new ServicePrincipal("events.amazonaws.com", {
        conditions: {
          ArnLike: {
            "aws:SourceArn": this.formatArn({ service: "events", resource: "rule", resourceName: "*" }),
          },
        },
      }),
    );
    Validations.of(queue).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "2026-11-24: this queue is itself the one for what could not be delivered.",
    });
    return queue;
  }

  private makeAlarms(mails: readonly string[]): Topic {
    const topic = new Topic(this, "Alarms", { masterKey: this.key, enforceSSL: true });
    const cloudWatch = new ServicePrincipal("cloudwatch.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": this.account } },
    });
    topic.grantPublish(cloudWatch);
    this.key.grant(cloudWatch, "kms:Decrypt", "kms:GenerateDataKey*");
    for (const mail of mails) topic.addSubscription(new EmailSubscription(mail));
    return topic;
  }

  /** Work that waits for a person: what no handler was reached with, and what a handler parked. */
  private alarmOnWaitingWork(): void {
    const parked = new Metric({
      namespace: "AWS/DynamoDB",
      metricName: "SuccessfulRequestLatency",
      dimensionsMap: { TableName: this.tables.Parked.tableName, Operation: "PutItem" },
      statistic: Stats.SAMPLE_COUNT,
      period: Duration.minutes(5),
    });
    alarmPeople(this, "WorkParked", {
      metric: parked,
      atLeast: 1,
      description: "ハンドラが仕事を保留にしました。保留の表で理由を見てください。",
      topic: this.alarms,
    });
    alarmPeople(this, "WorkUndelivered", {
      metric: this.undelivered.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
      atLeast: 1,
      description: "ハンドラに届かなかった仕事がキューに残っています。理由を直し、もう一度渡してください。",
      topic: this.alarms,
    });
  }
}
