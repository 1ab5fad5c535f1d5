import type { FlowType, ParameterValue } from "../flow-document.ts";
import type { ActionRule, ActionRules, Exit } from "./action-rule.ts";
import type { Block, BlockKind, BlockOf } from "./block.ts";
import { contactActions } from "./contact-actions.ts";
import { controlActions } from "./control-actions.ts";
import { speechActions } from "./speech-actions.ts";

const rules: ActionRules<BlockKind> = { ...speechActions, ...contactActions, ...controlActions };

/** A block in the words of the Flow language. */
export interface BlockAction {
  readonly type: string;
  readonly flowTypes: readonly FlowType[];
  readonly ends: boolean;
  readonly speaks: boolean;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Conditions first, in the order in which they are asked; then errors. */
  readonly exits: readonly Exit[];
}

/** What a block becomes in the Flow language. */
export function actionOf(block: Block): BlockAction {
  return written(block);
}

function written<Kind extends BlockKind>(block: BlockOf<Kind>): BlockAction {
  const rule: ActionRule<Kind> = rules[block.kind];
  const { type, flowTypes, ends, speaks } = rule;
  return { type, flowTypes, ends, speaks, parameters: rule.parameters(block), exits: rule.exits(block) };
}
