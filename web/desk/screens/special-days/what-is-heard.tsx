import type { ShownSpecialDay, SpecialDayPreview } from "../../../../contract/special-days.ts";
import { timeOfMinute } from "../../entered-time.ts";
import { shownDate, shownMinute } from "../../format.ts";

/** So many sentences are enough to see how it sounds; those of the other days differ by their dates. */
const shownSentences = 3;

/** What a change means: the days, the exact sentences, and when it ends. */
export function WhatIsHeard({ preview }: { readonly preview: SpecialDayPreview }) {
  const { days, heard, nextOpening } = preview;
  return (
    <div>
      <ul className="plain">
        {days.map((day) => (
          <li key={day.date}>
            {shownDate(day.date)}: {inWords(day)}
          </li>
        ))}
      </ul>
      {heard.length === 0 && <p className="plain">この時間にかかった電話は、通常の案内で受け付けます。</p>}
      {heard.slice(0, shownSentences).map(({ at, sentence }) => (
        <div key={at}>
          <p className="plain">{shownMinute(at)} にかけた人に聞こえる言葉:</p>
          <p className="spoken">{sentence}</p>
        </div>
      ))}
      <p className="plain">
        次に受付が始まるのは <strong>{shownMinute(nextOpening)}</strong> です。
      </p>
    </div>
  );
}

function inWords({ kind, opensAtMinute = 0, closesAtMinute = 0 }: ShownSpecialDay): string {
  return kind === "closing"
    ? "終日休業"
    : `受付 ${timeOfMinute(opensAtMinute)}〜${timeOfMinute(closesAtMinute)}`;
}
