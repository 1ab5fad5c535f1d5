import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { ReportDraft } from "../../../../contract/report-drafts.ts";
import type { Failure } from "../../api/failure.ts";
import { shownMinute } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { Confirmation } from "../confirmation.tsx";
import { shownFigure } from "./words.tsx";

/** Lets the prefecture see a report: after a look at what it will see and who will be told. */
export function Approval({ draft, reload }: { readonly draft: ReportDraft; readonly reload: () => void }) {
  const { me, ask } = useDesk();
  const [isAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  if (draft.state !== "draft")
    return (
      <StatusIndicator type="success">
        {draft.approvedBy}が承認{draft.approvedAt !== undefined && `（${shownMinute(draft.approvedAt)}）`}
      </StatusIndicator>
    );
  if (me.role !== "supervisor") return <span className="quiet">承認はSVが行います。</span>;
  if (draft.now < draft.canApproveFrom)
    return <span className="quiet">{shownMinute(draft.canApproveFrom)} から承認できます。</span>;
  const approve = async () => {
    const { report, revision } = draft;
    const answered = await ask("approveReport", {}, { report, revision });
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) setAsked(false);
    if (answered.ok || answered.failure.kind === "conflict" || answered.failure.kind === "fault") reload();
  };
  const value = (code: string) =>
    shownFigure(code, draft.figures.find((figure) => figure.code === code)?.value ?? null);
  return (
    <>
      <Button variant="primary" onClick={() => setAsked(true)}>
        承認する
      </Button>
      <Confirmation
        isAsked={isAsked}
        question="この報告書を承認しますか"
        yes="承認して県に知らせる"
        failure={failure}
        no={() => setAsked(false)}
        confirm={approve}
      >
        <p className="plain">
          <strong>
            {draft.title} 第{draft.revision}版
          </strong>
          （{draft.period.from} 〜 {draft.period.to}）
        </p>
        <p className="plain">
          受電率 {value("answerRate")}（応答 {value("answered")}件 ÷ 受電 {value("offered")}件）・ファイル{" "}
          {draft.files.length}件
        </p>
        <p className="plain">
          承認すると県が見られるようになり、次の宛先にメールで知らせます。承認は取り消せません。直すときは新しい版を承認します。
        </p>
        <ul className="plain">
          {draft.tells.map((to) => (
            <li key={to}>{to}</li>
          ))}
        </ul>
      </Confirmation>
    </>
  );
}
