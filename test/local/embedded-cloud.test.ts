import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SendEmailCommand, SESClient } from "@aws-sdk/client-ses";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type EmbeddedCloud, startEmbeddedCloud } from "../../local/embedded-cloud.ts";
import { temporaryFolder } from "./temporary-folder.ts";

afterEach(() => vi.unstubAllEnvs());

async function cloudOn(stateFolder: string, secret = "secret of the first"): Promise<EmbeddedCloud> {
  const cloud = await startEmbeddedCloud({ stateFolder, newSecret: () => secret });
  onTestFinished(() => cloud.stop());
  return cloud;
}

/** Runs `work` as a handler would: clients without any setting, the environment that of the cloud. */
async function asHandler<T>(cloud: EmbeddedCloud, work: (clients: Clients) => Promise<T>): Promise<T> {
  for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
  const clients = {
    dynamodb: new DynamoDBClient({}),
    s3: new S3Client({}),
    ses: new SESClient({}),
    secrets: new SecretsManagerClient({}),
  };
  try {
    return await work(clients);
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
}

interface Clients {
  readonly dynamodb: DynamoDBClient;
  readonly s3: S3Client;
  readonly ses: SESClient;
  readonly secrets: SecretsManagerClient;
}

const key = { programme: { S: "p" }, entry: { S: "special-day#2024-08-14" } };

async function writeEverywhere({ dynamodb, s3, ses }: Clients): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({ TableName: process.env.DESK_TABLE, Item: { ...key, reason: { S: "台風" } } }),
  );
  await s3.send(
    new PutObjectCommand({ Bucket: process.env.REPORT_BUCKET, Key: "月次/実績.csv", Body: "実績" }),
  );
  await ses.send(
    new SendEmailCommand({
      Source: "a@example.jp",
      Destination: { ToAddresses: ["b@example.jp"] },
      Message: { Subject: { Data: "受付" }, Body: { Text: { Data: "本文" } } },
    }),
  );
}

async function readEverywhere({ dynamodb, s3, secrets }: Clients) {
  const item = await dynamodb.send(new GetItemCommand({ TableName: process.env.DESK_TABLE, Key: key }));
  const object = await s3.send(
    new GetObjectCommand({ Bucket: process.env.REPORT_BUCKET, Key: "月次/実績.csv" }),
  );
  const secret = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.PERSON_KEY_SECRET }));
  return {
    reason: item.Item?.["reason"]?.S,
    object: await object.Body?.transformToString(),
    secret: secret.SecretString,
  };
}

const everything = { reason: "台風", object: "実績", secret: "secret of the first" };

describe("the embedded cloud", () => {
  test("serves handlers that know only their environment, and its state survives a restart", async () => {
    const stateFolder = join(await temporaryFolder(), "state");
    const first = await cloudOn(stateFolder);
    await asHandler(first, writeEverywhere);
    expect(await asHandler(first, readEverywhere)).toEqual(everything);
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    const second = await cloudOn(stateFolder, "secret of the second");
    expect(await asHandler(second, readEverywhere)).toEqual(everything);
    expect((await second.mails()).map((mail) => mail.subject)).toEqual(["受付"]);
  });

  test("two on one state folder see each other's items, objects and mails", async () => {
    const stateFolder = await temporaryFolder();
    const [one, other] = await Promise.all([cloudOn(stateFolder), cloudOn(stateFolder)]);
    expect(one.environment.AWS_ENDPOINT_URL_DYNAMODB).not.toBe(other.environment.AWS_ENDPOINT_URL_DYNAMODB);
    await asHandler(one, writeEverywhere);
    expect(await asHandler(other, readEverywhere)).toEqual(everything);
    expect(await other.mails()).toHaveLength(1);
  });

  test("names everything a handler needs, on this machine only", async () => {
    const { environment } = await cloudOn(await temporaryFolder());
    const endpoints = Object.entries(environment).filter(([name]) => name.startsWith("AWS_ENDPOINT_URL_"));
    expect(endpoints.map(([name]) => name).toSorted()).toEqual([
      "AWS_ENDPOINT_URL_DYNAMODB",
      "AWS_ENDPOINT_URL_S3",
      "AWS_ENDPOINT_URL_SECRETS_MANAGER",
      "AWS_ENDPOINT_URL_SES",
      "AWS_ENDPOINT_URL_SQS",
    ]);
    for (const [, url] of endpoints) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(environment).toMatchObject({
      AWS_REGION: "ap-northeast-1",
      CONTACTS_TABLE: "callcentre-Contacts",
      CASES_TABLE: "callcentre-Cases",
      CALLBACKS_TABLE: "callcentre-Callbacks",
      DESK_TABLE: "callcentre-Desk",
      PARKED_TABLE: "callcentre-Parked",
      AUDIT_TABLE: "callcentre-Audit",
    });
  });

  test("a fixed port that is in use is said in one line, and nothing is left running", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    onTestFinished(() => void holder.close());
    const address = holder.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const script = `
      const { startEmbeddedCloud } = await import(${JSON.stringify(cloudModule)});
      await startEmbeddedCloud({ stateFolder: process.argv[1], newSecret: () => "s", ports: { s3: ${port} } })
        .catch((error) => console.log(error.message));`;
    // The script ends by itself only if nothing that was started still runs.
    const { stdout } = await run(process.execPath, ["-e", script, await temporaryFolder()]);
    expect(stdout).toBe(`Port ${port} is in use: stop the program that holds it, or name another port.\n`);
  });
});

const run = promisify(execFile);
const cloudModule = join(import.meta.dirname, "../../local/embedded-cloud.ts");

const startAndSay = `
  const { startEmbeddedCloud } = await import(${JSON.stringify(cloudModule)});
  const cloud = await startEmbeddedCloud({ stateFolder: process.argv[1], newSecret: () => "s" });
  console.log(cloud.environment.AWS_ENDPOINT_URL_DYNAMODB);`;

async function isAnswering(endpoint: string): Promise<boolean> {
  return fetch(endpoint).then(
    () => true,
    () => false,
  );
}

describe("the DynamoDB process", () => {
  test("ends with stop(), and nothing holds the process open", async () => {
    const { stdout } = await run(process.execPath, [
      "-e",
      `${startAndSay} await cloud.stop();`,
      await temporaryFolder(),
    ]);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(await isAnswering(stdout.trim())).toBe(false);
  });

  test.each(["SIGINT", "SIGTERM", "SIGKILL", "uncaught error", "process.exit"])(
    "does not outlive ours: %s",
    async (end) => {
      const endings: Record<string, string> = {
        "uncaught error": "process.stdin.once('data', () => { throw new Error('uncaught'); });",
        "process.exit": "process.stdin.once('data', () => process.exit());",
      };
      const script = `${startAndSay} ${endings[end] ?? ""}`;
      const child = spawn(process.execPath, ["-e", script, await temporaryFolder()], {
        stdio: ["pipe", "pipe", "ignore"],
      });
      const endpoint = String((await once(child.stdout, "data"))[0]).trim();
      expect(await isAnswering(endpoint)).toBe(true);
      const ended = once(child, "exit");
      if (end in endings) child.stdin.write("now\n");
      else child.kill(end as NodeJS.Signals);
      await ended;
      await expect.poll(() => isAnswering(endpoint), { timeout: 10_000 }).toBe(false);
    },
  );
});
