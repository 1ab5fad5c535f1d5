import type {
  ActionDescription,
  ConditionRule,
  FlowType,
  ParameterDescription,
} from "../catalogue/action-description.ts";
import { describedAction } from "../catalogue/actions.ts";
import { isOperator } from "../comparison.ts";
import { type FlowAction, isObject } from "../flow-document.ts";
import { readSsml } from "../speech-duration.ts";
import { inputKind } from "./block-words.ts";
import type { StructureRule } from "./problem.ts";

type Finding = readonly [rule: StructureRule, message: string];

/** Polly speaks at most this many characters of text at once, its tags not counted (AWS, text-to-speech). */
const mostSpokenCharacters = 3_000;

const reference = /\$\.[A-Za-z]/;
const wholeReference = /^\$\.[A-Za-z][^\s]*$/;

/** What is wrong with one block, whatever the rest of the flow looks like. */
export function blockProblems(action: FlowAction, flowType: FlowType): Finding[] {
  const description = describedAction(action.Type);
  if (!description)
    return [
      [
        "unknown-block",
        `"${action.Identifier}" has the unknown type ${action.Type}: its exits are walked, its work is not.`,
      ],
    ];
  return [
    ...placeFindings(action, description, flowType),
    ...exitFindings(action, description),
    ...conditionFindings(action, description),
    ...parameterFindings(action, description),
    ...promptFindings(action),
  ];
}

function placeFindings({ Type }: FlowAction, description: ActionDescription, flowType: FlowType): Finding[] {
  if (description.ended !== undefined)
    return [["ended-block", `${Type} no longer works (${description.ended}): take it out.`]];
  return description.flowTypes.includes(flowType)
    ? []
    : [
        [
          "not-permitted",
          `${Type} is not permitted in ${flowType}: use it in ${description.flowTypes.join(", ")}.`,
        ],
      ];
}

function exitFindings(action: FlowAction, description: ActionDescription): Finding[] {
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions;
  if (description.terminal === "always")
    return NextAction === undefined && Errors.length === 0 && Conditions.length === 0
      ? []
      : [["exit", `${action.Type} ends the flow: its Transitions must be {}.`]];
  const known = new Set(description.errors.map(({ type }) => type));
  const given = new Set(Errors.map(({ ErrorType }) => ErrorType));
  const unknown = [...given].filter((type) => !known.has(type) && type !== "NoMatchingError");
  const missing = [...requiredErrors(action, description)].filter((type) => !given.has(type));
  const goesOn = description.terminal === "on success" || NextAction !== undefined || Conditions.length > 0;
  return [
    ...(goesOn
      ? []
      : [["exit", `${action.Type} leads nowhere when it succeeds: give it a NextAction.`] as const]),
    ...unknown.map(
      (type) => ["exit", `${action.Type} has no error ${type}: use ${[...known].join(", ")}.`] as const,
    ),
    ...missing.map(
      (type) =>
        ["missing-error-exit", `${action.Type} has no exit for ${type}: the flow would end there.`] as const,
    ),
  ];
}

/** An input's required exits depend on what it is used for. */
function requiredErrors(action: FlowAction, { errors }: ActionDescription): Set<string> {
  const required = new Set(errors.filter(({ presence }) => presence === "required").map(({ type }) => type));
  const kind = inputKind(action);
  if (kind === "menu") required.add("NoMatchingCondition");
  const validation = action.Parameters["InputValidation"];
  if (kind === "store" && isObject(validation) && isObject(validation["PhoneNumberValidation"]))
    required.add("InvalidPhoneNumber");
  return required;
}

function conditionFindings(action: FlowAction, { conditions: rule, terminal }: ActionDescription): Finding[] {
  const conditions = action.Transitions.Conditions ?? [];
  const odd = conditions.find(
    ({ Condition }) => !isOperator(Condition.Operator) || Condition.Operands.length !== 1,
  );
  if (odd)
    return conditionFinding(
      `${odd.Condition.Operator} with ${odd.Condition.Operands.length} operands is no condition: use a known operator with one.`,
    );
  if (rule.kind === "any" || terminal === "always") return [];
  if (rule.kind === "none")
    return conditions.length === 0
      ? []
      : conditionFinding(`${action.Type} has no result: take its conditions out.`);
  if (!conditions.every(({ Condition }) => Condition.Operator === "Equals"))
    return conditionFinding(`${action.Type} compares with Equals only.`);
  return operandFindings(
    action,
    rule,
    conditions.map(({ Condition }) => Condition.Operands[0] ?? ""),
  );
}

function operandFindings(
  action: FlowAction,
  rule: Exclude<ConditionRule, { readonly kind: "none" } | { readonly kind: "any" }>,
  operands: readonly string[],
): Finding[] {
  if (rule.kind === "exactly")
    return [...operands].sort().join() === [...rule.operands].sort().join()
      ? []
      : conditionFinding(`${action.Type} needs exactly the conditions ${rule.operands.join(" and ")}.`);
  if (inputKind(action) === "menu" && operands.length === 0)
    return conditionFinding("is a menu without a key: give it a condition for each.");
  const { operand: possible } = rule;
  return operands
    .filter((operand) => possible && !possible.test(operand))
    .flatMap((operand) =>
      conditionFinding(`${action.Type} never answers "${operand}": no caller gets there.`),
    );
}

function conditionFinding(message: string): Finding[] {
  return [["condition", message]];
}

function parameterFindings({ Type, Parameters }: FlowAction, description: ActionDescription): Finding[] {
  const given = (names: readonly string[]) => names.filter((name) => Parameters[name] !== undefined);
  const { exactlyOne = [], atMostOne = [] } = description;
  return [
    ...Object.entries(description.parameters).flatMap(([name, parameter]) =>
      Parameters[name] === undefined
        ? missingFinding(Type, name, parameter)
        : valueFindings(`${Type}.${name}`, Parameters[name], parameter),
    ),
    ...exactlyOne
      .filter((names) => given(names).length !== 1)
      .map((names) => ["parameter", `${Type} needs exactly one of ${names.join(", ")}.`] as const),
    ...atMostOne
      .filter((names) => given(names).length > 1)
      .map((names) => ["parameter", `${Type} takes only one of ${names.join(", ")}.`] as const),
    ...(Type === "UpdateContactEventHooks" && Object.keys(Object(Parameters["EventHooks"])).length > 1
      ? [["parameter", "EventHooks takes exactly one event: use one block for each."] as const]
      : []),
  ];
}

function missingFinding(type: string, name: string, { required }: ParameterDescription): Finding[] {
  return required ? [["parameter", `${type} needs the parameter ${name}.`]] : [];
}

function valueFindings(where: string, value: unknown, parameter: ParameterDescription): Finding[] {
  if (parameter.value === "structure") {
    if (typeof value !== "object" || value === null)
      return [["parameter", `${where} must be an object or a list.`]];
    const { inside } = parameter;
    return inside ? textsIn(value).flatMap((text) => classFindings(where, text, inside)) : [];
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (typeof value === "object") return [["parameter", `${where} must be a text.`]];
  return [...classFindings(where, text, parameter.value), ...choiceFindings(where, text, parameter)];
}

function classFindings(where: string, text: string, value: ParameterDescription["value"]): Finding[] {
  const wanted = {
    static: !reference.test(text),
    reference: wholeReference.test(text),
    "static or reference": !reference.test(text) || wholeReference.test(text),
    interpolated: true,
    structure: true,
  }[value];
  return wanted ? [] : [["parameter", `${where} must be ${value}, and is "${text}".`]];
}

function choiceFindings(where: string, text: string, { choices, number }: ParameterDescription): Finding[] {
  if (reference.test(text)) return [];
  if (choices && !choices.some((choice) => choice.toLowerCase() === text.toLowerCase()))
    return [["parameter", `${where} must be one of ${choices.join(", ")}, and is "${text}".`]];
  if (number && !(/^\d+$/.test(text) && Number(text) >= number[0] && Number(text) <= number[1]))
    return [
      ["parameter", `${where} must be a whole number from ${number[0]} to ${number[1]}, and is "${text}".`],
    ];
  return [];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function promptFindings({ Parameters }: FlowAction): Finding[] {
  const messages: unknown[] = Array.isArray(Parameters["Messages"]) ? Parameters["Messages"] : [];
  return [Parameters, ...messages.filter(isObject)].flatMap(({ Text, SSML }) => {
    const spoken = typeof Text === "string" ? Text : typeof SSML === "string" ? readSsml(SSML).text : "";
    return spoken.length > mostSpokenCharacters
      ? [
          [
            "prompt-too-long",
            `speaks ${spoken.length} characters and Connect takes ${mostSpokenCharacters}: split it.`,
          ] as const,
        ]
      : [];
  });
}
