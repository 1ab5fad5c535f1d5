import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { IUserPool } from "aws-cdk-lib/aws-cognito";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import type { Roster } from "../domain/roster.ts";
import { DeskApi } from "./constructs/desk-api.ts";
import type { HandlerName } from "./constructs/handler-definitions.ts";
import { HandlerFunction } from "./constructs/handler-function.ts";
import type { CallerQueues, DeskSignIn } from "./constructs/handler-access.ts";
import type { IntakeParts } from "./constructs/intake-access.ts";
import type { Stores } from "./data-stack.ts";

/** Whose desk is served, to whom. */
export interface DeskApiStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
  readonly pool: IUserPool;
  readonly signIn: DeskSignIn;
  /** Answers to written inquiries go out by its queue. */
  readonly intake: IntakeParts;
  /** The board says who waits in them. */
  readonly queues: CallerQueues;
  /** The plan of shifts warns where a leader or a supervisor is missing. */
  readonly roster: Roster;
}

/** The desk's screens, what answers them, and what tells of long calls while nobody looks at them. It may be replaced at any time: people and data are in other stacks. */
export class DeskApiStack extends Stack {
  constructor(scope: Construct, id: string, props: DeskApiStackProps) {
    super(scope, id, props);
    const { environment, programme, stores, signIn, intake, queues, roster } = props;
    const make = (constructId: string, handler: HandlerName) =>
      new HandlerFunction(this, constructId, {
        handler,
        environment,
        programme,
        stores,
        signIn,
        intake,
        queues,
        roster,
      }).function;
    const api = new DeskApi(this, "Desk", {
      name: `${environment}-${programme.id}-desk`,
      pool: props.pool,
      showDesk: make("ShowDesk", "show-desk"),
      answerDesk: make("DeskApi", "desk-api"),
    });
    new Rule(this, "LongCalls", {
      description:
        "Looks for long calls; all day long, because a call that came before closing time goes on after it",
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(make("AlertLongCalls", "alert-long-calls"))],
    });
    new CfnOutput(this, "DeskUrl", { value: api.url });
  }
}
