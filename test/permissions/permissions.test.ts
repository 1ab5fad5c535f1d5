import { globSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { startCallRecorder } from "../../local/call-recorder.ts";
import type { NeededPermission } from "../../local/needed-permissions.ts";
import { callCentre, templatesOf } from "../lib/deployed.ts";
import { aCloud } from "../support/cloud.ts";
import { aServedExchange, readDesk, watchedDesk } from "../support/connect.ts";
import { allows, type Grant, mismatches } from "./compare-permissions.ts";
import { deployedFunctions } from "./deployed-grants.ts";
import { exercises } from "./exercises.ts";

const cloud = await aCloud();
const connect = await aServedExchange();
afterAll(() => connect.stop());
const environment = {
  ...cloud.environment,
  ...watchedDesk,
  ...readDesk,
  AWS_ENDPOINT_URL_CONNECT: connect.endpoint,
};
const recorder = await startCallRecorder(environment);
afterAll(() => recorder.stop());
Object.assign(process.env, recorder.environment);

const deployed = deployedFunctions(templatesOf(callCentre()), environment);
const handlers = globSync("lambdas/*.ts")
  .map((file) => basename(file, ".ts"))
  .sort();

const serviceOf = ({ action }: { readonly action: string }) => action.slice(0, action.indexOf(":"));
const calledServices: ReadonlySet<string> = new Set(["dynamodb", "s3", "secretsmanager", "ses", "connect"]);
const grantsOf = (handler: string) => deployed.find(({ name }) => name.endsWith(`-${handler}`))!.grants;
/** Of SQS handlers only send, and never to the queue of what Lambda gave up. */
const isForCalls = (grant: Grant) =>
  calledServices.has(serviceOf(grant)) ||
  (grant.action === "sqs:SendMessage" && !grant.resource.startsWith("data.Undelivered"));
const forCalls = (handler: string) => grantsOf(handler).filter(isForCalls);

/** What each handler called. One is exercised at a time, so that every call that comes is its own. */
const called = new Map<string, readonly NeededPermission[]>();
for (const handler of handlers) {
  const own: NeededPermission[] = [];
  await exercises[handler]?.({
    environment: recorder.environment,
    programme: cloud.environment["PROGRAMME"]!,
    async recorded(work) {
      const before = recorder.needed.length;
      const answer = await work();
      own.push(...recorder.needed.slice(before));
      return answer;
    },
  });
  called.set(handler, own);
}
const callsOf = (handler: string) => called.get(handler)!;

/** Every handler calls at least three things, but for those that look after one. */
const fewestGrants = (handler: string) =>
  ({
    "alert-long-calls": 2,
    "check-hours": 1,
    "show-desk": 0,
    "show-form": 1,
    "show-inquiry-status": 1,
    "resume-inquiries": 2,
    "compare-holidays": 2,
  })[handler] ?? 3;

describe("each handler may do exactly the calls that it makes", () => {
  test("looks at every file of lambdas/, exercised here and deployed as a function", () => {
    expect(handlers.length).toBeGreaterThanOrEqual(6);
    expect(Object.keys(exercises).sort()).toEqual(handlers);
    expect(deployed.map(({ name }) => name.replace("dev-kobaton-alkoo-", "")).sort()).toEqual(handlers);
  });

  test.each(handlers)("%s: no call without a grant, no grant without a call", (handler) => {
    // A handler that is granted nothing calls nothing either.
    expect(callsOf(handler).length).toBeGreaterThanOrEqual(fewestGrants(handler) === 0 ? 0 : 10);
    expect(forCalls(handler).length).toBeGreaterThanOrEqual(fewestGrants(handler));
    expect(mismatches(handler, callsOf(handler), forCalls(handler))).toEqual([]);
  });
});

/** What the comparison says of changed calls or grants, beside what it says of those that there are. */
function differences(
  handler: string,
  {
    calls = callsOf(handler),
    grants = forCalls(handler),
  }: { calls?: readonly NeededPermission[]; grants?: readonly Grant[] },
): string[] {
  const already = mismatches(handler, callsOf(handler), forCalls(handler));
  return mismatches(handler, calls, grants).filter((sentence) => !already.includes(sentence));
}

describe("the comparison sees a difference of one action", () => {
  test.each(handlers)("%s: each grant, taken away, and each kind of call, left out", (handler) => {
    const used = forCalls(handler).filter((grant) => callsOf(handler).some((call) => allows(grant, call)));
    expect(used.length).toBeGreaterThanOrEqual(fewestGrants(handler));
    for (const missing of used) {
      const { action, resource } = missing;
      const ungranted = differences(handler, {
        grants: forCalls(handler).filter((grant) => grant !== missing),
      });
      expect(ungranted.length).toBeGreaterThan(0);
      for (const sentence of ungranted)
        expect(sentence).toMatch(new RegExp(`^${handler} calls ${action} on .+, which nothing grants$`));
      const uncalled = differences(handler, {
        calls: callsOf(handler).filter((call) => !allows(missing, call)),
      });
      expect(uncalled).toEqual([`${handler} is granted ${action} on ${resource}, and never calls it`]);
    }
  });

  const cases = "arn:aws:dynamodb:ap-northeast-1:000000000000:table/callcentre-Cases";
  const planted = (action: string, resource: string, condition: Grant["condition"] = {}): Grant => ({
    action,
    resource,
    condition,
  });

  test.each([
    ["another action", planted("dynamodb:Scan", cases)],
    ["all actions", planted("dynamodb:*", cases)],
    ["another index", planted("dynamodb:Query", `${cases}/index/Another`)],
    ["every index", planted("dynamodb:Query", `${cases}/index/*`)],
    ["every table", planted("dynamodb:GetItem", "*")],
    ["a whole bucket", planted("s3:GetObject", "arn:aws:s3:::callcentre-reports/*")],
    ["another sender", planted("ses:SendEmail", "*", { "ses:FromAddress": ["else@example.jp"] })],
  ])("a planted grant for %s is reported by handler, action and resource", (_what, extra) => {
    for (const handler of handlers)
      expect(differences(handler, { grants: [...forCalls(handler), extra] })).toEqual([
        `${handler} is granted ${extra.action} on ${extra.resource}, and never calls it`,
      ]);
  });

  test("a planted call is reported by handler, action and resource", () => {
    const call = { action: "dynamodb:DeleteItem", resource: cases, context: {} };
    for (const handler of handlers)
      expect(differences(handler, { calls: [...callsOf(handler), call] })).toEqual([
        `${handler} calls dynamodb:DeleteItem on ${cases}, which nothing grants`,
      ]);
  });
});

const actions = (service: string, names: string) => names.split(" ").map((name) => `${service}:${name}`);

/** What Lambda, and not the handler, does in the role's name: no SDK call of a handler can show it. */
const doneByLambda: readonly {
  readonly reason: string;
  readonly actions: readonly string[];
  readonly resource: RegExp;
  readonly handlers: readonly string[];
}[] = [
  {
    reason: "writes what the function prints into the function's own group",
    actions: actions("logs", "CreateLogStream PutLogEvents"),
    resource: /^(?:handlers|intake|watch|calendar|reports|deskapi)\.\w+Logs\w+$/,
    handlers,
  },
  {
    reason: "sends the function's traces; X-Ray takes no resource",
    actions: actions("xray", "PutTelemetryRecords PutTraceSegments"),
    resource: /^\*$/,
    handlers,
  },
  {
    reason: "hands on what the handler was not reached with or gave up",
    actions: actions("sqs", "GetQueueAttributes GetQueueUrl SendMessage"),
    resource: /^data\.Undelivered\w+$/,
    handlers: [
      "check-hours",
      "compare-holidays",
      "publish-report",
      "take-contact-event",
      "take-contact-records",
      "take-mail",
      "take-mail-event",
    ],
  },
  {
    reason: "takes inquiries out of the queue for the handler",
    actions: actions(
      "sqs",
      "ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl ReceiveMessage",
    ),
    resource: /^intake\.InquiryQueueInquiries\w+$/,
    handlers: ["follow-up-inquiry"],
  },
  {
    reason: "reads the stream of contact records and calls the handler with them",
    actions: actions(
      "kinesis",
      "DescribeStream DescribeStreamConsumer DescribeStreamSummary GetRecords GetShardIterator ListShards ListStreams SubscribeToShard",
    ),
    resource: /^telephone\.ContactRecords\w+$/,
    handlers: ["take-contact-records"],
  },
  {
    reason: "reads that stream, which is encrypted",
    actions: ["kms:Decrypt"],
    resource: /^telephone\.Key\w+$/,
    handlers: ["take-contact-records"],
  },
];

/** The key of the stores, which the services that keep them use in the caller's name. */
const storeKey = /^data\.Key\w+$/;

describe("what a function may do besides", () => {
  test.each(handlers)("%s: is exactly what Lambda does for it, and the use of the stores' key", (handler) => {
    const besides = grantsOf(handler).filter((grant) => !isForCalls(grant) && !storeKey.test(grant.resource));
    const expected = doneByLambda.filter((done) => done.handlers.includes(handler));
    expect(besides.map(({ action }) => action).sort()).toEqual(
      expected.flatMap((done) => done.actions).sort(),
    );
    for (const { action, resource, condition } of besides) {
      const done = expected.find((one) => one.actions.includes(action) && one.resource.test(resource));
      expect([action, resource, done?.reason]).toEqual([action, resource, expect.any(String)]);
      expect(condition).toEqual({});
    }
  });

  // DynamoDB's and S3's own calls to KMS: the library's table and bucket grants, of which handler-access.ts tells.
  const reading = actions("kms", "Decrypt DescribeKey");
  const writing = actions(
    "kms",
    "Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext ReEncryptFrom ReEncryptTo",
  );

  test.each(handlers)(
    "%s: uses the stores' key through the services that it calls, to write if it writes",
    (handler) => {
      const calls = callsOf(handler);
      const services = new Set(calls.map(serviceOf));
      const through = ["dynamodb", "secretsmanager", "s3"].filter((service) => services.has(service));
      const writes = calls.some(({ action }) => /:(Put|Update|Delete)/.test(action));
      const key = grantsOf(handler).filter(({ resource }) => storeKey.test(resource));
      const used = [...reading, ...(writes ? writing : [])];
      expect(key.map(({ action }) => action).sort()).toEqual(through.length > 0 ? used.sort() : []);
      for (const { condition } of key)
        expect(condition).toEqual({
          "kms:ViaService": through.map((service) => `${service}.ap-northeast-1.amazonaws.com`),
        });
    },
  );
});
