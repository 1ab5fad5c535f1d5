import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESClient, VerifyEmailIdentityCommand } from "@aws-sdk/client-ses";
import { afterAll } from "vitest";
import { newId, newSecret } from "../../adapters/system/ids.ts";
import { makeTables } from "../../local/dynamodb-tables.ts";
import { startEmbeddedCloud } from "../../local/embedded-cloud.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";

/**
 * A cloud for tests of what speaks AWS, found by every SDK client through `process.env`: the embedded one, or the server
 * at `CONFORMANCE_ENDPOINT` (moto in CI), so that a second opinion hears the same questions.
 */
export async function aCloud(): Promise<{
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
}> {
  const endpoint = process.env["CONFORMANCE_ENDPOINT"];
  const environment = endpoint === undefined ? await embedded() : await elsewhere(endpoint);
  return { name: endpoint === undefined ? "the embedded cloud" : "the conformance server", environment };
}

async function embedded(): Promise<Record<string, string>> {
  const stateFolder = await mkdtemp(join(tmpdir(), "callcentre-"));
  const cloud = await startEmbeddedCloud({ stateFolder, newSecret });
  afterAll(async () => {
    await cloud.stop();
    await rm(stateFolder, { recursive: true });
  });
  Object.assign(process.env, cloud.environment);
  return { ...cloud.environment, PROGRAMME: kobatonAlkoo.id };
}

async function elsewhere(endpoint: string): Promise<Record<string, string>> {
  const environment = {
    ...Object.fromEntries(
      ["DYNAMODB", "S3", "SES", "SECRETS_MANAGER"].map((service) => [
        `AWS_ENDPOINT_URL_${service}`,
        endpoint,
      ]),
    ),
    AWS_REGION: "ap-northeast-1",
    AWS_ACCESS_KEY_ID: "conformance",
    AWS_SECRET_ACCESS_KEY: "conformance",
    CONTACTS_TABLE: "callcentre-Contacts",
    CASES_TABLE: "callcentre-Cases",
    CALLBACKS_TABLE: "callcentre-Callbacks",
    DESK_TABLE: "callcentre-Desk",
    PARKED_TABLE: "callcentre-Parked",
    AUDIT_TABLE: "callcentre-Audit",
    REPORT_BUCKET: `callcentre-${newId()}`,
    REPORT_FONTS: "node_modules/@expo-google-fonts/noto-sans-jp",
    PICTURE_BUCKET: `callcentre-${newId()}`,
    PERSON_KEY_SECRET: `callcentre-${newId()}`,
    PROGRAMME: kobatonAlkoo.id,
  };
  Object.assign(process.env, environment);
  await makeTables(endpoint);
  for (const Bucket of [environment.REPORT_BUCKET, environment.PICTURE_BUCKET])
    await new S3Client({}).send(
      new CreateBucketCommand({
        Bucket,
        CreateBucketConfiguration: { LocationConstraint: "ap-northeast-1" },
      }),
    );
  await new SecretsManagerClient({}).send(
    new CreateSecretCommand({ Name: environment.PERSON_KEY_SECRET, SecretString: newSecret() }),
  );
  await new SESClient({}).send(
    new VerifyEmailIdentityCommand({ EmailAddress: kobatonAlkoo.webForm.mailFrom }),
  );
  return environment;
}
