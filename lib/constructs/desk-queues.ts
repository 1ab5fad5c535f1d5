import { CfnQueue, CfnRoutingProfile } from "aws-cdk-lib/aws-connect";
import type { Construct } from "constructs";
import type { Programme } from "../../domain/programme.ts";
import type { Role } from "../../domain/roster.ts";
import type { DeskHours } from "./desk-hours.ts";

/** Whose queues, and when they are served. */
export interface DeskQueuesProps {
  readonly programme: Programme;
  readonly instanceArn: string;
  readonly hours: DeskHours;
  /** The number that call backs show. @default there is none yet */
  readonly landingNumberArn?: string;
}

/** Each queue, and the identifier and name under which it is deployed: they never change. */
const deployedAs = {
  operators: { id: "Operators", name: "operators" },
  leaders: { id: "Leaders", name: "leaders" },
  supervisors: { id: "Supervisors", name: "supervisors" },
  writtenInquiries: { id: "WrittenInquiries", name: "written-inquiries" },
} as const;

type DeskQueue = keyof typeof deployedAs;

/** How many written inquiries one person has open at once; Amazon Connect takes 1 to 10. */
const tasksAtOnce = 3;

type Channel = "VOICE" | "TASK";

/** A call comes while somebody writes, and nothing comes while somebody is on the telephone. */
const channels: Readonly<Record<Channel, CfnRoutingProfile.MediaConcurrencyProperty>> = {
  VOICE: {
    channel: "VOICE",
    concurrency: 1,
    crossChannelBehavior: { behaviorType: "ROUTE_CURRENT_CHANNEL_ONLY" },
  },
  TASK: {
    channel: "TASK",
    concurrency: tasksAtOnce,
    crossChannelBehavior: { behaviorType: "ROUTE_ANY_CHANNEL" },
  },
};

/** The queues that a role serves, the first ones first. */
interface Routing {
  readonly id: string;
  readonly name: string;
  readonly serves: readonly (readonly [Channel, DeskQueue])[];
}

const routings: Readonly<Record<Role, Routing>> = {
  operator: {
    id: "OperatorRouting",
    name: "operators",
    serves: [
      ["VOICE", "operators"],
      ["TASK", "writtenInquiries"],
    ],
  },
  leader: {
    id: "LeaderRouting",
    name: "leaders",
    serves: [
      ["VOICE", "leaders"],
      ["VOICE", "operators"],
      ["TASK", "writtenInquiries"],
    ],
  },
  supervisor: {
    id: "SupervisorRouting",
    name: "supervisors",
    serves: [
      ["VOICE", "supervisors"],
      ["VOICE", "leaders"],
    ],
  },
};

/**
 * The desk's queues and who is given contacts from them. Leaders and supervisors also help with the queue below theirs,
 * once nobody waits in their own; an operator is given operators' calls only. Everybody calls out through the operators'
 * queue. Written inquiries come as tasks, to operators and leaders, after all calls.
 */
export class DeskQueues {
  readonly operators: CfnQueue;
  readonly leaders: CfnQueue;
  readonly supervisors: CfnQueue;
  readonly writtenInquiries: CfnQueue;
  /** The ARN of each role's routing profile. */
  readonly routingArns: Readonly<Record<Role, string>>;
  readonly #scope: Construct;
  readonly #props: DeskQueuesProps;

  constructor(scope: Construct, props: DeskQueuesProps) {
    this.#scope = scope;
    this.#props = props;
    this.operators = this.makeQueue("operators");
    this.leaders = this.makeQueue("leaders");
    this.supervisors = this.makeQueue("supervisors");
    this.writtenInquiries = this.makeQueue("writtenInquiries");
    this.routingArns = {
      operator: this.route("operator"),
      leader: this.route("leader"),
      supervisor: this.route("supervisor"),
    };
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

  private makeQueue(queue: DeskQueue): CfnQueue {
    const { programme, instanceArn, hours } = this.#props;
    const { id, name } = deployedAs[queue];
    return new CfnQueue(this.#scope, id, {
      instanceArn,
      name: `${programme.id}-${name}`,
      description: programme.deskName,
      hoursOfOperationArn: hours.arn,
    });
  }

  private route(role: Role): string {
    const { programme, instanceArn } = this.#props;
    const { id, name, serves } = routings[role];
    const served = [...new Set(serves.map(([channel]) => channel))];
    const profile = new CfnRoutingProfile(this.#scope, id, {
      instanceArn,
      name: `${programme.id}-${name}`,
      description: programme.deskName,
      defaultOutboundQueueArn: this.operators.attrQueueArn,
      mediaConcurrencies: served.map((channel) => channels[channel]),
      queueConfigs: serves.map(([channel, queue], index) => ({
        delay: 0,
        priority: index + 1,
        queueReference: { channel, queueArn: this[queue].attrQueueArn },
      })),
    });
    return profile.attrRoutingProfileArn;
  }
}
