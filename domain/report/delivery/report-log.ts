import type { Instant, JapaneseDate } from "../../japan-time.ts";

/** What an entry is about: a revision of a report, and when it was written. */
interface About {
  /** Such as `monthly/2024-07`. */
  readonly report: string;
  readonly revision: number;
  readonly at: Instant;
}

/** A supervisor has looked at a revision and lets the customer see it. */
export interface Approval extends About {
  readonly what: "approved";
  /** A staff code. */
  readonly by: string;
  /** Who is told by mail: the programme's setting at that moment, so that a later setting tells nobody of old reports. */
  readonly to: readonly string[];
}

/**
 * What happened to a report after it was built (decision 0019), one entry each; entries are only ever added.
 *
 * - `built`: published, a draft for the desk
 * - `approved`: the customer may see it
 * - `delivering`: somebody tells one address of it, and nobody else does before `until`
 * - `not-delivered`: that attempt failed; the next may begin at once
 * - `delivered`: the mail to one address was sent
 * - `reminded`: the desk was told that something is missing; revision 0 where nothing was built
 * - `fetched`: somebody took a file of it
 */
export type ReportEntry =
  | (About & { readonly what: "built" })
  | Approval
  | (About & {
      readonly what: "delivering";
      readonly to: string;
      readonly attempt: number;
      readonly until: Instant;
    })
  | (About & { readonly what: "not-delivered"; readonly to: string; readonly attempt: number })
  | (About & { readonly what: "delivered"; readonly to: string })
  | (About & { readonly what: "reminded"; readonly about: ReminderSubject; readonly date: JapaneseDate })
  | FetchedEntry;

/** Somebody of the customer has taken a file. */
export interface FetchedEntry extends About {
  readonly what: "fetched";
  readonly by: string;
  readonly file: string;
}

/** What a reminder is about: a report that nobody approved, or one that the customer has not fetched. */
export type ReminderSubject = "approval" | "fetching";

/** Names an entry among those of its programme: two that have the same name are the same, whoever wrote them. */
export function entryId(entry: ReportEntry): string {
  const revision = `${entry.report}#${String(entry.revision).padStart(4, "0")}`;
  switch (entry.what) {
    case "built":
    case "approved":
      return `${revision}#${entry.what}`;
    case "delivering":
    case "not-delivered":
      return `${revision}#${entry.what}#${entry.to}#${String(entry.attempt).padStart(4, "0")}`;
    case "delivered":
      return `${revision}#${entry.what}#${entry.to}`;
    case "reminded":
      return `${entry.report}#${entry.what}#${entry.about}#${entry.date}`;
    case "fetched":
      return `${revision}#${entry.what}#${entry.at}#${entry.by}#${entry.file}`;
  }
}

const inOrderOfHappening: readonly ReportEntry["what"][] = [
  "built",
  "approved",
  "delivering",
  "not-delivered",
  "delivered",
  "reminded",
  "fetched",
];

/** The order in which a log is read: by time, and at one time as things happen. */
export function inOrderOfLog(one: ReportEntry, other: ReportEntry): number {
  const place = ({ what }: ReportEntry) => inOrderOfHappening.indexOf(what);
  return one.at - other.at || place(one) - place(other) || (entryId(one) < entryId(other) ? -1 : 1);
}

/** The approvals of a report, in order of revision. */
export function approvalsOf(entries: readonly ReportEntry[], report: string): Approval[] {
  return entries
    .filter((entry) => entry.what === "approved")
    .filter((approval) => approval.report === report)
    .sort((one, other) => one.revision - other.revision);
}

/** Whether everybody who is to be told of an approved revision has been sent the mail. */
export function isDelivered(entries: readonly ReportEntry[], approval: Approval): boolean {
  return approval.to.every((to) => wasSent(entries, approval, to));
}

/** Whether some revision of a report was approved and delivered, which is what the contract asks for by a date (R36). */
export function hasReached(entries: readonly ReportEntry[], report: string): boolean {
  return approvalsOf(entries, report).some((approval) => isDelivered(entries, approval));
}

/** Whether somebody has taken a file of a revision. */
export function isFetched(
  entries: readonly ReportEntry[],
  { report, revision }: Pick<Approval, "report" | "revision">,
): boolean {
  return entries.some(
    (entry) => entry.what === "fetched" && entry.report === report && entry.revision === revision,
  );
}

/**
 * The number of the attempt that may tell an address of a revision now; "sent" where the mail is out, and "busy" while
 * another attempt may still be at it.
 */
export function nextAttempt(
  entries: readonly ReportEntry[],
  approval: Approval,
  to: string,
  now: Instant,
): number | "sent" | "busy" {
  if (wasSent(entries, approval, to)) return "sent";
  const ofAddress = entries.filter(
    ({ report, revision }) => report === approval.report && revision === approval.revision,
  );
  const last = ofAddress
    .filter((entry) => entry.what === "delivering")
    .filter((claim) => claim.to === to)
    .reduce<{ attempt: number; until: Instant }>(
      (latest, claim) => (claim.attempt > latest.attempt ? claim : latest),
      {
        attempt: 0,
        until: now,
      },
    );
  const failed = ofAddress.some(
    (entry) => entry.what === "not-delivered" && entry.to === to && entry.attempt === last.attempt,
  );
  return failed || last.until <= now ? last.attempt + 1 : "busy";
}

function wasSent(entries: readonly ReportEntry[], { report, revision }: Approval, to: string): boolean {
  return entries.some(
    (entry) =>
      entry.what === "delivered" && entry.report === report && entry.revision === revision && entry.to === to,
  );
}
