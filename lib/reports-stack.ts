import { Stack, type StackProps, Validations } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import { addReportCare } from "./constructs/report-care.ts";
import { addScheduledCall, schedulesGrant } from "./constructs/scheduled-call.ts";
import { wildcardFinding } from "./constructs/wildcard-finding.ts";
import type { Stores } from "./data-stack.ts";
import { reportSchedules } from "./report-schedules.ts";

/** Whose reports are made, by which function, and where failed starts are kept. */
export interface ReportsStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly publishReport: IFunction;
  readonly stores: Stores;
}

/**
 * When reports are made, whose schedules end by themselves with the contract; and what looks after them each day, which goes
 * on until the last report is fetched.
 */
export class ReportsStack extends Stack {
  constructor(scope: Construct, id: string, props: ReportsStackProps) {
    super(scope, id, props);
    const { publishReport, stores } = props;
    for (const { id: scheduleId, description, days, hour, report } of reportSchedules(props.programme))
      addScheduledCall(this, scheduleId, {
        called: publishReport,
        at: { minute: "0", hour: String(hour), ...days },
        description,
        ...(report !== undefined && { told: { report } }),
        undelivered: stores.undelivered,
      });
    addReportCare(this, props);
    Validations.of(this).acknowledge({
      id: wildcardFinding(publishReport, publishReport.functionArn, ":*"),
      reason: schedulesGrant,
    });
  }
}
