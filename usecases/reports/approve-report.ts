import { dayNumberOf, formatMinute, instantOfDay } from "../../domain/japan-time.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import type { Approval } from "../../domain/report/delivery/report-log.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { Role } from "../../domain/roster.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { deliverReport, type DeliveryServices } from "./deliver-report.ts";
import type { Sha256 } from "../ports/host.ts";
import type { ReportStore } from "../ports/reports.ts";

/** What a report is approved with. */
export interface ApprovalServices extends DeliveryServices {
  readonly reports: Pick<ReportStore, "latest" | "read">;
  readonly sha256: Sha256;
}

/** Who approves what. */
interface ApprovalOrder {
  readonly report: string;
  /** The revision that was looked at. @default the latest */
  readonly revision?: number | undefined;
  readonly staff: string;
  /** What the house knows somebody with that code to be. */
  readonly role: Role;
}

/**
 * Approves the latest revision of a report, and delivers it (decision 0019). Only a supervisor may, and only when the desk has
 * closed on the last day of the period (the completion report is due that same evening, R52) and every file of the revision is
 * what its manifest says. Approved again, it stays approved as it was, and what is
 * still to be delivered is. The approval stands also where the delivery then fails and `Unavailable` is thrown.
 */
export function approveReport(services: ApprovalServices) {
  const { programme, clock, reportLog, reports } = services;
  const deliver = deliverReport(services);

  return async (
    order: ApprovalOrder,
  ): Promise<Result<{ readonly approval: Approval; readonly delivery: "delivered" | "waiting" }>> => {
    const by = approverOf(order);
    if (!by.ok) return by;
    const manifest = await reports.latest(programme.id, order.report);
    if (!manifest) return failure(`There is no report ${order.report}: publish it first.`);
    const problem = refusal(manifest, order.revision) ?? (await brokenFile(manifest));
    if (problem !== undefined) return failure(problem);
    const { report, revision } = manifest;
    const to = programme.report.deliverTo;
    const own: Approval = { report, revision, at: clock.now(), what: "approved", by: by.value, to };
    const holder = await reportLog.append(programme.id, own);
    const approval = holder?.what === "approved" ? holder : own;
    return success({ approval, delivery: await deliver(approval) });
  };

  function refusal({ report, revision, period }: Manifest, looked: number | undefined): string | undefined {
    if (looked !== undefined && looked !== revision)
      return `The latest revision of ${report} is ${revision}, not ${looked}: look at it, and approve that one.`;
    const over = instantOfDay(dayNumberOf(period.to), programme.hours.closesAtMinute);
    return clock.now() < over
      ? `${report} is not over: approve it from ${formatMinute(over)} on, once it is published again.`
      : undefined;
  }

  async function brokenFile({ report, revision, files }: Manifest): Promise<string | undefined> {
    for (const { name, sha256 } of files) {
      const bytes = await reports.read(programme.id, report, revision, name);
      if (bytes === undefined || services.sha256(bytes) !== sha256)
        return `Revision ${revision} of ${report} is not whole: ${name} is not what its manifest says. Have it restored first.`;
    }
    return undefined;
  }
}

function approverOf({ staff, role }: ApprovalOrder): Result<string> {
  if (role !== "supervisor")
    return failure(
      `Only a supervisor approves reports: ${staff} is ${role === "leader" ? "a" : "an"} ${role}.`,
    );
  return staffCodeNamed(staff);
}
