import { holds, isOperator } from "../comparison.ts";
import { type FlowAction, isObject } from "../flow-document.ts";
import { answersOf } from "./function-answers.ts";

/** No value, or an empty one. */
export const unset = "";
/** Not decided yet: the first block that asks decides, and later ones find the same. */
export const anything = "?";
/** Some text that no condition names. */
export const other = "*";

/**
 * Of each reference that some block asks about, by its name without `$.`: the texts that it may hold, each with the
 * text that stands for it. Texts that no block can tell apart share one; a text that is not listed is `other`.
 */
export type TrackedValues = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A reference that makes up a whole parameter, without `$.`; undefined for any other text. */
export function wholeReference(text: unknown): string | undefined {
  return typeof text === "string" && /^\$\.[A-Za-z]\S*$/.test(text) ? text.slice(2) : undefined;
}

/** What an attribute block writes: the name of the attribute with its scope, and the text. */
export function writtenAttributes({
  Type,
  Parameters,
}: FlowAction): (readonly [name: string, text: string])[] {
  if (Type === "UpdateContactAttributes" && isObject(Parameters["Attributes"]))
    return Object.entries(Parameters["Attributes"]).map(([name, text]) => [
      `Attributes.${name}`,
      String(text),
    ]);
  if (Type === "UpdateFlowAttributes" && isObject(Parameters["FlowAttributes"]))
    return Object.entries(Parameters["FlowAttributes"]).map(([name, entry]) => [
      `FlowAttributes.${name}`,
      String(isObject(entry) ? entry["Value"] : entry),
    ]);
  return [];
}

/** The `step` that a call of a function names, if it does. */
export function functionCall({ Parameters }: FlowAction): {
  readonly arn: string;
  readonly step: string | undefined;
} {
  const attributes = Parameters["LambdaInvocationAttributes"];
  const step = isObject(attributes) ? attributes["step"] : undefined;
  return { arn: String(Parameters["LambdaFunctionARN"]), step: typeof step === "string" ? step : undefined };
}

/**
 * Finds the references that matter: those that a Compare reads, those that are copied into one that matters, and
 * `alsoTracked`. Each gets the texts that are compared with it or written to it, and for comparisons of numbers the
 * neighbours of the number; every other text behaves like `other`.
 */
export function trackedValues(actions: readonly FlowAction[], alsoTracked: readonly string[]): TrackedValues {
  const found = new Map<string, Set<string>>(alsoTracked.map((name) => [name, new Set()]));
  for (const action of actions.filter(({ Type }) => Type === "Compare")) {
    const name = wholeReference(action.Parameters["ComparisonValue"]);
    if (name !== undefined) include(found, name, comparedTexts(action));
  }
  const writings = actions.flatMap(writtenAttributes);
  for (let size = -1; size !== sizeOf(found); ) {
    size = sizeOf(found);
    for (const [name, text] of writings) spread(found, name, text);
  }
  for (const { arn, step } of actions.filter(({ Type }) => Type === "InvokeLambdaFunction").map(functionCall))
    for (const { fields } of answersOf(arn, step) ?? [])
      for (const [key, texts] of Object.entries(fields))
        if (found.has(`External.${key}`))
          include(
            found,
            `External.${key}`,
            texts.filter((text) => text !== unset && text !== other),
          );
  for (const [name, text] of writings) spread(found, name, text);
  const texts = new Map(
    [...found].map(([name, some]) => [name, [...new Set([unset, anything, other, ...some])]]),
  );
  return merged(texts, actions, alsoTracked);
}

/**
 * Texts that every Compare answers alike, and whose copies are alike, need not be told apart. Of a reference that
 * reports need it matters whether it holds anything.
 */
function merged(
  texts: ReadonlyMap<string, readonly string[]>,
  actions: readonly FlowAction[],
  reported: readonly string[],
): TrackedValues {
  const compares = actions.filter(({ Type }) => Type === "Compare");
  const copies = actions.flatMap(writtenAttributes);
  const sign = (name: string, text: string, seen: readonly string[]): string =>
    [
      ...(text === anything ? ["anything"] : []),
      ...(reported.includes(name) ? [String(text === unset)] : []),
      ...compares
        .filter(({ Parameters }) => wholeReference(Parameters["ComparisonValue"]) === name)
        .map((compare) => answerTo(compare, text)),
      ...copies
        .filter(
          ([target, source]) =>
            wholeReference(source) === name && texts.has(target) && !seen.includes(target),
        )
        .map(([target]) => sign(target, text, [...seen, target])),
    ].join("|");
  return new Map(
    [...texts].map(([name, some]) => {
      const standing = new Map<string, string>();
      return [
        name,
        new Map(
          some.map((text) => {
            const signature = sign(name, text, [name]);
            standing.set(signature, standing.get(signature) ?? text);
            return [text, standing.get(signature) ?? text];
          }),
        ),
      ];
    }),
  );
}

function answerTo({ Transitions }: FlowAction, text: string): string {
  const condition = (Transitions.Conditions ?? []).find(
    ({ Condition: { Operator, Operands } }) =>
      isOperator(Operator) && holds(Operator, text, Operands[0] ?? ""),
  );
  return condition?.NextAction ?? "";
}

function spread(found: Map<string, Set<string>>, name: string, text: string): void {
  const target = found.get(name);
  if (!target) return;
  const source = wholeReference(text);
  if (source === undefined) {
    if (!text.includes("$.")) target.add(text);
    return;
  }
  include(found, source, target);
  for (const value of found.get(source) ?? []) target.add(value);
}

function include(found: Map<string, Set<string>>, name: string, texts: Iterable<string>): void {
  found.set(name, new Set([...(found.get(name) ?? []), ...texts]));
}

function sizeOf(found: ReadonlyMap<string, ReadonlySet<string>>): number {
  return [...found.values()].reduce((sum, { size }) => sum + 1 + size, 0);
}

function comparedTexts({ Transitions }: FlowAction): string[] {
  return (Transitions.Conditions ?? []).flatMap(({ Condition }) => {
    const [operand = ""] = Condition.Operands;
    if (!Condition.Operator.startsWith("Number") || Number.isNaN(Number(operand))) return [operand];
    return [-1, 0, 1].map((step) => String(Number(operand) + step));
  });
}
