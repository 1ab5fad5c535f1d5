import { useCallback, useEffect, useRef, useState } from "react";
import type { RequestOf } from "../../../contract/routes.ts";
import type { ShownTraining } from "../../../contract/training.ts";
import type { Failure } from "../api/failure.ts";
import { useDesk } from "../shell/desk-context.ts";

/** How often the service is asked how a training stands: time passes in its call while somebody looks. */
const askEveryMillis = 2_000;

export type Act = RequestOf<"actInTraining">["act"];

/** The training that goes on at this desk, and what can be done in it. */
export interface TrainingAtHand {
  readonly training: ShownTraining | undefined;
  readonly failure: Failure | undefined;
  readonly isBusy: boolean;
  readonly act: (act: Act) => Promise<void>;
  /** Ends it and answers whether that went. */
  readonly end: () => Promise<boolean>;
}

/** Follows the training of whoever is signed in. An answer that was overtaken by what they did is dropped. */
export function useTraining(): TrainingAtHand {
  const { ask } = useDesk();
  const [training, setTraining] = useState<ShownTraining>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const latest = useRef(0);
  const isActing = useRef(false);
  const contactId = training?.contactId;
  useEffect(() => {
    const look = async (): Promise<void> => {
      if (isActing.current || document.visibilityState !== "visible") return;
      const own = ++latest.current;
      const answered = await ask("readTrainingUnderWay", {}, {});
      if (own === latest.current && answered.ok) setTraining(answered.value.training);
    };
    void look();
    const timer = setInterval(() => void look(), askEveryMillis);
    return () => clearInterval(timer);
  }, [ask]);
  const during = useCallback(async <Done>(work: () => Promise<Done>): Promise<Done> => {
    isActing.current = true;
    latest.current++;
    setBusy(true);
    const done = await work();
    isActing.current = false;
    setBusy(false);
    return done;
  }, []);
  const act = useCallback(
    (what: Act) =>
      during(async () => {
        if (contactId === undefined) return;
        const answered = await ask("actInTraining", { contactId }, { act: what });
        setFailure(answered.ok ? undefined : answered.failure);
        if (answered.ok) setTraining(answered.value);
      }),
    [ask, contactId, during],
  );
  const end = useCallback(
    () =>
      during(async () => {
        if (contactId === undefined) return false;
        const answered = await ask("endTraining", { contactId }, {});
        setFailure(answered.ok ? undefined : answered.failure);
        if (answered.ok) setTraining(undefined);
        return answered.ok;
      }),
    [ask, contactId, during],
  );
  return { training, failure, isBusy, act, end };
}
