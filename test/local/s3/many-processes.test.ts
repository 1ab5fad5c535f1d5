import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { s3ForTest } from "./s3-client.ts";

const localFolder = join(import.meta.dirname, "../../../local");
const keyCount = 40;
const writers = ["first", "second", "third"];

/** Opens a server on the folder, waits for a line, tries to be the first to write every key, and says which it won. */
const writerScript = `
  const { startS3Server } = await import(${JSON.stringify(join(localFolder, "s3-server.ts"))});
  const { localAccess } = await import(${JSON.stringify(join(localFolder, "local-access.ts"))});
  const { S3Client, PutObjectCommand } = await import("@aws-sdk/client-s3");
  const [folder, name] = process.argv.slice(1);
  const server = await startS3Server({ folder, buckets: ["reports"] });
  const s3 = new S3Client({ endpoint: server.endpoint, maxAttempts: 1, ...localAccess });
  console.log("ready");
  await new Promise((resolve) => process.stdin.once("data", resolve));
  const outcomes = await Promise.all(Array.from({ length: ${keyCount} }, (_, at) =>
    s3.send(new PutObjectCommand({ Bucket: "reports", Key: "k" + at, Body: name, IfNoneMatch: "*" })).then(
      () => "won",
      (error) => error.name,
    )));
  console.log(JSON.stringify(outcomes));
  s3.destroy();
  process.stdin.destroy();
  await server.stop();`;

test("of three processes that want to write each key first, one succeeds for each", async () => {
  const { folder, s3 } = await s3ForTest();
  const children = writers.map((name) =>
    spawn(process.execPath, ["--input-type=module", "-e", writerScript, folder, name], {
      cwd: join(localFolder, ".."),
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  const outputs = children.map((child) => text(child.stdout));
  for (const child of children) child.stdin.write("go\n");
  const outcomes = (await Promise.all(outputs)).map((output) => JSON.parse(output) as string[]);

  for (let at = 0; at < keyCount; at++) {
    const ofKey = outcomes.map((outcome) => String(outcome[at]));
    expect(ofKey.toSorted()).toEqual(["PreconditionFailed", "PreconditionFailed", "won"]);
    const got = await s3.send(new GetObjectCommand({ Bucket: "reports", Key: `k${at}` }));
    expect(await got.Body?.transformToString()).toBe(writers[ofKey.indexOf("won")]);
  }
  expect(await readdir(join(folder, "reports"))).toHaveLength(keyCount);
});
