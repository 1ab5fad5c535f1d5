import { createHash } from "node:crypto";
import { CfnHoursOfOperation } from "aws-cdk-lib/aws-connect";
import { Construct } from "constructs";
import type { OpeningRules } from "../../domain/calendar/business-calendar.ts";
import { datedHours, datedPeriod, type OpenHours, type Period } from "../../domain/calendar/dated-hours.ts";
import { dayNumberOf, type JapaneseDate, weekdayOf } from "../../domain/japan-time.ts";

/** Which desk, and for which dates. */
export interface DeskHoursProps {
  readonly instanceArn: string;
  readonly name: string;
  readonly rules: OpeningRules;
  readonly contract: Period;
  /** The first date that the dated overrides are for. @default the contract's first */
  readonly hoursFrom?: JapaneseDate;
}

type Override = CfnHoursOfOperation.HoursOfOperationOverrideProperty;

const weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"] as const;
const weekdaysOpen = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const;

/**
 * The desk's hours in Amazon Connect: Monday to Friday, and a dated override for each day of a period on which the one
 * calendar says otherwise. The period is as much of the contract as fits (decision 0011).
 *
 * Flows ask these hours only when the handler that knows today's closings does not answer. Overrides that CloudFormation
 * took were reported not to be in force (hashicorp/terraform-provider-awscc#3064): what is in force is read back by the
 * calendar stack, in every deployment that changes them and each day.
 */
export class DeskHours extends Construct {
  readonly arn: string;
  /** The dates that these hours are right for. */
  readonly period: Period;
  /** Eight characters that are others whenever the hours are. */
  readonly fingerprint: string;

  constructor(scope: Construct, id: string, props: DeskHoursProps) {
    super(scope, id);
    const period = datedPeriod(props.rules, props.contract, props.hoursFrom);
    if (!period.ok) throw new Error(period.problem);
    this.period = period.value;
    const times = openFrom(props.rules);
    const made = {
      name: props.name,
      timeZone: "Asia/Tokyo",
      config: weekdaysOpen.map((day) => ({ day, ...times })),
      hoursOfOperationOverrides: overridesOf(props.rules, period.value),
    };
    const hours = new CfnHoursOfOperation(this, "Hours", { instanceArn: props.instanceArn, ...made });
    const content = JSON.stringify([made, period.value]);
    this.fingerprint = createHash("sha256").update(content).digest("hex").slice(0, 8);
    this.arn = hours.attrHoursOfOperationArn;
  }
}

/** The override that each dated hours of a period needs. */
export function overridesOf(rules: OpeningRules, period: Period): Override[] {
  return datedHours(rules, period).map(({ date, reason, hours }) =>
    hours ? opened(date, reason, hours) : closed(date, reason),
  );
}

/**
 * Closed all day: hours for the date that are none. Amazon Connect calls dated hours STANDARD; its types OPEN and CLOSED
 * belong to events that recur (administrator guide, "Identify dates where you need to override standard operating hours").
 */
function closed(date: JapaneseDate, reason: string): Override {
  return { ...dated(date, `休業 ${reason}`), overrideConfig: [] };
}

function opened(date: JapaneseDate, reason: string, hours: OpenHours): Override {
  const day = weekdays[weekdayOf(dayNumberOf(date))] ?? "SUNDAY";
  return { ...dated(date, `営業 ${reason}`), overrideConfig: [{ day, ...openFrom(hours) }] };
}

function dated(date: JapaneseDate, name: string) {
  return {
    overrideName: `${date} ${name}`,
    overrideType: "STANDARD",
    effectiveFrom: date,
    effectiveTill: date,
  };
}

/** Amazon Connect writes midnight at the end of a day as 00:00. */
function openFrom(hours: OpenHours) {
  const time = (minute: number) => ({ hours: Math.floor(minute / 60) % 24, minutes: minute % 60 });
  return { startTime: time(hours.opensAtMinute), endTime: time(hours.closesAtMinute) };
}
