import { formatMinute } from "../../domain/japan-time.ts";
import {
  type Proposal,
  proposalOwnerNames,
  type ProposalState,
  proposalStateNames,
} from "../../domain/report/entered/proposal.ts";
import { proposalsOf } from "../../lambdas/edge/composition.ts";
import {
  addProposal,
  type ProposalServices,
  setProposalState,
} from "../../usecases/reports/propose-improvement.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { type Desk, deskHelp, deskOptions, withDesk } from "./with-desk.ts";

const options = { ...commonOptions, ...deskOptions, staff: { type: "string" } } as const;

export const proposalAdd: Verb = {
  name: "proposal add",
  help: `proposal add --theme TEXT --issue TEXT --proposal TEXT --owner CODE --staff CODE [--deployed] [--json]
Enters an issue and what the desk proposes into the log that the monthly report shows. Write nothing about a person.
Owners:${named(proposalOwnerNames)}
${deskHelp}`,
  async run(words) {
    const read = readWords(words, [], {
      ...options,
      theme: { type: "string" },
      issue: { type: "string" },
      proposal: { type: "string" },
      owner: { type: "string" },
    } as const);
    if (!read.ok) return wrongUse(read.problem);
    const { values } = read.value;
    const { theme, issue, proposal, owner, staff } = values;
    if (theme === undefined || issue === undefined || proposal === undefined)
      return wrongUse(
        "--theme, --issue and --proposal are needed: say what it is about, what is wrong, and what to do.",
      );
    if (owner === undefined) return wrongUse("--owner CODE is missing: say who would carry it out.");
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who proposes it.");
    return withDesk(values, async (desk) => {
      const added = await addProposal(servicesOf(desk))({ theme, issue, proposal, owner, staff });
      if (!added.ok) return wrongUse(added.problem);
      return done(values.json ? JSON.stringify(added.value) : inWords(added.value));
    });
  },
};

export const proposalSetState: Verb = {
  name: "proposal set-state",
  help: `proposal set-state NUMBER STATE --staff CODE [--deployed] [--json]
Changes the state of a proposal; what it was stays in its history.
States:${named(proposalStateNames)}
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["NUMBER", "STATE"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const { staff } = values;
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who changes it.");
    return withDesk(values, async (desk) => {
      const [number, state = ""] = positionals;
      const changed = await setProposalState(servicesOf(desk))(Number(number), state, staff);
      if (!changed.ok) return wrongUse(changed.problem);
      return done(values.json ? JSON.stringify(changed.value) : inWords(changed.value));
    });
  },
};

export const proposalList: Verb = {
  name: "proposal list",
  help: `proposal list [--deployed] [--json]
Shows every proposal with its state. --json: one a line, with its history.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, [], { ...commonOptions, ...deskOptions });
    if (!read.ok) return wrongUse(read.problem);
    const { values } = read.value;
    return withDesk(values, async (desk) => {
      const { programme, proposals } = servicesOf(desk);
      const all = await proposals.all(programme.id);
      return done(...all.map((one) => (values.json ? JSON.stringify(one) : inWords(one))));
    });
  },
};

function servicesOf({ programme, world }: Desk): ProposalServices {
  return { programme, clock: world.clock, proposals: proposalsOf(world) };
}

function inWords({ number, enteredAt, theme, proposal, owner, history }: Proposal): string {
  const state: ProposalState = history.at(-1)?.state ?? "proposed";
  return `${number} ${formatMinute(enteredAt)} ${proposalStateNames[state]} 【${theme}】${proposal}（担当: ${proposalOwnerNames[owner]}）`;
}

function named(names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([code, name]) => `\n  ${code}  ${name}`)
    .join("");
}
