import { dateAt, dayNumberOf, instantOfDay } from "../../japan-time.ts";
import {
  isSettled,
  type Proposal,
  proposalOwnerNames,
  proposalStateNames,
  stateBefore,
} from "../entered/proposal.ts";
import type { ReportPeriod } from "../plan/report-period.ts";
import type { Suggestion } from "./suggestions.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";

/** A proposal as a period's report lists it. */
export interface ListedProposal {
  readonly proposal: Proposal;
  /** At the end of the period, in Japanese. */
  readonly state: string;
}

type Row =
  | ({ readonly kind: "proposal" } & ListedProposal)
  | { readonly kind: "suggestion"; readonly suggestion: Suggestion };

const proposalsTable: Table<Row> = {
  file: "05_課題と改善提案.csv",
  sheet: "課題と改善提案",
  columns: [
    ["区分", "text", ({ kind }) => (kind === "proposal" ? "提案" : "示唆（自動）")],
    ["番号", "count", (row) => ofProposal(row, ({ number }) => number)],
    ["日付", "date", (row) => ofProposal(row, ({ enteredAt }) => dateAt(enteredAt))],
    ["テーマ", "text", (row) => (row.kind === "proposal" ? row.proposal.theme : row.suggestion.theme)],
    ["課題", "text", (row) => (row.kind === "proposal" ? row.proposal.issue : row.suggestion.issue)],
    ["提案", "text", (row) => ofProposal(row, ({ proposal }) => proposal)],
    ["状態", "text", (row) => ofProposal(row, (_proposal, state) => state)],
    ["実施の担当", "text", (row) => ofProposal(row, ({ owner }) => proposalOwnerNames[owner])],
    ["提案者", "text", (row) => ofProposal(row, ({ history }) => history[0]?.by ?? null)],
  ],
};

/** The desk's proposals that were open at some time in a period, as they stood at its end, in order of number. */
export function proposalsOf(period: ReportPeriod, proposals: readonly Proposal[]): ListedProposal[] {
  const begins = instantOfDay(dayNumberOf(period.from));
  const ends = instantOfDay(dayNumberOf(period.to) + 1);
  return proposals
    .toSorted((one, other) => one.number - other.number)
    .flatMap((proposal) => {
      const state = stateBefore(proposal, ends);
      if (state === undefined || isSettled(stateBefore(proposal, begins))) return [];
      return [{ proposal, state: proposalStateNames[state] }];
    });
}

/** 課題と改善提案 (R51): the desk's proposals, then what the figures suggest. */
export function writeProposals(
  begin: BeginTable,
  proposals: readonly ListedProposal[],
  suggestions: readonly Suggestion[],
): void {
  writeTable(begin, proposalsTable, [
    ...proposals.map((listed): Row => ({ kind: "proposal", ...listed })),
    ...suggestions.map((suggestion): Row => ({ kind: "suggestion", suggestion })),
  ]);
}

function ofProposal<Value>(row: Row, cell: (proposal: Proposal, state: string) => Value): Value | null {
  return row.kind === "proposal" ? cell(row.proposal, row.state) : null;
}
