import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, onTestFinished, test } from "vitest";
import { startDynamoDbProcess } from "../../local/dynamodb-process.ts";
import { startDynamoDbServer } from "../../local/dynamodb-server.ts";
import { localAccess } from "../../local/local-access.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function clientOf(endpoint: string): DynamoDBClient {
  const client = new DynamoDBClient({ endpoint, maxAttempts: 1, ...localAccess });
  onTestFinished(() => client.destroy());
  return client;
}

async function serverOn(file: string, environment: NodeJS.ProcessEnv = {}) {
  const server = await startDynamoDbServer({ file, environment });
  onTestFinished(() => server.stop());
  return { server, client: clientOf(server.endpoint) };
}

async function newFile(): Promise<string> {
  return join(await temporaryFolder(), "dynamodb.sqlite");
}

describe("the tables", () => {
  test("are made as the design draws them", async () => {
    const { client } = await serverOn(await newFile());
    const { TableNames } = await client.send(new ListTablesCommand({}));
    expect(TableNames?.toSorted()).toEqual([
      "callcentre-Audit",
      "callcentre-Callbacks",
      "callcentre-Cases",
      "callcentre-Contacts",
      "callcentre-Desk",
      "callcentre-Parked",
    ]);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: "callcentre-Cases" }));
    expect(Table).toMatchObject({
      TableStatus: "ACTIVE",
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
      KeySchema: [
        { AttributeName: "day", KeyType: "HASH" },
        { AttributeName: "receiptNumber", KeyType: "RANGE" },
      ],
    });
    const due = Table?.GlobalSecondaryIndexes?.find((index) => index.IndexName === "Due");
    expect(due).toMatchObject({
      Projection: { ProjectionType: "KEYS_ONLY" },
      KeySchema: [{ AttributeName: "openWork" }, { AttributeName: "dueAt" }],
    });
  });

  test("parked work and a desk's entries expire, and nothing else does", async () => {
    const { client } = await serverOn(await newFile());
    const expiryOf = async (TableName: string) =>
      (await client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;
    for (const table of ["callcentre-Parked", "callcentre-Desk", "callcentre-Audit"])
      expect(await expiryOf(table)).toEqual({ AttributeName: "expiresAt", TimeToLiveStatus: "ENABLED" });
    for (const table of ["callcentre-Cases", "callcentre-Callbacks"])
      expect((await expiryOf(table))?.TimeToLiveStatus).toBe("DISABLED");
  });

  test("an index answers in the order of its numbers", async () => {
    const { client } = await serverOn(await newFile());
    for (const dueAt of ["1000", "9", "200"])
      await client.send(
        new PutItemCommand({
          TableName: "callcentre-Cases",
          Item: { day: { S: "p#d" }, receiptNumber: { S: dueAt }, openWork: { S: "p" }, dueAt: { N: dueAt } },
        }),
      );
    const { Items } = await client.send(
      new QueryCommand({
        TableName: "callcentre-Cases",
        IndexName: "Due",
        KeyConditionExpression: "openWork = :p",
        ExpressionAttributeValues: { ":p": { S: "p" } },
      }),
    );
    expect(Items?.map((item) => item["dueAt"]?.N)).toEqual(["9", "200", "1000"]);
  });
});

describe("several servers on one file", () => {
  test("six that start at once find every table, and see each other's items", async () => {
    const file = await newFile();
    const all = await Promise.all(Array.from({ length: 6 }, () => serverOn(file)));
    const key = { programme: { S: "p" }, entry: { S: "special-day#2024-08-14" } };
    await all[0]!.client.send(new PutItemCommand({ TableName: "callcentre-Desk", Item: key }));
    for (const { client } of all) {
      expect((await client.send(new ListTablesCommand({}))).TableNames).toHaveLength(6);
      const read = new GetItemCommand({ TableName: "callcentre-Desk", Key: key, ConsistentRead: true });
      expect((await client.send(read)).Item).toEqual(key);
    }
  });

  test("of many conditional writes through different servers exactly one succeeds", async () => {
    const file = await newFile();
    const all = await Promise.all([serverOn(file), serverOn(file), serverOn(file)]);
    const writes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, at) =>
        all[at % 3]!.client.send(
          new PutItemCommand({
            TableName: "callcentre-Desk",
            Item: { programme: { S: "p" }, entry: { S: "once" } },
            ConditionExpression: "attribute_not_exists(entry)",
          }),
        ),
      ),
    );
    const refusals = writes.filter((write) => write.status === "rejected");
    expect(refusals).toHaveLength(59);
    expect(new Set(refusals.map((refusal) => (refusal.reason as Error).name))).toEqual(
      new Set(["ConditionalCheckFailedException"]),
    );
  });
});

describe("another endpoint", () => {
  test("CALLCENTRE_DYNAMODB_ENDPOINT is used, and outlives our stopping", async () => {
    const own = await serverOn(await newFile());
    const named = await startDynamoDbServer({
      file: "/nowhere/at/all",
      environment: { CALLCENTRE_DYNAMODB_ENDPOINT: own.server.endpoint },
    });
    expect(named.endpoint).toBe(own.server.endpoint);
    await named.stop();
    expect((await own.client.send(new ListTablesCommand({}))).TableNames).toHaveLength(6);
  });

  test("one that does not answer is said in one line that names the setting", async () => {
    const environment = { CALLCENTRE_DYNAMODB_ENDPOINT: "http://127.0.0.1:9" };
    await expect(startDynamoDbServer({ file: "", environment })).rejects.toThrow(
      /^The tables could not be made at http:\/\/127\.0\.0\.1:9 \(.*ECONNREFUSED.*\): .*CALLCENTRE_DYNAMODB_ENDPOINT.*$/,
    );
  });

  test("one that is no URL is said", async () => {
    const environment = { CALLCENTRE_DYNAMODB_ENDPOINT: "localhost 8000" };
    await expect(startDynamoDbServer({ file: "", environment })).rejects.toThrow(/write a URL, for example/);
  });
});

test("a table of another shape is not used as if it were ours", async () => {
  const binary = join(import.meta.dirname, "../../node_modules/@dynoxide/linux-x64/dynoxide");
  const bare = await startDynamoDbProcess({ binary, file: await newFile() });
  onTestFinished(() => bare.stop());
  await clientOf(bare.endpoint).send(
    new CreateTableCommand({
      TableName: "callcentre-Desk",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    }),
  );
  const environment = { CALLCENTRE_DYNAMODB_ENDPOINT: bare.endpoint };
  await expect(startDynamoDbServer({ file: "", environment })).rejects.toThrow(
    "the table callcentre-Desk was made by another version, with other keys: remove the state folder",
  );
});

test("a fixed port that is in use is said in one line", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  onTestFinished(() => void holder.close());
  const address = holder.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  expect(port).toBeGreaterThan(0);
  await expect(startDynamoDbServer({ file: await newFile(), environment: {}, port })).rejects.toThrow(
    `Port ${port} is in use: stop the program that holds it, or name another port.`,
  );
});
