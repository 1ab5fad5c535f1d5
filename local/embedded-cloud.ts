import { join } from "node:path";
import type { TableName } from "../adapters/table-definitions.ts";
import { queueArns } from "./desk-exchange.ts";
import { startDynamoDbServer } from "./dynamodb-server.ts";
import { localTableName } from "./dynamodb-tables.ts";
import type { KeptMail } from "./kept-mails.ts";
import type { VariableName } from "../lambdas/edge/variables.ts";
import { localAccess } from "./local-access.ts";
import { startMailServer } from "./mail-server.ts";
import { type QueueServer, startQueueServer } from "./queue-server.ts";
import { startS3Server } from "./s3-server.ts";
import { startSecretsServer } from "./secrets-server.ts";
import { openStateFolder, type ServicePurpose } from "./state-folder.ts";

/** Servers on this machine that stand in for AWS, for handlers that do not know of it. */
export interface EmbeddedCloud {
  /** What a handler's environment must hold to use this cloud. */
  readonly environment: Readonly<Record<EnvironmentName, string>>;
  /** Every mail that was taken on this state folder, the earliest first. */
  mails(): Promise<KeptMail[]>;
  /** Written inquiries whose work is to be hurried; somebody must take them out. */
  readonly inquiries: Pick<QueueServer, "queue" | "onMessage">;
  /** Ends every server; may be called again. What was stored stays in the state folder. */
  stop(): Promise<void>;
}

type EnvironmentName =
  | "AWS_ENDPOINT_URL_DYNAMODB"
  | "AWS_ENDPOINT_URL_S3"
  | "AWS_ENDPOINT_URL_SECRETS_MANAGER"
  | "AWS_ENDPOINT_URL_SES"
  | "AWS_ENDPOINT_URL_SQS"
  | "AWS_REGION"
  | "AWS_ACCESS_KEY_ID"
  | "AWS_SECRET_ACCESS_KEY"
  | Exclude<VariableName, NotOfTheCloud>;

/** What a function is told that no cloud of this machine knows: whose it is, what is deployed only, and where to sign in. */
type NotOfTheCloud =
  | "PROGRAMME"
  | "ENVIRONMENT"
  | "DESK_HOURS_ARN"
  | "PUBLISHED_HOLIDAYS_URL"
  | "DESK_FOLDER"
  | "SIGN_IN_CLIENT_ID"
  | "SIGN_IN_ISSUER"
  | "SIGN_IN_ADDRESS"
  | "WORKSPACE_ORIGIN";

/** Fixed ports, for those services that need one; the others take a free one. */
export interface FixedPorts {
  readonly dynamodb?: number;
  readonly s3?: number;
  readonly ses?: number;
  readonly secretsManager?: number;
  readonly sqs?: number;
}

const reportBucket = "callcentre-reports";
const pictureBucket = "callcentre-pictures";
const mailBucket = "callcentre-mails";
const personKeySecret = "callcentre-person-key";
const formKeySecret = "callcentre-form-key";

/**
 * Starts the embedded cloud on a state folder (`stateFolderPath` says which). Several may run on one folder, in one
 * process or in many, and see each other's writes.
 *
 * `newSecret` is asked once in a folder's life for each secret, a random text. Rejects, with nothing left running, with one line
 * that says what to do.
 */
export async function startEmbeddedCloud(options: {
  readonly stateFolder: string;
  readonly newSecret: () => string;
  readonly ports?: FixedPorts;
  /** @default desk */
  readonly purpose?: ServicePurpose;
}): Promise<EmbeddedCloud> {
  const state = await openStateFolder(options.stateFolder, options.newSecret, options.purpose);
  const ports = options.ports ?? {};
  const starting = [
    startDynamoDbServer({ file: state.dynamodbFile, environment: process.env, port: ports.dynamodb ?? 0 }),
    startS3Server({
      folder: state.s3Folder,
      buckets: [reportBucket, pictureBucket, mailBucket],
      scanned: { bucket: pictureBucket, prefix: "kept/" },
      port: ports.s3 ?? 0,
    }),
    startMailServer({ folder: state.mailFolder, port: ports.ses ?? 0 }),
    startSecretsServer({
      secrets: new Map([
        [personKeySecret, state.secret],
        [formKeySecret, state.formKey],
      ]),
      port: ports.secretsManager ?? 0,
    }),
    startQueueServer({ name: "callcentre-inquiries.fifo", port: ports.sqs ?? 0 }),
  ] as const;
  const [dynamodb, s3, ses, secretsManager, sqs] = await Promise.all(starting).catch(
    async (cause: unknown) => {
      await stopStarted(starting);
      throw cause;
    },
  );
  let stopping: Promise<void> | undefined;
  return {
    environment: {
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
      AWS_ENDPOINT_URL_S3: s3.endpoint,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager.endpoint,
      AWS_ENDPOINT_URL_SES: ses.endpoint,
      AWS_ENDPOINT_URL_SQS: sqs.endpoint,
      AWS_REGION: localAccess.region,
      AWS_ACCESS_KEY_ID: localAccess.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localAccess.credentials.secretAccessKey,
      ...tableNames,
      REPORT_BUCKET: reportBucket,
      REPORT_FONTS: join(import.meta.dirname, "..", "node_modules/@expo-google-fonts/noto-sans-jp"),
      PERSON_KEY_SECRET: personKeySecret,
      FORM_KEY_SECRET: formKeySecret,
      INQUIRY_QUEUE_URL: sqs.queueUrl,
      PICTURE_BUCKET: pictureBucket,
      MAIL_BUCKET: mailBucket,
      MAIL_CONFIGURATION_SET: "callcentre-mails",
      INSTANCE_ID: "local",
      ROSTER: "op01:operator ld01:leader sv01:supervisor",
      OPERATOR_QUEUE_ARN: queueArns.OperatorQueue,
      LEADER_QUEUE_ARN: queueArns.LeaderQueue,
      SUPERVISOR_QUEUE_ARN: queueArns.SupervisorQueue,
      INQUIRY_TASK_FLOW_ID: "inquiry-task",
      WEB_FOLDER: join(import.meta.dirname, "..", "web"),
    },
    inquiries: sqs,
    mails: () => ses.mails(),
    stop: () => (stopping ??= stopStarted(starting)),
  };
}

const tableNames = {
  CONTACTS_TABLE: localTableName("Contacts"),
  CASES_TABLE: localTableName("Cases"),
  CALLBACKS_TABLE: localTableName("Callbacks"),
  DESK_TABLE: localTableName("Desk"),
  PARKED_TABLE: localTableName("Parked"),
  AUDIT_TABLE: localTableName("Audit"),
} satisfies Record<`${Uppercase<TableName>}_TABLE`, string>;

/** Stops those of several servers that could start. */
async function stopStarted(starting: readonly Promise<{ stop(): Promise<void> }>[]): Promise<void> {
  const outcomes = await Promise.allSettled(starting);
  await Promise.all(
    outcomes.filter((outcome) => outcome.status === "fulfilled").map((outcome) => outcome.value.stop()),
  );
}
