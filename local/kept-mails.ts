import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import type { Instant } from "../domain/japan-time.ts";

/** A mail as aws-ses-v2-local describes it, which is also what its inbox page reads. */
export interface TakenMail {
  readonly messageId: string;
  readonly from: string;
  readonly replyTo: readonly string[];
  readonly destination: {
    readonly to: readonly string[];
    readonly cc: readonly string[];
    readonly bcc: readonly string[];
  };
  readonly subject: string;
  readonly body: { readonly text?: string; readonly html?: string };
  /** Seconds since 1970. */
  readonly at: number;
}

/** A mail that the embedded cloud took for sending, and kept instead. */
export interface KeptMail extends TakenMail {
  readonly receivedAt: Instant;
}

/** The folder of mails, one JSON file each, shared by several processes. */
export interface MailFolder {
  keep(mail: TakenMail): Promise<void>;
  /** Every mail, the earliest first. */
  all(): Promise<KeptMail[]>;
  clear(): Promise<void>;
}

/** Counts the mails of this process, for those of one millisecond. */
let mailsKept = 0;

export function mailFolder(folder: string): MailFolder {
  const names = async () => (await readdir(folder)).filter((name) => name.endsWith(".json")).toSorted();
  return {
    async keep(mail) {
      const number = ++mailsKept;
      const draft = join(folder, `.${process.pid}-${threadId}-${number}`);
      await writeFile(draft, JSON.stringify(mail, undefined, 2));
      await rename(draft, join(folder, fileName((await stat(draft)).mtimeMs, number, mail.messageId)));
    },
    async all() {
      return Promise.all((await names()).map((name) => readMail(folder, name)));
    },
    async clear() {
      await Promise.all((await names()).map((name) => rm(join(folder, name), { force: true })));
    },
  };
}

/** `2024-07-16T01-00-00.000Z_000001_ses-123.json`: the names in order are the mails in order. */
function fileName(receivedAt: number, number: number, messageId: string): string {
  const time = new Date(receivedAt).toISOString().replaceAll(":", "-");
  return `${time}_${String(number).padStart(6, "0")}_${messageId}.json`;
}

const namePattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)_/;

async function readMail(folder: string, name: string): Promise<KeptMail> {
  const receivedAt = Date.parse(name.replace(namePattern, "$1T$2:$3:$4_").split("_")[0] ?? "");
  return { ...(JSON.parse(await readFile(join(folder, name), "utf8")) as TakenMail), receivedAt };
}
