import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contactsOf } from "../../../lambdas/edge/composition.ts";
import { reportApprove, reportFetch, reportLog } from "../../../local/verbs/report-approval.ts";
import { reportPublish } from "../../../local/verbs/report-publish.ts";
import { reportReconcile } from "../../../local/verbs/report-reconcile.ts";
import type { Verb } from "../../../local/verbs/verb.ts";
import { withDesk } from "../../../local/verbs/with-desk.ts";
import { anAnsweredCall } from "../../support/contacts.ts";
import { folderWithState } from "./run-verb.ts";

const folder = folderWithState();

async function run(verb: Verb, ...words: string[]) {
  const printed: string[] = [];
  const outcome = await verb.run(words, (line) => void printed.push(line));
  return { ...outcome, printed };
}

async function linesOf(verb: Verb, ...words: string[]): Promise<readonly string[]> {
  const outcome = await run(verb, ...words);
  if (outcome.kind !== "done") throw new Error(outcome.problem);
  return outcome.lines;
}

async function keep(contactId: string, arrived: string): Promise<void> {
  await withDesk({}, async ({ programme, world }) => {
    const {
      initiatedAt,
      contactId: _id,
      programme: _programme,
      ...facts
    } = anAnsweredCall(contactId, arrived);
    await contactsOf(world).save(
      { programme: programme.id, contactId, initiatedAt, events: facts },
      undefined,
    );
    return { kind: "done", lines: [] };
  });
}

const approval = ["--staff", "sv01", "--at", "2024-08-05T10:00"];

describe("a report on the command line", () => {
  test("is published, reconciled, approved, handed over and remembered, before there are screens", async () => {
    await keep("c-1", "2024-07-16T10:00");
    expect(await linesOf(reportPublish, "2024-07")).toEqual([
      expect.stringMatching(/^monthly\/2024-07 第1版（下書き）: \d+ ファイル$/),
    ]);
    const reconciled = await linesOf(reportReconcile, "2024-07");
    expect(reconciled).toContain("応答 | 1 | 1 | 1 | 0");
    expect(reconciled.at(-1)).toBe("差の合計 0");
    const [inJson = ""] = await linesOf(reportReconcile, "monthly/2024-07", "--json");
    expect(JSON.parse(inJson)).toMatchObject({ report: "monthly/2024-07", revision: 1, difference: 0 });
    expect(
      await run(reportFetch, "2024-07", "--out", join(folder, "early"), "--staff", "SV01"),
    ).toMatchObject({
      kind: "wrong-use",
      problem: "No revision of monthly/2024-07 is approved: approve one first.",
    });
    expect(await linesOf(reportApprove, "2024-07", ...approval)).toEqual([
      "monthly/2024-07 第1版を SV01 が承認しました（通知 1 通）",
    ]);
    const out = join(folder, "july");
    await linesOf(reportFetch, "2024-07", "--out", out, "--staff", "SV01");
    expect(readdirSync(out)).toContain("01_実績.csv");
    expect(readFileSync(join(out, "03_応対一覧.csv"), "utf8")).toContain("受付日時");
    const log = await linesOf(reportLog, "2024-07");
    expect(log.filter((line) => line.includes("受領 01_実績.csv（SV01）"))).toHaveLength(1);
    const steps = log.map((line) => line.split(" ")[3]).filter((step) => step !== "受領");
    expect(steps).toEqual(["作成（下書き）", "承認（SV01）", "通知を送信中", "通知済み"]);
  });

  test("that has changed since is told by the reconciliation, with the contact, and fails", async () => {
    await keep("late", "2024-07-18T10:00");
    const outcome = await run(reportReconcile, "2024-07");
    expect(outcome).toMatchObject({
      kind: "failed",
      problem: expect.stringContaining("2024-07-18 応答数 -1 (late)"),
    });
    expect(outcome.printed).toContain("2024-07-18 応答数 |  | 1 | 0 | -1");
  });

  test.each([
    [reportApprove, ["2024-07"], "--staff CODE is missing"],
    [reportApprove, ["2024-07", "--staff", "op01"], "op01 is an operator"],
    [reportApprove, ["2024-07", "--staff", "sv99"], "sv99 is not in the roster of dev"],
    [
      reportApprove,
      ["2024-07", "--staff", "sv01", "--environment", "moon"],
      'no environment "moon": use dev or prod',
    ],
    [reportApprove, ["2024-07", "--staff", "sv01"], "monthly/2024-07 is not over"],
    [reportApprove, ["2024-07", ...approval, "--deployed"], "--at is for the state folder only"],
    [reportApprove, ["2024-07", ...approval, "--revision", "9"], "is 1, not 9"],
    [reportApprove, ["2024-09", ...approval], "There is no report monthly/2024-09"],
    [reportPublish, ["2024-06"], "outside the contract"],
    [reportPublish, ["yearly/2024"], 'no kind of report "yearly"'],
    [reportFetch, ["2024-07", "--staff", "SV01"], "--out DIR is missing"],
    [reportFetch, ["2024-07", "--out", folder, "--staff", "埼玉"], "is not a staff code"],
  ])("%# is refused in a sentence that says what to do", async (verb, words, problem) => {
    expect(await run(verb, ...words)).toMatchObject({
      kind: "wrong-use",
      problem: expect.stringContaining(problem),
    });
  });

  test("that is not there cannot be reconciled", async () => {
    expect(await run(reportReconcile, "2024-10")).toMatchObject({ kind: "failed" });
  });
});
