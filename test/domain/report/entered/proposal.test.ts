import { describe, expect, test } from "vitest";
import { type Proposal, proposed, withState } from "../../../../domain/report/entered/proposal.ts";
import { proposalsOf, writeProposals } from "../../../../domain/report/contents/proposals-table.ts";
import type { Result } from "../../../../domain/result.ts";
import { at } from "../../../support/contacts.ts";
import { keptTables } from "../../../support/tables.ts";

const entry = {
  number: 1,
  at: at("2024-11-05T10:00"),
  by: "SV01",
  theme: "案内文",
  issue: "抽選の時期の質問が多い。",
  proposal: "アプリに抽選日を載せる。",
  owner: "app-operator",
};

function value(result: Result<Proposal>): Proposal {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

const state = (kept: Proposal, name: string, when: string) =>
  withState(kept, { at: at(when), state: name, by: "SV02" });

function listed(month: string, lastDay: number, proposals: readonly Proposal[]) {
  const { begin, rows } = keptTables();
  const period = { from: `${month}-01`, to: `${month}-${lastDay}`, cutOff: "" };
  writeProposals(begin, proposalsOf(period, proposals), [{ theme: "受電率", issue: "低い。" }]);
  return rows("05_課題と改善提案.csv").map((row) => [row["区分"], row["番号"], row["状態"]]);
}

describe("the log of proposals", () => {
  test("keeps every state that a proposal had", () => {
    const done = value(
      state(value(state(value(proposed(entry)), "adopted", "2024-11-20T10:00")), "done", "2024-12-10T10:00"),
    );
    expect(done.history).toEqual([
      { at: at("2024-11-05T10:00"), state: "proposed", by: "SV01" },
      { at: at("2024-11-20T10:00"), state: "adopted", by: "SV02" },
      { at: at("2024-12-10T10:00"), state: "done", by: "SV02" },
    ]);
  });

  test.each([
    [
      "an owner whom nobody knows",
      () => proposed({ ...entry, owner: "mayor" }),
      "use desk, prefecture, app-operator",
    ],
    ["an empty issue", () => proposed({ ...entry, issue: "　" }), "Write the issue"],
    ["a theme that is too long", () => proposed({ ...entry, theme: "あ".repeat(101) }), "at most 100"],
    [
      "a state that there is not",
      () => state(value(proposed(entry)), "open", "2024-11-06T10:00"),
      "use proposed, adopted, declined, done",
    ],
    ["the state that it has", () => state(value(proposed(entry)), "proposed", "2024-11-06T10:00"), "already"],
  ])("refuses %s in a sentence", (_what, attempt, words) => {
    expect(attempt()).toMatchObject({ ok: false, problem: expect.stringContaining(words) });
  });
});

describe("課題と改善提案 of a month", () => {
  const first = value(
    state(value(state(value(proposed(entry)), "adopted", "2024-11-20T10:00")), "done", "2024-12-10T10:00"),
  );
  const second = value(proposed({ ...entry, number: 2, at: at("2024-12-31T23:59") }));
  const suggestion = ["示唆（自動）", null, null];

  test("shows each proposal as it stood at the month's end, whatever became of it since", () => {
    expect(listed("2024-10", 31, [second, first])).toEqual([suggestion]);
    expect(listed("2024-11", 30, [second, first])).toEqual([["提案", 1, "採用"], suggestion]);
    expect(listed("2024-12", 31, [second, first])).toEqual([
      ["提案", 1, "実施済"],
      ["提案", 2, "提案中"],
      suggestion,
    ]);
  });

  test("no longer shows what was settled before the month began", () => {
    expect(listed("2025-01", 31, [second, first])).toEqual([["提案", 2, "提案中"], suggestion]);
  });
});
