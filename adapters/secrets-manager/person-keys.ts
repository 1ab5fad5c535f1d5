import { createHmac } from "node:crypto";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { PersonKeys } from "../../usecases/ports/callers.ts";
import { Unavailable } from "../../usecases/ports/host.ts";

/** A client for the secret; where it connects is the SDK's own configuration. */
export function secretsManagerClient(): SecretsManagerClient {
  return new SecretsManagerClient({ requestHandler: { requestTimeout: 5_000, throwOnRequestTimeout: true } });
}

/**
 * Person keys: HMAC-SHA-256 of programme and number under a secret that never leaves Secrets Manager and the function's
 * memory. Without the secret, a key says nothing about the number; another programme's key for the same person differs.
 */
export function secretPersonKeys(client: SecretsManagerClient, secretId: string): PersonKeys {
  let secret: Promise<string> | undefined;

  async function read(): Promise<string> {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (!SecretString) throw new Error(`The secret ${secretId} is empty.`);
    return SecretString;
  }

  return {
    async keyOf(programme, number) {
      secret ??= read();
      const key = await secret.catch((cause: unknown) => {
        secret = undefined;
        throw new Unavailable(`Secrets Manager did not give the secret ${secretId}.`, { cause });
      });
      return createHmac("sha256", key).update(`${programme} ${number}`).digest("base64url");
    },
  };
}
