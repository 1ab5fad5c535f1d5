import { useCallback, useEffect, useState } from "react";
import type { AnswerOf, PathOf, RequestOf, RouteName } from "../../../contract/routes.ts";
import { useDesk } from "../shell/desk-context.ts";
import type { Failure } from "./failure.ts";

/** What a screen shows of something that it reads. What was there stays while it is read again, and where that fails. */
export interface Shown<Answer> {
  readonly answer: Answer | undefined;
  readonly failure: Failure | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/** What came last, and to which question. */
interface Came<Answer> {
  readonly question: string;
  readonly answer?: Answer;
  readonly failure?: Failure;
}

/** Reads something, and again whenever the question changes or `reload` is called. An answer that is overtaken is dropped. */
export function useAnswer<Name extends RouteName>(
  name: Name,
  path: PathOf<Name>,
  request: RequestOf<Name>,
): Shown<AnswerOf<Name>> {
  const { ask } = useDesk();
  const question = JSON.stringify([name, path, request]);
  const [came, setCame] = useState<Came<AnswerOf<Name>>>();
  const [isLoading, setLoading] = useState(true);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const [, askedPath, askedRequest] = JSON.parse(question) as [Name, PathOf<Name>, RequestOf<Name>];
    setLoading(true);
    void ask(name, askedPath, askedRequest).then((answered) => {
      if (!isCurrent) return;
      setLoading(false);
      setCame((before) => {
        if (answered.ok) return { question, answer: answered.value };
        const kept = before?.question === question &&
          before.answer !== undefined && { answer: before.answer };
        return { question, failure: answered.failure, ...kept };
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [ask, name, question, times]);
  const reload = useCallback(() => setTimes((before) => before + 1), []);
  return { answer: came?.answer, failure: isLoading ? undefined : came?.failure, isLoading, reload };
}
