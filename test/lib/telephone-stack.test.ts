import { describe, expect, test } from "vitest";
import { callCentre, resources, templatesOf, theOnly } from "./deployed.ts";

const template = templatesOf(callCentre({ recordingsKeptDays: 60, identityManagement: "SAML" })).telephone;

describe("the Amazon Connect instance", () => {
  test("takes and makes calls and logs its flows", () => {
    expect(theOnly(template, "AWS::Connect::Instance").Properties).toMatchObject({
      InstanceAlias: "callcentre-dev-kobaton-alkoo",
      IdentityManagementType: "SAML",
      Attributes: { InboundCalls: true, OutboundCalls: true, ContactflowLogs: true },
    });
  });

  test("keeps its flow logs for 90 days, because their group is there first", () => {
    const [[group, { Properties }] = ["", { Properties: {} }]] = Object.entries(
      resources(template, "AWS::Logs::LogGroup"),
    );
    expect(Properties).toMatchObject({
      LogGroupName: "/aws/connect/callcentre-dev-kobaton-alkoo",
      RetentionInDays: 90,
    });
    expect(theOnly(template, "AWS::Connect::Instance").DependsOn).toEqual([group]);
  });

  test("writes contact records and agent events to a stream each and recordings to the bucket, under one key of ours", () => {
    const storages = Object.values(resources(template, "AWS::Connect::InstanceStorageConfig"));
    const key = { "Fn::GetAtt": [Object.keys(resources(template, "AWS::KMS::Key"))[0], "Arn"] };
    expect(storages.map(({ Properties }) => [Properties["ResourceType"], Properties["StorageType"]])).toEqual(
      [
        ["CALL_RECORDINGS", "S3"],
        ["CONTACT_TRACE_RECORDS", "KINESIS_STREAM"],
        ["AGENT_EVENTS", "KINESIS_STREAM"],
      ],
    );
    expect(storages[0]?.Properties["S3Config"].EncryptionConfig).toEqual({
      EncryptionType: "KMS",
      KeyId: key,
    });
    const streams = Object.entries(resources(template, "AWS::Kinesis::Stream"));
    expect(storages.slice(1).map(({ Properties }) => Properties["KinesisStreamConfig"].StreamArn)).toEqual(
      streams.map(([id]) => ({ "Fn::GetAtt": [id, "Arn"] })),
    );
    for (const [, { Properties }] of streams)
      expect(Properties).toMatchObject({
        RetentionPeriodHours: 168,
        StreamEncryption: { EncryptionType: "KMS", KeyId: key },
      });
  });
});

describe("recordings", () => {
  test("are erased after the days of the setting, older versions with them", () => {
    const { Properties } = Object.values(resources(template, "AWS::S3::Bucket")).find(
      (bucket) => bucket.Properties["VersioningConfiguration"],
    )!;
    expect(Properties["LifecycleConfiguration"].Rules).toContainEqual({
      ExpirationInDays: 60,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      Status: "Enabled",
    });
  });
});
