import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { temporaryDraft } from "../../../adapters/system/temporary-draft.ts";

const drafts = () => readdirSync(tmpdir()).filter((name) => name.startsWith("report-draft-"));
const bytesOf = (text: string) => new TextEncoder().encode(text);

test("the files of a draft are what was added to each, in order, as often as they are read", async () => {
  const draft = temporaryDraft();
  const pieces = Array.from({ length: 3000 }, (_, index) => `${index} 行目 ${"あ".repeat(100)}\r\n`);
  for (const piece of pieces) draft.append("02.csv", bytesOf(piece));
  draft.append("01.csv", bytesOf("見出し\r\n"));
  const [first, second, ...others] = draft.finish();
  expect([first?.name, second?.name, others.length]).toEqual(["01.csv", "02.csv", 0]);
  for (let times = 0; times < 2; times++)
    expect(Buffer.concat(await Array.fromAsync(second?.read() ?? [])).toString()).toBe(pieces.join(""));
  expect(second?.bytes).toBe(Buffer.byteLength(pieces.join("")));
  expect(second?.sha256).toBe(createHash("sha256").update(pieces.join("")).digest("hex"));
  draft.discard();
});

test("a draft leaves nothing behind, finished or not", () => {
  const before = drafts();
  const [one, other] = [temporaryDraft(), temporaryDraft()];
  one.append("a", bytesOf("1"));
  other.append("a", bytesOf("1"));
  expect(drafts()).toHaveLength(before.length + 2);
  one.finish();
  one.discard();
  other.discard();
  expect(drafts()).toEqual(before);
});

test("a finished draft takes nothing more", () => {
  const draft = temporaryDraft();
  draft.finish();
  expect(() => draft.append("a", bytesOf("1"))).toThrow("finished");
  draft.discard();
});
