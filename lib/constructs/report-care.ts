import { type Stack, Validations } from "aws-cdk-lib";
import type { Programme } from "../../domain/programme.ts";
import type { Stores } from "../data-stack.ts";
import { HandlerFunction } from "./handler-function.ts";
import { addScheduledCall, schedulesGrant } from "./scheduled-call.ts";
import { ownWildcardFinding } from "./wildcard-finding.ts";

/** Whose reports are looked after. */
export interface ReportCareProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
}

/** Each day at these times in Japan: at night, when nobody works, and before the desk opens. */
const daily = [
  { id: "ReconcileReport", handler: "reconcile-report", hour: "2", minute: "30" },
  { id: "RemindReports", handler: "remind-reports", hour: "8", minute: "30" },
] as const;

/** What looks after reports once they are made: the nightly reconciliation, and the daily reminders and deliveries (decision 0019). */
export function addReportCare(stack: Stack, props: ReportCareProps): void {
  const { undelivered } = props.stores;
  for (const { id, handler, hour, minute } of daily) {
    const called = new HandlerFunction(stack, id, { ...props, handler }).function;
    addScheduledCall(stack, `${id}Daily`, { called, at: { hour, minute }, undelivered });
    Validations.of(stack).acknowledge({ id: ownWildcardFinding(called, ":*"), reason: schedulesGrant });
  }
}
