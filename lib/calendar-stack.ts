import { CustomResource, Duration, Stack, type StackProps, Validations } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import type { DeskHours } from "./constructs/desk-hours.ts";
import type { HandlerName } from "./constructs/handler-definitions.ts";
import { HandlerFunction } from "./constructs/handler-function.ts";
import { addScheduledCall, schedulesGrant } from "./constructs/scheduled-call.ts";
import { ownWildcardFinding } from "./constructs/wildcard-finding.ts";
import type { Stores } from "./data-stack.ts";

/** Whose calendar is watched over, and which hours were made from it. */
export interface CalendarStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
  readonly hours: DeskHours;
}

/**
 * Watches over the one calendar: the hours that are in force in Amazon Connect are read back by every deployment that
 * changes them, which fails where a day differs, and each day; our holidays are compared with the Cabinet Office's list
 * each day (decision 0011).
 */
export class CalendarStack extends Stack {
  constructor(scope: Construct, id: string, props: CalendarStackProps) {
    super(scope, id, props);
    const { hours, stores } = props;
    const make = (constructId: string, handler: HandlerName) =>
      new HandlerFunction(this, constructId, { ...props, handler, hoursArn: hours.arn }).function;
    const checkHours = make("CheckHours", "check-hours");
    this.checkNow(checkHours, hours);
    this.callDaily("HoursCheckedDaily", checkHours, { hour: "5", minute: "0" }, stores);
    const compareHolidays = make("CompareHolidays", "compare-holidays");
    this.callDaily("HolidaysComparedDaily", compareHolidays, { hour: "5", minute: "30" }, stores);
  }

  /**
   * Other hours are another check with an id of its own: it is created, and where it fails the deployment goes back by
   * removing it. A check that was changed in place would be run again on the way back, and fail there too.
   *
   * The function answers CloudFormation itself. The library's Trigger would put a second function in between, with a
   * managed policy and a wildcard, and would run at every change of the code and at none of the hours.
   */
  private checkNow(checkHours: IFunction, { fingerprint, period }: DeskHours): void {
    new CustomResource(this, `HoursInForce${fingerprint}`, {
      resourceType: "Custom::HoursInForce",
      serviceToken: checkHours.functionArn,
      serviceTimeout: Duration.minutes(10),
      properties: { From: period.from, To: period.to },
    });
  }

  private callDaily(
    id: string,
    called: IFunction,
    at: { readonly hour: string; readonly minute: string },
    { undelivered }: Stores,
  ): void {
    addScheduledCall(this, id, { called, at, undelivered });
    Validations.of(this).acknowledge({ id: ownWildcardFinding(called, ":*"), reason: schedulesGrant });
  }
}
