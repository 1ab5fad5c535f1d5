import { CfnWebACL, CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";

/** What is guarded. */
export interface DeskGuardProps {
  readonly name: string;
  /** The ARN of the API's stage. */
  readonly stageArn: string;
}

/**
 * Requests that one address may send within five minutes. The whole desk goes out by one address, and each of its screens
 * asks every few seconds: 20 people, a request a second each.
 */
const requestsPerAddress = 6_000;

/** Bytes, from 200,000: what is typed at the desk is text, and no picture is sent. */
const largeBody = "^[2-9]\\d{5}$|^\\d{7,}$";

/**
 * The web ACL before the desk: how often one address may ask, and how much it may send. A size is judged by the length that
 * the sender states (AWS WAF developer guide, "Oversize web request components").
 */
export class DeskGuard extends Construct {
  constructor(scope: Construct, id: string, { name, stageArn }: DeskGuardProps) {
    super(scope, id);
    const rule = (
      priority: number,
      part: string,
      responseCode: number,
      statement: CfnWebACL.StatementProperty,
    ): CfnWebACL.RuleProperty => ({
      name: part,
      priority,
      statement,
      action: { block: { customResponse: { responseCode } } },
      visibilityConfig: visibility(`${name}-${part}`),
    });
    const webAcl = new CfnWebACL(this, "WebAcl", {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: visibility(name),
      rules: [
        rule(0, "body-size", 413, {
          regexMatchStatement: {
            fieldToMatch: { singleHeader: { Name: "content-length" } },
            regexString: largeBody,
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
        rule(1, "requests-per-address", 429, {
          rateBasedStatement: { aggregateKeyType: "IP", limit: requestsPerAddress },
        }),
      ],
    });
    new CfnWebACLAssociation(this, "WebAclAssociation", { resourceArn: stageArn, webAclArn: webAcl.attrArn });
  }
}

function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false };
}
