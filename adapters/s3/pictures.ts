import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { PictureRef, PictureState } from "../../domain/case/picture.ts";
import { Unavailable } from "../../usecases/ports/host.ts";
import type { KeptPictures, PictureStore } from "../../usecases/ports/inquiries.ts";

/** A client for pictures; a resident waits, so it gives up soon. */
export function pictureClient(): S3Client {
  return new S3Client({
    maxAttempts: 2,
    requestHandler: { requestTimeout: 5_000, throwOnRequestTimeout: true },
  });
}

/** The tag that the search for malware puts on an object (GuardDuty user guide, "S3 object potential scan result value"). */
const scanTag = "GuardDutyMalwareScanStatus";

const stateOfTag: Readonly<Record<string, PictureState>> = {
  NO_THREATS_FOUND: "clean",
  THREATS_FOUND: "dangerous",
  UNSUPPORTED: "not-scannable",
  ACCESS_DENIED: "not-scannable",
  FAILED: "not-scannable",
};

/**
 * Pictures in S3. The bucket erases what lies under `arrived/` after a day; what lies under `kept/` is searched for malware,
 * and the result is a tag of the object.
 *
 *     arrived/water-desk/6f1c1f0e-…-000000000001/0
 *     kept/water-desk/6f1c1f0e-…-000000000001/0      metadata: name, percent-encoded
 *
 * Names are a resident's words, so they are no part of a key: keys stand in access logs.
 */
export function s3Pictures(client: S3Client, bucket: string): PictureStore & KeptPictures {
  const folderOf = (programme: string, submissionId: string) => `arrived/${programme}/${submissionId}/`;

  async function keysIn(folder: string): Promise<string[]> {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: folder }));
    return Contents.flatMap(({ Key }) => Key ?? []);
  }

  async function put({ key, name, type }: Omit<PictureRef, "bytes">, Body: Uint8Array): Promise<PictureRef> {
    const Metadata = { name: encodeURIComponent(name) };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body, ContentType: type, Metadata }));
    return { key, name, type, bytes: Body.length };
  }

  async function remove(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((Key) => client.send(new DeleteObjectCommand({ Bucket: bucket, Key }))));
  }

  async function described(key: string): Promise<PictureRef> {
    const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    const name = decodeURIComponent(head.Metadata?.["name"] ?? "");
    const type = head.ContentType === "image/png" ? "image/png" : "image/jpeg";
    return { key, name, type, bytes: head.ContentLength ?? 0 };
  }

  async function read(key: string): Promise<Uint8Array> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }

  async function state(key: string): Promise<PictureState> {
    // Asked first, because who may not list is told of what is gone that it is forbidden (S3 API reference, GetObject).
    if (!(await keysIn(key)).includes(key)) return "gone";
    const { TagSet = [] } = await client.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: key }));
    const value = TagSet.find(({ Key }) => Key === scanTag)?.Value;
    return value === undefined ? "scanning" : (stateOfTag[value] ?? "not-scannable");
  }

  return {
    keep: (programme, submissionId, pictures) =>
      reachable(async () => {
        const folder = folderOf(programme, submissionId);
        const earlier = await keysIn(folder);
        const kept = await Promise.all(
          pictures.map(({ bytes, ...rest }, index) => put({ ...rest, key: `${folder}${index}` }, bytes)),
        );
        await remove(earlier.filter((key) => !kept.some((one) => one.key === key)));
        return kept;
      }),
    of: (programme, submissionId) =>
      reachable(async () => Promise.all((await keysIn(folderOf(programme, submissionId))).map(described))),
    drop: (programme, submissionId) =>
      reachable(async () => remove(await keysIn(folderOf(programme, submissionId)))),
    accept: (pictures) =>
      reachable(() =>
        Promise.all(
          pictures.map(async (picture) => {
            const key = picture.key.replace(/^arrived\//, "kept/");
            return put({ ...picture, key }, await read(picture.key));
          }),
        ),
      ),
    state: ({ key }) => reachable(() => state(key)),
    open: ({ key }) => reachable(async () => ((await state(key)) === "clean" ? read(key) : undefined)),
  };

  async function reachable<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (cause) {
      throw new Unavailable(`S3 did not serve the bucket of pictures ${bucket}.`, { cause });
    }
  }
}
