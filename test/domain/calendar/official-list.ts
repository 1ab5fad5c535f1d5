import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The Cabinet Office's file, where the service keeps it. */
export const officialFile = join(import.meta.dirname, "../../../data/syukujitsu.csv");

/**
 * The rows of the Cabinet Office's file as [date, name], read here without the service's own reader.
 * The file has 1,067 rows from 1955 to 2027; a newer one has more.
 */
export const officialList: readonly (readonly [string, string])[] = new TextDecoder("shift_jis")
  .decode(readFileSync(officialFile))
  .split("\r\n")
  .slice(1, -1)
  .map((line) => {
    const [date = "", name = ""] = line.split(",");
    const [year, month = "", day = ""] = date.split("/");
    return [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, name];
  });

/** CP932 bytes of the file with one change; only ASCII may be changed, so that the bytes stay valid. */
export function changedList(change: (latin: string) => string): Uint8Array {
  return Buffer.from(change(readFileSync(officialFile).toString("latin1")), "latin1");
}
