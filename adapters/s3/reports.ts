import { Readable } from "node:stream";
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { type Manifest, manifestText } from "../../domain/report/contents/manifest.ts";
import { Unavailable } from "../../usecases/ports/host.ts";
import type { ReportStore } from "../../usecases/ports/reports.ts";

/** A client for the report bucket; where it connects is the SDK's own configuration. */
export function s3Client(): S3Client {
  return new S3Client({ requestHandler: { requestTimeout: 30_000, throwOnRequestTimeout: true } });
}

/**
 * Reports in S3, a folder a revision; a revision exists once its manifest does.
 *
 *     water-desk/monthly/2024-07/1/01_実績.csv … manifest.json
 */
export function s3Reports(client: S3Client, bucket: string): ReportStore {
  async function keys(prefix: string): Promise<string[]> {
    const found: string[] = [];
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
      found.push(...(page.Contents ?? []).flatMap((object) => object.Key ?? []));
    return found;
  }

  async function read(key: string): Promise<Uint8Array | undefined> {
    return (await bodyOf(client, bucket, key))?.transformToByteArray();
  }

  async function manifests(prefix: string): Promise<Manifest[]> {
    const found = (await keys(prefix)).filter((key) => key.endsWith("/manifest.json"));
    const texts = await Promise.all(found.map(read));
    return texts.flatMap((bytes) => (bytes ? [JSON.parse(new TextDecoder().decode(bytes)) as Manifest] : []));
  }

  return {
    latest: (programme, report) =>
      reachable(async () => {
        const revisions = await manifests(`${programme}/${report}/`);
        return revisions.sort((one, other) => other.revision - one.revision)[0];
      }),
    all: (programme) => reachable(() => manifests(`${programme}/`)),
    read: (programme, report, revision, file) =>
      reachable(() => read(`${programme}/${report}/${revision}/${file}`)),
    open: (programme, report, revision, file) =>
      reachable(async () => {
        const body = await bodyOf(client, bucket, `${programme}/${report}/${revision}/${file}`);
        // In Node the SDK's body is a Readable, which is read in chunks of bytes.
        return body && piecesOf(body as Readable, bucket);
      }),
    publish: (programme, report, manifest, files) =>
      reachable(async () => {
        const folder = `${programme}/${report}/${manifest.revision}`;
        if (await read(`${folder}/manifest.json`)) return false;
        for (const file of files)
          await client.send(
            new PutObjectCommand({
              Bucket: bucket,
              Key: `${folder}/${file.name}`,
              Body: Readable.from(file.read(), { objectMode: false }),
              ContentLength: file.bytes,
            }),
          );
        return putManifest(`${folder}/manifest.json`, manifest);
      }),
  };

  async function putManifest(key: string, manifest: Manifest): Promise<boolean> {
    const Body = manifestText(manifest);
    try {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body, IfNoneMatch: "*" }));
      return true;
    } catch (cause) {
      if (cause instanceof S3ServiceException && cause.name === "PreconditionFailed") return false;
      throw cause;
    }
  }

  async function reachable<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (cause) {
      throw unavailable(bucket, cause);
    }
  }
}

/** What is kept under a key; undefined where nothing is. */
async function bodyOf(client: S3Client, bucket: string, key: string) {
  try {
    return (await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body;
  } catch (cause) {
    if (cause instanceof NoSuchKey) return undefined;
    throw cause;
  }
}

async function* piecesOf(body: AsyncIterable<Uint8Array>, bucket: string): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw unavailable(bucket, cause);
  }
}

function unavailable(bucket: string, cause: unknown): Unavailable {
  return new Unavailable(`S3 did not serve the report bucket ${bucket}.`, { cause });
}
