import * as v from "valibot";
import { parseInstant } from "../../domain/japan-time.ts";

/** An AWS timestamp: an existing date and time with its offset from UTC; read as milliseconds since 1970. */
export const awsInstant = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(dataset.value);
    const instant = parseInstant(dataset.value);
    if (hasOffset && instant.ok) return instant.value;
    addIssue({ message: instant.ok ? `"${dataset.value}" has no offset from UTC.` : instant.problem });
    return NEVER;
  }),
);

/** One sentence for the first thing that is wrong: where, and what. */
export function firstProblem(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  const path = (issue && v.getDotPath(issue)) ?? "The input";
  if (issue?.received === "undefined" || issue?.received === "null") return `${path} is missing.`;
  return `${path}: ${issue?.message ?? "cannot be read."}`;
}
