import { describe, expect, test } from "vitest";
import { callCentre, type Resource, resources, templatesOf, theOnly } from "../deployed.ts";

const template = templatesOf(callCentre()).routing;
const all = template.toJSON()["Resources"] as Record<string, Resource>;
const quickConnects = resources(template, "AWS::Connect::QuickConnect");
const joined = Object.entries(resources(template, "Custom::QueueQuickConnect"));

/** The name of the resource that a `Fn::GetAtt` means. */
const nameOf = ({ "Fn::GetAtt": [id = ""] }: { readonly "Fn::GetAtt": readonly string[] }): string =>
  all[id]?.Properties["Name"];

/** A call of a custom resource, with the names of what it names: Fn::Select of Fn::Split of an ARN is an identifier. */
function callOf({ Properties }: Resource, request: "Create" | "Update" | "Delete") {
  const [, parts] = Properties[request]["Fn::Join"];
  const text = (parts as unknown[]).map((part) => {
    if (typeof part === "string") return part;
    const [index, { "Fn::Split": split }] = (
      part as { "Fn::Select": [number, { "Fn::Split": [string, never] }] }
    )["Fn::Select"];
    // arn:…:instance/<id>/queue/<id>
    return index === 3 ? nameOf(split[1]) : "the instance";
  });
  return JSON.parse(text.join(""));
}

describe("the quick connects", () => {
  test("queue a call again through the transfer flow of whom they lead to", () => {
    const leading = Object.values(quickConnects).map(({ Properties }) => {
      const { QuickConnectType, QueueConfig } = Properties["QuickConnectConfig"];
      return [
        Properties["Name"],
        QuickConnectType,
        nameOf(QueueConfig.QueueArn),
        nameOf(QueueConfig.ContactFlowArn),
      ];
    });
    expect(leading).toEqual([
      ["オペレータへ戻す", "QUEUE", "kobaton-alkoo-operators", "kobaton-alkoo-transfer-to-operator"],
      ["LDへつなぐ", "QUEUE", "kobaton-alkoo-leaders", "kobaton-alkoo-transfer-to-leader"],
      ["SVへつなぐ", "QUEUE", "kobaton-alkoo-supervisors", "kobaton-alkoo-transfer-to-supervisor"],
    ]);
  });

  const pairs = [
    ["kobaton-alkoo-operators", "LDへつなぐ"],
    ["kobaton-alkoo-operators", "SVへつなぐ"],
    ["kobaton-alkoo-leaders", "SVへつなぐ"],
    ["kobaton-alkoo-leaders", "オペレータへ戻す"],
    ["kobaton-alkoo-supervisors", "LDへつなぐ"],
    ["kobaton-alkoo-supervisors", "オペレータへ戻す"],
  ];

  test.each(["Create", "Update"] as const)("are offered where a call may be handed on: %s", (request) => {
    const calls = joined.map(([, resource]) => callOf(resource, request));
    expect(calls.map(({ parameters }) => [parameters.QueueId, ...parameters.QuickConnectIds])).toEqual(pairs);
    for (const { service, action, parameters } of calls)
      expect([service, action, parameters.InstanceId]).toEqual([
        "Connect",
        "AssociateQueueQuickConnects",
        "the instance",
      ]);
    expect(new Set(calls.map(({ physicalResourceId }) => physicalResourceId.id)).size).toBe(6);
  });

  test("are taken back from the queues before they go, even where a queue is gone before", () => {
    const calls = joined.map(([, resource]) => callOf(resource, "Delete"));
    expect(calls.map(({ parameters }) => [parameters.QueueId, ...parameters.QuickConnectIds])).toEqual(pairs);
    for (const { action, ignoreErrorCodesMatching } of calls)
      expect([action, ignoreErrorCodesMatching]).toEqual([
        "DisassociateQueueQuickConnects",
        "ResourceNotFoundException",
      ]);
  });

  test("are not named by the queues themselves, which would wait for them in a circle", () => {
    const queues = Object.values(resources(template, "AWS::Connect::Queue"));
    expect(queues.length).toBe(4);
    for (const { Properties } of queues) expect(Properties["QuickConnectArns"]).toBeUndefined();
  });

  test("may be joined with these queues and taken from them, and nothing else may be done", () => {
    const policies = Object.entries(resources(template, "AWS::IAM::Policy"));
    const [ofLogs, ...ofPairs] = policies
      .map(([, { Properties }]) => Properties["PolicyDocument"].Statement)
      .sort(
        (one, other) =>
          Number(other[0].Action[0].startsWith("logs:")) - Number(one[0].Action[0].startsWith("logs:")),
      );
    expect(ofLogs).toMatchObject([{ Action: ["logs:CreateLogStream", "logs:PutLogEvents"] }]);
    const granted = ofPairs.map(([{ Action, Resource }, ...others]) => {
      expect([Action, others]).toEqual([
        ["connect:AssociateQueueQuickConnects", "connect:DisassociateQueueQuickConnects"],
        [],
      ]);
      return Resource.map(nameOf).sort();
    });
    expect(granted).toEqual(pairs.map((pair) => pair.toSorted()));
    for (const [id, { DependsOn, Properties }] of joined) {
      expect([id, policies.some(([policy]) => [DependsOn].flat().includes(policy))]).toEqual([id, true]);
      expect(Properties["InstallLatestAwsSdk"]).toBe(false);
    }
  });

  test("are joined by the one function that connects the number too, in the name of one role", () => {
    const landingNumberArn =
      "arn:aws:connect:ap-northeast-1:123456789012:phone-number/0b5f8a1e-7c43-4f5e-9a51-2f4f6f0e9d11";
    const withNumber = templatesOf(callCentre({ landingNumberArn })).routing;
    const [role] = Object.keys(resources(withNumber, "AWS::IAM::Role"));
    expect(theOnly(withNumber, "AWS::IAM::Role").Properties["ManagedPolicyArns"]).toBeUndefined();
    expect(theOnly(withNumber, "AWS::Lambda::Function").Properties["Role"]).toEqual({
      "Fn::GetAtt": [role, "Arn"],
    });
    for (const { Properties } of Object.values(resources(withNumber, "AWS::IAM::Policy")))
      expect(Properties["Roles"]).toEqual([{ Ref: role }]);
  });
});
