import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { openStateFolder, stateFolderPath } from "../../local/state-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

describe("where the state lies", () => {
  test("CALLCENTRE_STATE names it, relative to the working directory", () => {
    expect(stateFolderPath({ CALLCENTRE_STATE: "/var/rehearsal" })).toBe("/var/rehearsal");
    expect(stateFolderPath({ CALLCENTRE_STATE: "rehearsal" })).toBe(resolve("rehearsal"));
  });

  test("without it, or with an empty one, it is .local at the root of the project", () => {
    const expected = resolve(import.meta.dirname, "../../.local");
    expect(stateFolderPath({})).toBe(expected);
    expect(stateFolderPath({ CALLCENTRE_STATE: "" })).toBe(expected);
  });
});

describe("the state folder", () => {
  test("is created with everything in it, however deep", async () => {
    const path = join(await temporaryFolder(), "a", "b");
    const folder = await openStateFolder(path, () => "secret text");
    expect(folder).toEqual({
      path,
      dynamodbFile: join(path, "dynamodb.sqlite"),
      s3Folder: join(path, "s3"),
      mailFolder: join(path, "mails"),
      secret: "secret text",
      formKey: "secret text",
    });
    expect((await readdir(path)).toSorted()).toEqual([".gitignore", "form-key", "mails", "s3", "secret"]);
  });

  test("nothing in it can be committed", async () => {
    const repository = await temporaryFolder();
    execFileSync("git", ["init", "--quiet", repository]);
    await openStateFolder(join(repository, "state"), () => "secret text");
    await writeFile(join(repository, "seen.txt"), "");
    const status = execFileSync("git", ["-C", repository, "status", "--porcelain", "--untracked-files=all"]);
    expect(status.toString()).toBe("?? seen.txt\n");
  });

  test("the secret is made once and stays", async () => {
    const path = await temporaryFolder();
    const first = await openStateFolder(path, () => "first");
    const second = await openStateFolder(path, () => "second");
    expect([first.secret, second.secret]).toEqual(["first", "first"]);
  });

  test("twenty that open it at once agree on one secret", async () => {
    const path = await temporaryFolder();
    const opened = await Promise.all(
      Array.from({ length: 20 }, (_, at) => openStateFolder(path, () => `secret ${at}`)),
    );
    expect(opened).toHaveLength(20);
    expect(new Set(opened.map((folder) => folder.secret)).size).toBe(1);
    expect(await readFile(join(path, "secret"), "utf8")).toBe(opened[0]!.secret);
  });

  test("a folder that cannot be made is said in one line that names the setting", async () => {
    const path = join(await temporaryFolder(), "taken");
    await writeFile(path, "a file");
    const opening = openStateFolder(path, () => "secret");
    await expect(opening).rejects.toThrow(/^The state folder .*taken cannot be used.*CALLCENTRE_STATE.*$/);
  });
});
