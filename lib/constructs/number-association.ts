import { Arn, Fn } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  AwsCustomResource,
  AwsCustomResourcePolicy,
  type AwsSdkCall,
  PhysicalResourceId,
} from "aws-cdk-lib/custom-resources";
import { Construct } from "constructs";
import { SdkCaller } from "./sdk-caller.ts";

/** Which number is answered by which flow. */
export interface NumberAssociationProps {
  /** A number that the instance holds already, known when templates are made. */
  readonly numberArn: string;
  readonly instanceArn: string;
  readonly flowArn: string;
}

/**
 * Has a flow answer a number that is there already, which CloudFormation has no resource for. It neither claims a number
 * nor releases one, and may not: its role allows these two calls, on this number and this flow
 * (https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociatePhoneNumberContactFlow.html).
 *
 * Another number is another association, with a policy of its own: the new number is answered before the old one is let
 * go. A number that is gone already, or has left the instance, does not stand in the way of removing the stack.
 */
export class NumberAssociation extends Construct {
  constructor(scope: Construct, id: string, props: NumberAssociationProps) {
    super(scope, id);
    const { numberArn, instanceArn, flowArn } = props;
    const numberId = Arn.extractResourceName(numberArn, "phone-number");
    const ids = { PhoneNumberId: numberId, InstanceId: Fn.select(1, Fn.split("/", instanceArn)) };
    const associate: AwsSdkCall = {
      service: "Connect",
      action: "AssociatePhoneNumberContactFlow",
      parameters: { ...ids, ContactFlowId: Fn.select(3, Fn.split("/", flowArn)) },
      physicalResourceId: PhysicalResourceId.of(numberId),
    };
    const { role, logGroup } = SdkCaller.of(this);
    const allow = (action: string, resources: string[]) =>
      new PolicyStatement({ actions: [`connect:${action}`], resources });
    new AwsCustomResource(this, numberId, {
      resourceType: "Custom::NumberAssociation",
      onUpdate: associate,
      onDelete: {
        service: "Connect",
        action: "DisassociatePhoneNumberContactFlow",
        parameters: ids,
        ignoreErrorCodesMatching: "ResourceNotFoundException",
      },
      policy: AwsCustomResourcePolicy.fromStatements([
        allow("AssociatePhoneNumberContactFlow", [numberArn, flowArn]),
        allow("DisassociatePhoneNumberContactFlow", [numberArn]),
      ]),
      role,
      logGroup,
      // Lambda's own SDK has both calls; the latest one would be fetched from a registry while deploying.
      installLatestAwsSdk: false,
    });
  }
}
