import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import type { ShownEnteredDay } from "../../../../contract/special-days.ts";
import { timeOfMinute } from "../../entered-time.ts";
import { shownDate, shownMinute } from "../../format.ts";

/** これまでの変更: which days were entered, by whom and when, the latest first; of a date the latest holds. */
export function EnteredDays({ entered }: { readonly entered: readonly ShownEnteredDay[] }) {
  return (
    <Container header={<Header variant="h2">これまでの変更</Header>}>
      {entered.length === 0 && <p className="plain">記録はまだありません。</p>}
      <ol className="history" reversed>
        {entered.map((day, index) => (
          <li key={`${day.at} ${index}`}>
            <time className="quiet">{shownMinute(day.at)}</time> {shownDate(day.date)} を{hoursIn(day)}
            に変更（理由: {day.reason}）<span className="quiet">変えた人: {day.by ?? "記録なし"}</span>
          </li>
        ))}
      </ol>
    </Container>
  );
}

function hoursIn({ kind, opensAtMinute = 0, closesAtMinute = 0 }: ShownEnteredDay): string {
  if (kind === "closing") return "終日休業";
  return ` ${timeOfMinute(opensAtMinute)}〜${timeOfMinute(closesAtMinute)} の受付`;
}
