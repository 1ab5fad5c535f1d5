import type { Readable } from "node:stream";

/** What an operation answers. */
export interface S3Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent for answers without a body. */
  readonly body?: string | Readable;
}

/** An answer whose body is an XML document. */
export function xmlAnswer(status: number, document: string): S3Answer {
  return { status, headers: { "content-type": "application/xml" }, body: document };
}
