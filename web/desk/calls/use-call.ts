import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { CallIncident, CallProgress } from "../../../contract/calls.ts";
import type { Failure } from "../api/failure.ts";
import { useDesk } from "../shell/desk-context.ts";
import { type DeskCall, onPresentCall, presentCall } from "../workspace.ts";

/** How often the service is asked how the call stands; its minutes are the service's, not this computer's. */
const askEveryMillis = 5_000;

/** The call at the desk, how it stands, and what is done in it. */
export interface CallAtHand {
  readonly call: DeskCall;
  /** Absent until the service has answered once. */
  readonly progress: CallProgress | undefined;
  readonly failure: Failure | undefined;
  readonly reload: () => void;
  /** What a step in the call has made of its incident. */
  readonly keep: (incident: CallIncident) => void;
}

/** Follows the present call; undefined while there is none. What was known stays while the service does not answer. */
export function useCall(): CallAtHand | undefined {
  const { ask } = useDesk();
  const call = useSyncExternalStore(onPresentCall, presentCall);
  const [known, setKnown] = useState<{
    readonly contactId: string;
    readonly progress?: CallProgress;
    readonly failure?: Failure;
  }>();
  const [times, setTimes] = useState(0);
  const contactId = call?.contactId;
  const state = call?.state;
  useEffect(() => {
    if (contactId === undefined) return;
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const answered = await ask("readCall", { contactId }, {});
      if (!isCurrent) return;
      setKnown((before) =>
        answered.ok
          ? { contactId, progress: answered.value }
          : { ...(before?.contactId === contactId && before), contactId, failure: answered.failure },
      );
    };
    void look();
    const timer = setInterval(() => void look(), askEveryMillis);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [ask, contactId, state, times]);
  const reload = useCallback(() => setTimes((before) => before + 1), []);
  const keep = useCallback((incident: CallIncident) => {
    setKnown((before) => before?.progress && { ...before, progress: { ...before.progress, incident } });
  }, []);
  if (!call) return undefined;
  const isKnown = known?.contactId === call.contactId;
  return {
    call,
    progress: isKnown ? known.progress : undefined,
    failure: isKnown ? known.failure : undefined,
    reload,
    keep,
  };
}
