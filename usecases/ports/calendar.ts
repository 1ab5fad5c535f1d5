import type { SpecialDay } from "../../domain/calendar/business-calendar.ts";
import type { OpenHours } from "../../domain/calendar/dated-hours.ts";
import type { Instant, JapaneseDate } from "../../domain/japan-time.ts";

export interface SpecialDayStore {
  all(programme: string): Promise<SpecialDay[]>;
  /** Enters a day; an entry for the same date is replaced. */
  enter(programme: string, day: SpecialDay): Promise<void>;
}

/** The hours of operation that are in force in Amazon Connect, dated overrides applied. */
export interface EffectiveHours {
  /** The hours of each date from `from` to `to`, both included; none on a closing day. A date that is not answered is not there. */
  between(from: JapaneseDate, to: JapaneseDate): Promise<ReadonlyMap<JapaneseDate, readonly OpenHours[]>>;
}

/** The list of holidays that the Cabinet Office publishes. */
export interface PublishedHolidays {
  /** The bytes of today's file, whatever they are. */
  fetch(): Promise<Uint8Array>;
}

/** A list of holidays as it was fetched. */
export interface KeptHolidayList {
  readonly fetchedAt: Instant;
  readonly bytes: Uint8Array;
}

export interface HolidayListStore {
  /** The list that was kept last. */
  last(programme: string): Promise<KeptHolidayList | undefined>;
  /** Keeps a list in the place of the last one. */
  keep(programme: string, list: KeptHolidayList): Promise<void>;
}

/** How a deployment that waits for a check is told what came of it. */
export interface DeploymentAnswers {
  /** `address` is the one that came with the question. */
  send(address: string, answer: DeploymentAnswer): Promise<void>;
}

/** CloudFormation's answer object of a custom resource, in its own names (CloudFormation user guide, "Response objects"). */
export interface DeploymentAnswer {
  readonly Status: "SUCCESS" | "FAILED";
  /** Why it failed; shown where the deployment is watched. */
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
}
