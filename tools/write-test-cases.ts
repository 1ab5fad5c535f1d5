/**
 * Writes the test cases with which Amazon Connect itself is asked to tell our stories:
 * connect-flows/test-cases/<programme>/<story>.json. Run it after `npm run flows`; a test fails where they are not current.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { programmes } from "../programmes/registry.ts";
import { testCaseFiles, testCasesFolder } from "./acceptance/test-case-files.ts";

const root = join(import.meta.dirname, "..");

const files = await testCaseFiles(programmes);
await rm(join(root, testCasesFolder), { recursive: true, force: true });
for (const [path, text] of files) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
console.log([...files.keys()].join("\n"));
