import { describe, expect, test } from "vitest";
import { regionsAbroad } from "../../lib/japan-only.ts";
import { callCentre, type Resource, templatesOf } from "./deployed.ts";

const stacks = callCentre();
const templates = templatesOf(stacks);
const everyResource = Object.values(templates).flatMap((template) =>
  Object.values(template.toJSON()["Resources"] as Record<string, Resource>),
);

describe("the stacks of a programme", () => {
  test("are five, split by lifetime, under names that never change", () => {
    expect(Object.values(stacks).map((stack) => stack.stackName)).toEqual([
      "callcentre-dev-kobaton-alkoo-data",
      "callcentre-dev-kobaton-alkoo-telephone",
      "callcentre-dev-kobaton-alkoo-handlers",
      "callcentre-dev-kobaton-alkoo-routing",
      "callcentre-dev-kobaton-alkoo-reports",
    ]);
  });

  test("are in Tokyo, in whichever account is signed in to", () => {
    for (const stack of Object.values(stacks)) {
      expect(stack.region).toBe("ap-northeast-1");
      expect(stack.environment).toBe("aws://unknown-account/ap-northeast-1");
    }
  });

  test("cannot be deleted by mistake where they hold data or the telephone", () => {
    const isProtected = Object.entries(stacks).filter(([, stack]) => stack.terminationProtection);
    expect(isProtected.map(([part]) => part)).toEqual(["data", "telephone"]);
  });

  test("another region is refused in one sentence that says what to do", () => {
    expect(() => callCentre({ region: "us-east-1" })).toThrow(
      'The data of this service stays in Japan: set region to "ap-northeast-1" in lib/settings.ts, not "us-east-1".',
    );
  });
});

describe("every template", () => {
  test("names no region outside Japan", () => {
    expect(everyResource.length).toBeGreaterThan(60);
    for (const template of Object.values(templates)) {
      const text = JSON.stringify(template.toJSON());
      expect(regionsAbroad(text)).toEqual([]);
    }
    expect(JSON.stringify(templates.data.toJSON())).toContain("ap-northeast-1");
  });

  test("claims no telephone number, and 0570 least of all", () => {
    expect(everyResource.filter(({ Type }) => Type.includes("PhoneNumber"))).toEqual([]);
    expect(JSON.stringify(everyResource)).not.toContain("0570");
  });

  test("keeps what holds data when its stack goes or the resource is replaced", () => {
    const holdingData = [
      "AWS::Connect::Instance",
      "AWS::DynamoDB::GlobalTable",
      "AWS::KMS::Key",
      "AWS::Kinesis::Stream",
      "AWS::Logs::LogGroup",
      "AWS::S3::Bucket",
      "AWS::SQS::Queue",
      "AWS::SecretsManager::Secret",
    ];
    const kept = everyResource.filter(({ Type }) => holdingData.includes(Type));
    const types: string[] = kept.map(({ Type }) => Type);
    expect([...new Set(types)].sort()).toEqual(holdingData);
    for (const { Type, DeletionPolicy, UpdateReplacePolicy } of kept)
      expect([Type, DeletionPolicy, UpdateReplacePolicy]).toEqual([Type, "Retain", "Retain"]);
  });
});
