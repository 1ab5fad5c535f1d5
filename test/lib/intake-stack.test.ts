import { globSync } from "node:fs";
import { basename } from "node:path";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { followUpInquiryHandler } from "../../lambdas/follow-up-inquiry.ts";
import { resumeInquiriesHandler } from "../../lambdas/resume-inquiries.ts";
import { showFormHandler } from "../../lambdas/show-form.ts";
import { showInquiryStatusHandler } from "../../lambdas/show-inquiry-status.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { takeMailEventHandler } from "../../lambdas/take-mail-event.ts";
import { takeMailHandler } from "../../lambdas/take-mail.ts";
import { callCentre, resources, templatesOf, theOnly } from "./deployed.ts";
import { expectVariablesRead } from "./variables-read.ts";

const templates = templatesOf(callCentre());
const template = templates.intake;
const functions = Object.entries(resources(template, "AWS::Lambda::Function"));
const idOf = (handler: string) =>
  functions.find(([, { Properties }]) => Properties["FunctionName"].endsWith(`-${handler}`))?.[0] ?? handler;
const propertiesOf = (handler: string) =>
  resources(template, "AWS::Lambda::Function")[idOf(handler)]!.Properties;

/** Texts, or lists that begin with one, in order. */
const inOrder = <One extends { toString(): string }>(all: readonly One[]): One[] =>
  all.toSorted((one, other) => (String(one) < String(other) ? -1 : 1));

describe("the functions of written inquiries", () => {
  test("are these, each told exactly the variables that its handler reads at its start", () => {
    expectVariablesRead(template, {
      "follow-up-inquiry": followUpInquiryHandler,
      "resume-inquiries": resumeInquiriesHandler,
      "show-form": showFormHandler,
      "show-inquiry-status": showInquiryStatusHandler,
      "submit-web-form": submitWebFormHandler,
      "take-mail": takeMailHandler,
      "take-mail-event": takeMailEventHandler,
    });
  });

  test("raise an alarm when they fail, and so does work that is given up", () => {
    const watched = Object.values(resources(template, "AWS::CloudWatch::Alarm")).map(({ Properties }) => [
      Properties["MetricName"],
      Properties["Dimensions"][0].Value.Ref ?? Properties["Dimensions"][0].Value["Fn::GetAtt"]?.[0],
    ]);
    const [deadLetters = ""] = Object.keys(resources(template, "AWS::SQS::Queue")).filter((id) =>
      /GivenUp/.test(id),
    );
    expect(watched.map(String).sort()).toEqual(
      [...functions.map(([id]) => ["Errors", id]), ["ApproximateNumberOfMessagesVisible", deadLetters]]
        .map(String)
        .sort(),
    );
  });
});

describe("the form's API", () => {
  /** `METHOD /path function` of each method. */
  const routes = Object.values(resources(template, "AWS::ApiGateway::Method")).map(({ Properties }) => {
    const path = resources(template, "AWS::ApiGateway::Resource")[Properties["ResourceId"].Ref]!;
    expect(path.Properties["ParentId"]["Fn::GetAtt"][1]).toBe("RootResourceId");
    const parts: readonly unknown[] = Properties["Integration"].Uri["Fn::Join"][1];
    const [id] = parts.flatMap((part) => Object(part)["Fn::GetAtt"]?.[0] ?? []);
    return `${Properties["HttpMethod"]} /${path.Properties["PathPart"]} ${id}`;
  });

  test("has one flat level of paths: the pages, each file that they name, and what they send", () => {
    const files = ["web/base.css", ...globSync("web/form/*.{js,css}")].map((path) => basename(path));
    expect(files.length).toBeGreaterThanOrEqual(7);
    const showForm = idOf("show-form");
    expect(routes.sort()).toEqual(
      [
        ...["form", "form-easy", "form-en", ...files].map((path) => `GET /${path} ${showForm}`),
        ...["form-check", "form-edit", "inquiries"].map((path) => `POST /${path} ${idOf("submit-web-form")}`),
        `GET /inquiry-status ${idOf("show-inquiry-status")}`,
        `POST /inquiry-status ${idOf("show-inquiry-status")}`,
      ].sort(),
    );
  });

  test("is regional, and takes pictures as they are", () => {
    const { Properties } = theOnly(template, "AWS::ApiGateway::RestApi");
    expect(Properties["EndpointConfiguration"].Types).toEqual(["REGIONAL"]);
    expect(Properties["BinaryMediaTypes"]).toEqual(["multipart/form-data"]);
  });

  test("lets pages be read faster than posts be sent", () => {
    const [all, ...posts]: Record<string, unknown>[] = theOnly(template, "AWS::ApiGateway::Stage").Properties[
      "MethodSettings"
    ];
    expect(all).toMatchObject({ ResourcePath: "/*", ThrottlingRateLimit: 200, DataTraceEnabled: false });
    expect(
      posts.map(({ ResourcePath, HttpMethod, ThrottlingRateLimit }) => [
        ResourcePath,
        HttpMethod,
        ThrottlingRateLimit,
      ]),
    ).toEqual(
      ["form-check", "form-edit", "inquiries", "inquiry-status"].map((path) => [`/~1${path}`, "POST", 20]),
    );
  });

  test("is guarded by rules on posts by address and on sizes, which say in words what to do", () => {
    const { Properties } = theOnly(template, "AWS::WAFv2::WebACL");
    expect(Properties["Scope"]).toBe("REGIONAL");
    const [body, query, posts] = Properties["Rules"];
    expect(posts.Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: "IP",
      Limit: 100,
      ScopeDownStatement: { ByteMatchStatement: { SearchString: "POST", FieldToMatch: { Method: {} } } },
    });
    expect(posts.Action.Block.CustomResponse).toEqual({
      ResponseCode: 429,
      CustomResponseBodyKey: "too-many",
    });
    for (const rule of [body, query])
      expect(rule.Action.Block.CustomResponse).toEqual({
        ResponseCode: 413,
        CustomResponseBodyKey: "too-large",
      });
    expect(query.Statement.SizeConstraintStatement).toMatchObject({ ComparisonOperator: "GT", Size: 256 });
    for (const { Content } of Object.values<{ Content: string }>(Properties["CustomResponseBodies"])) {
      // AWS WAF takes 4 KB a body.
      expect(Buffer.byteLength(Content)).toBeLessThan(4096);
      expect(Content).toContain("もう一度送信してください");
    }
    template.resourceCountIs("AWS::WAFv2::WebACLAssociation", 1);
  });

  test("by the stated length refuses what is larger than a function is given, and nothing smaller", () => {
    const [body] = theOnly(template, "AWS::WAFv2::WebACL").Properties["Rules"];
    const large = new RegExp(body.Statement.RegexMatchStatement.RegexString);
    const refused = [
      0, 500_000, 4_500_000, 4_599_999, 4_600_000, 5_000_000, 9_999_999, 10_000_000, 123_456_789,
    ];
    expect(refused.map((bytes) => large.test(String(bytes)))).toEqual([
      ...Array(4).fill(false),
      ...Array(5).fill(true),
    ]);
    // Lambda takes 6 MB (6,291,456 bytes) of JSON, and a body of 4,599,999 bytes is in base64:
    expect(Math.ceil(4_599_999 / 3) * 4).toBeLessThan(6_291_456 - 100_000);
  });

  test("answers what it turns away itself with a page and for the script", () => {
    const refusals = Object.values(resources(template, "AWS::ApiGateway::GatewayResponse"));
    expect(inOrder(refusals.map(({ Properties }) => Properties["ResponseType"]))).toEqual([
      "REQUEST_TOO_LARGE",
      "THROTTLED",
    ]);
    for (const { Properties } of refusals)
      expect(Object.keys(Properties["ResponseTemplates"]).sort()).toEqual(["application/json", "text/html"]);
  });

  test("logs no address and nothing that was written", () => {
    const format: string = theOnly(template, "AWS::ApiGateway::Stage").Properties["AccessLogSetting"].Format;
    expect(Object.values(JSON.parse(format)).length).toBe(7);
    expect(format).not.toMatch(/identity|sourceIp|userAgent|authorizer|input|querystring/i);
  });
});

describe("what inquiries owe", () => {
  test("goes through an ordered queue, one by one, and to the dead letters after three times", () => {
    const queues = Object.values(resources(template, "AWS::SQS::Queue")).map(({ Properties }) => Properties);
    expect(queues).toHaveLength(2);
    for (const queue of queues) expect(queue).toMatchObject({ FifoQueue: true, SqsManagedSseEnabled: true });
    const [inquiries] = queues.filter((queue) => queue["RedrivePolicy"]);
    expect(inquiries).toMatchObject({
      ContentBasedDeduplication: true,
      RedrivePolicy: { maxReceiveCount: 3 },
    });
    // Longer than the function may run.
    expect(inquiries?.["VisibilityTimeout"]).toBeGreaterThan(propertiesOf("follow-up-inquiry")["Timeout"]);
    expect(theOnly(template, "AWS::Lambda::EventSourceMapping").Properties).toMatchObject({
      BatchSize: 1,
      FunctionName: { Ref: idOf("follow-up-inquiry") },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    });
  });

  test("is taken up again every five minutes", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      ScheduleExpression: "rate(5 minutes)",
      Targets: [Match.objectLike({ Arn: { "Fn::GetAtt": [idOf("resume-inquiries"), "Arn"] } })],
    });
  });
});

describe("mail", () => {
  test("is signed for the sender's domain, and its fate is told to a function", () => {
    const identities = Object.values(resources(template, "AWS::SES::EmailIdentity"));
    expect(inOrder(identities.map(({ Properties }) => Properties["EmailIdentity"]))).toEqual([
      "example.jp",
      "reply.example.jp",
    ]);
    const { EventDestination } = theOnly(template, "AWS::SES::ConfigurationSetEventDestination").Properties;
    expect(inOrder(EventDestination.MatchingEventTypes)).toEqual(["bounce", "complaint", "reject"]);
    const subscription = theOnly(template, "AWS::SNS::Subscription").Properties;
    expect([subscription["Protocol"], subscription["Endpoint"]]).toEqual([
      "lambda",
      { "Fn::GetAtt": [idOf("take-mail-event"), "Arn"] },
    ]);
    expect(subscription["TopicArn"]).toEqual(EventDestination.SnsDestination.TopicARN);
  });

  test("to the reply domain is searched, written into the bucket, and handed to a function", () => {
    const { Rule } = theOnly(template, "AWS::SES::ReceiptRule").Properties;
    expect(Rule).toMatchObject({ Recipients: ["reply.example.jp"], ScanEnabled: true, Enabled: true });
    const [{ S3Action }] = Rule.Actions;
    expect(S3Action.ObjectKeyPrefix).toBe("mails/");
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: {
        source: ["aws.s3"],
        "detail-type": ["Object Created"],
        detail: { bucket: { name: [S3Action.BucketName] }, object: { key: [{ prefix: "mails/" }] } },
      },
      Targets: [
        Match.objectLike({
          Arn: { "Fn::GetAtt": [idOf("take-mail"), "Arn"] },
          DeadLetterConfig: Match.anyValue(),
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        }),
      ],
    });
  });

  test("that comes in may be encrypted by the mail service, of this account alone", () => {
    const statements = theOnly(templates.data, "AWS::KMS::Key").Properties["KeyPolicy"].Statement;
    const ofMail = statements.filter(({ Principal }: { Principal: { Service?: string | string[] } }) =>
      [Principal.Service].flat().includes("ses.amazonaws.com"),
    );
    expect(ofMail).toMatchObject([
      {
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
        Effect: "Allow",
      },
    ]);
  });

  test("goes out under the programme's own address only", () => {
    const role = propertiesOf("follow-up-inquiry")["Role"]["Fn::GetAtt"][0];
    const send = Object.values(resources(template, "AWS::IAM::Policy"))
      .filter(({ Properties }) => Properties["Roles"][0].Ref === role)
      .flatMap(({ Properties }) => Properties["PolicyDocument"].Statement)
      .filter(({ Action }) => Action === "ses:SendEmail");
    expect(send.map(({ Condition }) => Condition)).toContainEqual({
      StringEquals: { "ses:FromAddress": "kobaton-alkoo@example.jp" },
    });
    expect(JSON.stringify(send.filter(({ Condition }) => !Condition))).toContain(":configuration-set/");
  });
});

describe("the buckets of pictures and mails", () => {
  const buckets = Object.entries(resources(template, "AWS::S3::Bucket")).filter(([id]) => /Objects/.test(id));

  test("are encrypted with the stores' key, tell EventBridge, and stay when the stack goes", () => {
    expect(buckets).toHaveLength(2);
    for (const [, bucket] of buckets) {
      expect(bucket["DeletionPolicy"]).toBe("Retain");
      expect(JSON.stringify(bucket.Properties["BucketEncryption"])).toMatch(/GetAttKey.+aws:kms/);
      expect(bucket.Properties["NotificationConfiguration"]).toEqual({
        EventBridgeConfiguration: { EventBridgeEnabled: true },
      });
      expect(bucket.Properties["PublicAccessBlockConfiguration"]).toMatchObject({ BlockPublicAcls: true });
    }
  });

  test("erase what arrived after a day, pictures after a year, mails with the table of parked work", () => {
    const days = buckets.flatMap(([, { Properties }]) =>
      Properties["LifecycleConfiguration"].Rules.filter(({ Prefix }: { Prefix?: string }) => Prefix).map(
        (rule: {
          Prefix: string;
          ExpirationInDays: number;
          NoncurrentVersionExpiration: { NoncurrentDays: number };
        }) => [rule.Prefix, rule.ExpirationInDays, rule.NoncurrentVersionExpiration.NoncurrentDays],
      ),
    );
    expect(inOrder(days)).toEqual([
      ["arrived/", 1, 1],
      ["kept/", 365, 1],
      ["mails/", 90, 1],
    ]);
  });

  test("pictures are searched for malware, tagged, and read by nobody before they are clean", () => {
    const plan = theOnly(template, "AWS::GuardDuty::MalwareProtectionPlan").Properties;
    expect(plan).toMatchObject({
      Actions: { Tagging: { Status: "ENABLED" } },
      ProtectedResource: { S3Bucket: { ObjectPrefixes: ["kept/"] } },
    });
    const bucket = plan["ProtectedResource"].S3Bucket.BucketName.Ref;
    const [policy] = Object.values(resources(template, "AWS::S3::BucketPolicy")).filter(
      ({ Properties }) => Properties["Bucket"].Ref === bucket,
    );
    const denied = policy!.Properties["PolicyDocument"].Statement.filter(
      ({ Condition }: { Condition: Record<string, object> }) =>
        "aws:PrincipalArn" in (Condition["StringNotEquals"] ?? {}),
    );
    expect(denied).toMatchObject([
      {
        Effect: "Deny",
        Action: ["s3:GetObject", "s3:GetObjectVersion"],
        Condition: {
          StringNotEquals: {
            "aws:PrincipalArn": plan["Role"],
            "s3:ExistingObjectTag/GuardDutyMalwareScanStatus": "NO_THREATS_FOUND",
          },
        },
      },
      {
        Effect: "Deny",
        Action: ["s3:PutObjectTagging", "s3:PutObjectVersionTagging"],
        Condition: { StringNotEquals: { "aws:PrincipalArn": plan["Role"] } },
      },
    ]);
  });
});
