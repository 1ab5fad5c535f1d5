import { describe, expect, test } from "vitest";
import { answerCallHandler } from "../../lambdas/answer-call.ts";
import { publishReportHandler } from "../../lambdas/publish-report.ts";
import { requestCallbackHandler } from "../../lambdas/request-callback.ts";
import { takeContactEventHandler } from "../../lambdas/take-contact-event.ts";
import { takeContactRecordsHandler } from "../../lambdas/take-contact-records.ts";
import { callCentre, resources, templatesOf, theOnly } from "./deployed.ts";
import { expectVariablesRead, type HandlersOfStack } from "./variables-read.ts";

const templates = templatesOf(callCentre());
const template = templates.handlers;
const functions = Object.values(resources(template, "AWS::Lambda::Function")).map(
  ({ Properties }) => Properties,
);
const functionOf = (handler: string) => functions.find(({ FunctionName }) => FunctionName.endsWith(handler))!;

const handlers: HandlersOfStack = {
  "answer-call": answerCallHandler,
  "publish-report": publishReportHandler,
  "request-callback": requestCallbackHandler,
  "take-contact-event": takeContactEventHandler,
  "take-contact-records": takeContactRecordsHandler,
};

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** Every statement of the policies of a handler's role. */
function statementsOf(handler: string): Statement[] {
  const role = functionOf(handler)["Role"]["Fn::GetAtt"][0];
  return Object.values(resources(template, "AWS::IAM::Policy"))
    .filter(({ Properties }) => Properties["Roles"].some(({ Ref }: { Ref: string }) => Ref === role))
    .flatMap(({ Properties }) => Properties["PolicyDocument"].Statement);
}

const known = {
  "/index/Person": "Cases by person",
  TablesContacts: "Contacts",
  TablesCases: "Cases",
  TablesCallbacks: "Callbacks",
  TablesDesk: "Desk",
  TablesParked: "Parked",
  ReportsObjects: "reports",
  PersonKey: "person key",
  Undelivered: "undelivered",
  "telephone:ExportsOutputFnGetAttContactRecords": "stream",
  "telephone:ExportsOutputFnGetAttKey": "telephone key",
  "data:ExportsOutputFnGetAttKey": "data key",
  Logs: "its log",
};

function nameOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  const [, name] = Object.entries(known).find(([part]) => text.includes(part)) ?? [];
  return name ?? text;
}

const sorted = (texts: readonly string[]) => [...texts].sort();

/** `action resource` of each permission, without what every function has. */
function permissionsOf(handler: string): string[] {
  const all = statementsOf(handler).flatMap(({ Action, Resource }) =>
    [Action].flat().flatMap((action) => [Resource].flat().map((resource) => `${action} ${nameOf(resource)}`)),
  );
  return sorted([...new Set(all)].filter((permission) => !/^(logs|xray|kms):/.test(permission)));
}

const tellsWhatFailed = ["GetQueueAttributes", "GetQueueUrl", "SendMessage"].map(
  (action) => `sqs:${action} undelivered`,
);

const recordsContacts = [
  "dynamodb:DeleteItem Callbacks",
  "dynamodb:GetItem Callbacks",
  "dynamodb:GetItem Cases",
  "dynamodb:GetItem Contacts",
  "dynamodb:PutItem Cases",
  "dynamodb:PutItem Contacts",
  "dynamodb:PutItem Desk",
  "dynamodb:PutItem Parked",
  "dynamodb:Query Contacts",
  "dynamodb:Query Desk",
  ...tellsWhatFailed,
];

const readsStream = [
  "DescribeStream",
  "DescribeStreamConsumer",
  "DescribeStreamSummary",
  "GetRecords",
  "GetShardIterator",
  "ListShards",
  "ListStreams",
  "SubscribeToShard",
].map((action) => `kinesis:${action} stream`);

describe("each function may do what its handler does, and nothing else", () => {
  test.each([
    [
      "answer-call",
      [
        "dynamodb:GetItem Desk",
        "dynamodb:PutItem Desk",
        "dynamodb:Query Desk",
        "dynamodb:GetItem Cases",
        "dynamodb:Query Cases by person",
        "secretsmanager:GetSecretValue person key",
      ],
    ],
    [
      "request-callback",
      [
        "dynamodb:Query Desk",
        "dynamodb:PutItem Callbacks",
        "dynamodb:GetItem Cases",
        "dynamodb:PutItem Cases",
        "secretsmanager:GetSecretValue person key",
      ],
    ],
    ["take-contact-event", recordsContacts],
    [
      "take-contact-records",
      [...recordsContacts, "secretsmanager:GetSecretValue person key", ...readsStream],
    ],
    [
      "publish-report",
      [
        "dynamodb:Query Contacts",
        "dynamodb:Query Cases",
        "dynamodb:Query Desk",
        "dynamodb:PutItem Desk",
        "s3:ListBucket reports",
        "s3:GetObject reports",
        "s3:PutObject reports",
        ...tellsWhatFailed,
      ],
    ],
  ])("%s", (handler, expected) => {
    expect(permissionsOf(handler)).toEqual(sorted(expected));
  });

  test("beside its own log, traces and the keys of what it reads", () => {
    expect(functions.length).toBe(5);
    for (const handler of Object.keys(handlers)) {
      const common = statementsOf(handler).filter(({ Action }) => /^(logs|xray):/.test([Action].flat()[0]!));
      expect(common.map(({ Action, Resource }) => [Action, nameOf(Resource)])).toEqual([
        [["logs:CreateLogStream", "logs:PutLogEvents"], "its log"],
        [["xray:PutTelemetryRecords", "xray:PutTraceSegments"], '"*"'],
      ]);
      const keys = statementsOf(handler).filter(({ Action }) => [Action].flat()[0]!.startsWith("kms:"));
      const ofStores = keys.filter(({ Resource }) => nameOf(Resource) === "data key");
      expect(ofStores.length).toBe(1);
      expect(ofStores[0]?.Condition).toEqual({
        StringEquals: { "kms:ViaService": expect.arrayContaining(["dynamodb.ap-northeast-1.amazonaws.com"]) },
      });
    }
  });

  test("a reader of tables may not write with their key", () => {
    const statements = Object.values(resources(templates.watch, "AWS::IAM::Policy")).flatMap(
      ({ Properties }): Statement[] => Properties["PolicyDocument"].Statement,
    );
    const [statement] = statements.filter(({ Action }) => [Action].flat()[0]!.startsWith("kms:"));
    expect(statement?.Action).toEqual(["kms:Decrypt", "kms:DescribeKey"]);
  });
});

describe("each function", () => {
  test("is given exactly the variables that its handler reads at its start", () => {
    expectVariablesRead(template, handlers);
  });

  test("runs on Node 24 on ARM, is traced, and logs into its own group for 90 days", () => {
    expect(functions.length).toBe(5);
    for (const properties of functions) {
      expect(properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        TracingConfig: { Mode: "Active" },
      });
      const group = properties["LoggingConfig"].LogGroup.Ref;
      expect(resources(template, "AWS::Logs::LogGroup")[group]?.Properties["RetentionInDays"]).toBe(90);
    }
  });

  test("has a name short enough for Amazon Connect, which takes ARNs of 140 characters", () => {
    for (const { FunctionName } of functions)
      expect(
        `arn:aws:lambda:ap-northeast-1:123456789012:function:${FunctionName}`.length,
      ).toBeLessThanOrEqual(140);
    expect(sorted(functions.map(({ FunctionName }) => FunctionName))).toEqual(
      Object.keys(handlers).map((handler) => `dev-kobaton-alkoo-${handler}`),
    );
  });

  test.each(["answer-call", "request-callback"])(
    "that a flow asks answers within the eight seconds that Amazon Connect waits: %s",
    (handler) => {
      expect(functionOf(handler)["Timeout"]).toBeLessThanOrEqual(8);
    },
  );

  test("raises an alarm when it fails", () => {
    const watched = Object.values(resources(template, "AWS::CloudWatch::Alarm"))
      .filter(({ Properties }) => Properties["MetricName"] === "Errors")
      .map(({ Properties }) => Properties["Dimensions"][0].Value.Ref);
    expect(sorted(watched)).toEqual(sorted(Object.keys(resources(template, "AWS::Lambda::Function"))));
  });
});

describe("what Amazon Connect says of contacts", () => {
  test("events of this instance alone reach their handler; what does not is kept", () => {
    const { Properties } = theOnly(template, "AWS::Events::Rule");
    expect(Properties["EventPattern"]).toEqual({
      source: ["aws.connect"],
      "detail-type": ["Amazon Connect Contact Event"],
      detail: { instanceArn: [{ "Fn::ImportValue": expect.stringContaining("GetAttInstanceArn") }] },
    });
    const [target] = Properties["Targets"];
    expect(target.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 });
    expect(nameOf(target.DeadLetterConfig)).toBe("undelivered");
  });

  test("an event or a report on which the handler fails is kept too", () => {
    const configs = Object.values(resources(template, "AWS::Lambda::EventInvokeConfig"));
    expect(sorted(configs.map(({ Properties }) => Properties["FunctionName"].Ref))).toEqual([
      expect.stringMatching(/^PublishMonthlyReport/),
      expect.stringMatching(/^TakeContactEvent/),
    ]);
    for (const { Properties } of configs) expect(nameOf(Properties["DestinationConfig"])).toBe("undelivered");
  });

  test("records come in order, from the oldest; a bad one is isolated, tried again and kept", () => {
    const { Properties } = theOnly(template, "AWS::Lambda::EventSourceMapping");
    expect(Properties).toMatchObject({
      StartingPosition: "TRIM_HORIZON",
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1000,
      MaximumRecordAgeInSeconds: 86_400,
    });
    expect(nameOf(Properties["EventSourceArn"])).toBe("stream");
    expect(nameOf(Properties["DestinationConfig"])).toBe("undelivered");
  });

  test("records that wait raise an alarm", () => {
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      MetricName: "IteratorAge",
      Threshold: 900_000,
    });
  });
});
