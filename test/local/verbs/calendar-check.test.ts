import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { calendarCheck } from "../../../local/verbs/calendar-check.ts";
import { changedList, officialFile } from "../../domain/calendar/official-list.ts";
import { print } from "./run-verb.ts";

const folder = mkdtempSync(join(tmpdir(), "callcentre-"));
afterAll(() => rmSync(folder, { recursive: true }));
const check = (...words: string[]) => calendarCheck.run(words, print);

function changed(change: (latin: string) => string): string {
  const file = join(folder, "changed.csv");
  writeFileSync(file, changedList(change));
  return file;
}

test("the list that we have differs on no day", async () => {
  expect(await check(officialFile)).toEqual({ kind: "done", lines: ["2027年までの一覧との違い: 0 日"] });
  expect(await check(officialFile, "--json")).toEqual({
    kind: "done",
    lines: ['{"lastYear":2027,"differences":[]}'],
  });
});

test("a day that is moved is told twice: as missing and as new", async () => {
  const file = changed((text) => text.replace("2027/8/11,", "2027/8/12,"));
  expect(await check(file)).toEqual({
    kind: "done",
    lines: [
      "2027年までの一覧との違い: 2 日",
      "2027-08-11  一覧: 休日ではない  このサービス: 山の日",
      "2027-08-12  一覧: 山の日  このサービス: 休日ではない",
    ],
  });
});

test("a new year is told with the command that takes it over", async () => {
  const file = changed((text) => `${text}2028/11/23,x\r\n`);
  expect(await check(file)).toMatchObject({
    lines: expect.arrayContaining([`2028年が新しく公表されています: npm run holidays -- ${file}`]),
  });
});

test("what is no list is refused, and a file that is not there is wrong use", async () => {
  expect(await check(changed((text) => text.slice(0, 5_000)))).toMatchObject({ kind: "failed" });
  expect(await check(join(folder, "absent.csv"))).toMatchObject({ kind: "wrong-use" });
  expect(await check()).toMatchObject({ kind: "wrong-use", problem: "FILE.csv is missing." });
});
