import type { Instant } from "../../japan-time.ts";
import { failure, type Result, success } from "../../result.ts";

/** 課題と改善提案: an issue that the desk saw, and what it proposes (R51). Its history is only ever added to. */
export interface Proposal {
  /** From 1, within the programme. */
  readonly number: number;
  readonly enteredAt: Instant;
  readonly theme: string;
  readonly issue: string;
  readonly proposal: string;
  /** Who would carry it out. */
  readonly owner: ProposalOwner;
  /** Every state that it had, the first being `proposed`; the last is the one that it has. */
  readonly history: readonly ProposalEvent[];
}

interface ProposalEvent {
  readonly at: Instant;
  readonly state: ProposalState;
  /** A staff code. */
  readonly by: string;
}

/** 提案中 · 採用 · 見送り · 実施済 */
export type ProposalState = "proposed" | "adopted" | "declined" | "done";

export type ProposalOwner = "desk" | "prefecture" | "app-operator";

export const proposalStateNames: Readonly<Record<ProposalState, string>> = {
  proposed: "提案中",
  adopted: "採用",
  declined: "見送り",
  done: "実施済",
};

export const proposalOwnerNames: Readonly<Record<ProposalOwner, string>> = {
  desk: "コールセンター",
  prefecture: "県",
  "app-operator": "アプリ事業者",
};

const longestTheme = 100;
const longestText = 2000;

/** A new proposal, or the sentence that says which of its words are missing or too long. */
export function proposed(entry: {
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly theme: string;
  readonly issue: string;
  readonly proposal: string;
  readonly owner: string;
}): Result<Proposal> {
  const { number, at, by, theme, issue, proposal, owner } = entry;
  if (!isOwner(owner))
    return failure(`"${owner}" is nobody's role: use ${Object.keys(proposalOwnerNames).join(", ")}.`);
  for (const [what, text, longest] of [
    ["theme", theme, longestTheme],
    ["issue", issue, longestText],
    ["proposal", proposal, longestText],
  ] as const)
    if (text.trim() === "" || text.length > longest)
      return failure(`Write the ${what}, in at most ${longest} characters.`);
  return success({
    number,
    enteredAt: at,
    theme,
    issue,
    proposal,
    owner,
    history: [{ at, state: "proposed", by }],
  });
}

/** The next version of a proposal, whose state changed. */
export function withState(
  kept: Proposal,
  event: { at: Instant; state: string; by: string },
): Result<Proposal> {
  const { state } = event;
  if (!isState(state))
    return failure(`"${state}" is no state: use ${Object.keys(proposalStateNames).join(", ")}.`);
  const last = kept.history.at(-1);
  if (last?.state === state) return failure(`Proposal ${kept.number} is ${state} already.`);
  return success({ ...kept, history: [...kept.history, { ...event, state }] });
}

/** How a proposal stood just before an instant; undefined where it was not entered yet. */
export function stateBefore({ history }: Proposal, before: Instant): ProposalState | undefined {
  return history.findLast(({ at }) => at < before)?.state;
}

/** Whether a proposal in that state needs nothing more. */
export function isSettled(state: ProposalState | undefined): boolean {
  return state === "declined" || state === "done";
}

function isOwner(text: string): text is ProposalOwner {
  return Object.hasOwn(proposalOwnerNames, text);
}

function isState(text: string): text is ProposalState {
  return Object.hasOwn(proposalStateNames, text);
}
