import { holds } from "./comparison.ts";
import type { FlowAction } from "./flow-document.ts";
import type { FlowError, Outcome } from "./step.ts";

/**
 * Where a block leads: to another block, perhaps by an error that it caught; or nowhere, by one that it did not. `by`
 * names the branch: `next`, `condition 1` and so on from the first, `error` and the branch's type, or `none`.
 */
export type Exit =
  | { readonly to: string; readonly by: string; readonly error?: FlowError }
  | { readonly to: undefined; readonly by: "none"; readonly error: FlowError };

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
      ? { to, by: "none", error: { errorType: "NoNextAction", reason: "nothing follows it" } }
      : { to, by: "next" };
  }
  for (const [index, { NextAction, Condition }] of (Transitions.Conditions ?? []).entries())
    if (holds(Condition.Operator, result, Condition.Operands[0] ?? ""))
      return { to: NextAction, by: `condition ${index + 1}` };
  return errorExit(Transitions, { errorType: "NoMatchingCondition", reason: `no condition for "${result}"` });
}

function errorExit({ Errors = [] }: FlowAction["Transitions"], error: FlowError): Exit {
  const branchFor = (errorType: string) => Errors.find((branch) => branch.ErrorType === errorType);
  const branch = branchFor(error.errorType) ?? branchFor("NoMatchingError");
  return branch === undefined
    ? { to: undefined, by: "none", error }
    : { to: branch.NextAction, by: `error ${branch.ErrorType}`, error };
}
