import { Stack } from "aws-cdk-lib";
import { CfnIntegrationAssociation } from "aws-cdk-lib/aws-connect";
import { CfnPermission, type IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct, IDependable } from "constructs";

/** A function that flows may ask, and what must be there before a flow that does is published. */
export interface FlowFunction {
  readonly arn: string;
  readonly needs: readonly IDependable[];
}

/** Lets the flows of one instance, and of no other, ask a function. `name` is part of what is deployed and never changes. */
export function allowFlows(
  scope: Construct,
  name: string,
  asked: IFunction,
  instanceArn: string,
): FlowFunction {
  const integration = new CfnIntegrationAssociation(scope, `${name}Integration`, {
    instanceId: instanceArn,
    integrationType: "LAMBDA_FUNCTION",
    integrationArn: asked.functionArn,
  });
  const permission = new CfnPermission(scope, `${name}Permission`, {
    action: "lambda:InvokeFunction",
    functionName: asked.functionArn,
    principal: "connect.amazonaws.com",
    sourceAccount: Stack.of(scope).account,
    sourceArn: instanceArn,
  });
  return { arn: asked.functionArn, needs: [integration, permission] };
}
