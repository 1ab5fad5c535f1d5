/**
 * The two ids by which Amazon Connect's API names a resource, read from its ARN:
 * `arn:aws:connect:<region>:<account>:instance/<instance id>/<kind>/<id>`. Throws for any other text.
 */
export function resourceIds(arn: string): { readonly instanceId: string; readonly id: string } {
  const [, instanceId, id] = /^arn:[^/]+:instance\/([^/]+)\/[^/]+\/([^/]+)$/.exec(arn) ?? [];
  if (instanceId === undefined || id === undefined)
    throw new Error(`"${arn}" is not the ARN of a resource of an Amazon Connect instance.`);
  return { instanceId, id };
}
