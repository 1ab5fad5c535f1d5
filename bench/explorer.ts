import { getAdjacencyMap } from "@xstate/graph";
import { assign, setup } from "xstate";
import { buildModel } from "../simulator/explorer/build-model.ts";
import { explore } from "../simulator/explorer/explore.ts";
import type { CheckedFlow } from "../simulator/explorer/flow-set.ts";
import type { Model } from "../simulator/explorer/model.ts";
import { packedModel } from "../simulator/explorer/packed-model.ts";
import { interleaved } from "./rounds.ts";

/**
 * Path exploration beside getAdjacencyMap of @xstate/graph 3.0.4 (xstate 5.33.3) on the same graph: a flow of twenty
 * menus, each asked three times, with errors, attributes and hours. The machine has a state for each place, an event for
 * each step out of it, and the variables as its context; both must find the same states, and what is compared is the time
 * for one whole exploration, so transitions a second.
 */
const menus = 20;

type Actions = CheckedFlow["document"]["Actions"];

function menuBlocks(number: number): Actions {
  const next = number + 1 === menus ? "bye" : `menu${number + 1}`;
  const to = (target: string, digit: string) => ({
    NextAction: target,
    Condition: { Operator: "Equals", Operands: [digit] } as const,
  });
  return [
    {
      Identifier: `menu${number}`,
      Type: "GetParticipantInput",
      Parameters: { Text: "1か2を押してください。", StoreInput: "False", InputTimeLimitSeconds: "5" },
      Transitions: {
        Conditions: [to(`note${number}`, "1"), to(next, "2"), to("language", "3")],
        Errors: ["NoMatchingCondition", "InputTimeLimitExceeded", "NoMatchingError"].map((ErrorType) => ({
          ErrorType,
          NextAction: `tries${number}`,
        })),
      },
    },
    {
      Identifier: `tries${number}`,
      Type: "Loop",
      Parameters: { LoopCount: "3" },
      Transitions: { Conditions: [to(`menu${number}`, "ContinueLooping"), to("bye", "DoneLooping")] },
    },
    {
      Identifier: `note${number}`,
      Type: "UpdateContactAttributes",
      Parameters: { Attributes: { choice: number % 2 === 0 ? "even" : "odd" } },
      Transitions: { NextAction: next, Errors: [{ ErrorType: "NoMatchingError", NextAction: next }] },
    },
  ];
}

const flow: CheckedFlow = {
  name: "menus",
  type: "CONTACT_FLOW",
  document: {
    Version: "2019-10-30",
    StartAction: "voice",
    Actions: [
      {
        Identifier: "voice",
        Type: "UpdateContactTextToSpeechVoice",
        Parameters: { TextToSpeechVoice: "Kazuha" },
        Transitions: { NextAction: "menu0" },
      },
      ...Array.from({ length: menus }, (_, number) => menuBlocks(number)).flat(),
      {
        Identifier: "language",
        Type: "UpdateFlowLoggingBehavior",
        Parameters: { FlowLoggingBehavior: "Disabled" },
        Transitions: { NextAction: "bye" },
      },
      {
        Identifier: "bye",
        Type: "Compare",
        Parameters: { ComparisonValue: "$.Attributes.choice" },
        Transitions: {
          Conditions: [{ NextAction: "end", Condition: { Operator: "Equals", Operands: ["even"] } }],
          Errors: [{ ErrorType: "NoMatchingCondition", NextAction: "say" }],
        },
      },
      {
        Identifier: "say",
        Type: "MessageParticipant",
        Parameters: { Text: "終わります。" },
        Transitions: { NextAction: "end", Errors: [{ ErrorType: "NoMatchingError", NextAction: "end" }] },
      },
      { Identifier: "end", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
    ],
  },
};

const model = buildModel([flow], { reportAttributes: [] });
const packed = packedModel(model);

/** The packed model is a table already; the peer gets the same one, values that no future asks about zeroed alike. */
function machineOf({ locations, roots, variables }: Model) {
  const steps = Array.from(packed.target, (_, edge) => edge);
  const stepsOf = (place: number) => steps.slice(packed.firstEdge[place], packed.firstEdge[place + 1]);
  const wordsAfter = (edge: number, words: readonly number[]) =>
    words.map((word, index) => {
      const rule = (edge * packed.words + index) * 4;
      return (word & (packed.rules[rule + 2] ?? 0)) | (packed.rules[rule + 3] ?? 0);
    });
  const isTaken = (edge: number, words: readonly number[]) =>
    words.every((word, index) => {
      const rule = (edge * packed.words + index) * 4;
      return (word & (packed.rules[rule] ?? 0)) === packed.rules[rule + 1];
    });
  if (variables.length === 0 || roots.length !== 1)
    throw new Error("The bench needs variables and one root.");
  return setup({
    types: {} as { context: { words: readonly number[] }; events: { type: string } },
    guards: {
      isTaken: ({ context }, { edge }: { edge: number }) => isTaken(edge, context.words),
    },
    actions: {
      take: assign({ words: ({ context }, { edge }: { edge: number }) => wordsAfter(edge, context.words) }),
    },
  }).createMachine({
    context: { words: packed.roots[0]?.words ?? [] },
    initial: `p${packed.roots[0]?.location}`,
    states: Object.fromEntries(
      locations.map((_, place) => [
        `p${place}`,
        {
          on: Object.fromEntries(
            stepsOf(place).map((edge) => [
              `e${edge}`,
              {
                target: `p${packed.target[edge]}`,
                guard: { type: "isTaken" as const, params: { edge } },
                actions: { type: "take" as const, params: { edge } },
                reenter: true,
              },
            ]),
          ),
        },
      ]),
    ),
  });
}

const machine = machineOf(model);
const eventsOf: ReadonlyMap<string, readonly { readonly type: string }[]> = new Map(
  model.locations.map((_, place) => [
    `p${place}`,
    Array.from(
      { length: (packed.firstEdge[place + 1] ?? 0) - (packed.firstEdge[place] ?? 0) },
      (_each, index) => ({
        type: `e${(packed.firstEdge[place] ?? 0) + index}`,
      }),
    ),
  ]),
);

function peer() {
  return getAdjacencyMap(machine, { events: (state) => [...(eventsOf.get(String(state.value)) ?? [])] });
}

const ours = explore(packed);
const theirs = Object.keys(peer()).length;
if (ours.states !== theirs) throw new Error(`We found ${ours.states} states and the peer ${theirs}.`);
if (ours.transitions < model.edges.length / 2)
  throw new Error("Too few steps were taken to compare anything.");

const taken = interleaved({
  ours: { times: 200, run: () => explore(packed) },
  peer: { times: 1, run: peer },
});
console.log(
  JSON.stringify({
    part: `path exploration: ${ours.states} states, ${ours.transitions} transitions`,
    peer: "@xstate/graph getAdjacencyMap",
    oursValue: taken.ours / ours.transitions,
    peerValue: taken.peer / ours.transitions,
    unit: "ns a transition",
    ratio: taken.peer / taken.ours,
  }),
);
