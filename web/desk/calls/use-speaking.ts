import { useEffect } from "react";
import { useDesk } from "../shell/desk-context.ts";
import type { DeskCall } from "../workspace.ts";

/** What did not arrive is said again after this time. */
const againMillis = 5_000;

/** Says to the service that this person speaks in a call, once they do, so that whoever leads sees who has it. */
export function useSpeaking({ contactId, state }: DeskCall): void {
  const { ask } = useDesk();
  const isTalking = state === "talking";
  useEffect(() => {
    if (!isTalking) return;
    let isOver = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const say = async (): Promise<void> => {
      const said = await ask("speakInCall", { contactId }, {});
      if (!said.ok && !isOver) again = setTimeout(() => void say(), againMillis);
    };
    void say();
    return () => {
      isOver = true;
      clearTimeout(again);
    };
  }, [ask, contactId, isTalking]);
}
