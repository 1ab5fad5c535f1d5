import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fn } from "aws-cdk-lib";
import { CfnContactFlow } from "aws-cdk-lib/aws-connect";
import { Construct } from "constructs";

/** Which flow, and what it names. */
export interface FlowProps {
  readonly instanceArn: string;
  readonly programmeId: string;
  /** The file `connect-flows/json/<programme id>/<name>.json`. */
  readonly name: string;
  /** https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html; another type is another flow. */
  readonly type: "CONTACT_FLOW" | "CUSTOMER_QUEUE";
  /** What stands for each `${Name}` in the text. */
  readonly values: Readonly<Record<string, string>>;
}

/** The most characters that CreateContactFlow takes. */
const longestContent = 256_000;

const flowsFolder = join(import.meta.dirname, "../../connect-flows/json");

/** A flow, deployed from its generated JSON as it is committed; Amazon Connect publishes it at once. */
export class Flow extends Construct {
  readonly arn: string;
  readonly resource: CfnContactFlow;

  constructor(scope: Construct, id: string, props: FlowProps) {
    super(scope, id);
    const text = readFileSync(join(flowsFolder, props.programmeId, `${props.name}.json`), "utf8");
    this.resource = new CfnContactFlow(this, "Flow", {
      instanceArn: props.instanceArn,
      name: `${props.programmeId}-${props.name}`,
      type: props.type,
      content: fillPlaceholders(`${props.programmeId}/${props.name}`, text, props.values),
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
