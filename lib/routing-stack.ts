import { Annotations, CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { CfnSecurityProfile } from "aws-cdk-lib/aws-connect";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { placeholderOfFlow } from "../connect-flows/flow-document.ts";
import type { Programme } from "../domain/programme.ts";
import type { Role } from "../domain/roster.ts";
import { agentStatuses } from "./constructs/agent-statuses.ts";
import type { CommittedFlow } from "./constructs/committed-flows.ts";
import { DeskHours } from "./constructs/desk-hours.ts";
import { DeskQueues } from "./constructs/desk-queues.ts";
import { Flow } from "./constructs/flow.ts";
import { allowFlows } from "./constructs/flow-function.ts";
import type { CallerQueues } from "./constructs/handler-access.ts";
import { inquiryTemplate } from "./constructs/inquiry-template.ts";
import { makingOrder } from "./constructs/making-order.ts";
import { NumberAssociation } from "./constructs/number-association.ts";
import { qualityForm } from "./constructs/quality-form.ts";
import { QuickConnects } from "./constructs/quick-connects.ts";
import { securityProfiles } from "./constructs/security-profiles.ts";

/** Whose calls are routed, in which instance. */
export interface RoutingStackProps extends StackProps {
  readonly programme: Programme;
  readonly flows: readonly CommittedFlow[];
  readonly instanceArn: string;
  readonly answerCall: IFunction;
  readonly requestCallback: IFunction;
  /** The number that the published number is forwarded to; the inbound flow answers it. @default there is none yet */
  readonly landingNumberArn?: string;
  /** The first date that the dated overrides of the hours are for. @default the contract's first */
  readonly hoursFrom?: string;
}

/** What a person whom the desk calls hears first: the operators' queue names it. */
const outboundWhisper = placeholderOfFlow("outbound-whisper");

/**
 * What happens to a call or a written inquiry: hours, queues and flows, what each role is given and may do, and the number
 * that is answered where the settings name one. Without one the stack is complete but nobody can call, and the outputs say
 * so. There are no prompts, which are recorded sound: everything that is heard is spoken from the flows' texts.
 */
export class RoutingStack extends Stack {
  readonly hours: DeskHours;
  readonly inboundFlowArn: string;
  readonly queues: CallerQueues;
  /** The flow that a task of a written inquiry starts with. */
  readonly inquiryTaskFlowArn: string;
  /** The ARN of each role's routing profile. */
  readonly routingArns: Readonly<Record<Role, string>>;
  readonly securityProfiles: Readonly<Record<Role, CfnSecurityProfile>>;

  constructor(scope: Construct, id: string, props: RoutingStackProps) {
    super(scope, id, props);
    const { programme, instanceArn, landingNumberArn } = props;
    const hours = new DeskHours(this, "DeskHours", {
      instanceArn,
      name: `${programme.id}-desk`,
      rules: programme.hours,
      contract: programme.contract,
      ...(props.hoursFrom !== undefined && { hoursFrom: props.hoursFrom }),
    });
    this.hours = hours;
    const queues = new DeskQueues(this, {
      programme,
      instanceArn,
      hours,
      ...(landingNumberArn !== undefined && { landingNumberArn }),
    });
    this.queues = {
      operators: queues.operators.attrQueueArn,
      leaders: queues.leaders.attrQueueArn,
      supervisors: queues.supervisors.attrQueueArn,
    };
    const flows = this.makeFlows(hours, queues, props);
    queues.callOutThrough(flows.get(outboundWhisper)?.arn);
    const flowArn = (name: string) => arnOfFlow(flows, programme, name);
    this.inboundFlowArn = flowArn("inbound");
    this.inquiryTaskFlowArn = flowArn("inquiry-task");
    new CfnOutput(this, "InboundFlowArn", { value: this.inboundFlowArn });
    if (landingNumberArn !== undefined)
      new NumberAssociation(this, "LandingNumberAssociation", {
        numberArn: landingNumberArn,
        instanceArn,
        flowArn: this.inboundFlowArn,
      });
    this.sayWhichNumber(programme, landingNumberArn);
    new QuickConnects(this, "QuickConnects", {
      instanceArn,
      queues,
      transferFlowArns: {
        operator: flowArn("transfer-to-operator"),
        leader: flowArn("transfer-to-leader"),
        supervisor: flowArn("transfer-to-supervisor"),
      },
    });
    this.routingArns = queues.routingArns;
    this.securityProfiles = securityProfiles(this, programme, instanceArn);
    agentStatuses(this, instanceArn);
    qualityForm(this, instanceArn);
    inquiryTemplate(this, programme, instanceArn, this.inquiryTaskFlowArn);
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
      ["WrittenInquiryQueue", queues.writtenInquiries.attrQueueArn],
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

function arnOfFlow(flows: ReadonlyMap<string, Flow>, programme: Programme, name: string): string {
  const flow = flows.get(placeholderOfFlow(name));
  if (!flow) throw new Error(`${programme.id} has no flow "${name}": make one in connect-flows/flows/.`);
  return flow.arn;
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
