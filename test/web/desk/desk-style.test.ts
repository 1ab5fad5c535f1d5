import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the desk's font takes the place of the installed Cloudscape's, by the name that it has there", () => {
  const ours = /--font-family-base-\w+/.exec(readFileSync("web/desk/desk.css", "utf8"))?.[0];
  const theirs = readFileSync(
    "node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js",
    "utf8",
  );
  expect(theirs).toContain("fontFamilyBase");
  expect(ours).toBe(/--font-family-base-\w+/.exec(theirs)?.[0]);
});
