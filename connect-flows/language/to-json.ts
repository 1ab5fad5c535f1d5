import { consoleTypeOf, type FlowAction, type FlowDocument, type Transitions } from "../flow-document.ts";
import { actionOf, type BlockAction } from "./action.ts";
import type { Block, Flow } from "./block.ts";
import { entryPosition, layout } from "./layout.ts";

/** The flow as the Flow language writes it: actions in source order, each named as its block is. */
export function flowDocument(flow: Flow): FlowDocument {
  const actionMetadata = [...layout(flow)].map(
    ([name, position]) => [name, { position, isFriendlyName: true }] as const,
  );
  return {
    Version: "2019-10-30",
    StartAction: flow.start,
    Metadata: {
      entryPointPosition: entryPosition,
      name: flow.name,
      description: flow.description,
      type: consoleTypeOf(flow.type),
      ...(flow.channel !== undefined && { channel: flow.channel }),
      ActionMetadata: Object.fromEntries(actionMetadata),
    },
    Actions: Object.entries(flow.blocks).map(([name, block]) => flowAction(name, block)),
  };
}

/** The text of the committed JSON file: indented by two spaces, ending in a newline. The same flow gives the same bytes. */
export function flowText(flow: Flow): string {
  return `${JSON.stringify(flowDocument(flow), null, 2)}\n`;
}

function flowAction(name: string, block: Block): FlowAction {
  const action = actionOf(block);
  return {
    Identifier: name,
    Type: action.type,
    Parameters: action.parameters,
    Transitions: action.exits.length === 0 ? {} : transitions(action),
  };
}

function transitions({ exits, type }: BlockAction): Transitions {
  const next = exits.find((exit) => exit.on === "next") ?? (type === untilTaken ? undefined : exits.at(-1));
  return {
    ...(next ? { NextAction: next.to } : {}),
    Errors: exits
      .filter((exit) => exit.on === "error")
      .map(({ error, to }) => ({ ErrorType: error, NextAction: to })),
    Conditions: exits
      .filter((exit) => exit.on === "condition")
      .map(({ operator, operand, to }) => ({
        NextAction: to,
        Condition: { Operator: operator, Operands: [operand] },
      })),
  };
}

/**
 * Connect refuses an action that goes on and has no `NextAction`, also where conditions and errors cover every case;
 * there it repeats the last error exit. Repeated messages alone go without, as in the console's exports.
 */
const untilTaken = "MessageParticipantIteratively";
