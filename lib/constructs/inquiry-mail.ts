import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Bucket, IBucket } from "aws-cdk-lib/aws-s3";
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  ReceiptRuleSet,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { S3 } from "aws-cdk-lib/aws-ses-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Programme } from "../../domain/programme.ts";
import type { Stores } from "../data-stack.ts";
import { mailFolder } from "./intake-access.ts";
import { erasedAfter, sendEvents } from "./picture-bucket.ts";
import { ProtectedBucket } from "./protected-bucket.ts";

/** As long as the table of parked work names a mail (adapters/dynamodb/parked-work.ts). */
const mailsKeptDays = 90;

/** Whose mail goes through here. */
export interface InquiryMailProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
}

/**
 * Mail to and from residents, through Amazon SES: the sender's domain with its signatures (DKIM), what becomes of the mails, and
 * the replies. Which rule set receives mail is one choice for a whole account, so nothing here makes it: the runbook does
 * (docs/runbooks/ses.md). Receiving in Tokyo could not be tried out.
 */
export class InquiryMail extends Construct {
  readonly configurationSet: ConfigurationSet;
  /** Mails that residents sent, as they came in. */
  readonly bucket: Bucket;
  private readonly props: InquiryMailProps;

  constructor(scope: Construct, id: string, props: InquiryMailProps) {
    super(scope, id);
    this.props = props;
    const { environment, programme, stores } = props;
    this.configurationSet = new ConfigurationSet(this, "ConfigurationSet", {
      configurationSetName: `${environment}-${programme.id}-inquiries`,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    this.bucket = new ProtectedBucket(this, "Mails", {
      key: stores.key,
      lifecycleRules: [erasedAfter(mailFolder, mailsKeptDays)],
    }).bucket;
    sendEvents(this.bucket);
    this.verifyDomains();
  }

  /** Has functions take what SES tells of mails that were sent, and mails that came in. */
  feed(functions: { readonly takeMailEvent: IFunction; readonly takeMail: IFunction }): void {
    this.tellOfMails(functions.takeMailEvent);
    this.receiveMails(functions.takeMail);
  }

  /** The domains are verified by the entries that their owner makes for the tokens in SES. */
  private verifyDomains(): void {
    const { mailFrom, replyDomain } = this.props.programme.webForm;
    const sender = mailFrom.slice(mailFrom.indexOf("@") + 1);
    new EmailIdentity(this, "SenderDomain", { identity: Identity.domain(sender) });
    if (replyDomain !== undefined && replyDomain !== sender)
      new EmailIdentity(this, "ReplyDomain", { identity: Identity.domain(replyDomain) });
  }

  private tellOfMails(takeMailEvent: IFunction): void {
    const topic = new Topic(this, "MailEvents", { masterKey: this.props.stores.key, enforceSSL: true });
    topic.addSubscription(new LambdaSubscription(takeMailEvent));
    this.configurationSet.addEventDestination("MailEventDestination", {
      destination: EventDestination.snsTopic(topic),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
  }

  private receiveMails(takeMail: IFunction): void {
    const { programme, stores } = this.props;
    const { replyDomain } = programme.webForm;
    if (replyDomain !== undefined)
      new ReceiptRuleSet(this, "ReceivedMails", {
        rules: [
          {
            recipients: [replyDomain],
            scanEnabled: true,
            // The library's own types differ by an undefined that this project's compiler options tell apart.
            actions: [new S3({ bucket: this.bucket as IBucket, objectKeyPrefix: mailFolder })],
          },
        ],
      });
    // By its ARN, so that the queue's policy is left to the stack that keeps it.
    const deadLetterQueue = Queue.fromQueueArn(this, "Undelivered", stores.undelivered.queueArn);
    new Rule(this, "MailArrived", {
      description: "A mail that a resident sent was received",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: { bucket: { name: [this.bucket.bucketName] }, object: { key: [{ prefix: mailFolder }] } },
      },
      targets: [
        new LambdaFunction(takeMail, { deadLetterQueue, retryAttempts: 185, maxEventAge: Duration.days(1) }),
      ],
    });
  }
}
