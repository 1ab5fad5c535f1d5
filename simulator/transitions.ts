import { holds } from "./comparison.ts";
import type { FlowAction } from "./flow-document.ts";
import type { FlowError, Outcome } from "./step.ts";

/** Where a block leads: to another block, perhaps by an error that it caught; or nowhere, by one that it did not. */
export type Exit =
  | { readonly to: string; readonly error?: FlowError }
  | { readonly to: undefined; readonly error: FlowError };

/**
 * The way out of a block. A result takes the first condition that is true, and is a NoMatchingCondition error when
 * none is; an error takes its own branch, else the one for NoMatchingError, else the flow is over.
 */
export function exitOf({ Transitions }: FlowAction, outcome: Outcome): Exit {
  if ("errorType" in outcome) return errorExit(Transitions, outcome);
  const { result } = outcome;
  if (result === undefined) {
    const to = Transitions.NextAction;
    return to === undefined
      ? { to, error: { errorType: "NoNextAction", reason: "nothing follows it" } }
      : { to };
  }
  for (const { NextAction, Condition } of Transitions.Conditions ?? [])
    if (holds(Condition.Operator, result, Condition.Operands[0] ?? "")) return { to: NextAction };
  return errorExit(Transitions, { errorType: "NoMatchingCondition", reason: `no condition for "${result}"` });
}

function errorExit({ Errors = [] }: FlowAction["Transitions"], error: FlowError): Exit {
  const branchFor = (errorType: string) => Errors.find((branch) => branch.ErrorType === errorType);
  const to = (branchFor(error.errorType) ?? branchFor("NoMatchingError"))?.NextAction;
  return to === undefined ? { to, error } : { to, error };
}
