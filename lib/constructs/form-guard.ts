import { CfnWebACL, CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import { type Refusal, refusalPage } from "./refusal-page.ts";

/** What is guarded. */
export interface FormGuardProps {
  readonly name: string;
  /** The ARN of the API's stage. */
  readonly stageArn: string;
  /** Posts that one address may send within five minutes. */
  readonly postsPerAddress: number;
}

/** Bytes, from 4,600,000: pictures and texts within the form's limits take less, and a function is not given more, for it gets them in base64. */
const largeBody = "^(?:4[6-9]|[5-9]\\d)\\d{5}$|^\\d{8,}$";

/** The form's own links have a language behind them, and no more. */
const longestQuery = 256;

const bodies = { "too-large": 413, "too-many": 429 } as const satisfies Record<Refusal, number>;

type Statement = CfnWebACL.StatementProperty;

/**
 * The web ACL before the form: how often one address may post, and how large what it sends may be. A size is judged by the
 * length that the sender states, because AWS WAF reads the first kilobytes of a body only (developer guide, "Oversize web
 * request components"); who states another length is stopped by the API's own limit.
 */
export class FormGuard extends Construct {
  constructor(scope: Construct, id: string, { name, stageArn, postsPerAddress }: FormGuardProps) {
    super(scope, id);
    const visibility = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      metricName,
      sampledRequestsEnabled: false,
    });
    const rule = (priority: number, part: string, refusal: Refusal, statement: Statement) => ({
      name: part,
      priority,
      statement,
      action: {
        block: { customResponse: { responseCode: bodies[refusal], customResponseBodyKey: refusal } },
      },
      visibilityConfig: visibility(`${name}-${part}`),
    });
    const webAcl = new CfnWebACL(this, "WebAcl", {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: visibility(name),
      customResponseBodies: Object.fromEntries(
        (["too-large", "too-many"] as const).map((refusal) => [
          refusal,
          { contentType: "TEXT_HTML", content: refusalPage(refusal) },
        ]),
      ),
      rules: [
        rule(0, "body-size", "too-large", {
          regexMatchStatement: {
            fieldToMatch: { singleHeader: { Name: "content-length" } },
            regexString: largeBody,
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
        rule(1, "query-size", "too-large", {
          sizeConstraintStatement: {
            fieldToMatch: { queryString: {} },
            comparisonOperator: "GT",
            size: longestQuery,
            textTransformations: [{ priority: 0, type: "NONE" }],
          },
        }),
        rule(2, "posts-per-address", "too-many", {
          rateBasedStatement: { aggregateKeyType: "IP", limit: postsPerAddress, scopeDownStatement: isPost },
        }),
      ],
    });
    new CfnWebACLAssociation(this, "WebAclAssociation", { resourceArn: stageArn, webAclArn: webAcl.attrArn });
  }
}

const isPost: Statement = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: "EXACTLY",
    searchString: "POST",
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
};
