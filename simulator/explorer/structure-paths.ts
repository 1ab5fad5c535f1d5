import type { FlowType } from "../catalogue/action-description.ts";
import type { FlowAction, FlowDocument } from "../flow-document.ts";
import { inputKind, loggingSwitch, needsVoice } from "./block-words.ts";
import type { Property, StructureRule } from "./problem.ts";

type Finding = readonly [rule: StructureRule | Property, message: string, block: string];
type Blocks = ReadonlyMap<string, FlowAction>;

/** Flows in which a call may begin, or a new contact does: nothing has set their voice before. */
const begins: ReadonlySet<FlowType> = new Set(["CONTACT_FLOW", "AGENT_TRANSFER", "QUEUE_TRANSFER"]);

/** What is wrong with the ways between the blocks of one flow. Every exit must lead to a block. */
export function pathProblems({ StartAction, Actions }: FlowDocument, type: FlowType): Finding[] {
  const blocks: Blocks = new Map(Actions.map((action) => [action.Identifier, action]));
  const reached = walk([StartAction], blocks, () => false);
  const unreached = Actions.filter(({ Identifier }) => !reached.has(Identifier));
  return [
    ...unreached.map(
      ({ Identifier }) =>
        ["unreachable-block", "is never reached: lead an exit to it or take it out.", Identifier] as const,
    ),
    ...(begins.has(type) ? voiceFindings(StartAction, blocks) : []),
    ...loggingFindings(reached, blocks),
  ];
}

function voiceFindings(start: string, blocks: Blocks): Finding[] {
  const before = walk([start], blocks, ({ Type }) => Type === "UpdateContactTextToSpeechVoice");
  return [...before]
    .filter((name) => holds(blocks, name, needsVoice))
    .map((name) => [
      "voice-before-words",
      "can speak before a voice is set, in English: lead every way to it through UpdateContactTextToSpeechVoice.",
      name,
    ]);
}

function loggingFindings(reached: ReadonlySet<string>, blocks: Blocks): Finding[] {
  const switchedOn = [...reached].filter((name) =>
    holds(blocks, name, (block) => loggingSwitch(block) === true),
  );
  const logged = walk(
    switchedOn.flatMap((name) => targets(blocks.get(name))),
    blocks,
    (block) => loggingSwitch(block) === false,
  );
  return [...logged]
    .filter((name) => holds(blocks, name, (block) => inputKind(block) === "store"))
    .map((name) => [
      "logging-while-typing",
      "takes a typed number while the flow is logged: set FlowLoggingBehavior to Disabled before it.",
      name,
    ]);
}

/** Every block that a walk from the given ones meets, they included; it does not go on from where it stops. */
function walk(from: readonly string[], blocks: Blocks, stopsAt: (block: FlowAction) => boolean): Set<string> {
  const met = new Set(from);
  for (const name of met)
    if (!holds(blocks, name, stopsAt)) for (const next of targets(blocks.get(name))) met.add(next);
  return met;
}

function targets(block: FlowAction | undefined): string[] {
  const { NextAction, Errors = [], Conditions = [] } = block?.Transitions ?? {};
  return [
    ...(NextAction === undefined ? [] : [NextAction]),
    ...[...Conditions, ...Errors].map((branch) => branch.NextAction),
  ];
}

function holds(blocks: Blocks, name: string, claim: (block: FlowAction) => boolean): boolean {
  const block = blocks.get(name);
  return block !== undefined && claim(block);
}
