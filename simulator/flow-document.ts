import { failure, type Result, success } from "../domain/result.ts";
import { type ComparisonOperator, isOperator } from "./comparison.ts";

/** Amazon Connect Flow language, version 2019-10-30, as DescribeContactFlow returns it. */
export interface FlowDocument {
  readonly Version: "2019-10-30";
  readonly StartAction: string;
  readonly Actions: readonly FlowAction[];
}

/** One block of a flow. `Parameters` are checked by the action that reads them. */
export interface FlowAction {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly Transitions: FlowTransitions;
}

/** The ways out of a block. Conditions are tried in order, each with one operand; terminal blocks have no ways out. */
interface FlowTransitions {
  readonly NextAction?: string;
  readonly Conditions?: readonly {
    readonly NextAction: string;
    readonly Condition: { readonly Operator: ComparisonOperator; readonly Operands: readonly string[] };
  }[];
  readonly Errors?: readonly { readonly NextAction: string; readonly ErrorType: string }[];
}

/** A flow as it is deployed, its placeholders filled. `type` is AWS's ContactFlowType, or MODULE. */
export interface FlowDefinition {
  readonly name: string;
  readonly type: "CONTACT_FLOW" | "CUSTOMER_QUEUE" | "MODULE" | (string & {});
  readonly document: FlowDocument;
}

/** A flow ready to run: its blocks by identifier. */
export interface RunnableFlow extends FlowDefinition {
  readonly arn: string;
  readonly actions: ReadonlyMap<string, FlowAction>;
}

/** A flow with its blocks indexed. */
export function runnableFlow(arn: string, flow: FlowDefinition): RunnableFlow {
  return {
    ...flow,
    arn,
    actions: new Map(flow.document.Actions.map((action) => [action.Identifier, action])),
  };
}

/** Amazon Connect refuses longer content and more blocks (AWS API, CreateContactFlow; flow language example page). */
export const mostCharacters = 256_000;
export const mostActions = 250;

/**
 * Reads a flow's JSON text and checks its envelope: version, size, legal shape, unique identifiers, and that
 * `StartAction` and every `NextAction` name a block. The failure names the block and what is wrong with it.
 */
export function loadFlowDocument(content: string): Result<FlowDocument> {
  if (content.length > mostCharacters)
    return failure(
      `The flow has ${content.length} characters: Amazon Connect takes ${mostCharacters}, split it.`,
    );
  let document: unknown;
  try {
    document = JSON.parse(content);
  } catch (error) {
    return failure(`The flow is not JSON: ${String(error)}`);
  }
  const problem = envelopeProblem(document);
  // The checks above looked at every field that the type promises.
  return problem ? failure(problem) : success(document as FlowDocument);
}

function envelopeProblem(document: unknown): string | undefined {
  if (!isObject(document) || document["Version"] !== "2019-10-30")
    return `The flow's Version must be "2019-10-30".`;
  const { Actions: actions, StartAction: start } = document;
  if (!Array.isArray(actions) || actions.length === 0)
    return "The flow has no Actions: add at least one block.";
  if (actions.length > mostActions)
    return `The flow has ${actions.length} actions: Amazon Connect takes ${mostActions}, split it.`;
  const misshapen = actions.map(shapeProblem).find((problem) => problem !== undefined);
  if (misshapen) return misshapen;
  const blocks: readonly FlowAction[] = actions;
  const identifiers = new Set(blocks.map(({ Identifier }) => Identifier));
  const repeated = blocks.find(({ Identifier }) => !identifiers.delete(Identifier));
  if (repeated) return `Two actions are called "${repeated.Identifier}": identifiers must be unique.`;
  const known = new Set(blocks.map(({ Identifier }) => Identifier));
  if (typeof start !== "string" || !known.has(start))
    return `StartAction ${JSON.stringify(start)} names no action.`;
  return blocks.map((action) => danglingProblem(action, known)).find((problem) => problem !== undefined);
}

function shapeProblem(action: unknown): string | undefined {
  if (!isObject(action) || typeof action["Identifier"] !== "string") return "An action has no Identifier.";
  const { Identifier: name, Type: type, Parameters: parameters, Transitions: transitions } = action;
  if (typeof type !== "string") return `Action "${name}" has no Type.`;
  if (!isObject(parameters)) return `Action "${name}" has no Parameters: write {} for none.`;
  if (!isObject(transitions)) return `Action "${name}" has no Transitions: write {} for none.`;
  const problem = branchProblem(transitions);
  return problem && `Action "${name}" has ${problem}`;
}

function branchProblem(transitions: Readonly<Record<string, unknown>>): string | undefined {
  const { NextAction: next = "", Errors: errors = [], Conditions: conditions = [] } = transitions;
  if (typeof next !== "string") return "a NextAction that is not a text.";
  if (!Array.isArray(errors) || !errors.every(isErrorBranch))
    return "malformed Errors: each needs ErrorType and NextAction.";
  return Array.isArray(conditions) && conditions.every(isConditionBranch)
    ? undefined
    : "malformed Conditions: each needs NextAction, a known Operator and one operand.";
}

function isErrorBranch(branch: unknown): boolean {
  return (
    isObject(branch) && typeof branch["ErrorType"] === "string" && typeof branch["NextAction"] === "string"
  );
}

function isConditionBranch(branch: unknown): boolean {
  if (!isObject(branch) || typeof branch["NextAction"] !== "string" || !isObject(branch["Condition"]))
    return false;
  const { Operator: operator, Operands: operands } = branch["Condition"];
  return (
    isOperator(operator) &&
    Array.isArray(operands) &&
    operands.length === 1 &&
    typeof operands[0] === "string"
  );
}

function danglingProblem(
  { Identifier, Transitions }: FlowAction,
  known: ReadonlySet<string>,
): string | undefined {
  const { NextAction, Errors = [], Conditions = [] } = Transitions;
  const targets = [NextAction, ...[...Errors, ...Conditions].map((branch) => branch.NextAction)];
  const missing = targets.find((target) => target !== undefined && !known.has(target));
  return missing === undefined
    ? undefined
    : `Action "${Identifier}" leads to "${missing}", which names no action.`;
}

/** A JSON object, neither list nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
