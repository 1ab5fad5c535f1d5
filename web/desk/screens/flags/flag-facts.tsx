import Link from "@cloudscape-design/components/link";
import type { ShownFlag } from "../../../../contract/flags.ts";
import { dateOf } from "../../format.ts";
import { hashOf } from "../../navigation/location.ts";
import { CaseLink } from "../case-words.tsx";
import { EventList } from "../event-list.tsx";

/** Since when and until when a flag holds, where it came from, and what was decided of it, the latest first. */
export function FlagFacts({ flag }: { readonly flag: ShownFlag }) {
  const { since, until, reviewAt, state, incident, history } = flag;
  return (
    <>
      <p className="plain">
        {since === undefined ? "始まりの記録なし" : dateOf(since)} 〜 {dateOf(until - 1)}
        {state !== "ended" && (
          <>
            ・見直す日 <strong>{dateOf(reviewAt)}</strong>
          </>
        )}
        ・
        {incident ? (
          <Link href={hashOf(["incidents"], { call: incident.contactId })}>もとの事案を見る</Link>
        ) : (
          "事案によらない印"
        )}
        {incident?.receiptNumber !== undefined && (
          <>
            ・受付番号 <CaseLink receiptNumber={incident.receiptNumber} />
          </>
        )}
      </p>
      <EventList
        events={history.toReversed().map(({ sentence, ...event }) => ({ ...event, words: sentence }))}
        isReversed
      />
    </>
  );
}
