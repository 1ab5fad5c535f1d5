import { Stack, type StackProps } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Construct } from "constructs";
import { deployedName } from "../domain/environment-settings.ts";
import type { Programme } from "../domain/programme.ts";
import { addCostLimit } from "./constructs/cost-limit.ts";
import { addDeskAlarms } from "./constructs/desk-alarms.ts";
import { DeskDashboard } from "./constructs/desk-dashboard.ts";
import { deskMetrics, measuredEvery } from "./constructs/desk-metrics.ts";
import type { CallerQueues } from "./constructs/handler-access.ts";
import { HandlerFunction } from "./constructs/handler-function.ts";
import type { Stores } from "./data-stack.ts";

/** What is watched, and who is told. */
export interface WatchStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
  readonly queues: CallerQueues;
  /** Written to about costs. */
  readonly alarmMails: readonly string[];
  /** What the account may cost in a month. @default costs are not watched */
  readonly monthlyCostLimitUsd?: number;
}

/**
 * Who looks after the desk: a handler that measures it every five minutes, a dashboard, and the alarms that stand on its
 * measures. The alarms of what other stacks hold stand beside it there. It may be replaced at any time.
 */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, props);
    const { environment, programme, stores, queues } = props;
    const watch = new HandlerFunction(this, "WatchDesk", {
      handler: "watch-desk",
      environment,
      programme,
      stores,
      queues,
    });
    new Rule(this, "Measuring", {
      description: "Measures the desk",
      schedule: Schedule.rate(measuredEvery),
      targets: [new LambdaFunction(watch.function)],
    });
    const metric = deskMetrics(programme.id, environment);
    const name = deployedName(environment, programme);
    addDeskAlarms(this, { programme, metric, topic: stores.alarms });
    new DeskDashboard(this, "Dashboard", { name, environment, programme, stores, metric });
    if (props.monthlyCostLimitUsd !== undefined)
      addCostLimit(this, "CostLimit", {
        name,
        monthlyUsd: props.monthlyCostLimitUsd,
        mails: props.alarmMails,
      });
  }
}
