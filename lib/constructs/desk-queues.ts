import { CfnQueue, CfnRoutingProfile } from "aws-cdk-lib/aws-connect";
import type { Construct } from "constructs";
import type { Programme } from "../../domain/programme.ts";
import type { DeskHours } from "./desk-hours.ts";

/** Whose queues, and when they are served. */
export interface DeskQueuesProps {
  readonly programme: Programme;
  readonly instanceArn: string;
  readonly hours: DeskHours;
  /** The number that call backs show. @default there is none yet */
  readonly landingNumberArn?: string;
}

/** Each queue, and the identifiers under which it and its routing are deployed: they never change. */
const deployedAs = {
  operators: { queue: "Operators", routing: "OperatorRouting" },
  leaders: { queue: "Leaders", routing: "LeaderRouting" },
  supervisors: { queue: "Supervisors", routing: "SupervisorRouting" },
} as const;

type DeskQueue = keyof typeof deployedAs;

/**
 * The desk's three queues and who is given calls from them. Leaders and supervisors also help with the queue below theirs,
 * once nobody waits in their own; an operator is given operators' calls only. Everybody calls out through the operators' queue.
 */
export class DeskQueues {
  readonly operators: CfnQueue;
  readonly leaders: CfnQueue;
  readonly supervisors: CfnQueue;
  readonly #scope: Construct;
  readonly #props: DeskQueuesProps;

  constructor(scope: Construct, props: DeskQueuesProps) {
    this.#scope = scope;
    this.#props = props;
    this.operators = this.makeQueue("operators");
    this.leaders = this.makeQueue("leaders");
    this.supervisors = this.makeQueue("supervisors");
    this.giveCalls("operators", [this.operators]);
    this.giveCalls("leaders", [this.leaders, this.operators]);
    this.giveCalls("supervisors", [this.supervisors, this.leaders]);
    this.callOutThrough(undefined);
  }

  /** What outbound calls of the desk show, and the flow that the person who is called hears first. */
  callOutThrough(whisperArn: string | undefined): void {
    const { programme, landingNumberArn } = this.#props;
    if (whisperArn === undefined && landingNumberArn === undefined) return;
    this.operators.outboundCallerConfig = {
      // In Japan only a number that the instance holds may be shown.
      ...(landingNumberArn !== undefined && {
        outboundCallerIdName: programme.id,
        outboundCallerIdNumberArn: landingNumberArn,
      }),
      ...(whisperArn !== undefined && { outboundFlowArn: whisperArn }),
    };
  }

  private makeQueue(name: DeskQueue): CfnQueue {
    const { programme, instanceArn, hours } = this.#props;
    return new CfnQueue(this.#scope, deployedAs[name].queue, {
      instanceArn,
      name: `${programme.id}-${name}`,
      description: programme.deskName,
      hoursOfOperationArn: hours.arn,
    });
  }

  private giveCalls(name: DeskQueue, queues: readonly CfnQueue[]): void {
    const { programme, instanceArn } = this.#props;
    new CfnRoutingProfile(this.#scope, deployedAs[name].routing, {
      instanceArn,
      name: `${programme.id}-${name}`,
      description: programme.deskName,
      defaultOutboundQueueArn: this.operators.attrQueueArn,
      mediaConcurrencies: [{ channel: "VOICE", concurrency: 1 }],
      queueConfigs: queues.map((queue, index) => ({
        delay: 0,
        priority: index + 1,
        queueReference: { channel: "VOICE", queueArn: queue.attrQueueArn },
      })),
    });
  }
}
