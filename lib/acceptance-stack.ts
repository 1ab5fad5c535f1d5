import { Fn, Stack, type StackProps } from "aws-cdk-lib";
import { CfnTestCase } from "aws-cdk-lib/aws-connect";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import { committedTestCases } from "./constructs/committed-test-cases.ts";

/** Which flow is asked to tell the stories. */
export interface AcceptanceStackProps extends StackProps {
  readonly programme: Programme;
  readonly instanceArn: string;
  readonly inboundFlowArn: string;
}

/**
 * The test cases that `npm run accept` has Amazon Connect run against the deployed flows. In a stack of its own on which
 * nothing stands: the testing language is young, and where a test case is refused the service goes on without it.
 */
export class AcceptanceStack extends Stack {
  constructor(scope: Construct, id: string, props: AcceptanceStackProps) {
    super(scope, id, props);
    const { programme, instanceArn, inboundFlowArn } = props;
    for (const { name, content } of committedTestCases(programme.id))
      new CfnTestCase(this, name, {
        instanceArn,
        name: `${programme.id}-${name}`,
        description: programme.deskName,
        content,
        // No numbers: the call begins in the flow, and no line is used.
        entryPoint: {
          type: "VOICE_CALL",
          voiceCallEntryPointParameters: { flowId: Fn.select(3, Fn.split("/", inboundFlowArn)) },
        },
        status: "PUBLISHED",
      });
  }
}
