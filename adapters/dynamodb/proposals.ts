import type { Proposal } from "../../domain/report/proposal.ts";
import type { ProposalStore } from "../../usecases/ports/reports.ts";
import type { Item, Table } from "./table.ts";

/**
 * The desk's proposals in DynamoDB, among its entries: all of a programme lie together and are read by one query.
 *
 *     { programme: "water-desk", entry: "proposal#0001", number: 1, enteredAt, theme, issue, proposal, owner: "desk",
 *       history: [{ at, state: "proposed", by: "SV01" }], events: 1 }
 *
 * `events` is the length of the history: of two who write at once the second is refused by it.
 */
export function dynamoDbProposals(table: Table): ProposalStore {
  return {
    async all(programme) {
      const items = await table.query({
        partition: ["programme", programme],
        beginsWith: ["entry", "proposal#"],
      });
      return items.map(proposalOf);
    },
    async add(programme, proposal) {
      const holder = await table.putIf(itemOf(programme, proposal), {
        expression: "attribute_not_exists(entry)",
      });
      if (holder === "written") return undefined;
      if (!holder) throw new Error(`DynamoDB refused proposal ${proposal.number} and shows no other.`);
      return proposalOf(holder);
    },
    async update(programme, changed) {
      const answer = await table.putIf(itemOf(programme, changed), {
        expression: "events = :before",
        values: { ":before": changed.history.length - 1 },
      });
      return answer === "written";
    },
  };
}

/** Numbers have at most four digits, so that their entries stand in order. */
function itemOf(programme: string, proposal: Proposal): Item {
  const entry = `proposal#${String(proposal.number).padStart(4, "0")}`;
  return { programme, entry, ...proposal, events: proposal.history.length };
}

function proposalOf(item: Item): Proposal {
  const { programme: _programme, entry: _entry, events: _events, ...proposal } = item;
  return proposal as unknown as Proposal;
}
