import { describe, expect, test } from "vitest";
import { dev } from "../../programmes/kobaton-alkoo/environments/dev.ts";
import type { Template } from "../../tools/deployment/cloud-assembly.ts";
import { resourceRules } from "../../tools/deployment/resource-rules.ts";
import { type Templates, upgradeEffects } from "../../tools/deployment/upgrade-effects.ts";
import { synthesisedTemplates } from "../lib/synthesis.ts";

const rules = resourceRules();

function effects(deployed: Template, next: Template): string[] {
  return described(new Map([["data", deployed]]), new Map([["data", next]]));
}

function described(deployed: Templates, next: Templates): string[] {
  return upgradeEffects(deployed, next, rules).map(
    ({ resource, effect, because, isPrecious }) =>
      `${isPrecious ? "precious " : ""}${resource} ${effect}: ${because}`,
  );
}

const table = (properties: Record<string, unknown>): Template => ({
  Resources: { Cases: { Type: "AWS::DynamoDB::GlobalTable", Properties: properties } },
});
const key = (name: string) => [{ AttributeName: name, KeyType: "HASH" }];

describe("AWS's specification", () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/, "Update requires: Replacement"
  test.each([
    ["AWS::Connect::Instance", ["DirectoryId", "IdentityManagementType", "InstanceAlias"]],
    ["AWS::DynamoDB::GlobalTable", ["KeySchema", "LocalSecondaryIndexes", "TableName"]],
    ["AWS::Kinesis::Stream", ["Name"]],
  ])("says what of an %s cannot be changed", (type, properties) => {
    expect([...(rules.get(type)?.createOnly ?? [])].sort()).toEqual(properties);
  });

  test("knows every type that is deployed, and which of them hold data", () => {
    const templates = [...synthesisedTemplates(dev.environment).values()];
    const types = new Set(
      templates.flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type)),
    );
    expect(types.size).toBeGreaterThan(20);
    expect([...types].filter((type) => !rules.has(type) && !type.startsWith("Custom::"))).toEqual([]);
    for (const type of ["AWS::S3::Bucket", "AWS::KMS::Key", "AWS::SecretsManager::Secret", "AWS::SQS::Queue"])
      expect(rules.get(type)?.isStateful, type).toBe(true);
  });
});

describe("a deployment", () => {
  test("of what is deployed already has no effect, even where a file has its keys in another order", () => {
    const deployed = synthesisedTemplates(dev.environment);
    expect(deployed.size).toBeGreaterThanOrEqual(5);
    expect(described(deployed, synthesisedTemplates(dev.environment))).toEqual([]);
    const spelled = table({ KeySchema: [{ KeyType: "HASH", AttributeName: "day" }] });
    expect(effects(table({ KeySchema: key("day") }), spelled)).toEqual([]);
  });

  test("may change what can be changed, and add what was not there", () => {
    const before = table({ KeySchema: key("day"), BillingMode: "PROVISIONED" });
    const after = table({ KeySchema: key("day"), BillingMode: "PAY_PER_REQUEST" });
    expect(effects(before, after)).toEqual([]);
    expect(effects({ Resources: {} }, after)).toEqual([]);
  });

  test("removes a table whose logical id is not there any more", () => {
    expect(effects(table({ KeySchema: key("day") }), { Resources: {} })).toEqual([
      "precious data/Cases removed: the new template has no such logical id",
    ]);
  });

  test("replaces a table with another key, and what becomes something else", () => {
    const before = table({ KeySchema: key("day") });
    expect(effects(before, table({ KeySchema: key("month") }))).toEqual([
      "precious data/Cases replaced: KeySchema changes",
    ]);
    expect(effects(before, { Resources: { Cases: { Type: "AWS::DynamoDB::Table" } } })).toEqual([
      "precious data/Cases replaced: it becomes an AWS::DynamoDB::Table",
    ]);
  });

  test("may let go of what holds nothing", () => {
    const rule = { Resources: { Daily: { Type: "AWS::Events::Rule" } } };
    expect(effects(rule, { Resources: {} })).toEqual([
      "data/Daily removed: the new template has no such logical id",
    ]);
    const kept = { Resources: { Daily: { Type: "AWS::Events::Rule", DeletionPolicy: "Retain" } } };
    expect(effects(kept, { Resources: {} })[0]).toMatch(/^precious /);
  });

  test("that replaces the instance replaces what is tied to it, in other stacks too", () => {
    const telephone = (alias: string): Template => ({
      Resources: {
        Instance: { Type: "AWS::Connect::Instance", Properties: { InstanceAlias: alias } },
        Recordings: {
          Type: "AWS::Connect::InstanceStorageConfig",
          Properties: { InstanceArn: { "Fn::GetAtt": ["Instance", "Arn"] } },
        },
      },
      Outputs: { Arn: { Value: { "Fn::GetAtt": ["Instance", "Arn"] }, Export: { Name: "instance" } } },
    });
    const routing: Template = {
      Resources: {
        Answer: {
          Type: "AWS::Connect::IntegrationAssociation",
          Properties: { InstanceId: { "Fn::ImportValue": "instance" } },
        },
        Waiting: {
          Type: "AWS::Connect::ContactFlow",
          Properties: { InstanceArn: { "Fn::ImportValue": "instance" } },
        },
      },
    };
    const stacks = (alias: string) =>
      new Map([
        ["routing", routing],
        ["telephone", telephone(alias)],
      ]);
    // A flow's InstanceArn needs no replacement by the specification: CloudFormation tries to update it.
    expect(described(stacks("one"), stacks("other"))).toEqual([
      "precious telephone/Instance replaced: InstanceAlias changes",
      "telephone/Recordings replaced: InstanceArn names telephone/Instance",
      "routing/Answer replaced: InstanceId names export instance",
    ]);
  });

  test("that has no such stack any more leaves it as it is", () => {
    expect(described(new Map([["old", table({ KeySchema: key("day") })]]), new Map())).toEqual([]);
  });
});
