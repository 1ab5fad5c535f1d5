import { createHash, type Hash } from "node:crypto";
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Draft } from "../../usecases/ports/reports.ts";

/** Bytes are gathered into pieces of this size before they are written: a row at a time would be slow. */
const pieceBytes = 256 * 1024;

interface Growing {
  readonly path: string;
  readonly descriptor: number;
  readonly hash: Hash;
  bytes: number;
  waiting: Uint8Array[];
  waitingBytes: number;
}

/** A draft in a folder of its own among the host's temporary files. Writing is synchronous: whoever appends has its place on disk. */
export function temporaryDraft(): Draft {
  const folder = mkdtempSync(join(tmpdir(), "report-draft-"));
  const files = new Map<string, Growing>();
  let isFinished = false;

  function begin(name: string): Growing {
    const path = join(folder, String(files.size));
    const file = {
      path,
      descriptor: openSync(path, "wx"),
      hash: createHash("sha256"),
      bytes: 0,
      waiting: [],
      waitingBytes: 0,
    };
    files.set(name, file);
    return file;
  }

  function write(file: Growing): void {
    const piece = Buffer.concat(file.waiting);
    file.hash.update(piece);
    for (let done = 0; done < piece.length; ) done += writeSync(file.descriptor, piece, done);
    file.bytes += piece.length;
    file.waiting = [];
    file.waitingBytes = 0;
  }

  function end(): void {
    if (isFinished) return;
    isFinished = true;
    for (const file of files.values()) {
      write(file);
      closeSync(file.descriptor);
    }
  }

  return {
    append(name, bytes) {
      if (isFinished) throw new Error(`The draft is finished: ${name} takes nothing more.`);
      const file = files.get(name) ?? begin(name);
      file.waiting.push(bytes);
      file.waitingBytes += bytes.length;
      if (file.waitingBytes >= pieceBytes) write(file);
    },
    finish() {
      end();
      return [...files]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, { path, bytes, hash }]) => ({
          name,
          bytes,
          sha256: hash.copy().digest("hex"),
          read: () => bytesOf(path),
        }));
    },
    discard() {
      end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the file when somebody asks for its first bytes: a stream that is open and that nobody reads fails unheard once the folder is gone. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}
