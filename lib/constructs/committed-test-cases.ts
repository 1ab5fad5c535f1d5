import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** A test case as it is committed: the file `connect-flows/test-cases/<programme id>/<name>.json`. */
export interface CommittedTestCase {
  readonly name: string;
  /** What Amazon Connect is given, without the line breaks. */
  readonly content: string;
}

const testCasesFolder = join(import.meta.dirname, "../../connect-flows/test-cases");

/** Every committed test case of a programme, in order of name; none where it has none. */
export function committedTestCases(programmeId: string): CommittedTestCase[] {
  const folder = join(testCasesFolder, programmeId);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      name: basename(file, ".json"),
      content: JSON.stringify(JSON.parse(readFileSync(join(folder, file), "utf8"))),
    }));
}
