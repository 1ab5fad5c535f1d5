import { describe, expect, test } from "vitest";
import { placeholdersOf } from "../../connect-flows/flow-document.ts";
import { flowsOf } from "../../connect-flows/flows/flows-of.ts";
import { flowText } from "../../connect-flows/language/to-json.ts";
import type { EnvironmentSettings } from "../../domain/environment-settings.ts";
import { addCallCentre, type CallCentre } from "../../lib/call-centre.ts";
import { placesForbidden } from "../../lib/japan-only.ts";
import { dev } from "../../programmes/kobaton-alkoo/environments/dev.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { waterDesk } from "../programmes/second-programme.ts";
import { callCentre, type Resource, resources, templatesOf, theOnly, unbundledApp } from "./deployed.ts";

const stacks = callCentre();
const templates = templatesOf(stacks);
const everyResource = Object.values(templates).flatMap((template) =>
  Object.values(template.toJSON()["Resources"] as Record<string, Resource>),
);

describe("the stacks of a programme", () => {
  test("are split by lifetime, under names that never change", () => {
    expect(Object.values(stacks).map((stack) => stack.stackName)).toEqual([
      "callcentre-dev-kobaton-alkoo-data",
      "callcentre-dev-kobaton-alkoo-telephone",
      "callcentre-dev-kobaton-alkoo-handlers",
      "callcentre-dev-kobaton-alkoo-routing",
      "callcentre-dev-kobaton-alkoo-intake",
      "callcentre-dev-kobaton-alkoo-reports",
      "callcentre-dev-kobaton-alkoo-copies",
      "callcentre-dev-kobaton-alkoo-backup",
      "callcentre-dev-kobaton-alkoo-desk",
      "callcentre-dev-kobaton-alkoo-deskapi",
      "callcentre-dev-kobaton-alkoo-watch",
      "callcentre-dev-kobaton-alkoo-people",
      "callcentre-dev-kobaton-alkoo-calendar",
      "callcentre-dev-kobaton-alkoo-acceptance",
    ]);
  });

  test("are in Tokyo, and the copies of backups in Osaka, in whichever account is signed in to", () => {
    for (const [part, stack] of Object.entries(stacks)) {
      const region = part === "copies" ? "ap-northeast-3" : "ap-northeast-1";
      expect([part, stack.region]).toEqual([part, region]);
      expect(stack.environment).toBe(`aws://unknown-account/${region}`);
    }
  });

  test("are called by their part, so that a runbook can name them", () => {
    for (const [part, stack] of Object.entries(stacks))
      expect(stack.stackName).toBe(`callcentre-dev-kobaton-alkoo-${part}`);
  });

  test("are deployed in an order: the vault for copies before the backups that are sent to it", () => {
    const before = (part: keyof CallCentre) => stacks[part].dependencies.map((stack) => stack.stackName);
    expect(before("copies")).toEqual([]);
    expect(before("backup").sort()).toEqual([stacks.copies.stackName, stacks.data.stackName]);
  });

  test("cannot be deleted by mistake where they hold data, its backups, people or the telephone", () => {
    const isProtected = Object.entries(stacks).filter(([, stack]) => stack.terminationProtection);
    expect(isProtected.map(([part]) => part)).toEqual(["data", "telephone", "copies", "backup", "desk"]);
  });

  test.each([
    [{ region: "us-east-1" }, 'kobaton-alkoo/dev: region was "us-east-1": "ap-northeast-1".'],
    [
      { backupRegion: "ap-southeast-1" },
      'kobaton-alkoo/dev: backupRegion was "ap-southeast-1": "ap-northeast-3".',
    ],
    [{ recordingsKeptDays: 0 }, "kobaton-alkoo/dev: recordingsKeptDays was 0: 1 to 3650 days."],
  ])("are refused with %j, in one sentence that says what it may be", (settings, problem) => {
    expect(() => callCentre(settings as Partial<EnvironmentSettings>)).toThrow(problem);
  });
});

describe("a second programme", () => {
  const committed = flowsOf(waterDesk).map((flow) => {
    const text = flowText(flow);
    return { name: flow.name, type: flow.type, text, placeholders: placeholdersOf(text) };
  });
  const app = unbundledApp();
  const firstStacks = addCallCentre(app, dev, kobatonAlkoo);
  const waterSettings = { ...dev, instanceAlias: "aozora-water-dev", recordingsKeptDays: 30 };
  const secondStacks = addCallCentre(app, waterSettings, waterDesk, committed);
  const first = templatesOf(firstStacks);
  const second = templatesOf(secondStacks);

  test("stands beside the first, which is as it was alone", () => {
    const names = [...Object.values(firstStacks), ...Object.values(secondStacks)].map((one) => one.stackName);
    expect(new Set(names).size).toBe(2 * Object.keys(stacks).length);
    for (const [part, template] of Object.entries(templates))
      expect(first[part as keyof CallCentre].toJSON()).toEqual(template.toJSON());
  });

  test("has its own instance, hours, flows and number to be forwarded, and nothing of the first", () => {
    expect(theOnly(second.telephone, "AWS::Connect::Instance").Properties["InstanceAlias"]).toBe(
      "aozora-water-dev",
    );
    // 08:30 to 17:15: 510 and 1035 minutes after midnight.
    expect(theOnly(second.routing, "AWS::Connect::HoursOfOperation").Properties["Config"][0]).toEqual({
      Day: "MONDAY",
      StartTime: { Hours: 8, Minutes: 30 },
      EndTime: { Hours: 17, Minutes: 15 },
    });
    const flows = Object.values(resources(second.routing, "AWS::Connect::ContactFlow"));
    expect(flows.length).toBe(committed.length);
    expect(new Set(flows.map(({ Properties }) => Properties["Name"]))).toEqual(
      new Set(committed.map(({ name }) => `aozora-water-${name}`)),
    );
    expect(second.routing.toJSON()["Outputs"].LandingNumber.Description).toContain("0120-000-000");
    const texts = Object.values(second).map((template) => JSON.stringify(template.toJSON()));
    expect(texts.join("")).not.toMatch(/kobaton|コバトン|アルコー/i);
  });
});

describe("every template", () => {
  test("stays where it may be, and names no region that it may not", () => {
    expect(everyResource.length).toBeGreaterThan(60);
    for (const [part, template] of Object.entries(templates)) {
      const text = JSON.stringify(template.toJSON());
      expect(placesForbidden(stacks[part as keyof CallCentre], text)).toEqual([]);
    }
    expect(JSON.stringify(templates.data.toJSON())).toContain("ap-northeast-1");
  });

  test("neither claims nor releases a telephone number, with a landing number or without, and 0570 least of all", () => {
    const landingNumberArn =
      "arn:aws:connect:ap-northeast-1:123456789012:phone-number/0b5f8a1e-7c43-4f5e-9a51-2f4f6f0e9d11";
    const withNumber = Object.values(templatesOf(callCentre({ landingNumberArn })));
    const texts = [...Object.values(templates), ...withNumber].map((one) => JSON.stringify(one.toJSON()));
    expect(texts.length).toBe(2 * Object.keys(stacks).length);
    expect(texts.filter((text) => text.includes("AssociatePhoneNumberContactFlow")).length).toBe(1);
    for (const text of texts)
      expect(text).not.toMatch(/AWS::Connect::PhoneNumber|ClaimPhoneNumber|ReleasePhoneNumber/i);
    expect(JSON.stringify(everyResource)).not.toContain("0570");
  });

  test("keeps what holds data when its stack goes or the resource is replaced", () => {
    const holdingData = [
      "AWS::Backup::BackupVault",
      "AWS::Cognito::UserPool",
      "AWS::Connect::Instance",
      "AWS::DynamoDB::GlobalTable",
      "AWS::KMS::Key",
      "AWS::Kinesis::Stream",
      "AWS::Logs::LogGroup",
      "AWS::S3::Bucket",
      "AWS::SQS::Queue",
      "AWS::SecretsManager::Secret",
    ];
    // A password goes with its person (people-stack.test.ts).
    const isPassword = ({ Properties }: Resource) =>
      String(Properties?.["Description"]).startsWith("The first password of");
    const kept = everyResource.filter((one) => holdingData.includes(one.Type) && !isPassword(one));
    const types: string[] = kept.map(({ Type }) => Type);
    expect([...new Set(types)].sort()).toEqual(holdingData);
    for (const { Type, DeletionPolicy, UpdateReplacePolicy } of kept)
      expect([Type, DeletionPolicy, UpdateReplacePolicy]).toEqual([Type, "Retain", "Retain"]);
  });
});
