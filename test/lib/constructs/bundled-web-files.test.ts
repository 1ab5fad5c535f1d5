import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  bundledWebFilesCommand,
  webFileNames,
  webFilePaths,
} from "../../../lib/constructs/bundled-web-files.ts";
import { temporaryFolder } from "../../local/temporary-folder.ts";

test("the form's files lie beside the bundle, in the layout that the handler reads, unchanged", async () => {
  // A folder whose name a shell would take apart.
  const folder = join(await temporaryFolder(), "a bundle & more");
  execSync(bundledWebFilesCommand(folder));
  expect(webFilePaths()).toEqual(expect.arrayContaining(["base.css", "form/form.css", "form/form-rules.js"]));
  for (const path of webFilePaths())
    expect(readFileSync(join(folder, "web", path), "utf8")).toBe(readFileSync(`web/${path}`, "utf8"));
});

test("no two of them have one name: they are served on one level", () => {
  expect(webFileNames().length).toBeGreaterThanOrEqual(7);
  expect(new Set(webFileNames()).size).toBe(webFileNames().length);
});
