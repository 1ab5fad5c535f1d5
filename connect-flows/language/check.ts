import { hasStrayPlaceholder, placeholdersOf } from "../flow-document.ts";
import { actionOf } from "./action.ts";
import type { Block, Flow } from "./block.ts";
import { pathProblems } from "./check-paths.ts";
import { valueProblems } from "./check-values.ts";
import { flowText } from "./to-json.ts";

/** Something that would go wrong in Connect or in a caller's ear, and what to do about it. */
export interface Problem {
  readonly flow: string;
  /** Undefined where the whole flow is meant. */
  readonly block: string | undefined;
  readonly message: string;
}

/** Limits of a flow: AWS developer guide, Flow language example (actions) and CreateContactFlow (characters). */
const mostActions = 250;
const mostCharacters = 256_000;

/** Characters and names that an identifier may not have, and its length: AWS developer guide, Flow language actions. */
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

/** Everything that is wrong with a flow; nothing, if it may be deployed. */
export function checkFlow(flow: Flow): Problem[] {
  const blocks = new Map(Object.entries(flow.blocks));
  const broken = danglingProblems(flow, blocks);
  return [
    ...sizeProblems(flow),
    ...identifierProblems(flow),
    ...typeProblems(flow, blocks),
    ...referenceProblems(flow, blocks),
    ...[...blocks].flatMap(([name, block]) =>
      valueProblems(block).map((message) => problem(flow, name, message)),
    ),
    ...broken,
    // Ways can be followed only where every exit leads to a block.
    ...(broken.length > 0
      ? []
      : pathProblems(flow.start, blocks).map(([name, message]) => problem(flow, name, message))),
  ];
}

/** A problem in one line. */
export function describeProblem({ flow, block, message }: Problem): string {
  return block === undefined ? `${flow}: ${message}` : `${flow}, ${block}: ${message}`;
}

function problem(flow: Flow, block: string | undefined, message: string): Problem {
  return { flow: flow.name, block, message };
}

function sizeProblems(flow: Flow): Problem[] {
  const actions = Object.keys(flow.blocks).length;
  const characters = flowText(flow).length;
  const problems: Problem[] = [];
  if (actions > mostActions)
    problems.push(
      problem(
        flow,
        undefined,
        `has ${actions} blocks and Connect takes ${mostActions}: move some into a flow of their own.`,
      ),
    );
  if (characters > mostCharacters)
    problems.push(
      problem(
        flow,
        undefined,
        `is ${characters} characters long and Connect takes ${mostCharacters}: shorten its texts.`,
      ),
    );
  return problems;
}

function identifierProblems(flow: Flow): Problem[] {
  return Object.keys(flow.blocks).flatMap((name) => {
    if (forbiddenIdentifiers.has(name))
      return [problem(flow, name, "is a name that Connect forbids: choose another.")];
    const character = forbiddenCharacters.exec(name)?.[0];
    if (character !== undefined)
      return [problem(flow, name, `holds "${character}", which Connect forbids in a name: leave it out.`)];
    if (name.length === 0 || name.length > mostIdentifierCharacters)
      return [
        problem(
          flow,
          name,
          `must have 1 to ${mostIdentifierCharacters} characters in its name and has ${name.length}.`,
        ),
      ];
    return [];
  });
}

function typeProblems(flow: Flow, blocks: ReadonlyMap<string, Block>): Problem[] {
  return [...blocks].flatMap(([name, block]) => {
    const { flowTypes, type, speaks } = actionOf(block);
    if (speaks && flow.channel === "TASK")
      return [problem(flow, name, "speaks to a task, which nobody listens to: take it out.")];
    return flowTypes.includes(flow.type)
      ? []
      : [
          problem(
            flow,
            name,
            `${type} is not allowed in a ${flow.type}: use it in ${flowTypes.join(" or ")}, or another block.`,
          ),
        ];
  });
}

function referenceProblems(flow: Flow, blocks: ReadonlyMap<string, Block>): Problem[] {
  const used = new Set<string>();
  const problems = [...blocks].flatMap(([name, block]) => {
    const text = JSON.stringify(actionOf(block).parameters);
    const placeholders = placeholdersOf(text);
    for (const reference of placeholders) used.add(reference);
    const undeclared = placeholders.filter((reference) => !flow.references.includes(reference));
    if (hasStrayPlaceholder(text))
      return [problem(flow, name, "holds a ${ that is not a placeholder: leave it out of the text.")];
    return undeclared.map((reference) =>
      problem(
        flow,
        name,
        `names \${${reference}}, which the flow does not declare: add it to the references or leave it out.`,
      ),
    );
  });
  const unused = flow.references.filter((reference) => !used.has(reference));
  return [
    ...problems,
    ...unused.map((reference) =>
      problem(flow, undefined, `declares ${reference} and never names it: take it out of the references.`),
    ),
  ];
}

function danglingProblems(flow: Flow, blocks: ReadonlyMap<string, Block>): Problem[] {
  const exits = [...blocks].flatMap(([name, block]) => {
    const targets = new Set(actionOf(block).exits.map(({ to }) => to));
    return [...targets]
      .filter((to) => !blocks.has(to))
      .map((to) =>
        problem(flow, name, `leads to "${to}", which is not a block of the flow: name one that is.`),
      );
  });
  return blocks.has(flow.start)
    ? exits
    : [
        ...exits,
        problem(
          flow,
          undefined,
          `starts at "${flow.start}", which is not a block of the flow: name one that is.`,
        ),
      ];
}
