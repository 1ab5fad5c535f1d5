/**
 * The logical ids of what must survive every deployment, in logical-ids.json: stack, logical id, type. A resource whose id
 * changes is another resource to CloudFormation, which makes it empty and lets go of the first.
 *
 * `npm run logical-ids` adds what is new. What is gone it leaves in the list: whoever means it takes the line out by hand.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isRetained } from "../../tools/deployment/cloud-assembly.ts";
import { environments, synthesisedTemplates } from "./synthesis.ts";

/** Types by logical id, by stack. */
type LogicalIds = Readonly<Record<string, Readonly<Record<string, string>>>>;

const file = join(import.meta.dirname, "logical-ids.json");

/** What must survive although its stack may take it along: people, flows, numbers or history refer to it. */
const referredTo: readonly string[] = [
  "AWS::Backup::BackupVault",
  "AWS::Cognito::UserPool",
  "AWS::Connect::ContactFlow",
  "AWS::Connect::EvaluationForm",
  "AWS::Connect::HoursOfOperation",
  "AWS::Connect::Instance",
  "AWS::Connect::InstanceStorageConfig",
  "AWS::Connect::Queue",
  "AWS::Connect::RoutingProfile",
  "AWS::Connect::TaskTemplate",
  "Custom::NumberAssociation",
];

/** What is lost with a resource of a type, in the words of the service. */
const losses: readonly (readonly [RegExp, string])[] = [
  [/DynamoDB/, "an empty table would take its place: every contact and case in it would be out of reach"],
  [/S3/, "an empty bucket would take its place: its recordings or reports would be out of reach"],
  [/KMS/, "what was encrypted with it could be read only as long as somebody keeps the old key"],
  [/SecretsManager/, "with another secret nobody's earlier work would be found again"],
  [/Connect::Instance$/, "another instance would take its place, without the numbers and the history"],
  [
    /Connect::ContactFlow$/,
    "the flow would get another ARN: numbers and transfers would lead to the old one",
  ],
  [/Connect/, "it would get another identifier: people, flows and history would refer to the old one"],
  [/NumberAssociation/, "the number would be without a flow until the new one is there"],
  [/Cognito/, "everybody who signs in would have to be entered again"],
  [/Backup/, "its backups would be out of reach of the plan"],
  [/SQS|Kinesis/, "what still waits in it would be out of reach"],
  [/Logs/, "its log would be cut in two"],
];

function lossOf(type: string): string {
  return losses.find(([pattern]) => pattern.test(type))?.[1] ?? "it would be made again, empty";
}

/** One sentence for each listed resource that a deployment would let go of. */
function gone(listed: LogicalIds, deployed: LogicalIds): string[] {
  return Object.entries(listed).flatMap(([stack, ids]) =>
    Object.entries(ids)
      .filter(([id, type]) => deployed[stack]?.[id] !== type)
      .map(([id, type]) => {
        const now = deployed[stack]?.[id];
        const what = now === undefined ? "is gone" : `has become an ${now}`;
        return `${stack}/${id} (${type}) ${what}: ${lossOf(type)}. Give its construct its path and type back.`;
      }),
  );
}

/** Both lists in one, each sorted by name. */
function together(listed: LogicalIds, deployed: LogicalIds): LogicalIds {
  const sorted = <Value>(entries: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1)));
  const stacks = Object.keys({ ...listed, ...deployed });
  return sorted(
    Object.fromEntries(stacks.map((stack) => [stack, sorted({ ...deployed[stack], ...listed[stack] })])),
  );
}

const surviving: LogicalIds = Object.fromEntries(
  environments
    .flatMap((environment) => [...synthesisedTemplates(environment)])
    .map(([stack, { Resources }]) => [
      stack,
      Object.fromEntries(
        Object.entries(Resources)
          .filter(([, resource]) => isRetained(resource) || referredTo.includes(resource.Type))
          .map(([id, { Type }]) => [id, Type]),
      ),
    ])
    .filter(([, ids]) => Object.keys(ids as object).length > 0),
);

const listed = JSON.parse(readFileSync(file, "utf8")) as LogicalIds;
if (process.env["LOGICAL_IDS"] === "add")
  writeFileSync(file, `${JSON.stringify(together(listed, surviving), undefined, 2)}\n`);

describe("what must survive a deployment", () => {
  test("keeps its logical ids", () => {
    expect(gone(listed, surviving)).toEqual([]);
  });

  test("is listed: `npm run logical-ids` adds what is new", () => {
    const now = JSON.parse(readFileSync(file, "utf8")) as LogicalIds;
    expect(gone(surviving, now)).toEqual([]);
  });

  test("is the instance, queues, flows, tables, buckets, keys and secrets of each environment, at least", () => {
    for (const environment of environments) {
      const stacks = Object.entries(surviving).filter(([stack]) => stack.includes(`-${environment}-`));
      const types = new Set(stacks.flatMap(([, ids]) => Object.values(ids)));
      for (const type of [
        "AWS::Connect::Instance",
        "AWS::Connect::Queue",
        "AWS::Connect::ContactFlow",
        "AWS::DynamoDB::GlobalTable",
        "AWS::S3::Bucket",
        "AWS::KMS::Key",
        "AWS::SecretsManager::Secret",
      ])
        expect(types, environment).toContain(type);
    }
  });
});

describe("a resource that is not kept", () => {
  const before = {
    "callcentre-x-data": { TablesCases1: "AWS::DynamoDB::GlobalTable", Key2: "AWS::KMS::Key" },
  };

  test("is named, with what would be lost", () => {
    const after = {
      "callcentre-x-data": { TablesCases9: "AWS::DynamoDB::GlobalTable", Key2: "AWS::SQS::Queue" },
    };
    expect(gone(before, after)).toEqual([
      "callcentre-x-data/TablesCases1 (AWS::DynamoDB::GlobalTable) is gone: an empty table would take its place: every contact and case in it would be out of reach. Give its construct its path and type back.",
      "callcentre-x-data/Key2 (AWS::KMS::Key) has become an AWS::SQS::Queue: what was encrypted with it could be read only as long as somebody keeps the old key. Give its construct its path and type back.",
    ]);
  });

  test("stays in the list when new ones are added, so that it is never let go of in passing", () => {
    expect(together(before, { "callcentre-x-data": { New3: "AWS::S3::Bucket" } })).toEqual({
      "callcentre-x-data": { ...before["callcentre-x-data"], New3: "AWS::S3::Bucket" },
    });
  });
});
