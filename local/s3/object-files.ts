import { mkdir, open, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { Instant } from "../../domain/japan-time.ts";

/** The files that hold objects' bytes, `s3/<bucket>/<number>-<readable part of the key>`; the index says which counts. */
export interface ObjectFiles {
  /** Writes a body, then asks `check` about it; leaves no file where the body breaks off or `check` throws. */
  write<T>(bucket: string, file: string, body: AsyncIterable<Buffer>, check: () => T): Promise<Written<T>>;
  /** Undefined where there is no such file, which happens to a reader when the object has just been replaced. */
  open(bucket: string, file: string): Promise<FileHandle | undefined>;
  remove(bucket: string, file: string): Promise<void>;
}

interface Written<T> {
  readonly modifiedAt: Instant;
  readonly checked: T;
}

/** `bucket` and `file` are safe names: the former as S3 allows it, the latter from `objectFileName`. */
export function objectFiles(folder: string): ObjectFiles {
  const remove = (bucket: string, file: string) => rm(join(folder, bucket, file), { force: true });
  return {
    async write(bucket, file, body, check) {
      await mkdir(join(folder, bucket), { recursive: true });
      const handle = await open(join(folder, bucket, file), "w");
      try {
        await handle.writeFile(body);
        const checked = check();
        return { modifiedAt: Math.floor((await handle.stat()).mtimeMs), checked };
      } catch (cause) {
        await remove(bucket, file);
        throw cause;
      } finally {
        await handle.close();
      }
    },
    async open(bucket, file) {
      try {
        return await open(join(folder, bucket, file));
      } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
        throw cause;
      }
    },
    remove,
  };
}

/** Letters of three bytes each, and the number, stay below the 255 bytes that file systems allow a name. */
const longestReadablePart = 60;

/**
 * The name of a new object's file: unique by its number, readable by the end of the key. Everything but letters, digits,
 * dots and hyphens becomes `_`, so no key leads out of the folder.
 */
export function objectFileName(number: number, key: string): string {
  const readable = Array.from(key.replaceAll(/[^\p{L}\p{N}.-]/gu, "_"));
  return `${number}-${readable.slice(-longestReadablePart).join("")}`;
}
