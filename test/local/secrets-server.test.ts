import {
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { expect, onTestFinished, test } from "vitest";
import { localAccess } from "../../local/local-access.ts";
import { startSecretsServer } from "../../local/secrets-server.ts";

async function client(): Promise<SecretsManagerClient> {
  const server = await startSecretsServer({ secrets: new Map([["person-key", "鍵 abc"]]) });
  const secrets = new SecretsManagerClient({ endpoint: server.endpoint, maxAttempts: 1, ...localAccess });
  onTestFinished(async () => {
    secrets.destroy();
    await server.stop();
  });
  return secrets;
}

test("a secret is read by its name and by its ARN", async () => {
  const secrets = await client();
  const byName = await secrets.send(new GetSecretValueCommand({ SecretId: "person-key" }));
  expect(byName).toMatchObject({ Name: "person-key", SecretString: "鍵 abc", VersionStages: ["AWSCURRENT"] });
  const byArn = await secrets.send(
    new GetSecretValueCommand({ SecretId: byName.ARN!, VersionStage: "AWSCURRENT" }),
  );
  expect(byArn.SecretString).toBe("鍵 abc");
});

test("an unknown secret, and another than the current version, is not found", async () => {
  const secrets = await client();
  await expect(secrets.send(new GetSecretValueCommand({ SecretId: "other" }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: "Secrets Manager can't find the specified secret.",
  });
  const previous = new GetSecretValueCommand({ SecretId: "person-key", VersionStage: "AWSPREVIOUS" });
  await expect(secrets.send(previous)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test("everything else is refused by name", async () => {
  const secrets = await client();
  const put = new PutSecretValueCommand({ SecretId: "person-key", SecretString: "new" });
  await expect(secrets.send(put)).rejects.toThrow(
    "The local Secrets Manager does not provide PutSecretValue.",
  );
  await expect(secrets.send(new ListSecretsCommand({}))).rejects.toThrow("does not provide ListSecrets.");
  const byVersion = new GetSecretValueCommand({
    SecretId: "person-key",
    VersionId: "00000000-0000-4000-8000-000000000001",
  });
  await expect(secrets.send(byVersion)).rejects.toThrow("does not provide VersionId.");
});
