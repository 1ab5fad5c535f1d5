import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { tableDefinitions } from "../../adapters/table-definitions.ts";
import { callCentre, resources, templatesOf, theOnly } from "./deployed.ts";

const template = templatesOf(callCentre({ alarmMails: ["desk@example.jp"] })).data;
const tables = Object.entries(resources(template, "AWS::DynamoDB::GlobalTable"));

describe("the tables", () => {
  test("are those of the definitions, with their keys and indexes", () => {
    const key = ({ KeySchema }: { KeySchema: { AttributeName: string; KeyType: string }[] }) =>
      KeySchema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`);
    const made = tables.map(([id, { Properties }]) => ({
      name: /^Tables([A-Z][a-z]+)/.exec(id)?.[1],
      key: key(Properties as never),
      indexes: (Properties["GlobalSecondaryIndexes"] ?? []).map((index: never) => [
        index["IndexName"],
        ...key(index),
      ]),
      expiresBy: Properties["TimeToLiveSpecification"]?.AttributeName,
    }));
    expect(made).toEqual([
      { name: "Contacts", key: ["HASH day", "RANGE contactId"], indexes: [], expiresBy: undefined },
      {
        name: "Cases",
        key: ["HASH day", "RANGE receiptNumber"],
        indexes: [
          ["Due", "HASH openWork", "RANGE dueAt"],
          ["Person", "HASH personKey", "RANGE receivedAt"],
          ["Owed", "HASH owedWork", "RANGE receivedAt"],
          ["Questions", "HASH questions", "RANGE receivedAt"],
          ["Owner", "HASH openOwner", "RANGE urgency"],
        ],
        expiresBy: undefined,
      },
      {
        name: "Callbacks",
        key: ["HASH programme", "RANGE personKey"],
        indexes: [["Due", "HASH programme", "RANGE dueAt"]],
        expiresBy: undefined,
      },
      {
        name: "Desk",
        key: ["HASH programme", "RANGE entry"],
        indexes: [["Listed", "HASH listed", "RANGE listedAt"]],
        expiresBy: "expiresAt",
      },
      { name: "Parked", key: ["HASH programme", "RANGE entry"], indexes: [], expiresBy: "expiresAt" },
      { name: "Audit", key: ["HASH day", "RANGE place"], indexes: [], expiresBy: "expiresAt" },
    ]);
    expect(made.map(({ name }) => name)).toEqual(Object.keys(tableDefinitions));
  });

  test("store times as numbers, so that they sort", () => {
    template.hasResourceProperties("AWS::DynamoDB::GlobalTable", {
      AttributeDefinitions: Match.arrayWith([
        { AttributeName: "dueAt", AttributeType: "N" },
        { AttributeName: "receivedAt", AttributeType: "N" },
      ]),
    });
  });

  test("are paid by use, restorable, undeletable, encrypted with the service's key, in Tokyo", () => {
    expect(tables.length).toBe(6);
    for (const [, { Properties }] of tables)
      expect(Properties).toMatchObject({
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
        Replicas: [
          {
            Region: "ap-northeast-1",
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
            SSESpecification: { KMSMasterKeyId: { "Fn::GetAtt": [expect.stringMatching(/^Key/), "Arn"] } },
          },
        ],
      });
  });

  test("have indexes that hold keys only", () => {
    const projections = tables.flatMap(([, { Properties }]) =>
      (Properties["GlobalSecondaryIndexes"] ?? []).map((index: never) => index["Projection"]),
    );
    expect(projections.length).toBeGreaterThanOrEqual(3);
    for (const projection of projections) expect(projection).toEqual({ ProjectionType: "KEYS_ONLY" });
  });
});

describe("the report bucket", () => {
  test("keeps every version, encrypts with the service's key, logs who opened what", () => {
    template.hasResourceProperties("AWS::S3::Bucket", {
      VersioningConfiguration: { Status: "Enabled" },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } },
        ],
      },
      LoggingConfiguration: { DestinationBucketName: Match.anyValue() },
    });
  });

  test("and its log are closed to the public and to plain HTTP", () => {
    const buckets = Object.values(resources(template, "AWS::S3::Bucket"));
    expect(buckets.length).toBe(2);
    for (const { Properties } of buckets)
      expect(Properties["PublicAccessBlockConfiguration"]).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    const policies = Object.values(resources(template, "AWS::S3::BucketPolicy"));
    expect(policies.length).toBe(2);
    for (const { Properties } of policies)
      expect(Properties["PolicyDocument"].Statement).toContainEqual(
        expect.objectContaining({
          Effect: "Deny",
          Action: "s3:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      );
  });
});

describe("keys and alarms", () => {
  test("the key is our own and changes every year", () => {
    expect(theOnly(template, "AWS::KMS::Key").Properties["EnableKeyRotation"]).toBe(true);
  });

  test("the person key is made by chance and stored encrypted", () => {
    const { Properties } = theOnly(template, "AWS::SecretsManager::Secret");
    expect(Properties["GenerateSecretString"]).toEqual({ PasswordLength: 64, ExcludePunctuation: true });
    expect(Properties["KmsKeyId"]).toEqual({ "Fn::GetAtt": [expect.stringMatching(/^Key/), "Arn"] });
    expect(Properties["SecretString"]).toBeUndefined();
  });

  test("work that was parked and work that was not delivered raises an alarm by mail", () => {
    const alarms = Object.values(resources(template, "AWS::CloudWatch::Alarm"));
    expect(alarms.map(({ Properties }) => [Properties["MetricName"], Properties["Threshold"]])).toEqual([
      ["SuccessfulRequestLatency", 1],
      ["ApproximateNumberOfMessagesVisible", 1],
    ]);
    for (const { Properties } of alarms)
      expect(Properties["AlarmActions"]).toEqual([{ Ref: expect.stringMatching(/^Alarms/) }]);
    expect(theOnly(template, "AWS::SNS::Subscription").Properties).toMatchObject({
      Protocol: "email",
      Endpoint: "desk@example.jp",
    });
  });
});
