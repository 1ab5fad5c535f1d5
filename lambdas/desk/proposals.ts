import type { ShownProposal } from "../../contract/proposals.ts";
import type { Programme } from "../../domain/programme.ts";
import {
  type Proposal,
  proposalOwnerNames,
  proposalStateNames,
} from "../../domain/report/entered/proposal.ts";
import type { ProposalStore } from "../../usecases/ports/reports.ts";
import { addProposal, setProposalState } from "../../usecases/reports/propose-improvement.ts";
import { behind, strangePlace, wantedPage } from "./cursor.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

const unknownProposal: Refused = {
  refused: "not-found",
  problem: "この提案はありません。一覧を読み直してください。",
};

const notTaken: Refused = {
  refused: "wrong",
  field: "theme",
  problem: "提案を登録できませんでした。テーマ、課題、提案の文を確かめてください。",
};

/** The desk's log of issues and proposals (R51). */
export function proposalHandlers({
  programme,
  proposals,
}: {
  readonly programme: Programme;
  readonly proposals: ProposalStore;
}): RouteHandlers<"listProposals" | "addProposal" | "setProposalState"> {
  const servicesAt = (at: number) => ({ programme, proposals, clock: { now: () => at } });
  return {
    async listProposals({ request: { after } }) {
      const page = wantedPage(after);
      if (!page) return strangePlace;
      const { entries, next } = await proposals.page(programme.id, page);
      return {
        answer: {
          proposals: entries.map(shown),
          ...behind(next),
          names: { states: { ...proposalStateNames }, owners: { ...proposalOwnerNames } },
        },
      };
    },
    async addProposal({ request, by, at }) {
      const added = await addProposal(servicesAt(at))({ ...request, staff: by.staff });
      return added.ok ? { answer: shown(added.value) } : notTaken;
    },
    async setProposalState({ path, request: { from, to }, by, at }) {
      const number = Number(path.number);
      const kept = await proposals.find(programme.id, number);
      if (!kept) return unknownProposal;
      const now = shown(kept);
      // Set already, by this request sent twice or by somebody else: it is what was wanted.
      if (now.state === to) return { answer: now };
      if (now.state !== from)
        return {
          refused: "conflict",
          version: kept.history.length,
          problem: `ほかの人が「${proposalStateNames[now.state]}」に変えました。確かめてから、もう一度選んでください。`,
        };
      const changed = await setProposalState(servicesAt(at))(number, to, by.staff);
      return changed.ok ? { answer: shown(changed.value) } : unknownProposal;
    },
  };
}

function shown({ history, ...rest }: Proposal): ShownProposal {
  return {
    ...rest,
    state: history.at(-1)?.state ?? "proposed",
    history: history.map((event) => ({ ...event })),
  };
}
