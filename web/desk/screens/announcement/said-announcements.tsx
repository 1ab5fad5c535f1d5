import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import type { ShownSaidAnnouncement } from "../../../../contract/announcement.ts";
import { shownMinute } from "../../format.ts";

/** これまでの緊急案内: what callers have heard, from when until when, who set it and who ended it; the latest first. */
export function SaidAnnouncements({ said }: { readonly said: readonly ShownSaidAnnouncement[] }) {
  return (
    <Container header={<Header variant="h2">これまでの緊急案内</Header>}>
      {said.length === 0 && <p className="plain">記録はまだありません。</p>}
      <ol className="history" reversed>
        {said.map((one, index) => (
          <li key={`${one.from ?? 0} ${index}`}>
            <span className="quiet">
              {one.from === undefined ? "（始まりの記録なし）" : shownMinute(one.from)} 〜{" "}
              {shownMinute(one.until)}
            </span>{" "}
            流した人: {one.setBy ?? "記録なし"}・{endWords(one)}
            <p className="written">{one.text}</p>
          </li>
        ))}
      </ol>
    </Container>
  );
}

function endWords({ end, endedBy = "記録なし" }: ShownSaidAnnouncement): string {
  return {
    "in-force": "いま流れています",
    "ran-out": "予定の時刻に終わりました",
    ended: `途中で終えた人: ${endedBy}`,
    replaced: `次の案内に替えた人: ${endedBy}`,
  }[end];
}
