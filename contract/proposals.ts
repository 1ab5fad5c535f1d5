import * as v from "valibot";
import { instant, listAfter, listNext, neededText } from "./fields.ts";
import type { Route } from "./route.ts";

const states = v.picklist(["proposed", "adopted", "declined", "done"], "状態を選んでください。");
const owners = v.picklist(["desk", "prefecture", "app-operator"], "実施する人を選んでください。");
const leading = ["supervisor", "leader"] as const;

const longestText = 2000;

const proposal = v.object({
  number: v.number(),
  enteredAt: instant,
  theme: v.string(),
  issue: v.string(),
  proposal: v.string(),
  owner: owners,
  state: states,
  history: v.array(v.object({ at: instant, state: states, by: v.string() })),
});

export type ShownProposal = v.InferOutput<typeof proposal>;

const names = v.record(v.string(), v.string());

/** 課題と改善提案: they stand in the monthly report (R51). */
export const proposalRoutes = {
  listProposals: {
    method: "GET",
    path: "/proposals",
    roles: leading,
    readsPersonalData: false,
    request: v.object(listAfter),
    answer: v.object({
      /** The latest first. */
      proposals: v.array(proposal),
      ...listNext,
      names: v.object({ states: names, owners: names }),
    }),
  },
  addProposal: {
    method: "POST",
    path: "/proposals",
    roles: leading,
    readsPersonalData: false,
    request: v.object({
      theme: neededText("テーマ", 100),
      issue: neededText("課題", longestText),
      proposal: neededText("提案", longestText),
      owner: owners,
    }),
    answer: proposal,
  },
  setProposalState: {
    method: "PUT",
    path: "/proposals/{number}/state",
    roles: leading,
    readsPersonalData: false,
    request: v.object({
      /** The state that was seen. */
      from: states,
      to: states,
    }),
    answer: proposal,
  },
} as const satisfies Record<string, Route>;
