import type { NeededPermission } from "../../local/needed-permissions.ts";

/** What one action of one statement of a policy allows on one resource. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
  /** Under `StringEquals`: each key must be one of its values. */
  readonly condition: Readonly<Record<string, readonly string[]>>;
}

/** A folder of a bucket, the only wildcard that is taken: its objects are named as they are made. */
const folder = /^(arn:aws:s3:::[^/*?]+\/[^*?]+\/)\*$/;

/** Whether a grant is for exactly this: no wildcard but that of a folder counts. */
export function allows(grant: Grant, needed: NeededPermission): boolean {
  const inFolder = folder.exec(grant.resource)?.[1];
  return (
    grant.action === needed.action &&
    (inFolder === undefined ? needed.resource === grant.resource : needed.resource.startsWith(inFolder)) &&
    Object.entries(grant.condition).every(([key, values]) => values.includes(needed.context[key] ?? ""))
  );
}

/** Each call without a grant and each grant without a call, as a sentence that names handler, action and resource. */
export function mismatches(
  handler: string,
  needed: readonly NeededPermission[],
  grants: readonly Grant[],
): string[] {
  const ungranted = needed
    .filter((call) => !grants.some((grant) => allows(grant, call)))
    .map(({ action, resource }) => `${handler} calls ${action} on ${resource}, which nothing grants`);
  const unused = grants
    .filter((grant) => !needed.some((call) => allows(grant, call)))
    .map(({ action, resource }) => `${handler} is granted ${action} on ${resource}, and never calls it`);
  return [...new Set([...ungranted, ...unused])].sort();
}
