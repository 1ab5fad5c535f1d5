import { drawBlock } from "./block-steps.ts";
import { onlyEntry } from "./block-words.ts";
import { type CheckedFlow, flowNamed, heardHooks, isTransfer, rootFlows } from "./flow-set.ts";
import type { EdgeKind } from "./edge-kind.ts";
import type { Holding, Model, Root } from "./model.ts";
import { type FlowUse, ModelBuilder } from "./model-builder.ts";
import { Place, type Surroundings } from "./place.ts";
import { counterOf, counterValues } from "./steps/decision-steps.ts";
import { anything, other, trackedValues, unset } from "./tracked-values.ts";

/** What all flows note without any block asking for it; the first value holds at the beginning. */
const ghosts: Readonly<Record<string, readonly string[]>> = {
  voice: ["none", "set"],
  said: ["nothing", "words", "tried"],
  notice: ["no", "played"],
  queue: ["none", "chosen"],
  desk: ["unknown", "open", "closed"],
  kept: ["no", "yes"],
  talked: ["no", "yes"],
  logging: ["off", "on"],
};

export interface ModelOptions {
  /** Contact attributes that reports need before a caller is queued, without their scope. */
  readonly reportAttributes: readonly string[];
}

/**
 * Everything that can happen in a set of flows, joined by hooks, modules, transfers and the exchange's own places.
 * Each flow must have a sound structure: every exit leads to a block. What is named and not at hand is noted.
 */
export function buildModel(flows: readonly CheckedFlow[], options: ModelOptions): Model {
  const builder = new ModelBuilder();
  const reportAttributes = options.reportAttributes.map((name) => `Attributes.${name}`);
  defineVariables(builder, flows, reportAttributes);
  const surroundings = surroundingsOf(builder, flows, reportAttributes);
  const talking = drawExchange(builder, flows, surroundings);
  const roots = rootFlows(flows).map((flow) => rootOf(builder, flow, flows, reportAttributes));
  for (let next = builder.undrawn.pop(); next; next = builder.undrawn.pop())
    drawBlock(new Place({ ...next, builder, surroundings }));
  const { variables, locations, edges, notes } = builder;
  return { variables, locations, edges, roots, talking, notes: [...notes] };
}

function defineVariables(
  builder: ModelBuilder,
  flows: readonly CheckedFlow[],
  reportAttributes: readonly string[],
): void {
  const actions = flows.flatMap(({ document }) => document.Actions);
  for (const [name, values] of Object.entries(ghosts)) builder.define(name, values);
  for (const [name, texts] of trackedValues(actions, reportAttributes)) builder.defineTexts(name, texts);
  for (const event of heardHooks) {
    const hooked = actions
      .map(({ Type, Parameters }) =>
        Type === "UpdateContactEventHooks" ? onlyEntry(Parameters["EventHooks"]) : undefined,
      )
      .filter((entry) => entry?.[0] === event)
      .map((entry) => flowNamed(flows, entry?.[1])?.name ?? "elsewhere");
    builder.define(`hook ${event}`, [...new Set(["default", ...hooked])]);
  }
}

/** A loop's counter is defined when its flow is first used: every use of a module counts its own. */
function useOf(
  builder: ModelBuilder,
  flow: CheckedFlow,
  key: string,
  returnsTo?: FlowUse["returnsTo"],
): FlowUse {
  const { name, type, document, isForTasks = false } = flow;
  for (const action of document.Actions)
    if (action.Type === "Loop" && !builder.values(counterOf(action, key)))
      builder.define(counterOf(action, key), counterValues(action));
  const blocks = new Map(document.Actions.map((action) => [action.Identifier, action]));
  const use = { name, type, isForTasks, key, start: document.StartAction, blocks };
  return returnsTo ? { ...use, returnsTo } : use;
}

function startOf(builder: ModelBuilder, flow: CheckedFlow): number {
  const use = useOf(builder, flow, flow.name);
  return builder.block(use, use.start);
}

function surroundingsOf(
  builder: ModelBuilder,
  flows: readonly CheckedFlow[],
  reportAttributes: readonly string[],
): Surroundings {
  const named = (reference: unknown) => {
    const flow = flowNamed(flows, reference);
    if (!flow) builder.notes.add(`${String(reference)} is named and not at hand: it was not followed.`);
    return flow;
  };
  return {
    reportAttributes,
    flowStart(reference) {
      const flow = named(reference);
      return flow && { name: flow.name, start: startOf(builder, flow) };
    },
    moduleStart(reference, from) {
      const flow = from.use.returnsTo ? undefined : named(reference);
      if (!flow) return undefined;
      const failed = builder.between(from.at, "module failed");
      builder.edge(failed, from.error("NoMatchingError"), "fault", { note: "モジュールの中で失敗する" });
      const use = useOf(builder, flow, `${from.use.key} ${from.action.Identifier} ${flow.name}`, {
        next: from.next(),
        failed,
      });
      return builder.block(use, use.start);
    },
    runHook: (from, event, kind, note, sets = []) =>
      runHook(builder, flows, { from, event, kind, note, sets }),
  };
}

interface Hook {
  readonly from: number;
  readonly event: string;
  readonly kind: EdgeKind;
  readonly note: string;
  readonly sets: readonly Holding[];
}

function runHook(builder: ModelBuilder, flows: readonly CheckedFlow[], hook: Hook): void {
  const { from, event, kind, note } = hook;
  const answered = event === "AgentWhisper" ? [builder.holding("talked", "yes")] : [];
  for (const value of builder.values(`hook ${event}`) ?? []) {
    const flow = flowNamed(flows, value);
    const to = flow ? startOf(builder, flow) : defaultOf(builder, event);
    if (to !== undefined)
      builder.edge(from, to, kind, {
        note,
        guards: [builder.holding(`hook ${event}`, value)],
        sets: [...hook.sets, ...answered],
      });
  }
}

/** What Connect itself does for a hook without a flow, or with one that is not at hand. */
function defaultOf(builder: ModelBuilder, event: string): number | undefined {
  switch (event) {
    case "CustomerQueue":
      return builder.exchange("Connect's own queue flow");
    case "AgentWhisper":
      return builder.exchange("operator was whispered to");
    case "CustomerWhisper":
      return builder.exchange("talking");
    case "CustomerRemaining":
      return builder.ending("person");
    default:
      return undefined;
  }
}

/** The exchange's own places: the conversation, and the waiting that no flow fills. Returns the conversation. */
function drawExchange(
  builder: ModelBuilder,
  flows: readonly CheckedFlow[],
  surroundings: Surroundings,
): number {
  const run: Surroundings["runHook"] = (...hook) => surroundings.runHook(...hook);
  const talking = builder.exchange("talking");
  run(builder.exchange("operator was whispered to"), "CustomerWhisper", "goes on", "");
  run(talking, "CustomerRemaining", "operator", "オペレータが電話を終える");
  run(talking, "CustomerHold", "operator", "オペレータが保留する");
  run(talking, "AgentHold", "operator", "オペレータが保留する");
  builder.edge(talking, builder.ending("person"), "hang-up", { note: "話し終えて電話を切る" });
  for (const flow of flows.filter(({ type }) => isTransfer(type)))
    builder.edge(talking, startOf(builder, flow), "operator", {
      note: `オペレータが「${flow.name}」で転送する`,
      sets: forgottenOnTransfer(builder, surroundings.reportAttributes),
    });
  const waiting = [builder.exchange("Connect's own queue flow"), builder.exchange("queued in silence")];
  for (const place of waiting) {
    run(place, "AgentWhisper", "operator", "オペレータが応答する");
    builder.edge(place, builder.ending("caller hung up"), "hang-up", { note: "電話を切る" });
    builder.edge(place, builder.ending("line failed"), "hang-up", { note: "回線が切れる" });
  }
  return talking;
}

/**
 * A transfer makes a new contact: its attributes are copied, everything else begins afresh (assumed for hooks and
 * voice). That the desk was open and the report attributes were written was asked before the first queue.
 */
function forgottenOnTransfer(builder: ModelBuilder, reportAttributes: readonly string[]): Holding[] {
  const begun = ["voice", "said", "queue", "talked", "kept", ...heardHooks.map((event) => `hook ${event}`)];
  const forgotten = ["External.", "FlowAttributes.", "StoredCustomerInput", "Metrics."];
  return [
    builder.holding("desk", "open"),
    ...reportAttributes.map((name) => builder.holding(name, other)),
    ...begun.map((name) => builder.holding(name, builder.values(name)?.[0] ?? "")),
    ...builder.variables
      .filter(({ name }) => forgotten.some((scope) => name.startsWith(scope)))
      .map(({ name }) => builder.holding(name, unset)),
  ];
}

function rootOf(
  builder: ModelBuilder,
  flow: CheckedFlow,
  flows: readonly CheckedFlow[],
  reportAttributes: readonly string[],
): Root {
  const begins = ["CONTACT_FLOW", "CAMPAIGN", "OUTBOUND_WHISPER"].includes(flow.type);
  const written = new Set(
    flows.flatMap(({ document }) => document.Actions.map(({ Parameters }) => JSON.stringify(Parameters))),
  );
  const isWritten = (name: string) =>
    [...written].some((text) => text.includes(`"${name.split(".").at(-1)}":`));
  const ownWork = /^(?:External|FlowAttributes|Metrics)\.|^StoredCustomerInput$/;
  const given = builder.variables
    .filter(({ name }) => builder.texts(name) && !ownWork.test(name))
    .filter(({ name }) => !begins || !name.startsWith("Attributes.") || !isWritten(name))
    .map(({ name }) => builder.holding(name, reportAttributes.includes(name) && !begins ? other : anything));
  return { location: rootStart(builder, flow), sets: [...given, ...(begins ? [] : earlier(builder, flow))] };
}

/** A module on its own returns to a flow that is not at hand. */
function rootStart(builder: ModelBuilder, flow: CheckedFlow): number {
  if (flow.type !== "MODULE") return startOf(builder, flow);
  const elsewhere = builder.ending("another flow");
  const use = useOf(builder, flow, flow.name, { next: elsewhere, failed: elsewhere });
  return builder.block(use, use.start);
}

/** What must have happened before a flow of this type runs, when the flow that led to it is not at hand. */
function earlier(builder: ModelBuilder, { type }: CheckedFlow): Holding[] {
  const open = builder.holding("desk", "open");
  if (isTransfer(type)) return [open];
  const queued = [open, builder.holding("queue", "chosen")];
  if (type === "OUTBOUND_WHISPER") return [...queued, builder.holding("talked", "yes")];
  const spoken = [...queued, builder.holding("voice", "set")];
  return ["CUSTOMER_QUEUE", "MODULE"].includes(type) ? spoken : [...spoken, builder.holding("talked", "yes")];
}
