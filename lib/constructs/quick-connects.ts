import { Fn } from "aws-cdk-lib";
import { CfnQuickConnect } from "aws-cdk-lib/aws-connect";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  AwsCustomResource,
  AwsCustomResourcePolicy,
  type AwsSdkCall,
  PhysicalResourceId,
} from "aws-cdk-lib/custom-resources";
import { Construct } from "constructs";
import type { Role } from "../../domain/roster.ts";
import type { DeskQueues } from "./desk-queues.ts";
import { SdkCaller } from "./sdk-caller.ts";

/** Whose quick connects, and by which flows they hand a call on. */
export interface QuickConnectsProps {
  readonly instanceArn: string;
  readonly queues: DeskQueues;
  /** The ARN of the flow that hands a call to each role. */
  readonly transferFlowArns: Readonly<Record<Role, string>>;
}

type CallQueue = "operators" | "leaders" | "supervisors";

/** Each quick connect: its identifier, which never changes; what the operator reads; and the queue it leads to. */
const destinations = {
  operator: { id: "ToOperator", name: "オペレータへ戻す", queue: "operators" },
  leader: { id: "ToLeader", name: "LDへつなぐ", queue: "leaders" },
  supervisor: { id: "ToSupervisor", name: "SVへつなぐ", queue: "supervisors" },
} as const satisfies Readonly<Record<Role, { id: string; name: string; queue: CallQueue }>>;

/** To whom somebody who took a call out of a queue may hand it on. A task is not handed on: whoever has it answers it. */
const offered: Readonly<Record<CallQueue, readonly Role[]>> = {
  operators: ["leader", "supervisor"],
  leaders: ["supervisor", "operator"],
  supervisors: ["leader", "operator"],
};

/**
 * The buttons by which a call is handed on: each queues it again, through a transfer flow.
 *
 * A queue that named its quick connects would wait for them, they for the transfer flows, and those for the queue. So
 * queues are made without, and each pair of queue and quick connect is joined afterwards (decision 0009), one custom
 * resource a pair: one that is added or taken out leaves the others as they are
 * (https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociateQueueQuickConnects.html).
 */
export class QuickConnects extends Construct {
  constructor(scope: Construct, id: string, props: QuickConnectsProps) {
    super(scope, id);
    const { instanceArn, queues, transferFlowArns } = props;
    const arnOf = (role: Role) => {
      const { id: constructId, name, queue } = destinations[role];
      return new CfnQuickConnect(this, constructId, {
        instanceArn,
        name,
        quickConnectConfig: {
          quickConnectType: "QUEUE",
          queueConfig: { queueArn: queues[queue].attrQueueArn, contactFlowArn: transferFlowArns[role] },
        },
      }).attrQuickConnectArn;
    };
    const arns = { operator: arnOf("operator"), leader: arnOf("leader"), supervisor: arnOf("supervisor") };
    for (const queue of ["operators", "leaders", "supervisors"] as const)
      for (const role of offered[queue])
        this.join(`${queue}${destinations[role].id}`, queues[queue].attrQueueArn, arns[role], instanceArn);
  }

  /** Offers a quick connect at a queue, and takes it back when it is to go; a queue that is gone already is no hindrance. */
  private join(name: string, queueArn: string, quickConnectArn: string, instanceArn: string): void {
    const parameters = {
      InstanceId: Fn.select(1, Fn.split("/", instanceArn)),
      QueueId: Fn.select(3, Fn.split("/", queueArn)),
      QuickConnectIds: [Fn.select(3, Fn.split("/", quickConnectArn))],
    };
    const call = (action: string): AwsSdkCall => ({ service: "Connect", action, parameters });
    const { role, logGroup } = SdkCaller.of(this);
    new AwsCustomResource(this, name, {
      resourceType: "Custom::QueueQuickConnect",
      onUpdate: {
        ...call("AssociateQueueQuickConnects"),
        physicalResourceId: PhysicalResourceId.of(name),
      },
      onDelete: {
        ...call("DisassociateQueueQuickConnects"),
        ignoreErrorCodesMatching: "ResourceNotFoundException",
      },
      policy: AwsCustomResourcePolicy.fromStatements([
        new PolicyStatement({
          actions: ["connect:AssociateQueueQuickConnects", "connect:DisassociateQueueQuickConnects"],
          resources: [queueArn, quickConnectArn],
        }),
      ]),
      role,
      logGroup,
      // Lambda's own SDK has both calls; the latest one would be fetched from a registry while deploying.
      installLatestAwsSdk: false,
    });
  }
}
