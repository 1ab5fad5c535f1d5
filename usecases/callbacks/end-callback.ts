import type { Callback } from "../../domain/callback/callback.ts";
import { type EndedCallback, endedCallback } from "../../domain/callback/ended-callback.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { CallbackStore } from "../ports/callers.ts";
import type { EntryStore } from "../ports/entries.ts";

/** Where call backs end. */
export interface EndingCallbacks {
  readonly callbacks: CallbackStore;
  readonly endedCallbacks: Pick<EntryStore<EndedCallback>, "add" | "all">;
}

/**
 * Ends a call back: its number is gone, and for some days it is known without it which call asked, because the record of our
 * call may come later. What remains is kept first, so that whoever finds no open call back finds that. Safe to repeat.
 */
export function endCallback({ callbacks, endedCallbacks }: EndingCallbacks) {
  return async (callback: Callback, endedAt: Instant): Promise<void> => {
    const ended = endedCallback(callback, endedAt);
    if (ended) await endedCallbacks.add(callback.programme, ended);
    await callbacks.close(callback);
  };
}
