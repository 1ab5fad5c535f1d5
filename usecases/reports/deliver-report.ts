import type { Programme } from "../../domain/programme.ts";
import {
  type Approval,
  approvalsOf,
  isDelivered,
  nextAttempt,
} from "../../domain/report/delivery/report-log.ts";
import { reportTitle } from "../../domain/report/plan/report-title.ts";
import { type Clock, Unavailable } from "../ports/host.ts";
import type { Mailer } from "../ports/mails.ts";
import type { ReportLog } from "../ports/reports.ts";
import { mailAboutReport } from "./mail-about-report.ts";

/** What the mails about reports are sent with. */
export interface DeliveryServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly reportLog: ReportLog;
  readonly mailer: Mailer;
}

/**
 * Whoever tells an address has so long to say that it is done: longer than a function may run, so that two never do it at
 * once, and short enough that what a crash left is done the next day.
 */
const leaseMillis = 20 * 60_000;

/**
 * Tells each address of an approved revision by mail: that it is there and where to sign in, nothing of what it says.
 * Answers "waiting" where another attempt may still be at it. Each address is claimed before its mail is sent and marked
 * after it; what fails may be tried again at once, and is thrown when every address was tried.
 *
 * An address is told at least once: it is told a second time only where everything stops after the mail was taken and
 * before that was written, or where the mail service took it and did not say so (decision 0019).
 */
export function deliverReport({ programme, clock, reportLog, mailer }: DeliveryServices) {
  return async (approval: Approval): Promise<"delivered" | "waiting"> => {
    const failures: unknown[] = [];
    for (const to of approval.to) await tell(approval, to).catch((cause: unknown) => failures.push(cause));
    const { report, revision } = approval;
    if (failures.length > 0)
      throw new Unavailable(`Not everybody could be told of revision ${revision} of ${report}.`, {
        cause: failures[0],
      });
    return isDelivered(await reportLog.of(programme.id, report), approval) ? "delivered" : "waiting";
  };

  async function tell(approval: Approval, to: string): Promise<void> {
    const { report, revision } = approval;
    const entries = await reportLog.of(programme.id, report);
    const at = clock.now();
    const attempt = nextAttempt(entries, approval, to, at);
    if (typeof attempt !== "number") return;
    const about = { report, revision, at, to };
    const until = at + leaseMillis;
    const holder = await reportLog.append(programme.id, { ...about, what: "delivering", attempt, until });
    if (holder) return;
    const before = approvalsOf(entries, report).findLast((earlier) => earlier.revision < revision);
    try {
      await mailer.send(mailAbout(programme, approval, to, before?.revision));
    } catch (cause) {
      // Where not even that can be written, the lease ends by itself.
      const failed = { ...about, what: "not-delivered", attempt } as const;
      await reportLog.append(programme.id, failed).catch(() => undefined);
      throw cause;
    }
    await reportLog.append(programme.id, { ...about, at: clock.now(), what: "delivered" });
  }
}

function mailAbout(programme: Programme, approval: Approval, to: string, replaces: number | undefined) {
  const phrases = programme.phrases.reportMail({
    title: reportTitle(approval.report),
    revision: approval.revision,
    ...(replaces !== undefined && { replaces }),
    address: programme.report.portalAddress,
  });
  return mailAboutReport(programme, to, phrases);
}
