import {
  ConnectClient,
  GetCurrentMetricDataCommand,
  GetEffectiveHoursOfOperationsCommand,
  ListUsersCommand,
} from "@aws-sdk/client-connect";
import {
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SendEmailCommand, SESClient } from "@aws-sdk/client-ses";
import { afterAll, expect, test } from "vitest";
import { startCallRecorder } from "../../local/call-recorder.ts";
import { aCloud } from "../support/cloud.ts";

const { environment } = await aCloud();
const recorder = await startCallRecorder(environment);
afterAll(() => recorder.stop());
Object.assign(process.env, recorder.environment);

/** `action resource` of what some calls needed, and what they answered; a call that is refused answers its status. */
async function needs(...calls: (() => Promise<unknown>)[]) {
  const before = recorder.needed.length;
  const answers: unknown[] = [];
  for (const call of calls)
    answers.push(
      await call().catch(
        ({ $metadata }: { $metadata: { httpStatusCode: number } }) => $metadata.httpStatusCode,
      ),
    );
  const needed = recorder.needed.slice(before);
  return { answers, permissions: needed.map(({ action, resource }) => `${action} ${resource}`), needed };
}

const arn = (service: string, rest: string) => `arn:aws:${service}:ap-northeast-1:000000000000:${rest}`;

test("reads and queries of tables are noted with their table or index, and answered as without the recorder", async () => {
  const dynamodb = new DynamoDBClient({});
  const [TableName, Key] = [environment["CASES_TABLE"]!, { day: { S: "d" }, receiptNumber: { S: "1" } }];
  const query = (IndexName: string | undefined, partition: string) =>
    dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName,
        KeyConditionExpression: "#partition = :x",
        ExpressionAttributeNames: { "#partition": partition },
        ExpressionAttributeValues: { ":x": { S: "x" } },
      }),
    );
  const { permissions, answers } = await needs(
    () => dynamodb.send(new GetItemCommand({ TableName, Key })),
    () => query(undefined, "day"),
    () => query("Person", "personKey"),
    () => dynamodb.send(new ScanCommand({ TableName })),
  );
  expect(permissions).toEqual([
    `dynamodb:GetItem ${arn("dynamodb", "table/callcentre-Cases")}`,
    `dynamodb:Query ${arn("dynamodb", "table/callcentre-Cases")}`,
    `dynamodb:Query ${arn("dynamodb", "table/callcentre-Cases/index/Person")}`,
    `dynamodb:Scan ${arn("dynamodb", "table/callcentre-Cases")}`,
  ]);
  expect(answers.slice(1)).toMatchObject([{ Count: 0 }, { Count: 0 }, { Count: 0 }]);
});

test("calls of S3 are noted under the action that S3 checks, and objects pass unchanged", async () => {
  const s3 = new S3Client({});
  const [Bucket, Key] = [environment["REPORT_BUCKET"]!, "p/実績 1.csv"];
  const { permissions, answers } = await needs(
    () => s3.send(new PutObjectCommand({ Bucket, Key, Body: "実績" })),
    () => s3.send(new HeadObjectCommand({ Bucket, Key })),
    async () => (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString(),
    () => s3.send(new ListObjectsV2Command({ Bucket, Prefix: "p/" })),
  );
  expect(permissions).toEqual([
    `s3:PutObject arn:aws:s3:::${Bucket}/${Key}`,
    `s3:GetObject arn:aws:s3:::${Bucket}/${Key}`,
    `s3:GetObject arn:aws:s3:::${Bucket}/${Key}`,
    `s3:ListBucket arn:aws:s3:::${Bucket}`,
  ]);
  expect(answers[2]).toBe("実績");
  expect(answers[3]).toMatchObject({ KeyCount: 1 });
});

test("a secret is noted by its ARN, however it was named", async () => {
  const secrets = new SecretsManagerClient({});
  const secret = arn("secretsmanager", `secret:${environment["PERSON_KEY_SECRET"]}`);
  const { permissions } = await needs(
    () => secrets.send(new GetSecretValueCommand({ SecretId: environment["PERSON_KEY_SECRET"] })),
    () => secrets.send(new GetSecretValueCommand({ SecretId: secret })),
  );
  expect(permissions).toEqual(Array(2).fill(`secretsmanager:GetSecretValue ${secret}`));
});

test("a mail needs both identities that may be the verified one, under its sender", async () => {
  const { needed } = await needs(() =>
    new SESClient({}).send(
      new SendEmailCommand({
        Source: "desk@example.jp",
        Destination: { ToAddresses: ["someone@example.jp"] },
        Message: { Subject: { Data: "受付" }, Body: { Text: { Data: "本文" } } },
      }),
    ),
  );
  const context = { "ses:FromAddress": "desk@example.jp" };
  expect(needed).toEqual([
    { action: "ses:SendEmail", resource: arn("ses", "identity/desk@example.jp"), context },
    { action: "ses:SendEmail", resource: arn("ses", "identity/example.jp"), context },
  ]);
});

test("a mail through a configuration set needs that too", async () => {
  const { permissions, answers } = await needs(() =>
    new SESClient({}).send(
      new SendEmailCommand({
        Source: "desk@example.jp",
        Destination: { ToAddresses: ["someone@example.jp"] },
        ReplyToAddresses: ["inquiry@example.jp"],
        ConfigurationSetName: "inquiries",
        Tags: [{ Name: "receipt", Value: "419412345671" }],
        Message: { Subject: { Data: "受付" }, Body: { Text: { Data: "本文" } } },
      }),
    ),
  );
  expect(permissions).toEqual(
    ["identity/desk@example.jp", "identity/example.jp", "configuration-set/inquiries"].map(
      (rest) => `ses:SendEmail ${arn("ses", rest)}`,
    ),
  );
  expect(answers).toMatchObject([{ MessageId: expect.any(String) }]);
});

test("the figures of Amazon Connect's queues are noted for each queue", async () => {
  const queues = ["operators", "leaders"].map((queue) => arn("connect", `instance/local/queue/${queue}`));
  const ask = (Filters: { Queues?: string[] }) =>
    new ConnectClient({ maxAttempts: 1 }).send(
      new GetCurrentMetricDataCommand({
        InstanceId: "local",
        Filters,
        CurrentMetrics: [{ Name: "AGENTS_ONLINE", Unit: "COUNT" }],
      }),
    );
  const { permissions } = await needs(
    () => ask({ Queues: queues }),
    () => ask({}),
  );
  expect(permissions).toEqual([
    ...queues.map((queue) => `connect:GetCurrentMetricData ${queue}`),
    "connect:GetCurrentMetricData unknown",
  ]);
});

test("hours of operation are noted by the ARN of the hours", async () => {
  const dates = { FromDate: "2024-07-01", ToDate: "2024-07-31" };
  const { permissions } = await needs(() =>
    new ConnectClient({ maxAttempts: 1 }).send(
      new GetEffectiveHoursOfOperationsCommand({ InstanceId: "local", HoursOfOperationId: "desk", ...dates }),
    ),
  );
  expect(permissions).toEqual([
    `connect:GetEffectiveHoursOfOperations ${arn("connect", "instance/local/operating-hours/desk")}`,
  ]);
});

test("a call that the recorder cannot put into permissions is noted on a resource that nothing grants", async () => {
  const Bucket = environment["REPORT_BUCKET"]!;
  const { permissions, answers } = await needs(
    () =>
      new DynamoDBClient({}).send(
        new TransactWriteItemsCommand({
          TransactItems: [{ Put: { TableName: environment["DESK_TABLE"], Item: {} } }],
        }),
      ),
    () =>
      new S3Client({ maxAttempts: 1 }).send(
        new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "a" }] } }),
      ),
    () => new ConnectClient({ maxAttempts: 1 }).send(new ListUsersCommand({ InstanceId: "i" })),
  );
  expect(permissions).toEqual([
    "dynamodb:TransactWriteItems unknown",
    "s3:DeleteObjects unknown",
    "connect:GET /users-summary/i unknown",
  ]);
  expect(answers.slice(1)).toEqual([501, 501]);
});
