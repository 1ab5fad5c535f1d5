import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Me } from "../../../contract/me.ts";
import type { DeskSettings } from "../../../contract/settings.ts";
import { apiClient } from "../api/client.ts";
import type { Session } from "../sign-in/session.ts";
import { followTelephone } from "../workspace.ts";
import { DeskContext } from "./desk-context.ts";
import { Shell } from "./shell.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { StartProblem } from "./start-problem.tsx";

/** A desk that is open all day knows within so long what a supervisor has changed. */
const refreshMillis = 5 * 60_000;

/** The desk of somebody who is signed in. Its screens stay as they are while they sign in again. */
export function DeskApp({
  session,
  settings,
}: {
  readonly session: Session;
  readonly settings: DeskSettings;
}) {
  const ask = useMemo(() => apiClient(session), [session]);
  const state = useSyncExternalStore(session.onChange, session.state);
  const [me, setMe] = useState<Me>();
  const [problem, setProblem] = useState<string>();
  const refreshMe = useCallback(
    () => void ask("readMe", {}, {}).then((answered) => answered.ok && setMe(answered.value)),
    [ask],
  );
  useEffect(() => {
    void ask("readMe", {}, {}).then((answered) =>
      answered.ok ? setMe(answered.value) : setProblem(answered.failure.problem),
    );
    const again = setInterval(refreshMe, refreshMillis);
    return () => clearInterval(again);
  }, [ask, refreshMe]);
  const staff = me?.staff;
  useEffect(() => (staff === undefined ? undefined : followTelephone(settings, staff)), [settings, staff]);
  const desk = useMemo(() => me && { me, ask, refreshMe }, [me, ask, refreshMe]);
  return (
    <>
      {problem !== undefined && <StartProblem problem={problem} />}
      {desk && (
        <DeskContext value={desk}>
          <Shell programmeName={settings.programme.name} signOut={session.signOut} />
        </DeskContext>
      )}
      {!desk && problem === undefined && (
        <p className="lone-panel" role="status">
          読み込んでいます
        </p>
      )}
      <SignInAgain isAsked={state === "expired"} session={session} />
    </>
  );
}
