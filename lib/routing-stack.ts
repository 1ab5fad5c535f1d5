import { Annotations, CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { placeholderOfFlow } from "../connect-flows/flow-document.ts";
import type { Programme } from "../domain/programme.ts";
import type { CommittedFlow } from "./constructs/committed-flows.ts";
import { DeskHours } from "./constructs/desk-hours.ts";
import { DeskQueues } from "./constructs/desk-queues.ts";
import { Flow } from "./constructs/flow.ts";
import { allowFlows } from "./constructs/flow-function.ts";
import { makingOrder } from "./constructs/making-order.ts";
import { NumberAssociation } from "./constructs/number-association.ts";

/** Whose calls are routed, in which instance. */
export interface RoutingStackProps extends StackProps {
  readonly programme: Programme;
  readonly flows: readonly CommittedFlow[];
  readonly instanceArn: string;
  readonly answerCall: IFunction;
  readonly requestCallback: IFunction;
  /** The number that the published number is forwarded to; the inbound flow answers it. @default there is none yet */
  readonly landingNumberArn?: string;
}

/** What a person whom the desk calls hears first: the operators' queue names it. */
const outboundWhisper = placeholderOfFlow("outbound-whisper");

/**
 * What happens to a call: hours, queues and flows, and the number that they answer where the settings name one. Without
 * one the stack is complete but nobody can call, and the outputs say so.
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
    const queues = new DeskQueues(this, {
      programme,
      instanceArn,
      hours,
      ...(landingNumberArn !== undefined && { landingNumberArn }),
    });
    const flows = this.makeFlows(hours, queues, props);
    queues.callOutThrough(flows.get(outboundWhisper)?.arn);
    const inbound = flows.get(placeholderOfFlow("inbound"));
    if (!inbound) throw new Error(`${programme.id} has no flow "inbound", which takes its calls.`);
    new CfnOutput(this, "InboundFlowArn", { value: inbound.arn });
    if (landingNumberArn !== undefined)
      new NumberAssociation(this, "LandingNumberAssociation", {
        numberArn: landingNumberArn,
        instanceArn,
        flowArn: inbound.arn,
      });
    this.sayWhichNumber(programme, landingNumberArn);
  }

  /** Makes every committed flow, by placeholder. A flow is published when it is made, so what it names comes first. */
  private makeFlows(
    hours: DeskHours,
    queues: DeskQueues,
    { programme, flows, instanceArn, answerCall, requestCallback }: RoutingStackProps,
  ): ReadonlyMap<string, Flow> {
    const functions = new Map([
      ["AnswerCallFunction", allowFlows(this, "AnswerCall", answerCall, instanceArn)],
      ["CallbackFunction", allowFlows(this, "RequestCallback", requestCallback, instanceArn)],
    ]);
    const arns = new Map([
      ["DeskHours", hours.arn],
      ["OperatorQueue", queues.operators.attrQueueArn],
      ["LeaderQueue", queues.leaders.attrQueueArn],
      ["SupervisorQueue", queues.supervisors.attrQueueArn],
      ...[...functions].map(([placeholder, { arn }]) => [placeholder, arn] as const),
    ]);
    const made = new Map<string, Flow>();
    for (const [placeholder, flow] of inMakingOrder(flows)) {
      const values = Object.fromEntries(
        flow.placeholders.flatMap((name) => {
          const arn = made.get(name)?.arn ?? arns.get(name);
          return arn === undefined ? [] : [[name, arn]];
        }),
      );
      const resource = new Flow(this, placeholder, { instanceArn, programmeId: programme.id, flow, values });
      for (const name of flow.placeholders)
        resource.node.addDependency(...(functions.get(name)?.needs ?? []));
      made.set(placeholder, resource);
    }
    return made;
  }

  private sayWhichNumber(programme: Programme, landingNumberArn: string | undefined): void {
    const value = landingNumberArn ?? "none yet: nobody can call";
    new CfnOutput(this, "LandingNumber", {
      value,
      description: `The inbound flow answers it; have ${programme.publishedNumber} forwarded to it`,
    });
    if (landingNumberArn === undefined)
      Annotations.of(this).addInfo(
        `${programme.id} has no number yet: claim one by a support case and name it as landingNumberArn in its environments/.`,
      );
  }
}

/** The flows by placeholder, each after those that it names; the operators' queue, which names the whisper, counts as one. */
function inMakingOrder(flows: readonly CommittedFlow[]): [string, CommittedFlow][] {
  const byPlaceholder = new Map(flows.map((flow) => [placeholderOfFlow(flow.name), flow]));
  const order = makingOrder([
    { name: "OperatorQueue", needs: [outboundWhisper] },
    ...[...byPlaceholder].map(([name, { placeholders }]) => ({ name, needs: placeholders })),
  ]);
  return order.flatMap((name): [string, CommittedFlow][] => {
    const flow = byPlaceholder.get(name);
    return flow ? [[name, flow]] : [];
  });
}
