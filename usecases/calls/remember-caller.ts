import type { ArrivedCaller } from "../../domain/contact/arrived-caller.ts";
import type { Programme } from "../../domain/programme.ts";
import type { PersonKeys } from "../ports/callers.ts";
import type { EntryStore } from "../ports/entries.ts";
import type { Clock, TimeLimit } from "../ports/host.ts";

/** A call waits no longer than this for being remembered. */
const rememberMillis = 1_000;

/**
 * Remembers whose call has arrived, by the keyed hash of the number, so that the desk knows the caller while it rings. Best
 * effort, as all that is only good to know: what fails or is slow is warned of, and the call goes on.
 */
export function rememberCaller(services: {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly personKeys: PersonKeys;
  readonly callers: Pick<EntryStore<ArrivedCaller>, "put">;
  readonly timeLimit: TimeLimit;
  readonly warn: (message: string, cause: unknown) => void;
}) {
  const { programme, clock, personKeys, callers, timeLimit, warn } = services;
  return async (contactId: string | undefined, telephoneNumber: string | undefined): Promise<void> => {
    if (contactId === undefined || telephoneNumber === undefined) return;
    await timeLimit(rememberMillis, kept(contactId, telephoneNumber)).catch((cause: unknown) =>
      warn("the caller cannot be remembered; the call goes on without", cause),
    );
  };

  async function kept(contactId: string, telephoneNumber: string): Promise<void> {
    const personKey = await personKeys.keyOf(programme.id, telephoneNumber);
    await callers.put(programme.id, { contactId, personKey, arrivedAt: clock.now() });
  }
}
