import type { FlowType } from "../catalogue/action-description.ts";
import {
  type FlowAction,
  type FlowDocument,
  isObject,
  mostActions,
  mostCharacters,
} from "../flow-document.ts";
import type { Problem, StructureRule } from "./problem.ts";
import { blockProblems } from "./structure-blocks.ts";
import { pathProblems } from "./structure-paths.ts";

/** What an identifier may be (AWS developer guide, Flow language actions). */
const mostIdentifierCharacters = 50;
const forbiddenCharacters = /[%:(\\/)=$,;[\]{}]/;
const forbiddenIdentifiers: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "__defineGetter__",
  "__defineSetter__",
  "toString",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "valueOf",
]);

type Finding = readonly [rule: StructureRule, message: string, block?: string];

/**
 * Everything that Amazon Connect's API would refuse of a flow, and what it would take and a caller regret, as far as
 * the document alone shows it. Takes anybody's document, also one that is no flow. A block of an unknown type is named
 * with its type and identifier; blocks that can be read are checked even when others cannot.
 */
export function structuralProblems(document: unknown, type: FlowType, flow = "flow"): Problem[] {
  const found = envelopeFindings(document).map(([rule, message, block]) =>
    problemOf(flow, rule, message, block),
  );
  if (!isObject(document) || !Array.isArray(document["Actions"])) return found;
  const actions = document["Actions"].filter(isReadable);
  const inBlocks = actions.flatMap((action) =>
    blockProblems(action, type).map(([rule, message]) => problemOf(flow, rule, message, action.Identifier)),
  );
  const walkable = walkableDocument(document);
  const onPaths = walkable
    ? pathProblems(walkable, type).map(([rule, message, block]) => ({ flow, rule, message, block }))
    : [];
  return [...found, ...inBlocks, ...onPaths];
}

/** A document whose every block can be read and whose every exit leads to a block; undefined for any other. */
export function walkableDocument(document: unknown): FlowDocument | undefined {
  if (envelopeFindings(document).some(([rule]) => rule === "envelope") || !isObject(document))
    return undefined;
  // The findings above looked at every field that the type promises.
  return document as unknown as FlowDocument;
}

function problemOf(flow: string, rule: StructureRule, message: string, block: string | undefined): Problem {
  return block === undefined ? { flow, rule, message } : { flow, rule, message, block };
}

function envelopeFindings(document: unknown): Finding[] {
  if (!isObject(document)) return [["envelope", "is no JSON object: give a flow in the Flow language."]];
  if (Array.isArray(document["modules"]))
    return [
      ["envelope", "is in the console's old export format: export it with DescribeContactFlow instead."],
    ];
  const found: Finding[] = [];
  if (document["Version"] !== "2019-10-30")
    found.push(["envelope", `has the Version ${JSON.stringify(document["Version"])}: write "2019-10-30".`]);
  const actions: unknown = document["Actions"];
  if (!Array.isArray(actions) || actions.length === 0)
    return [...found, ["envelope", "has no Actions: add at least one block."]];
  return [...found, ...limitFindings(document, actions), ...actionFindings(document, actions)];
}

function limitFindings(document: unknown, { length }: readonly unknown[]): Finding[] {
  const characters = JSON.stringify(document).length;
  return [
    ...(length > mostActions
      ? [["limit", `has ${length} blocks and Connect takes ${mostActions}: split it.`] as const]
      : []),
    ...(characters > mostCharacters
      ? [["limit", `has ${characters} characters and Connect takes ${mostCharacters}: split it.`] as const]
      : []),
  ];
}

function actionFindings(document: Readonly<Record<string, unknown>>, actions: readonly unknown[]): Finding[] {
  const readable = actions.filter(isReadable);
  const known = new Set(readable.map(({ Identifier }) => Identifier));
  const start = document["StartAction"];
  const misshapen = actions.flatMap((action, index): Finding[] =>
    isReadable(action) ? [] : [misshapeFinding(action, index)],
  );
  const startFinding: Finding[] =
    typeof start === "string" && known.has(start)
      ? []
      : [["envelope", `starts at ${JSON.stringify(start)}, which is not a block: name one that is.`]];
  return [
    ...misshapen,
    ...startFinding,
    ...identifierFindings(readable),
    ...danglingFindings(readable, known),
  ];
}

function identifierFindings(actions: readonly FlowAction[]): Finding[] {
  const seen = new Set<string>();
  return actions.flatMap(({ Identifier: name }): Finding[] => {
    const repeated = seen.has(name);
    seen.add(name);
    if (repeated) return [["identifier", "stands for two blocks: identifiers must be unique.", name]];
    if (forbiddenIdentifiers.has(name))
      return [["identifier", "is a name that Connect forbids: choose another.", name]];
    const character = forbiddenCharacters.exec(name)?.[0];
    if (character !== undefined)
      return [["identifier", `holds "${character}", which Connect forbids in an identifier.`, name]];
    return name.length > 0 && name.length <= mostIdentifierCharacters
      ? []
      : [
          [
            "identifier",
            `must have 1 to ${mostIdentifierCharacters} characters and has ${name.length}.`,
            name,
          ],
        ];
  });
}

function danglingFindings(actions: readonly FlowAction[], known: ReadonlySet<string>): Finding[] {
  return actions.flatMap(({ Identifier, Transitions: { NextAction, Errors = [], Conditions = [] } }) => {
    const targets = new Set([NextAction, ...[...Errors, ...Conditions].map((branch) => branch.NextAction)]);
    return [...targets]
      .filter((target) => target !== undefined && !known.has(target))
      .map(
        (target) =>
          ["envelope", `leads to "${target}", which is not a block: name one.`, Identifier] as const,
      );
  });
}

function misshapeFinding(action: unknown, index: number): Finding {
  const { Identifier: name, Type: type } = isObject(action) ? action : {};
  const message =
    `block number ${index + 1} (type ${JSON.stringify(type)}) cannot be read: a block needs Identifier, Type, ` +
    "Parameters and Transitions with well-formed Errors and Conditions.";
  return typeof name === "string" ? ["envelope", message, name] : ["envelope", message];
}

function isReadable(action: unknown): action is FlowAction {
  if (!isObject(action) || typeof action["Identifier"] !== "string" || typeof action["Type"] !== "string")
    return false;
  return isObject(action["Parameters"]) && hasBranches(action["Transitions"]);
}

function hasBranches(transitions: unknown): boolean {
  if (!isObject(transitions)) return false;
  const { NextAction: next = "", Errors: errors = [], Conditions: conditions = [] } = transitions;
  return (
    typeof next === "string" &&
    Array.isArray(errors) &&
    errors.every((branch) => hasTarget(branch) && typeof branch["ErrorType"] === "string") &&
    Array.isArray(conditions) &&
    conditions.every((branch) => hasTarget(branch) && isCondition(branch["Condition"]))
  );
}

function hasTarget(branch: unknown): branch is Readonly<Record<string, unknown>> {
  return isObject(branch) && typeof branch["NextAction"] === "string";
}

function isCondition(condition: unknown): boolean {
  if (!isObject(condition)) return false;
  const { Operator: operator, Operands: operands } = condition;
  return (
    typeof operator === "string" &&
    Array.isArray(operands) &&
    operands.every((operand) => typeof operand === "string")
  );
}
