import Badge from "@cloudscape-design/components/badge";
import Link from "@cloudscape-design/components/link";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { CaseSummary } from "../../../contract/cases.ts";
import { shownMinute, shownReceiptNumber, shownSpan } from "../format.ts";
import { hashOf } from "../navigation/location.ts";
import { useDesk } from "../shell/desk-context.ts";

const statusTypes: Readonly<Record<CaseSummary["status"], StatusIndicatorProps.Type>> = {
  received: "info",
  "in-progress": "in-progress",
  referred: "pending",
  "awaiting-callback": "pending",
  closed: "success",
};

/** A case by its receipt number, which leads to it. */
export function CaseLink({ receiptNumber }: { readonly receiptNumber: string }) {
  return <Link href={hashOf(["cases", receiptNumber])}>{shownReceiptNumber(receiptNumber)}</Link>;
}

/** A case's status, in the word of the domain. */
export function CaseStatus({ status }: { readonly status: CaseSummary["status"] }) {
  const { names } = useDesk().me;
  return <StatusIndicator type={statusTypes[status]}>{names.statuses[status] ?? status}</StatusIndicator>;
}

/** By when an answer is owed, and how far off that is; in words too where it is past, not only in red. */
export function DueTime({ dueAt, now }: { readonly dueAt: number | undefined; readonly now: number }) {
  if (dueAt === undefined) return <>－</>;
  const isLate = dueAt < now;
  return (
    <span className="due">
      {shownMinute(dueAt)}{" "}
      {isLate ? (
        <Badge color="red">{shownSpan(now - dueAt)}超過</Badge>
      ) : (
        <span className="quiet">あと{shownSpan(dueAt - now)}</span>
      )}
    </span>
  );
}

/** The name of a category; one that the programme no longer has keeps its code. */
export function CategoryName({ code }: { readonly code: string | undefined }) {
  const { categories } = useDesk().me;
  if (code === undefined) return <span className="quiet">未分類</span>;
  return <>{categories.find((one) => one.code === code)?.name ?? code}</>;
}
