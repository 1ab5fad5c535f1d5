import { expect, test } from "vitest";
import { secretFormTokens } from "../../adapters/secrets-manager/form-tokens.ts";
import { secretsManagerClient } from "../../adapters/secrets-manager/person-keys.ts";
import { startSecretsServer } from "../../local/secrets-server.ts";
import { localAccess } from "../../local/local-access.ts";
import { Unavailable } from "../../usecases/ports/host.ts";

const server = await startSecretsServer({
  secrets: new Map([
    ["ours", "a secret"],
    ["theirs", "another"],
  ]),
});
process.env["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = server.endpoint;
Object.assign(process.env, {
  AWS_REGION: localAccess.region,
  AWS_ACCESS_KEY_ID: localAccess.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localAccess.credentials.secretAccessKey,
});

const id = "6f1c1f0e-0000-4000-8000-000000000001";

function tokensAt(time: { now: number }, secret = "ours") {
  return secretFormTokens(secretsManagerClient(), secret, {
    clock: { now: () => time.now },
    newId: () => id,
  });
}

test("a token names its page and how long ago it was handed out", async () => {
  const time = { now: 1_721_091_600_000 };
  const tokens = tokensAt(time);
  const token = await tokens.issue();
  time.now += 2_500;
  expect(await tokens.read(token)).toEqual({ submissionId: id, ageMillis: 2_500 });
});

test("a token under another secret, a changed one, one of the future and any other text are none", async () => {
  const time = { now: 1_721_091_600_000 };
  const tokens = tokensAt(time);
  const token = await tokens.issue();
  const [page = "", issuedAt = "", signature = ""] = token.split(".");
  const others = [
    await tokensAt(time, "theirs").issue(),
    await tokensAt({ now: time.now + 1 }).issue(),
    `${page.replace("0001", "0002")}.${issuedAt}.${signature}`,
    `${page}.${Number(issuedAt) - 1}.${signature}`,
    `${page}.${issuedAt}.${signature.replace(/^./, (first) => (first === "A" ? "B" : "A"))}`,
    `${token} `,
    `\n${token}`,
    token.toUpperCase(),
    "",
    "..",
    "𠮷".repeat(50),
  ];
  for (const other of others) expect([other, await tokens.read(other)]).toEqual([other, undefined]);
  expect(await tokens.read(token)).toBeDefined();
});

test("without its secret there is no token, and the next one is tried for again", async () => {
  const tokens = tokensAt({ now: 1 }, "no-such-secret");
  await expect(tokens.issue()).rejects.toBeInstanceOf(Unavailable);
  await expect(tokens.issue()).rejects.toBeInstanceOf(Unavailable);
  await server.stop();
});
