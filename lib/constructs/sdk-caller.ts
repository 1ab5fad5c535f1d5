import { Stack } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

/**
 * In whose name a stack makes the SDK calls for which CloudFormation has no resource, and where that is logged. All such
 * calls of a stack are made by one function, so they share a role; each adds the permissions that it needs.
 */
export class SdkCaller extends Construct {
  readonly role: Role;
  readonly logGroup: LogGroup;

  /** The one of the stack in which a construct is. */
  static of(construct: Construct): SdkCaller {
    const stack = Stack.of(construct);
    const found = stack.node.tryFindChild("SdkCaller");
    return found instanceof SdkCaller ? found : new SdkCaller(stack, "SdkCaller");
  }

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    this.logGroup = new LogGroup(this, "Logs", { retention: RetentionDays.THREE_MONTHS });
    this.logGroup.grantWrite(this.role);
  }
}
