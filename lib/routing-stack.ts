import { Annotations, CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { CfnIntegrationAssociation, CfnQueue, CfnRoutingProfile } from "aws-cdk-lib/aws-connect";
import { CfnPermission, type IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import { DeskHours } from "./constructs/desk-hours.ts";
import { Flow } from "./constructs/flow.ts";

/** Whose calls are routed, in which instance. */
export interface RoutingStackProps extends StackProps {
  readonly programme: Programme;
  readonly instanceArn: string;
  readonly answerCall: IFunction;
  /** The number that the published number is forwarded to. @default there is none yet */
  readonly landingNumberArn?: string;
}

/**
 * What happens to a call: hours, queue and flows.
 *
 * CloudFormation cannot attach a flow to a number: while no code does it, it is a step in the console (Channels, Phone
 * numbers, the landing number, flow `<programme>-inbound`), and the outputs say so.
 */
export class RoutingStack extends Stack {
  constructor(scope: Construct, id: string, props: RoutingStackProps) {
    super(scope, id, props);
    const { programme, instanceArn, landingNumberArn } = props;
    const hours = new DeskHours(this, "DeskHours", {
      instanceArn,
      name: `${programme.id}-desk`,
      rules: programme.hours,
      period: programme.contract,
    });
    const queue = this.makeQueue(hours, props);
    this.makeRoutingProfile(queue, props);
    const inbound = this.makeFlows(hours, queue, props);
    new CfnOutput(this, "InboundFlowArn", { value: inbound.arn });
    this.sayWhichNumber(programme, landingNumberArn);
  }

  private makeQueue(
    hours: DeskHours,
    { programme, instanceArn, landingNumberArn }: RoutingStackProps,
  ): CfnQueue {
    return new CfnQueue(this, "Operators", {
      instanceArn,
      name: `${programme.id}-operators`,
      description: programme.deskName,
      hoursOfOperationArn: hours.arn,
      // A call back shows the landing number: in Japan only a number that the instance holds may be shown.
      ...(landingNumberArn !== undefined && {
        outboundCallerConfig: {
          outboundCallerIdName: programme.id,
          outboundCallerIdNumberArn: landingNumberArn,
        },
      }),
    });
  }

  private makeRoutingProfile(queue: CfnQueue, { programme, instanceArn }: RoutingStackProps): void {
    new CfnRoutingProfile(this, "OperatorRouting", {
      instanceArn,
      name: `${programme.id}-operators`,
      description: programme.deskName,
      defaultOutboundQueueArn: queue.attrQueueArn,
      mediaConcurrencies: [{ channel: "VOICE", concurrency: 1 }],
      queueConfigs: [
        { delay: 0, priority: 1, queueReference: { channel: "VOICE", queueArn: queue.attrQueueArn } },
      ],
    });
  }

  /** A flow is published when it is made, so what it names comes first: the function, the queue, the waiting flow. */
  private makeFlows(hours: DeskHours, queue: CfnQueue, props: RoutingStackProps): Flow {
    const { programme, instanceArn, answerCall } = props;
    const integration = new CfnIntegrationAssociation(this, "AnswerCallIntegration", {
      instanceId: instanceArn,
      integrationType: "LAMBDA_FUNCTION",
      integrationArn: answerCall.functionArn,
    });
    const permission = new CfnPermission(this, "AnswerCallPermission", {
      action: "lambda:InvokeFunction",
      functionName: answerCall.functionArn,
      principal: "connect.amazonaws.com",
      sourceAccount: this.account,
      sourceArn: instanceArn,
    });
    const flow = { instanceArn, programmeId: programme.id };
    const waiting = new Flow(this, "WaitingFlow", {
      ...flow,
      name: "waiting",
      type: "CUSTOMER_QUEUE",
      values: {},
    });
    const inbound = new Flow(this, "InboundFlow", {
      ...flow,
      name: "inbound",
      type: "CONTACT_FLOW",
      values: {
        AnswerCallFunction: answerCall.functionArn,
        WaitingFlow: waiting.arn,
        OperatorQueue: queue.attrQueueArn,
        DeskHours: hours.arn,
      },
    });
    inbound.node.addDependency(integration, permission);
    return inbound;
  }

  private sayWhichNumber(programme: Programme, landingNumberArn: string | undefined): void {
    const value = landingNumberArn ?? "none yet: nobody can call";
    new CfnOutput(this, "LandingNumber", {
      value,
      description: `Attach the inbound flow to it, and have ${programme.publishedNumber} forwarded to it`,
    });
    if (landingNumberArn === undefined)
      Annotations.of(this).addInfo(
        `${programme.id} has no number yet: claim one by a support case and name it in landingNumberArns (lib/settings.ts).`,
      );
  }
}
