import { CfnWebACL, CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";

/** What is turned away, and how. */
export interface Block {
  /** Its name within the web ACL. */
  readonly part: string;
  readonly statement: CfnWebACL.StatementProperty;
  readonly answer: CfnWebACL.CustomResponseProperty;
}

/** What is guarded, and from what. */
export interface WebAclProps {
  readonly name: string;
  /** The ARN of the API's stage. */
  readonly stageArn: string;
  /** In the order in which they are looked at. */
  readonly blocks: readonly Block[];
  /** The pages that the answers name. @default none */
  readonly customResponseBodies?: Readonly<Record<string, CfnWebACL.CustomResponseBodyProperty>>;
}

/** Puts a web ACL before an API: it lets everything through but what is named. */
export function guardStage(scope: Construct, props: WebAclProps): void {
  const { name, stageArn, blocks, customResponseBodies } = props;
  const webAcl = new CfnWebACL(scope, "WebAcl", {
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    visibilityConfig: visibility(name),
    ...(customResponseBodies && { customResponseBodies }),
    rules: blocks.map(({ part, statement, answer }, priority) => ({
      name: part,
      priority,
      statement,
      action: { block: { customResponse: answer } },
      visibilityConfig: visibility(`${name}-${part}`),
    })),
  });
  new CfnWebACLAssociation(scope, "WebAclAssociation", { resourceArn: stageArn, webAclArn: webAcl.attrArn });
}

/**
 * Requests of which the sender states a length that matches: AWS WAF reads the first kilobytes of a body only (developer
 * guide, "Oversize web request components").
 */
export function statedLength(regexString: string): CfnWebACL.StatementProperty {
  return {
    regexMatchStatement: {
      fieldToMatch: { singleHeader: { Name: "content-length" } },
      regexString,
      textTransformations: [asItIs],
    },
  };
}

/** A part of a request is looked at as it was sent. */
export const asItIs = { priority: 0, type: "NONE" } as const;

function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false };
}
