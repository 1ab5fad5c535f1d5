import { shownMinute } from "../format.ts";

/** Something that was done, in words. */
export interface ListedEvent {
  readonly at: number;
  /** Who did it; absent for what the service did itself. */
  readonly by?: string | undefined;
  readonly words: string;
  /** A reason or a note, as it was written. */
  readonly note?: string | undefined;
}

/** What was done to something, when and by whom, in the order given. */
export function EventList(props: {
  readonly events: readonly ListedEvent[];
  /** Whether the latest comes first. */
  readonly isReversed?: boolean;
}) {
  const { events, isReversed = false } = props;
  return (
    <ol className="history" reversed={isReversed}>
      {events.map(({ at, by, words, note }, index) => (
        <li key={`${at} ${index}`}>
          <time className="quiet">{shownMinute(at)}</time> {words}
          {by !== undefined && <span className="quiet">（{by}）</span>}
          {note !== undefined && <p className="written">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
