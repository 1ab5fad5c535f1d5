import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { FlowAction, FlowDocument } from "../../connect-flows/flow-document.ts";
import { type Step, type Story, type Told, tell } from "../support/telephone.ts";
import { stories } from "./stories.ts";

/** The committed flows, by name. */
const flows = new Map(
  globSync("connect-flows/json/kobaton-alkoo/*.json").map((file) => [
    basename(file, ".json"),
    JSON.parse(readFileSync(file, "utf8")) as FlowDocument,
  ]),
);

/** Kinds of block that never leave by `NextAction`: their JSON must have one, and a condition or an error decides. */
const decidedElsewhere: ReadonlySet<string> = new Set([
  "Compare",
  "CheckHoursOfOperation",
  "Loop",
  "TransferContactToQueue",
]);

/** The ways out of a block that a call can take. */
function exitsOf({ Type, Parameters, Transitions }: FlowAction): string[] {
  const { Conditions = [], Errors = [], NextAction } = Transitions;
  const isMenu = Type === "GetParticipantInput" && Parameters["StoreInput"] !== "True";
  const next = NextAction !== undefined && !decidedElsewhere.has(Type) && !isMenu;
  const ends = ["TransferContactToQueue", "DisconnectParticipant", "EndFlowExecution"].includes(Type);
  return [
    ...(next ? ["next"] : []),
    ...(ends ? ["end"] : []),
    ...Conditions.map((_condition, index) => `condition ${index + 1}`),
    ...Errors.map(({ ErrorType }) => `error ${ErrorType}`),
  ];
}

const all = [...flows].flatMap(([flow, { Actions }]) =>
  Actions.flatMap((action) => exitsOf(action).map((exit) => ({ flow, block: action.Identifier, exit }))),
);
const textOf = ({ flow, block, exit }: Step) => `${flow} › ${block} › ${exit}`;
const taken = new Set<string>();

/** A story that was told, and the blocks that it came to. */
interface KnownStory {
  readonly name: string;
  readonly story: Story;
  readonly visited: ReadonlySet<string>;
}
const known: KnownStory[] = [];

async function told(name: string, story: Story): Promise<Told> {
  const outcome = await tell(story);
  for (const step of outcome.steps) taken.add(textOf(step));
  known.push({ name, story, visited: new Set(outcome.steps.flatMap(blocksOf)) });
  return outcome;
}

/** The block that a step left and the one that it led to; the last block of a flow is never left. */
function blocksOf({ flow, block, exit }: Step): string[] {
  const transitions = flows.get(flow)?.Actions.find(({ Identifier }) => Identifier === block)?.Transitions;
  const [kind, which] = exit.split(" ");
  const targets: Record<string, string | undefined> = {
    next: transitions?.NextAction,
    condition: transitions?.Conditions?.[Number(which) - 1]?.NextAction,
    error: transitions?.Errors?.find(({ ErrorType }) => ErrorType === which)?.NextAction,
  };
  const target = targets[kind ?? ""];
  return [block, ...(target === undefined ? [] : [target])].map((name) => `${flow} › ${name}`);
}

describe("a caller who", () => {
  test.each(Object.entries(stories))("%s is not lost", async (name, { story, ends }) => {
    expect((await told(name, story)).ending).toBe(ends);
  });
});

/** The ways out by an error that nobody has taken yet, each with a story that comes past the block. */
function nextFailures(): { readonly step: Step; readonly past: KnownStory }[] {
  return all.flatMap((step) => {
    const block = `${step.flow} › ${step.block}`;
    const past = known.find(({ visited }) => visited.has(block));
    return past && step.exit.startsWith("error ") && !taken.has(textOf(step)) ? [{ step, past }] : [];
  });
}

test("no block's failure loses a caller, whichever it is", async () => {
  const lost: string[] = [];
  let failures = 0;
  for (let next = nextFailures(); next.length > 0; next = nextFailures()) {
    for (const { step, past } of next) {
      const error = step.exit.slice("error ".length);
      const failing = new Map(past.story.failing).set(`${step.flow} › ${step.block}`, error);
      const { ending, call } = await told(past.name, { ...past.story, failing });
      if (!taken.has(textOf(step)))
        throw new Error(`${textOf(step)} cannot be made to fail in "${past.name}".`);
      expect(call.state, textOf(step)).toBe("ended");
      if (ending === "lost" && failing.size === 1 && !past.story.faults)
        lost.push(`${textOf(step)} in "${past.name}"`);
      failures++;
    }
  }
  expect(lost).toEqual([]);
  expect(failures).toBeGreaterThan(80);
});

afterAll(() => {
  const missed = all.filter((step) => !taken.has(textOf(step)));
  console.log(`Branches of the flows taken by conversations: ${all.length - missed.length} of ${all.length}`);
  expect(missed.map(textOf)).toEqual([]);
});
