import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { type FlowDocument, flowTypeOf, placeholderOfFlow } from "../../connect-flows/flow-document.ts";
import { makingOrder } from "../../lib/constructs/making-order.ts";
import { callCentre, type Resource, resources, templatesOf, theOnly } from "./deployed.ts";

const template = templatesOf(callCentre()).routing;
const idOf = (type: string) => Object.keys(resources(template, type))[0];

describe("the desk's hours in Amazon Connect", () => {
  const { Properties: hours } = theOnly(template, "AWS::Connect::HoursOfOperation");

  test("are 09:00 to 17:00 in Japan, Monday to Friday", () => {
    expect(hours["TimeZone"]).toBe("Asia/Tokyo");
    expect(hours["Config"]).toEqual(
      ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"].map((Day) => ({
        Day,
        StartTime: { Hours: 9, Minutes: 0 },
        EndTime: { Hours: 17, Minutes: 0 },
      })),
    );
  });

  test("are closed all day on the fifteen weekdays of the contract that are not operating days", () => {
    const closings = [
      "2024-07-15",
      "2024-08-12",
      "2024-09-16",
      "2024-09-23",
      "2024-10-14",
      "2024-11-04",
      "2024-12-30",
      "2024-12-31",
      "2025-01-01",
      "2025-01-02",
      "2025-01-03",
      "2025-01-13",
      "2025-02-11",
      "2025-02-24",
      "2025-03-20",
    ];
    const overrides = hours["HoursOfOperationOverrides"].map(
      ({ OverrideName: _name, ...override }: { OverrideName: string }) => override,
    );
    expect(overrides).toEqual(
      closings.map((date) => ({
        EffectiveFrom: date,
        EffectiveTill: date,
        OverrideType: "STANDARD",
        OverrideConfig: [],
      })),
    );
  });

  test("say why, under names of which each is used once", () => {
    const names: string[] = hours["HoursOfOperationOverrides"].map(
      ({ OverrideName }: { OverrideName: string }) => OverrideName,
    );
    expect(names).toContain("2024-07-15 休業 海の日");
    expect(names).toContain("2024-12-30 休業 年末年始");
    expect(new Set(names).size).toBe(15);
  });
});

/** What `Fn::GetAtt` says of the one resource of a type with a name. */
function attributeOf(type: string, name: string, attribute: string) {
  const found = Object.entries(resources(template, type)).filter(
    ([, { Properties }]) => Properties["Name"] === `kobaton-alkoo-${name}`,
  );
  expect([name, found.length]).toEqual([name, 1]);
  return { "Fn::GetAtt": [found[0]?.[0], attribute] };
}
const queueNamed = (name: string) => attributeOf("AWS::Connect::Queue", name, "QueueArn");
const flowNamed = (name: string) => attributeOf("AWS::Connect::ContactFlow", name, "ContactFlowArn");

describe("the flows", () => {
  const flows = Object.values(resources(template, "AWS::Connect::ContactFlow"));
  const folder = join(import.meta.dirname, "../../connect-flows/json/kobaton-alkoo");
  const committed = readdirSync(folder).map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return { name: basename(file, ".json"), text, document: JSON.parse(text) as FlowDocument };
  });
  /** The text of a deployed flow, and what stands for its placeholders. */
  const contentOf = ({ Properties }: Resource): [string, Record<string, unknown>] =>
    typeof Properties["Content"] === "string"
      ? [Properties["Content"], {}]
      : Properties["Content"]["Fn::Sub"];

  test("are the committed ones, each of its type and with its text", () => {
    const names = committed.map(({ name }) => name);
    expect(names).toContain("inbound");
    expect(names).toContain("waiting");
    const deployed = flows.map((flow) => [
      flow.Properties["Name"],
      flow.Properties["Type"],
      contentOf(flow)[0],
    ]);
    const expected = committed.map(({ name, text, document }) => [
      `kobaton-alkoo-${name}`,
      flowTypeOf(document),
      text,
    ]);
    expect(new Set(deployed)).toEqual(new Set(expected));
    expect(deployed.length).toBe(expected.length);
  });

  test("have a value for every placeholder: the queue, the hours, the flow or the function that it names", () => {
    const expected: Record<string, unknown> = {
      AnswerCallFunction: { "Fn::ImportValue": expect.stringContaining("AnswerCallFunction") },
      CallbackFunction: { "Fn::ImportValue": expect.stringContaining("RequestCallbackFunction") },
      DeskHours: { "Fn::GetAtt": [idOf("AWS::Connect::HoursOfOperation"), "HoursOfOperationArn"] },
      OperatorQueue: queueNamed("operators"),
      LeaderQueue: queueNamed("leaders"),
      SupervisorQueue: queueNamed("supervisors"),
      WrittenInquiryQueue: queueNamed("written-inquiries"),
      ...Object.fromEntries(committed.map(({ name }) => [placeholderOfFlow(name), flowNamed(name)])),
    };
    const seen = new Set<string>();
    for (const flow of flows) {
      const [text, values] = contentOf(flow);
      const wanted = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name));
      expect(values).toEqual(Object.fromEntries([...wanted].map((name) => [name, expected[name]])));
      for (const name of wanted) seen.add(name);
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(["AnswerCallFunction", "DeskHours", "OperatorQueue", "WaitingFlow"]),
    );
  });

  test("that ask a function are made once this instance, and no other, may call it", () => {
    const instance = { "Fn::ImportValue": expect.stringContaining("GetAttInstanceArn") };
    for (const [placeholder, id] of [
      ["AnswerCallFunction", "AnswerCall"],
      ["CallbackFunction", "RequestCallback"],
    ] as const) {
      const asking = flows.filter((flow) => contentOf(flow)[0].includes(`\${${placeholder}}`));
      expect([placeholder, asking.length > 0]).toEqual([placeholder, true]);
      for (const flow of asking)
        expect(flow.DependsOn).toEqual(expect.arrayContaining([`${id}Integration`, `${id}Permission`]));
      const asked = { "Fn::ImportValue": expect.stringContaining(`${id}Function`) };
      expect(
        resources(template, "AWS::Connect::IntegrationAssociation")[`${id}Integration`]?.Properties,
      ).toEqual({ InstanceId: instance, IntegrationType: "LAMBDA_FUNCTION", IntegrationArn: asked });
      expect(resources(template, "AWS::Lambda::Permission")[`${id}Permission`]?.Properties).toEqual({
        Action: "lambda:InvokeFunction",
        FunctionName: asked,
        Principal: "connect.amazonaws.com",
        SourceAccount: { Ref: "AWS::AccountId" },
        SourceArn: instance,
      });
    }
  });

  test("and queues never wait for each other in a circle", () => {
    const all = template.toJSON()["Resources"] as Record<string, Resource>;
    const needs = ([id, resource]: [string, Resource]) => {
      const text = JSON.stringify(resource);
      const named = [...text.matchAll(/"(?:Fn::GetAtt":\["|Ref":")(\w+)"/g)].map(([, name = ""]) => name);
      return { name: id, needs: [...named, ...[resource.DependsOn ?? []].flat()] };
    };
    const things = Object.entries(all).map(needs);
    expect(things.flatMap((thing) => thing.needs).length).toBeGreaterThan(30);
    const order = makingOrder(things);
    expect([...order].sort()).toEqual(Object.keys(all).sort());
  });
});

describe("the queues", () => {
  const profiles = Object.values(resources(template, "AWS::Connect::RoutingProfile"));

  test("of operators, leaders, supervisors and written inquiries are open in the desk's hours", () => {
    const hours = { "Fn::GetAtt": [idOf("AWS::Connect::HoursOfOperation"), "HoursOfOperationArn"] };
    const queues = Object.values(resources(template, "AWS::Connect::Queue"));
    expect(queues.map(({ Properties }) => [Properties["Name"], Properties["HoursOfOperationArn"]])).toEqual([
      ["kobaton-alkoo-operators", hours],
      ["kobaton-alkoo-leaders", hours],
      ["kobaton-alkoo-supervisors", hours],
      ["kobaton-alkoo-written-inquiries", hours],
    ]);
  });

  const calls = {
    Channel: "VOICE",
    Concurrency: 1,
    CrossChannelBehavior: { BehaviorType: "ROUTE_CURRENT_CHANNEL_ONLY" },
  };
  const tasks = {
    Channel: "TASK",
    Concurrency: 3,
    CrossChannelBehavior: { BehaviorType: "ROUTE_ANY_CHANNEL" },
  };

  test.each([
    ["operators", ["VOICE operators", "TASK written-inquiries"], [calls, tasks]],
    ["leaders", ["VOICE leaders", "VOICE operators", "TASK written-inquiries"], [calls, tasks]],
    ["supervisors", ["VOICE supervisors", "VOICE leaders"], [calls]],
  ])("give %s contacts from %j, one call at a time, in this order", (staff, served, concurrencies) => {
    const profile = profiles.find(({ Properties }) => Properties["Name"] === `kobaton-alkoo-${staff}`);
    expect(profile?.Properties).toMatchObject({
      DefaultOutboundQueueArn: queueNamed("operators"),
      MediaConcurrencies: concurrencies,
      QueueConfigs: served.map((contacts, index) => {
        const [channel = "", name = ""] = contacts.split(" ");
        return {
          Delay: 0,
          Priority: index + 1,
          QueueReference: { Channel: channel, QueueArn: queueNamed(name) },
        };
      }),
    });
  });
});

test("there are no prompts: everything that is heard is spoken from text", () => {
  expect(resources(template, "AWS::Connect::Prompt")).toEqual({});
  expect(JSON.stringify(template.toJSON())).not.toContain("PromptId");
});

describe("the number", () => {
  const callerOf = (routing: Template) =>
    resources(routing, "AWS::Connect::Queue")["Operators"]?.Properties["OutboundCallerConfig"];

  test("that is not there yet is said to be missing, and call backs show none", () => {
    expect(template.toJSON()["Outputs"].LandingNumber.Value).toBe("none yet: nobody can call");
    expect(callerOf(template)).toEqual({ OutboundFlowArn: flowNamed("outbound-whisper") });
    expect(JSON.stringify(template.toJSON())).not.toMatch(/PhoneNumber|phone-number|NumberAssociation/);
  });

  const arn = "arn:aws:connect:ap-northeast-1:123456789012:phone-number/0b5f8a1e-7c43-4f5e-9a51-2f4f6f0e9d11";
  const withNumber = templatesOf(callCentre({ landingNumberArn: arn })).routing;

  test("of the settings is answered by the inbound flow, and the published number is to be forwarded to it", () => {
    expect(withNumber.toJSON()["Outputs"].LandingNumber).toEqual({
      Value: arn,
      Description: "The inbound flow answers it; have 0570-015566 forwarded to it",
    });
    const { Create } = theOnly(withNumber, "Custom::NumberAssociation").Properties;
    const { "Fn::GetAtt": inbound } = flowNamed("inbound");
    expect(JSON.stringify(Create)).toContain("0b5f8a1e-7c43-4f5e-9a51-2f4f6f0e9d11");
    expect(JSON.stringify(Create)).toContain(JSON.stringify(inbound));
  });

  test("of the settings is shown by call backs, which begin with the outbound whisper", () => {
    expect(callerOf(withNumber)).toEqual({
      OutboundCallerIdName: "kobaton-alkoo",
      OutboundCallerIdNumberArn: arn,
      OutboundFlowArn: flowNamed("outbound-whisper"),
    });
  });
});
