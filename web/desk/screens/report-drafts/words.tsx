import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { ReportDraft, ReportDraftSummary } from "../../../../contract/report-drafts.ts";

const states: Readonly<
  Record<ReportDraftSummary["state"], { readonly type: StatusIndicatorProps.Type; readonly text: string }>
> = {
  draft: { type: "pending", text: "承認待ち" },
  approved: { type: "in-progress", text: "承認済（県への通知を送信中）" },
  delivered: { type: "success", text: "承認済（県に通知済）" },
};

/** Where a report stands, and what the prefecture sees meanwhile. */
export function DraftState({ draft }: { readonly draft: ReportDraftSummary }) {
  const { type, text } = states[draft.state];
  return (
    <>
      <StatusIndicator type={type}>{text}</StatusIndicator>
      {draft.state === "draft" && draft.earlierApproved !== undefined && (
        <span className="quiet">（県に見えているのは第{draft.earlierApproved}版）</span>
      )}
    </>
  );
}

/** What happened to a report, in words. */
export function happened({ what, by = "", to = "", file = "" }: ReportDraft["log"][number]): string {
  switch (what) {
    case "built":
      return "作成（下書き）";
    case "approved":
      return `承認（${by}）`;
    case "delivering":
      return `通知を送信中 → ${to}`;
    case "not-delivered":
      return `通知に失敗 → ${to}（自動で送り直します）`;
    case "delivered":
      return `通知済み → ${to}`;
    case "reminded":
      return "催促のメールを送信";
    case "fetched":
      return `受領 ${file}（${by}）`;
  }
}

/** A figure's value: a rate in percent, everything else as it is; a dash where there was nothing to divide by. */
export function shownFigure(code: string, value: number | null): string {
  if (value === null) return "－";
  if (code.startsWith("answerRate")) return `${(value * 100).toFixed(1)}%`;
  return value.toLocaleString("ja-JP", { maximumFractionDigits: 1 });
}

/** 12 KB */
export function shownBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000).toLocaleString("ja-JP")} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
