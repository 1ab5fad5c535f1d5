import { Fn, Stack } from "aws-cdk-lib";
import type { CfnInstance } from "aws-cdk-lib/aws-connect";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { type HandlerName, handlerDefinitions } from "./handler-definitions.ts";
import { ownWildcardFinding, wildcardFinding } from "./wildcard-finding.ts";

/** What written inquiries need besides the stores. */
export interface IntakeParts {
  /** The secret that signs the form's pages, encrypted with the stores' key. */
  readonly formKeyArn: string;
  /** The FIFO queue of inquiries. */
  readonly queueArn: string;
  readonly queueUrl: string;
  /** Buckets, encrypted with the stores' key: pictures of inquiries, and mails that residents sent. */
  readonly pictureBucket: Bucket;
  readonly mailBucket: Bucket;
  /** Through which the service is told what became of its mails. */
  readonly configurationSet: string;
}

/** The flow that takes a written inquiry as a task, and its instance. */
export interface TaskFlow {
  readonly instance: CfnInstance;
  readonly flowArn: string;
}

/** Who asks, as far as written inquiries go. */
interface IntakeAccess {
  readonly handler: HandlerName;
  readonly intake?: IntakeParts;
  readonly taskFlow?: TaskFlow;
}

/** Where the bundle's copy of the form's files lies, from the folder in which a function runs. */
const webFolder = "web";

/** The variables of a handler that takes, follows up or answers written inquiries. */
export function intakeVariables(props: IntakeAccess): Record<string, string> {
  const { readsFormKey, pushesInquiries, startsTasks, servesWebFiles, ...definition } =
    handlerDefinitions[props.handler];
  return {
    ...(readsFormKey && { FORM_KEY_SECRET: partsOf(props).formKeyArn }),
    ...(pushesInquiries && { INQUIRY_QUEUE_URL: partsOf(props).queueUrl }),
    ...((definition.keepsPictures || definition.readsPictures) && {
      PICTURE_BUCKET: partsOf(props).pictureBucket.bucketName,
    }),
    ...(definition.readsMails && { MAIL_BUCKET: partsOf(props).mailBucket.bucketName }),
    ...(definition.followsMails && { MAIL_CONFIGURATION_SET: partsOf(props).configurationSet }),
    ...(startsTasks && taskVariables(props)),
    ...(servesWebFiles && { WEB_FOLDER: webFolder }),
  };
}

/** `arn:aws:connect:<region>:<account>:instance/<id>/contact-flow/<id>` */
function taskVariables(props: IntakeAccess): Record<string, string> {
  const { instance, flowArn } = taskFlowOf(props);
  return {
    INSTANCE_ID: Fn.select(1, Fn.split("/", instance.attrArn)),
    INQUIRY_TASK_FLOW_ID: Fn.select(3, Fn.split("/", flowArn)),
  };
}

/** What such a handler may do, besides the tables and the sending of mail. */
export function intakePermissions(scope: Construct, props: IntakeAccess): PolicyStatement[] {
  const { readsFormKey, pushesInquiries, startsTasks, readsMails, followsMails, ...definition } =
    handlerDefinitions[props.handler];
  const allow = (actions: string, resources: string[]) =>
    new PolicyStatement({ actions: actions.split(" "), resources });
  return [
    ...(readsFormKey ? [allow("secretsmanager:GetSecretValue", [partsOf(props).formKeyArn])] : []),
    ...(pushesInquiries ? [allow("sqs:SendMessage", [partsOf(props).queueArn])] : []),
    ...(definition.keepsPictures ? picturePermissions(partsOf(props).pictureBucket) : []),
    ...(definition.readsPictures ? readingPictures(partsOf(props).pictureBucket) : []),
    ...(readsMails ? [allow("s3:GetObject", [`${partsOf(props).mailBucket.bucketArn}/${mailFolder}*`])] : []),
    ...(followsMails ? [allow("ses:SendEmail", [configurationSetArn(scope, props)])] : []),
    // Amazon Connect asks for the permission on the flow and on the contact that is made, which has no id yet.
    ...(startsTasks
      ? [
          allow("connect:StartTaskContact", [
            taskFlowOf(props).flowArn,
            `${taskFlowOf(props).instance.attrArn}/contact/*`,
          ]),
        ]
      : []),
  ];
}

/** The folders of the two buckets: adapters/s3/pictures.ts, and where Amazon SES writes mails. */
export const arrivedFolder = "arrived/";
export const keptFolder = "kept/";
export const mailFolder = "mails/";

/** Without the permission to list, S3 calls what is not there forbidden (S3 API reference, GetObject). */
function picturePermissions({ bucketArn }: Bucket): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ["s3:ListBucket"], resources: [bucketArn] }),
    new PolicyStatement({
      actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
      resources: [`${bucketArn}/${arrivedFolder}*`],
    }),
    new PolicyStatement({ actions: ["s3:PutObject"], resources: [`${bucketArn}/${keptFolder}*`] }),
  ];
}

/** The bucket's own policy lets nobody read what was not called clean. */
function readingPictures({ bucketArn }: Bucket): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ["s3:ListBucket"], resources: [bucketArn] }),
    new PolicyStatement({
      actions: ["s3:GetObject", "s3:GetObjectTagging"],
      resources: [`${bucketArn}/${keptFolder}*`],
    }),
  ];
}

/** What cdk-nag finds in those permissions, and why it is meant. */
export function intakeFindings(props: IntakeAccess): { readonly id: string; readonly reason: string }[] {
  const { startsTasks, keepsPictures, readsPictures, readsMails } = handlerDefinitions[props.handler];
  const inFolder = (bucket: Bucket, folder: string) => ({
    id: ownWildcardFinding(bucket, `/${folder}*`),
    reason: "2026-11-24: a folder of the handler's own; its objects are named as they arrive.",
  });
  return [
    ...(keepsPictures
      ? [arrivedFolder, keptFolder].map((folder) => inFolder(partsOf(props).pictureBucket, folder))
      : []),
    ...(readsPictures ? [ofPictures(partsOf(props).pictureBucket)] : []),
    ...(readsMails ? [inFolder(partsOf(props).mailBucket, mailFolder)] : []),
    ...(startsTasks
      ? [
          {
            id: wildcardFinding(taskFlowOf(props).instance, taskFlowOf(props).instance.attrArn, "/contact/*"),
            reason: "2026-11-24: the contact that a task becomes has no id before it is made.",
          },
        ]
      : []),
  ];
}

/** Whoever reads pictures stands in another stack than they. */
function ofPictures(bucket: Bucket): { readonly id: string; readonly reason: string } {
  return {
    id: wildcardFinding(bucket, bucket.bucketArn, `/${keptFolder}*`),
    reason: "2026-11-24: the pictures that were kept; each is named as it arrived.",
  };
}

function configurationSetArn(scope: Construct, props: IntakeAccess): string {
  const resourceName = partsOf(props).configurationSet;
  return Stack.of(scope).formatArn({ service: "ses", resource: "configuration-set", resourceName });
}

function partsOf({ handler, intake }: IntakeAccess): IntakeParts {
  if (intake) return intake;
  throw new Error(
    `${handler} works on written inquiries: make it where their queue and buckets are made already.`,
  );
}

function taskFlowOf({ handler, taskFlow }: IntakeAccess): TaskFlow {
  if (taskFlow) return taskFlow;
  throw new Error(`${handler} starts tasks: make it where their flow is made already.`);
}
