import { actionOf } from "./action.ts";
import type { Exit } from "./action-rule.ts";
import type { Block } from "./block.ts";
import { anyWay, type Blocks, holds, reachable, unless } from "./walk.ts";

/** A block, and what is wrong with it. */
type Found = readonly [string, string];

/** The contact attribute that says, in a later flow of the same call, that the recording notice was heard. */
const recordingTold = "$.Attributes.recordingTold";

/** Where a caller's telephone number is read from: the line, what was typed, and the answer of the function that checks it. */
const numberPaths = /\$\.(?:StoredCustomerInput|CustomerEndpoint\.Address|External\.(?:number|spoken))\b/;

/** What is wrong with the order of blocks: something comes before what it needs, on at least one way from the start. */
export function orderProblems(start: string, blocks: Blocks): Found[] {
  return [
    ...voiceProblems(start, blocks),
    ...repeatProblems(start, blocks),
    ...recordingProblems(start, blocks),
    ...queueProblems(start, blocks),
    ...loggingProblems(start, blocks),
    ...silentCallerProblems(blocks),
  ];
}

function voiceProblems(start: string, blocks: Blocks): Found[] {
  const beforeVoice = reachable([start], blocks, anyWay, (block) => block.kind === "setVoice");
  return found(
    blocks,
    beforeVoice,
    (block) => actionOf(block).speaks,
    "can speak before a voice is chosen, in English: lead every way to it through setVoice.",
  );
}

/**
 * AWS administrator guide, Loop prompts: nothing may be played or asked before the repeated messages. After an
 * interruption a call may return to them from anywhere (End flow / Resume), so only the first way in counts.
 */
function repeatProblems(start: string, blocks: Blocks): Found[] {
  const repeats = (block: Block) => block.kind === "repeatMessages";
  const forbidden = (block: Block) => ["say", "menu", "storeNumber", "loop"].includes(block.kind);
  const beforeRepeats = reachable([start], blocks, anyWay, repeats);
  const early = [...beforeRepeats].filter((name) => holds(blocks, name, forbidden));
  return found(
    blocks,
    reachable(early, blocks, anyWay, repeats),
    repeats,
    "comes after a text, a question or a loop, which Connect does not allow: make a text its first message.",
  );
}

/** The caller is told before (the programme's recording notice), in this flow or, by an attribute, in an earlier one. */
function recordingProblems(start: string, blocks: Blocks): Found[] {
  const tells = (block: Block, exit: Exit) =>
    (block.kind === "say" && block.tellsOfRecording === true && exit.on === "next") ||
    (block.kind === "compare" && block.value === recordingTold && exit.on === "condition");
  return found(
    blocks,
    reachable([start], blocks, unless(tells)),
    (block) => block.kind === "recordCall",
    "can record before the caller was told: lead every way to it through the notice that succeeded.",
  );
}

function queueProblems(start: string, blocks: Blocks): Found[] {
  const chooses = (block: Block, exit: Exit) => block.kind === "setQueue" && exit.on === "next";
  return found(
    blocks,
    reachable([start], blocks, unless(chooses)),
    (block) => block.kind === "transferToQueue",
    "can transfer before a queue is chosen: lead every way to it through setQueue.",
  );
}

/** Connect's flow log shows what blocks were given and what they found, a telephone number too. */
function loggingProblems(start: string, blocks: Blocks): Found[] {
  const switches = (logging: "Enabled" | "Disabled") => (block: Block) =>
    block.kind === "setLogging" && block.logging === logging;
  const switchedOn = [...blocks.keys()].filter((name) => holds(blocks, name, switches("Enabled")));
  const switchedOff = [...blocks.keys()].filter((name) => holds(blocks, name, switches("Disabled")));
  return [
    ...found(
      blocks,
      reachable([start, ...switchedOn], blocks, anyWay, switches("Disabled")),
      handlesNumber,
      "has the caller's number in its hands while Connect logs: lead every way to it through setLogging Disabled.",
    ),
    ...found(
      blocks,
      reachable(switchedOff, blocks, anyWay, switches("Enabled")),
      (block) => actionOf(block).ends,
      "can be reached with the log still off: lead the ways to it through setLogging Enabled.",
    ),
  ];
}

/** AWS administrator guide, Store customer input: no input succeeds too, with the word Timeout in place of a number. */
function silentCallerProblems(blocks: Blocks): Found[] {
  const asksForTimeout = (block: Block) =>
    block.kind === "compare" &&
    block.value === "$.StoredCustomerInput" &&
    Object.hasOwn(block.cases, "Timeout");
  return found(
    blocks,
    new Set(blocks.keys()),
    (block) => block.kind === "storeNumber" && !holds(blocks, block.next, asksForTimeout),
    "takes silence for a number: lead it to a compare of $.StoredCustomerInput with Timeout.",
  );
}

function handlesNumber(block: Block): boolean {
  return block.kind === "storeNumber" || numberPaths.test(JSON.stringify(actionOf(block).parameters));
}

function found(
  blocks: Blocks,
  names: ReadonlySet<string>,
  claim: (block: Block) => boolean,
  message: string,
): Found[] {
  return [...names].filter((name) => holds(blocks, name, claim)).map((name) => [name, message]);
}
