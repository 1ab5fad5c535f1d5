import { Fn } from "aws-cdk-lib";
import { CfnContactFlow } from "aws-cdk-lib/aws-connect";
import { Construct } from "constructs";
import type { CommittedFlow } from "./committed-flows.ts";

/** Which flow, and what it names. */
export interface FlowProps {
  readonly instanceArn: string;
  readonly programmeId: string;
  readonly flow: CommittedFlow;
  /** What stands for each `${Name}` in the text. */
  readonly values: Readonly<Record<string, string>>;
}

/** The most characters that CreateContactFlow takes. */
const longestContent = 256_000;

/**
 * A flow, deployed from its generated JSON as it is committed; Amazon Connect publishes it at once. A flow of another type
 * is another flow (https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html).
 */
export class Flow extends Construct {
  readonly arn: string;
  readonly resource: CfnContactFlow;

  constructor(scope: Construct, id: string, props: FlowProps) {
    super(scope, id);
    const { instanceArn, programmeId, flow, values } = props;
    this.resource = new CfnContactFlow(this, "Flow", {
      instanceArn,
      name: `${programmeId}-${flow.name}`,
      type: flow.type,
      content: fillPlaceholders(`${programmeId}/${flow.name}`, flow.text, values),
    });
    this.arn = this.resource.attrContactFlowArn;
  }
}

/**
 * The text with a value for each of its `${Name}`; `${!Name}` stands for a literal `${Name}`.
 * Throws where a value is missing, where one is not used, and where the text is too long for Amazon Connect.
 */
export function fillPlaceholders(
  flow: string,
  text: string,
  values: Readonly<Record<string, string>>,
): string {
  const wanted = new Set([...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = ""]) => name));
  const missing = [...wanted].filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0) throw new Error(`The flow ${flow} needs a value for ${missing.join(", ")}.`);
  const unused = Object.keys(values).filter((name) => !wanted.has(name));
  if (unused.length > 0) throw new Error(`The flow ${flow} has no placeholder for ${unused.join(", ")}.`);
  if (text.length > longestContent)
    throw new Error(
      `The flow ${flow} has ${text.length} characters; Amazon Connect takes ${longestContent}.`,
    );
  return wanted.size === 0 && !text.includes("${!") ? text : Fn.sub(text, { ...values });
}
