import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { ArchiveWriter } from "../../usecases/ports/reports.ts";

/** The earliest date that a ZIP archive can bear, on the host's clock, as fflate reads it: no file says when it was packed. */
const noDate = () => new Date(1980, 0, 1);

/** Files that are compressed already: once more costs time and saves nothing. */
const isCompressed = /\.(xlsx|pdf)$/i;

/**
 * ZIP archives, written file after file: what is kept in memory does not grow with them. fflate compresses in JavaScript, so
 * that the bytes are the same on every version of Node. Names are UTF-8 and marked as such, which Windows reads.
 */
export const zipArchives: ArchiveWriter = (write) => {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  return {
    async add(name, bytes) {
      const file = isCompressed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      file.mtime = noDate();
      zip.add(file);
      for await (const piece of bytes) file.push(piece);
      file.push(new Uint8Array(), true);
    },
    end: () => zip.end(),
  };
};
