import { describe, expect, test } from "vitest";
import { callCentre, resources, templatesOf, theOnly } from "./deployed.ts";

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

describe("the flows", () => {
  const flows = Object.entries(resources(template, "AWS::Connect::ContactFlow"));
  const contentOf = (name: string) =>
    flows.find(([, flow]) => flow.Properties["Name"] === name)?.[1].Properties["Content"];

  test("are the committed ones, each of its type", () => {
    expect(flows.map(([, { Properties }]) => [Properties["Name"], Properties["Type"]])).toEqual([
      ["kobaton-alkoo-waiting", "CUSTOMER_QUEUE"],
      ["kobaton-alkoo-inbound", "CONTACT_FLOW"],
    ]);
  });

  test("have a value for every placeholder", () => {
    expect(flows.length).toBe(2);
    for (const [, { Properties }] of flows) {
      const content = Properties["Content"];
      const [text, values]: [string, object] =
        typeof content === "string" ? [content, {}] : content["Fn::Sub"];
      const wanted = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name);
      expect(Object.keys(values).sort()).toEqual([...new Set(wanted)].sort());
    }
  });

  test("the inbound flow asks the handler, and queues for the operators with the waiting flow", () => {
    const [, values] = contentOf("kobaton-alkoo-inbound")["Fn::Sub"];
    expect(values).toEqual({
      AnswerCallFunction: { "Fn::ImportValue": expect.stringContaining("AnswerCallFunction") },
      WaitingFlow: { "Fn::GetAtt": [expect.stringMatching(/^WaitingFlow/), "ContactFlowArn"] },
      OperatorQueue: { "Fn::GetAtt": [idOf("AWS::Connect::Queue"), "QueueArn"] },
      DeskHours: { "Fn::GetAtt": [idOf("AWS::Connect::HoursOfOperation"), "HoursOfOperationArn"] },
    });
  });

  test("the inbound flow is made once this instance, and no other, may call the handler", () => {
    const inbound = flows.find(([id]) => id.startsWith("InboundFlow"))?.[1];
    expect(inbound?.DependsOn).toEqual([
      idOf("AWS::Connect::IntegrationAssociation"),
      idOf("AWS::Lambda::Permission"),
    ]);
    const instance = { "Fn::ImportValue": expect.stringContaining("GetAttInstanceArn") };
    expect(theOnly(template, "AWS::Connect::IntegrationAssociation").Properties).toMatchObject({
      InstanceId: instance,
      IntegrationType: "LAMBDA_FUNCTION",
    });
    expect(theOnly(template, "AWS::Lambda::Permission").Properties).toMatchObject({
      Action: "lambda:InvokeFunction",
      Principal: "connect.amazonaws.com",
      SourceAccount: { Ref: "AWS::AccountId" },
      SourceArn: instance,
    });
  });
});

describe("the queue", () => {
  test("is what operators are given calls from, one at a time", () => {
    expect(theOnly(template, "AWS::Connect::RoutingProfile").Properties).toMatchObject({
      MediaConcurrencies: [{ Channel: "VOICE", Concurrency: 1 }],
      QueueConfigs: [
        {
          QueueReference: {
            Channel: "VOICE",
            QueueArn: { "Fn::GetAtt": [idOf("AWS::Connect::Queue"), "QueueArn"] },
          },
        },
      ],
    });
  });
});

describe("the number", () => {
  test("that is not there yet is said to be missing", () => {
    expect(template.toJSON()["Outputs"].LandingNumber.Value).toBe("none yet: nobody can call");
    expect(theOnly(template, "AWS::Connect::Queue").Properties["OutboundCallerConfig"]).toBeUndefined();
  });

  test("of the settings is shown by call backs", () => {
    const arn = "arn:aws:connect:ap-northeast-1:123456789012:phone-number/0b5f8a1e";
    const withNumber = templatesOf(callCentre({ landingNumberArns: { "kobaton-alkoo": arn } })).routing;
    expect(withNumber.toJSON()["Outputs"].LandingNumber.Value).toBe(arn);
    expect(theOnly(withNumber, "AWS::Connect::Queue").Properties["OutboundCallerConfig"]).toMatchObject({
      OutboundCallerIdNumberArn: arn,
    });
  });
});
