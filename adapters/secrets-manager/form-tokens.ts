import { createHmac, timingSafeEqual } from "node:crypto";
import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { type Clock, Unavailable } from "../../usecases/ports/host.ts";
import type { FormTokens } from "../../usecases/ports/inquiries.ts";

/** `6f1c1f0e-…-000000000001.1721091600000.<43 characters>`: submission id, instant of issue, HMAC-SHA-256 of both. */
const shape = /^([0-9a-f-]{36})\.(\d{1,15})\.([\w-]{43})$/;

/**
 * Tokens of the form's pages, signed under a secret of their own. They stand for no session and are tied to nobody: they
 * say that this service handed out a page, and when. A page of the future is none of ours.
 */
export function secretFormTokens(
  client: SecretsManagerClient,
  secretId: string,
  { clock, newId }: { readonly clock: Clock; readonly newId: () => string },
): FormTokens {
  let secret: Promise<string> | undefined;

  async function read(): Promise<string> {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (!SecretString) throw new Error(`The secret ${secretId} is empty.`);
    return SecretString;
  }

  async function signature(signed: string): Promise<string> {
    secret ??= read();
    const key = await secret.catch((cause: unknown) => {
      secret = undefined;
      throw new Unavailable(`Secrets Manager did not give the secret ${secretId}.`, { cause });
    });
    return createHmac("sha256", key).update(signed).digest("base64url");
  }

  return {
    async issue() {
      const signed = `${newId()}.${clock.now()}`;
      return `${signed}.${await signature(signed)}`;
    },
    async read(token) {
      const [, submissionId = "", issuedAt = "", given = ""] = shape.exec(token) ?? [];
      if (submissionId === "") return undefined;
      const expected = await signature(`${submissionId}.${issuedAt}`);
      const ageMillis = clock.now() - Number(issuedAt);
      const isOurs = timingSafeEqual(Buffer.from(given), Buffer.from(expected)) && ageMillis >= 0;
      return isOurs ? { submissionId, ageMillis } : undefined;
    },
  };
}
