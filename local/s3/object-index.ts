import { join } from "node:path";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import type { Instant } from "../../domain/japan-time.ts";

/**
 * Which objects there are, in a SQLite file that several processes share.
 *
 *     s3/.index.sqlite                    buckets; objects: bucket, key -> file, size, ETag, headers
 *     s3/<bucket>/12-01_実績.csv           an object's bytes; the name is only for people, the index has the key
 *
 * An object exists when its row does. A write puts the bytes into a new file and then its row in one transaction, so a
 * reader sees the old object or the new one, and a process that dies between leaves at most a file that no row names.
 */
export interface ObjectIndex {
  /** Answers false where the bucket is there already. */
  createBucket(bucket: string): boolean;
  hasBucket(bucket: string): boolean;
  /** A number that no other file of this store has. */
  nextFileNumber(): number;
  find(bucket: string, key: string): KeptObject | undefined;
  /** Puts an object in the place of what has its key, if the condition holds at that moment. */
  keep(bucket: string, object: KeptObject, condition: WriteCondition): KeepOutcome;
  /** The tags of an object, as long as it is not replaced; none where it was never tagged. */
  tags(bucket: string, object: KeptObject): readonly Tag[];
  /** Puts tags in the place of those that an object had. */
  setTags(bucket: string, object: KeptObject, tags: readonly Tag[]): void;
  /** Removes an object and answers what it was. */
  remove(bucket: string, key: string): KeptObject | undefined;
  /** The first object, by the UTF-8 bytes of its key, at or after `from` and before `end`. */
  firstBetween(bucket: string, from: Uint8Array, end: Uint8Array): KeptObject | undefined;
  close(): void;
}

export interface KeptObject {
  readonly key: string;
  /** The name of the file in the bucket's folder. */
  readonly file: string;
  readonly sizeBytes: number;
  /** MD5 of the bytes, in hexadecimal, without quotes. */
  readonly etag: string;
  readonly modifiedAt: Instant;
  /** Headers that come back with the bytes: Content-Type, x-amz-meta-*, the checksum that was sent. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export type WriteCondition =
  | { readonly kind: "none" }
  | { readonly kind: "must-be-absent" }
  | { readonly kind: "must-match"; readonly etag: string };

export type KeepOutcome =
  | { readonly kind: "kept"; readonly replaced: KeptObject | undefined }
  | { readonly kind: "no-bucket" | "no-key" | "condition-not-met" };

/** How long one process waits for another's transaction. */
const busyTimeoutMillis = 10_000;

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS buckets (name TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL, key BLOB NOT NULL, file TEXT NOT NULL, sizeBytes INTEGER NOT NULL,
    etag TEXT NOT NULL, modifiedAt INTEGER NOT NULL, headers TEXT NOT NULL, PRIMARY KEY (bucket, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS fileNumbers (id INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS tags (bucket TEXT NOT NULL, file TEXT NOT NULL, tags TEXT NOT NULL, PRIMARY KEY (bucket, file)) STRICT;
  INSERT OR IGNORE INTO fileNumbers VALUES (1, 0);
`;

/** Opens the index in `folder`, and makes it if there is none. */
export function openObjectIndex(folder: string): ObjectIndex {
  const database = new DatabaseSync(join(folder, ".index.sqlite"), { timeout: busyTimeoutMillis });
  database.exec(schema);
  const statements = {
    addBucket: database.prepare("INSERT OR IGNORE INTO buckets VALUES (?)"),
    bucket: database.prepare("SELECT name FROM buckets WHERE name = ?"),
    number: database.prepare("UPDATE fileNumbers SET last = last + 1 RETURNING last"),
    find: database.prepare("SELECT * FROM objects WHERE bucket = ? AND key = ?"),
    put: database.prepare("REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?)"),
    tags: database.prepare("SELECT tags FROM tags WHERE bucket = ? AND file = ?"),
    setTags: database.prepare("REPLACE INTO tags VALUES (?, ?, ?)"),
    remove: database.prepare("DELETE FROM objects WHERE bucket = ? AND key = ? RETURNING *"),
    first: database.prepare(
      "SELECT * FROM objects WHERE bucket = ? AND key >= ? AND key < ? ORDER BY key LIMIT 1",
    ),
  };
  const hasBucket = (bucket: string) => statements.bucket.get(bucket) !== undefined;
  const find = (bucket: string, key: string) => keptObject(statements.find.get(bucket, utf8(key)));
  const put = (bucket: string, object: KeptObject) =>
    statements.put.run(
      bucket,
      utf8(object.key),
      object.file,
      object.sizeBytes,
      object.etag,
      object.modifiedAt,
      JSON.stringify(object.headers),
    );
  return {
    createBucket: (bucket) => statements.addBucket.run(bucket).changes === 1,
    hasBucket,
    nextFileNumber: () => Number(statements.number.get()?.last),
    find,
    keep: (bucket, object, condition) =>
      inTransaction(database, () => {
        if (!hasBucket(bucket)) return { kind: "no-bucket" };
        const present = find(bucket, object.key);
        const obstacle = obstacleTo(condition, present);
        if (obstacle !== undefined) return { kind: obstacle };
        put(bucket, object);
        return { kind: "kept", replaced: present };
      }),
    tags: (bucket, { file }) => tagsOf(statements.tags.get(bucket, file)),
    setTags: (bucket, { file }, tags) => void statements.setTags.run(bucket, file, JSON.stringify(tags)),
    remove: (bucket, key) => keptObject(statements.remove.get(bucket, utf8(key))),
    firstBetween: (bucket, from, end) => keptObject(statements.first.get(bucket, from, end)),
    close: () => database.close(),
  };
}

function obstacleTo(condition: WriteCondition, present: KeptObject | undefined) {
  if (condition.kind === "none") return undefined;
  if (condition.kind === "must-be-absent") return present === undefined ? undefined : "condition-not-met";
  if (present === undefined) return "no-key";
  return present.etag === condition.etag ? undefined : "condition-not-met";
}

/** Runs `work` alone among all processes that share the file. */
function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const value = work();
    database.exec("COMMIT");
    return value;
  } catch (cause) {
    database.exec("ROLLBACK");
    throw cause;
  }
}

function keptObject(row: Record<string, SQLOutputValue> | undefined): KeptObject | undefined {
  if (row === undefined) return undefined;
  return {
    key: row.key instanceof Uint8Array ? Buffer.from(row.key).toString("utf8") : "",
    file: textOf(row.file),
    sizeBytes: Number(row.sizeBytes),
    etag: textOf(row.etag),
    modifiedAt: Number(row.modifiedAt),
    headers: JSON.parse(textOf(row.headers)) as Record<string, string>,
  };
}

function tagsOf(row: Record<string, SQLOutputValue> | undefined): readonly Tag[] {
  return row === undefined ? [] : (JSON.parse(textOf(row.tags)) as Tag[]);
}

function textOf(value: SQLOutputValue | undefined): string {
  if (typeof value !== "string") throw new Error("The index of the local S3 holds a row of another shape.");
  return value;
}

function utf8(text: string): Buffer {
  return Buffer.from(text, "utf8");
}
