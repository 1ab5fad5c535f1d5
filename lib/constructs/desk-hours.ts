import { CfnHoursOfOperation } from "aws-cdk-lib/aws-connect";
import { Construct } from "constructs";
import {
  createCalendar,
  type OpeningRules,
  type SpecialDay,
} from "../../domain/calendar/business-calendar.ts";
import {
  datesBetween,
  dayNumberOf,
  instantOfDay,
  type JapaneseDate,
  weekdayOf,
} from "../../domain/japan-time.ts";

/** Which desk, and for which dates. */
export interface DeskHoursProps {
  readonly instanceArn: string;
  readonly name: string;
  readonly rules: OpeningRules;
  /** The dates that the hours must be right for, both included. */
  readonly period: { readonly from: JapaneseDate; readonly to: JapaneseDate };
}

type Opening = Extract<SpecialDay, { readonly kind: "opening" }>;
type Override = CfnHoursOfOperation.HoursOfOperationOverrideProperty;

const weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"] as const;
const weekdaysOpen = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const;

/** Amazon Connect's fixed limit (administrator guide, "Set the hours of operation"). */
const mostOverrides = 50;

/**
 * The desk's hours in Amazon Connect: Monday to Friday, and a dated override for each day of the period on which the
 * one calendar says otherwise.
 *
 * Flows ask these hours only when the handler that knows today's closings does not answer. Overrides that CloudFormation
 * took were reported not to be in force (hashicorp/terraform-provider-awscc#3064): after a deployment, read
 * GetEffectiveHoursOfOperations for each closing day.
 */
export class DeskHours extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DeskHoursProps) {
    super(scope, id);
    const times = openFrom(props.rules);
    const hours = new CfnHoursOfOperation(this, "Hours", {
      instanceArn: props.instanceArn,
      name: props.name,
      timeZone: "Asia/Tokyo",
      config: weekdaysOpen.map((day) => ({ day, ...times })),
      hoursOfOperationOverrides: overridesOf(props.rules, props.period),
    });
    this.arn = hours.attrHoursOfOperationArn;
  }
}

/** The overrides that a period needs; throws where it needs more than Amazon Connect takes. */
export function overridesOf(rules: OpeningRules, period: DeskHoursProps["period"]): Override[] {
  const calendar = createCalendar(rules);
  const overrides = datesBetween(period.from, period.to).flatMap((date) => {
    const opening = calendar.isOperatingDay(date) ? specialOpening(rules, date) : undefined;
    if (opening) return opened(date, opening);
    const reason = calendar.reasonClosed(instantOfDay(dayNumberOf(date), rules.opensAtMinute));
    return reason && isWeekday(date) ? closed(date, reason.name) : [];
  });
  if (overrides.length > mostOverrides)
    throw new Error(
      `The hours from ${period.from} to ${period.to} need ${overrides.length} dated overrides and Amazon Connect ` +
        `takes ${mostOverrides}: deploy a shorter period, and the rest when it comes near.`,
    );
  return overrides;
}

/**
 * Closed all day: hours for the date that are none. Amazon Connect calls dated hours STANDARD; its types OPEN and CLOSED
 * belong to events that recur (administrator guide, "Identify dates where you need to override standard operating hours").
 */
function closed(date: JapaneseDate, reason: string): Override {
  return { ...dated(date, `休業 ${reason}`), overrideConfig: [] };
}

function opened(date: JapaneseDate, opening: Opening): Override {
  const day = weekdays[weekdayOf(dayNumberOf(date))] ?? "SUNDAY";
  return { ...dated(date, `営業 ${opening.reason}`), overrideConfig: [{ day, ...openFrom(opening) }] };
}

function dated(date: JapaneseDate, name: string) {
  return {
    overrideName: `${date} ${name}`,
    overrideType: "STANDARD",
    effectiveFrom: date,
    effectiveTill: date,
  };
}

/** The last entry for a date counts, as in the calendar. */
function specialOpening(rules: OpeningRules, date: JapaneseDate): Opening | undefined {
  return rules.specialDays.findLast((day): day is Opening => day.kind === "opening" && day.date === date);
}

function isWeekday(date: JapaneseDate): boolean {
  const weekday = weekdayOf(dayNumberOf(date));
  return weekday !== 0 && weekday !== 6;
}

/** Amazon Connect writes midnight at the end of a day as 00:00. */
function openFrom(hours: { readonly opensAtMinute: number; readonly closesAtMinute: number }) {
  const time = (minute: number) => ({ hours: Math.floor(minute / 60) % 24, minutes: minute % 60 });
  return { startTime: time(hours.opensAtMinute), endTime: time(hours.closesAtMinute) };
}
