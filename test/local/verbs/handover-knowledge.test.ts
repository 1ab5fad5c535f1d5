import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { handoverConfirm } from "../../../local/verbs/handover-confirm.ts";
import {
  handoverKnowledgeAdd,
  handoverReaders,
  handoverReading,
} from "../../../local/verbs/handover-knowledge.ts";
import { handoverProgress } from "../../../local/verbs/handover-progress.ts";
import { folderWithState, linesOf, print } from "./run-verb.ts";

const folder = folderWithState();

/** A new state folder begins with the contract: 1 July 2024, 09:00. */
describe("handed-over knowledge on the command line", () => {
  test("is added, read, confirmed, and counted by operator and date", async () => {
    const path = join(folder, "knowledge.csv");
    writeFileSync(path, '番号,題名,内容,出典\nK01,抽選,毎月10日,3頁\nK02,賞品,"月末\n発送",5頁\nK03,,x,y\n');
    expect(await linesOf(handoverKnowledgeAdd, path)).toEqual([
      "3 行: 新規 2 件、登録済み 0 件、不備 1 件",
      "5 行目 題名: 空欄です。値を入れてください。",
    ]);
    expect(await linesOf(handoverReaders, "OP01,OP02,OP03")).toEqual(["読む人 3 名: OP01、OP02、OP03"]);
    expect(await linesOf(handoverReaders, "OP03", "--remove")).toEqual(["読む人 2 名: OP01、OP02"]);
    expect(await linesOf(handoverConfirm, "--staff", "op01", "K01")).toEqual(["OP01 が確認: K01 第1版"]);
    expect(await linesOf(handoverReading, "--staff", "OP01")).toEqual([
      "済 K01 第1版 抽選（3頁）",
      "未 K02 第1版 賞品（5頁）",
      "     月末",
      "     発送",
    ]);
    expect(await linesOf(handoverProgress)).toEqual([
      "2024-07-01 全体 25.0 ％（確認 1 ÷ 全 4）",
      "2024-07-01 OP01 50.0 ％（確認 1 ÷ 全 2）",
      "2024-07-01 OP02 0.0 ％（確認 0 ÷ 全 2）",
    ]);
    const days = await linesOf(handoverProgress, "--from", "2024-06-30", "--at", "2024-07-01", "--json");
    expect(days.map((day) => JSON.parse(day) as unknown)).toEqual([
      { date: "2024-06-30", readers: [], all: { confirmed: 0, of: 0, rate: null } },
      {
        date: "2024-07-01",
        readers: [
          { staff: "OP01", confirmed: 1, of: 2, rate: 0.5 },
          { staff: "OP02", confirmed: 0, of: 2, rate: 0 },
        ],
        all: { confirmed: 1, of: 4, rate: 0.25 },
      },
    ]);
    expect(await linesOf(handoverProgress, "--at", "2024-06-30")).toEqual([
      "2024-06-30 全体 —（確認 0 ÷ 全 0）",
    ]);
  });

  test.each([
    [handoverConfirm, ["K01"], "--staff CODE is missing"],
    [handoverConfirm, ["--staff", "OP01"], "ITEM is missing"],
    [handoverConfirm, ["--staff", "OP77", "K01"], "not among those who read"],
    [handoverConfirm, ["--staff", "OP01", "K77"], 'no item "K77"'],
    [handoverReading, [], "--staff CODE is missing"],
    [handoverReaders, ["玉川"], "never a name"],
    [handoverProgress, ["--at", "2024-02-30"], "does not exist"],
    [handoverProgress, ["--from", "2024-07-02", "--at", "2024-07-01"], "earlier date first"],
    [handoverProgress, ["--from", "2024-01-01", "--at", "2024-07-01"], "92 days"],
    [handoverKnowledgeAdd, [], "FILE.csv is missing"],
  ] as const)("%o %j is wrong use", async (verb, words, problem) => {
    expect(await verb.run([...words], print)).toEqual({
      kind: "wrong-use",
      problem: expect.stringContaining(problem),
    });
  });
});
