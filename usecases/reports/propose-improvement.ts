import type { Programme } from "../../domain/programme.ts";
import { type Proposal, proposed, withState } from "../../domain/report/entered/proposal.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { type Clock, Unavailable } from "../ports/host.ts";
import type { ProposalStore } from "../ports/reports.ts";

/** What the log of proposals is kept with. */
export interface ProposalServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly proposals: ProposalStore;
}

/** How often somebody who writes at the same moment may come first. */
const attempts = 20;

/** So many proposals have a number. */
const mostProposals = 9999;

/** Enters an issue and what the desk proposes, under the next number (R51). */
export function addProposal({ programme, clock, proposals }: ProposalServices) {
  return async (entry: {
    readonly theme: string;
    readonly issue: string;
    readonly proposal: string;
    readonly owner: string;
    readonly staff: string;
  }): Promise<Result<Proposal>> => {
    const by = staffCodeNamed(entry.staff);
    if (!by.ok) return by;
    const [latest] = (await proposals.page(programme.id, { limit: 1 })).entries;
    let number = (latest?.number ?? 0) + 1;
    for (let attempt = 0; attempt < attempts; attempt++, number++) {
      if (number > mostProposals) return failure(`There are ${mostProposals} proposals already.`);
      const one = proposed({ ...entry, number, at: clock.now(), by: by.value });
      if (!one.ok || !(await proposals.add(programme.id, one.value))) return one;
    }
    throw new Unavailable(`Others entered proposals ${attempts} times in a row.`);
  };
}

/** Changes the state of a proposal; what it was stays in its history. */
export function setProposalState({ programme, clock, proposals }: ProposalServices) {
  return async (number: number, state: string, staff: string): Promise<Result<Proposal>> => {
    const by = staffCodeNamed(staff);
    if (!by.ok) return by;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const kept = await proposals.find(programme.id, number);
      if (!kept) return failure(`There is no proposal ${number}: choose one of the list.`);
      const changed = withState(kept, { at: clock.now(), state, by: by.value });
      if (!changed.ok) return changed;
      if (await proposals.update(programme.id, changed.value)) return success(changed.value);
    }
    throw new Unavailable(`Others changed proposal ${number} ${attempts} times in a row.`);
  };
}
