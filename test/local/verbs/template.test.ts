import { expect, test, vi } from "vitest";
import { templateList, templateWrite } from "../../../local/verbs/template.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const nothing = () => undefined;

test("a template is written by a supervisor, in versions, and taken out of use by an empty text", async () => {
  vi.stubEnv("CALLCENTRE_STATE", `${await temporaryFolder()}/state`);
  const write = (staff: string, text: string) =>
    templateWrite.run(["thanks", "--name", "お礼", "--text", text, "--staff", staff, "--json"], nothing);
  const list = () => templateList.run([], nothing);
  expect(await write("op01", "ありがとうございます。")).toMatchObject({ kind: "wrong-use" });
  expect(await write("sv01", "ありがとうございます。")).toMatchObject({ kind: "done" });
  expect(await write("sv01", "お問い合わせ、ありがとうございます。")).toMatchObject({ kind: "done" });
  expect(await list()).toMatchObject({
    kind: "done",
    lines: [expect.stringMatching(/^thanks お礼（第2版、.*、SV01）: お問い合わせ、ありがとうございます。$/)],
  });
  await write("sv01", "");
  expect(await list()).toEqual({ kind: "done", lines: [] });
  expect(await write("sv01", "また使います。")).toMatchObject({ kind: "done" });
  vi.unstubAllEnvs();
});
