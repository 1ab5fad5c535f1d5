import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { caseOfCall } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { casesOf } from "../../../lambdas/edge/composition.ts";
import {
  caseAnsweredBack,
  caseEscalate,
  caseEscalationAnswer,
} from "../../../local/verbs/case-escalation.ts";
import { naviDialSet } from "../../../local/verbs/navi-dial.ts";
import { proposalAdd, proposalList, proposalSetState } from "../../../local/verbs/proposal.ts";
import { reportMonthly } from "../../../local/verbs/report-monthly.ts";
import { withDesk } from "../../../local/verbs/with-desk.ts";
import { at } from "../../support/contacts.ts";
import { folderWithState, linesOf, print } from "./run-verb.ts";

const folder = folderWithState();

/** A new state folder begins with the contract: 1 July 2024, 09:00. */
const receiptNumber = receiptNumberOf("2024-07-01", "call c");

async function aCase(): Promise<void> {
  await withDesk({}, async ({ programme, world }) => {
    const call = { receiptNumber, contactId: "c", arrivedAt: at("2024-07-01T09:00") };
    const written = { category: "C01", answer: "対象です。" };
    await casesOf(world).open({ ...caseOfCall({ programme: programme.id, ...call }), ...written });
    return { kind: "done", lines: [] };
  });
}

describe("what people enter for a report on the command line", () => {
  test("reaches the report's files", async () => {
    await aCase();
    const asked = ["--to", "prefecture", "--question", "対象ですか。", "--staff", "op01"];
    expect((await linesOf(caseEscalate, receiptNumber, ...asked)).slice(0, 2)).toEqual([
      expect.stringMatching(/^\d{4}-\d{4}-\d{4} 回答期限は照会中のため停止（残り 480\.0 営業分）$/),
      "照会 1 県: 照会中",
    ]);
    const answer = ["--answer", "対象です。", "--staff", "OP01", "--json"];
    const [answered] = await linesOf(caseEscalationAnswer, receiptNumber, "1", ...answer);
    expect(JSON.parse(answered ?? "")).toMatchObject({ status: "in-progress", minutesLeft: null });
    expect(await linesOf(caseAnsweredBack, receiptNumber, "1", "--staff", "OP01")).toEqual([
      expect.stringContaining("回答期限 —"),
      "照会 1 県: 相談者へ回答済",
    ]);

    const entry = ["--theme", "抽選", "--issue", "質問が多い。", "--proposal", "日を載せる。"];
    await linesOf(proposalAdd, ...entry, "--owner", "app-operator", "--staff", "SV01");
    await linesOf(proposalSetState, "1", "adopted", "--staff", "SV01");
    expect(await linesOf(proposalList)).toEqual([
      "1 2024-07-01 09:00 採用 【抽選】日を載せる。（担当: アプリ事業者）",
    ]);
    expect(await linesOf(naviDialSet, "2024-07", "--busy", "12", "--closed", "3", "--staff", "SV01")).toEqual(
      ["2024-07 ナビダイヤル: 話中 12 件、時間外 3 件"],
    );

    const out = join(folder, "report");
    await linesOf(reportMonthly, "2024-07", "--out", out);
    const rows = (file: string): Record<string, string>[] =>
      parse(readFileSync(join(out, file)), { bom: true, columns: true });
    expect(rows("04_マニュアル範囲外.csv")).toMatchObject([{ 照会先: "県", 状態: "相談者へ回答済" }]);
    expect(rows("05_課題と改善提案.csv")).toMatchObject([{ 区分: "提案", 状態: "採用", 提案者: "SV01" }]);
    const busy = rows("01_実績_指標.csv").find((row) => row["指標"]?.includes("ナビダイヤル話中"));
    expect(busy?.["値"]).toBe("12");
  });

  test.each([
    ["without an addressee", caseEscalate, [receiptNumber, "--question", "？", "--staff", "OP01"]],
    ["to nobody", caseEscalate, [receiptNumber, "--to", "x", "--question", "？", "--staff", "OP01"]],
    ["of no escalation", caseEscalationAnswer, [receiptNumber, "9", "--answer", "！", "--staff", "OP01"]],
    ["by nobody", caseAnsweredBack, [receiptNumber, "1"]],
    ["without an issue", proposalAdd, ["--theme", "x", "--staff", "SV01"]],
    ["of no proposal", proposalSetState, ["9", "done", "--staff", "SV01"]],
    ["without counts", naviDialSet, ["2024-07", "--staff", "SV01"]],
    [
      "of a month outside the contract",
      naviDialSet,
      ["2023-07", "--busy", "1", "--closed", "1", "--staff", "SV01"],
    ],
  ])("is refused in a sentence %s", async (_what, verb, words) => {
    expect(await verb.run(words, print)).toMatchObject({
      kind: "wrong-use",
      problem: expect.stringMatching(/\.$|。$/),
    });
  });
});
