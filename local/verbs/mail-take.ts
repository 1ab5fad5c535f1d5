import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { takeMailHandler } from "../../lambdas/take-mail.ts";
import { lambdaContext } from "../lambda-context.ts";
import { deskClock } from "./desk-clock.ts";
import { commonOptions, done, failed, readWords, type Verb, wrongUse } from "./verb.ts";
import { withService } from "./with-service.ts";

const inWords = {
  joined: "案件に加えました。案件はふたたび開いています。",
  parked: "どの案件にも加えられず、保留にしました。理由は保留の一覧にあります。",
  gone: "メールが見つかりませんでした。",
} as const;

export const mailTake: Verb = {
  name: "mail take",
  help: `mail take FILE.eml [--json]
Takes a mail as Amazon SES would receive it, through the deployed handler: a resident's reply joins its case; any other is parked.`,
  async run(words) {
    const read = readWords(words, ["FILE.eml"], commonOptions);
    if (!read.ok) return wrongUse(read.problem);
    const [path = ""] = read.value.positionals;
    const bytes = await readFile(path).catch(() => undefined);
    if (!bytes) return failed(`${path} cannot be read: name a mail that was saved as a file.`);
    return withService(read.value.values.programme, async (service) => {
      const bucket = service.cloud.environment.MAIL_BUCKET;
      const key = `mails/${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}`;
      await new S3Client({}).send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
      const take = takeMailHandler(service.worldAt(await deskClock(service)));
      const outcome = await take({ detail: { object: { key } } }, lambdaContext("mail"));
      return done(read.value.values.json ? JSON.stringify({ outcome }) : inWords[outcome]);
    });
  },
};
