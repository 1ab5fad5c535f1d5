import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useRef, useState } from "react";
import type { Board } from "../../../../contract/board.ts";
import type { Failure } from "../../api/failure.ts";
import { shownMinute } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { FailureAlert } from "../../shell/failure-alert.tsx";

type Alert = Board["alerts"][number];

/** 通知: today's calls that a leader or a supervisor is to look at; one key says that somebody has. */
export function Alerts({
  alerts,
  reload,
}: {
  readonly alerts: readonly Alert[];
  readonly reload: () => Promise<void>;
}) {
  const { me, ask } = useDesk();
  const [failure, setFailure] = useState<Failure>();
  const place = useRef<HTMLDivElement>(null);
  const own = alerts.filter(({ role }) => role === me.role);
  const unseen = own.filter(({ seenBy }) => seenBy === undefined).length;
  const see = async (id: string) => {
    const answered = await ask("seeAlert", {}, { id });
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    await reload();
    // The button that was pressed is gone: the keyboard goes on from here.
    place.current?.focus();
  };
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${unseen})`}>
          {me.roleName}への通知
        </Header>
      }
    >
      <div ref={place} tabIndex={-1} className="board-alerts">
        <p className="plain" role="status">
          {unseen === 0 ? "確認していない通知はありません。" : `確認していない通知が${unseen}件あります。`}
        </p>
        <FailureAlert failure={failure} />
        <ul className="history">
          {own.map((alert) => (
            <li key={alert.id}>
              <SpaceBetween direction="horizontal" size="s" alignItems="center">
                <StatusIndicator type={typeOf(alert)}>{sentenceOf(alert)}</StatusIndicator>
                {alert.seenBy === undefined ? (
                  <Button ariaLabel={`確認した: ${sentenceOf(alert)}`} onClick={() => void see(alert.id)}>
                    確認した
                  </Button>
                ) : (
                  <span className="quiet">
                    {alert.seenBy}が確認{alert.seenAt !== undefined && `（${shownMinute(alert.seenAt)}）`}
                  </span>
                )}
              </SpaceBetween>
            </li>
          ))}
        </ul>
      </div>
    </Container>
  );
}

function typeOf({ seenBy, about }: Alert) {
  if (seenBy !== undefined) return "success";
  return about === "harassment" ? "error" : "warning";
}

function sentenceOf({ about, afterMinutes, reachedAt }: Alert): string {
  return about === "harassment"
    ? `カスタマーハラスメントの疑い（${shownMinute(reachedAt)}に報告）`
    : `通話が${afterMinutes}分を超えました（${shownMinute(reachedAt)}）`;
}
