/**
 * Writes the test cases with which Amazon Connect itself is asked to tell our stories:
 * connect-flows/test-cases/<programme>/<story>.json. Run it after `npm run flows`; a test fails where they are not current.
 */
import { programmes } from "../programmes/registry.ts";
import { testCaseFiles, testCasesFolder } from "./acceptance/test-case-files.ts";
import { writeGenerated } from "./generation/write-generated.ts";

await writeGenerated([testCasesFolder], await testCaseFiles(programmes));
