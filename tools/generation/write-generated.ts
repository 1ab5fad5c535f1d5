import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

/**
 * Writes generated files, by their paths from the root of the repository, and prints the paths. The folders hold nothing
 * else: what is in them and is not generated any more goes.
 */
export async function writeGenerated(
  folders: readonly string[],
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const folder of folders) await rm(join(root, folder), { recursive: true, force: true });
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  console.log([...files.keys()].join("\n"));
}
