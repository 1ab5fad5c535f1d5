import { GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import { Unavailable } from "../../usecases/ports/host.ts";
import type { ReceivedMails } from "../../usecases/ports/mails.ts";

/** Mails in S3, an object each, as Amazon SES writes them (SES developer guide, "Deliver to S3 bucket action"). */
export function s3ReceivedMails(client: S3Client, bucket: string): ReceivedMails {
  return {
    async read(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (cause) {
        if (cause instanceof NoSuchKey) return undefined;
        throw new Unavailable(`S3 did not serve the bucket of mails ${bucket}.`, { cause });
      }
    },
  };
}
