import { type CfnElement, Stack } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/**
 * The name of cdk-nag's finding that a policy allows everything whose ARN begins with that of a resource in another
 * stack. cdk-nag names the resource by its export, so this asks the owner's stack for it.
 */
export function wildcardFinding(owner: IConstruct, arn: string, rest: string): string {
  const stack = Stack.of(owner);
  const imported: { readonly "Fn::ImportValue": string } = stack.resolve(stack.exportValue(arn));
  return `AwsSolutions-IAM5[Resource::${imported["Fn::ImportValue"]}${rest}]`;
}

/** The same of a resource in the policy's own stack, which cdk-nag names by its logical id. */
export function ownWildcardFinding(owner: IConstruct, rest: string): string {
  const id = Stack.of(owner).getLogicalId(owner.node.defaultChild as CfnElement);
  return `AwsSolutions-IAM5[Resource::<${id}.Arn>${rest}]`;
}
