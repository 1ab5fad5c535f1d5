import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import type { HandlerName } from "./constructs/handler-definitions.ts";
import { HandlerFunction } from "./constructs/handler-function.ts";
import type { IntakeParts, TaskFlow } from "./constructs/intake-access.ts";
import { InquiryApi } from "./constructs/inquiry-api.ts";
import { InquiryMail } from "./constructs/inquiry-mail.ts";
import { InquiryQueue } from "./constructs/inquiry-queue.ts";
import { PictureBucket } from "./constructs/picture-bucket.ts";
import type { Stores } from "./data-stack.ts";

/** Whose inquiries are taken, and where they become tasks. */
export interface IntakeStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
  readonly taskFlow: TaskFlow;
  /** Posts that one address may send to the web form within five minutes. */
  readonly formRequestsPerAddress: number;
}

/** How often what is owed and lies in no queue is taken up. */
const sweptEvery = Duration.minutes(5);

/**
 * Written inquiries, from the form to the answer: the form's API, the queue of what is owed, the pictures, and mail in both
 * directions. Cases lie in the data stack; of what is here, pictures and mails stay when the stack goes.
 */
export class IntakeStack extends Stack {
  /** What other handlers need that work on written inquiries. */
  readonly intake: IntakeParts;

  constructor(scope: Construct, id: string, props: IntakeStackProps) {
    super(scope, id, props);
    const { environment, programme, stores, taskFlow } = props;
    const formKey = this.makeFormKey(stores);
    const inquiryQueue = new InquiryQueue(this, "InquiryQueue", { alarms: stores.alarms });
    const mail = new InquiryMail(this, "Mail", props);
    const pictures = new PictureBucket(this, "PictureBucket", { key: stores.key });
    const intake: IntakeParts = {
      formKeyArn: formKey.secretArn,
      queueArn: inquiryQueue.queue.queueArn,
      queueUrl: inquiryQueue.queue.queueUrl,
      pictureBucket: pictures.bucket,
      mailBucket: mail.bucket,
      configurationSet: mail.configurationSet.configurationSetName,
    };
    this.intake = intake;
    const make = (constructId: string, handler: HandlerName) =>
      new HandlerFunction(this, constructId, { handler, environment, programme, stores, intake, taskFlow })
        .function;
    const api = new InquiryApi(this, "Inquiries", {
      name: `${environment}-${programme.id}-inquiries`,
      showForm: make("ShowForm", "show-form"),
      submitWebForm: make("SubmitWebForm", "submit-web-form"),
      showInquiryStatus: make("ShowInquiryStatus", "show-inquiry-status"),
      postsPerAddress: props.formRequestsPerAddress,
    });
    inquiryQueue.feed(make("FollowUpInquiry", "follow-up-inquiry"));
    new Rule(this, "Sweeping", {
      description: "Takes up what written inquiries still owe",
      schedule: Schedule.rate(sweptEvery),
      targets: [new LambdaFunction(make("ResumeInquiries", "resume-inquiries"))],
    });
    mail.feed({
      takeMail: make("TakeMail", "take-mail"),
      takeMailEvent: make("TakeMailEvent", "take-mail-event"),
    });
    new CfnOutput(this, "FormUrl", { value: api.url });
    new CfnOutput(this, "InquiryQueueUrl", { value: inquiryQueue.queue.queueUrl });
    new CfnOutput(this, "MailBucketName", { value: mail.bucket.bucketName });
  }

  /** With another key, pages that are open now are only shown again: it may be replaced at any time. */
  private makeFormKey({ key }: Stores): Secret {
    const secret = new Secret(this, "FormKey", {
      description: "Signs the pages of the web form",
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "2026-11-24: it guards against repeated posts and opens nothing; replaced by hand where it leaks.",
    });
    return secret;
  }
}
