import { useCallback, useEffect, useRef, useState } from "react";
import type { AnswerOf, PathOf, RequestOf, RouteName } from "../../../contract/routes.ts";
import { useDesk } from "../shell/desk-context.ts";
import type { Failure } from "./failure.ts";

/** What a screen shows of something that changes by itself. What was there stays, also while it cannot be read. */
export interface Polled<Answer> {
  readonly answer: Answer | undefined;
  readonly failure: Failure | undefined;
  /** Reads it now, and not only when it is next due. */
  readonly reload: () => Promise<void>;
}

/** Reads something every so many seconds, one request at a time, and at once where the question changes; nothing is asked while nobody can see the page. */
export function usePolledAnswer<Name extends RouteName>(
  name: Name,
  path: PathOf<Name>,
  request: RequestOf<Name>,
  everySeconds: number,
): Polled<AnswerOf<Name>> {
  const { ask } = useDesk();
  const question = JSON.stringify([path, request]);
  const [answer, setAnswer] = useState<AnswerOf<Name>>();
  const [failure, setFailure] = useState<Failure>();
  const asked = useRef<string>(undefined);
  const reload = useCallback(async () => {
    if (asked.current === question) return;
    asked.current = question;
    const [askedPath, askedRequest] = JSON.parse(question) as [PathOf<Name>, RequestOf<Name>];
    const answered = await ask(name, askedPath, askedRequest);
    // An answer that is overtaken by another question is dropped.
    if (asked.current !== question) return;
    asked.current = undefined;
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) setAnswer(answered.value);
  }, [ask, name, question]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void reload();
    };
    look();
    const timer = setInterval(look, everySeconds * 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [reload, everySeconds]);
  return { answer, failure, reload };
}
