import type { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import { type Refusal, refusalPage } from "./refusal-page.ts";
import { asItIs, type Block, guardStage, statedLength } from "./web-acl.ts";

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

/** The statuses of what is turned away. */
const statuses = { "too-large": 413, "too-many": 429 } as const satisfies Record<Refusal, number>;

/**
 * The web ACL before the form: how often one address may post, and how large what it sends may be. Who states another length
 * than they send is stopped by the API's own limit.
 */
export class FormGuard extends Construct {
  constructor(scope: Construct, id: string, { name, stageArn, postsPerAddress }: FormGuardProps) {
    super(scope, id);
    guardStage(this, {
      name,
      stageArn,
      customResponseBodies: { "too-large": bodyOf("too-large"), "too-many": bodyOf("too-many") },
      blocks: [
        { part: "body-size", statement: statedLength(largeBody), answer: answerOf("too-large") },
        { part: "query-size", statement: longQuery, answer: answerOf("too-large") },
        {
          part: "posts-per-address",
          statement: {
            rateBasedStatement: {
              aggregateKeyType: "IP",
              limit: postsPerAddress,
              scopeDownStatement: isPost,
            },
          },
          answer: answerOf("too-many"),
        },
      ],
    });
  }
}

function bodyOf(refusal: Refusal): CfnWebACL.CustomResponseBodyProperty {
  return { contentType: "TEXT_HTML", content: refusalPage(refusal) };
}

function answerOf(refusal: Refusal): Block["answer"] {
  return { responseCode: statuses[refusal], customResponseBodyKey: refusal };
}

const longQuery: Block["statement"] = {
  sizeConstraintStatement: {
    fieldToMatch: { queryString: {} },
    comparisonOperator: "GT",
    size: longestQuery,
    textTransformations: [asItIs],
  },
};

const isPost: Block["statement"] = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: "EXACTLY",
    searchString: "POST",
    textTransformations: [asItIs],
  },
};
