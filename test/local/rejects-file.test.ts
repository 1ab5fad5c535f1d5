import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { beginRejectsFile } from "../../local/rejects-file.ts";

const folder = mkdtempSync(join(tmpdir(), "callcentre-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "rejects.csv");
const reject = { line: 3, row: 2, field: "相談内容", value: '=HYPERLINK("x")', reason: "空欄です。" };

test("a table of rejects opens in Excel as text, is there only when it is whole, and replaces an earlier one", async () => {
  const file = beginRejectsFile(path);
  file.add(reject);
  file.add({ ...reject, line: 4, value: "長".repeat(300) });
  expect(existsSync(path)).toBe(false);
  await file.close();
  expect(readFileSync(path, "utf8")).toBe(
    `\uFEFF行,表の行,項目,値,理由\r\n3,2,相談内容,"'=HYPERLINK(""x"")",空欄です。\r\n4,2,相談内容,${"長".repeat(200)}…,空欄です。\r\n`,
  );
  const next = beginRejectsFile(path);
  await next.close();
  expect(readFileSync(path, "utf8")).toBe("\uFEFF行,表の行,項目,値,理由\r\n");
});

test("one that is given up leaves the earlier one, and nothing beside it", async () => {
  const before = readFileSync(path);
  const file = beginRejectsFile(path);
  file.add(reject);
  await file.discard();
  expect(readFileSync(path)).toEqual(before);
  expect(existsSync(`${path}.part`)).toBe(false);
});

test("one whose folder is not there fails when it is closed", async () => {
  await expect(beginRejectsFile(join(folder, "nowhere", "x.csv")).close()).rejects.toThrow("ENOENT");
});
