import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef, useState } from "react";
import type { CallGuide, CallProgress } from "../../../contract/calls.ts";
import { useAnswer } from "../api/use-answer.ts";
import type { Failure } from "../api/failure.ts";
import { goTo, hashOf, locationOf } from "../navigation/location.ts";
import { useDesk } from "../shell/desk-context.ts";
import { FailureAlert } from "../shell/failure-alert.tsx";
import { type DeskCall, dismissCall } from "../workspace.ts";
import { IncidentPanel } from "./incident-panel.tsx";
import { type CallAtHand, useCall } from "./use-call.ts";
import { useSpeaking } from "./use-speaking.ts";

/** The key that says that harassment is suspected, wherever one is in the desk. */
const suspicionKey = "F9";

const readGuideMillis = 60_000;

/** Above every screen: the call that one has, with what is needed while talking. Nothing is shown while there is none. */
export function CallBar() {
  const atHand = useCall();
  return atHand ? <Call key={atHand.call.contactId} atHand={atHand} /> : null;
}

function Call({ atHand }: { readonly atHand: CallAtHand }) {
  const { ask } = useDesk();
  const { call, progress, failure, reload, keep } = atHand;
  const { contactId, state } = call;
  const { answer: guide, reload: readGuide } = useAnswer("readCallGuide", {}, {});
  // A supervisor may change the steps while somebody talks.
  useEffect(() => {
    const again = setInterval(readGuide, readGuideMillis);
    return () => clearInterval(again);
  }, [readGuide]);
  const [refusal, setRefusal] = useState<Failure>();
  useEffect(() => openCaller(contactId), [contactId]);
  const suspect = async (): Promise<void> => {
    const answered = await ask("suspectHarassment", { contactId }, {});
    setRefusal(answered.ok ? undefined : answered.failure);
    if (answered.ok) keep(answered.value);
  };
  const incident = progress?.incident;
  useSpeaking(call);
  useSuspicionKey(suspect, state !== "ringing");
  return (
    <section className="call-bar" aria-label="通話">
      <Container>
        <SpaceBetween size="s">
          <CallLine call={call} progress={progress} suspect={() => void suspect()} />
          {guide && <ReachedStep guide={guide} progress={progress} />}
          <FailureAlert failure={refusal ?? failure} again={refusal ? () => void suspect() : reload} />
          {guide && incident && (
            <IncidentPanel contactId={contactId} guide={guide} incident={incident} keep={keep} />
          )}
        </SpaceBetween>
      </Container>
    </section>
  );
}

/** How the call stands, and where it leads. */
function CallLine(props: {
  readonly call: DeskCall;
  readonly progress: CallProgress | undefined;
  readonly suspect: () => void;
}) {
  const { call, progress, suspect } = props;
  const { contactId, state } = call;
  const receiptNumber = progress?.receiptNumber;
  return (
    <div className="call-line">
      <span role="status">
        <StatusIndicator type={stateTypes[state]}>{stateText(call, progress)}</StatusIndicator>
      </span>
      <Button href={hashOf(["calls", contactId])}>相談者を見る</Button>
      {receiptNumber !== undefined && (
        <Button variant="primary" href={hashOf(["cases", receiptNumber])}>
          この通話の案件を書く
        </Button>
      )}
      {state !== "ringing" && !progress?.incident && (
        <Button iconName="status-warning" onClick={suspect}>
          カスハラの疑い（{suspicionKey}）
        </Button>
      )}
      {state === "ended" && <Button onClick={dismissCall}>通話の表示を閉じる</Button>}
    </div>
  );
}

const stateTypes: Readonly<Record<DeskCall["state"], StatusIndicatorProps.Type>> = {
  ringing: "pending",
  talking: "in-progress",
  ended: "stopped",
};

function stateText({ state }: DeskCall, progress: CallProgress | undefined): string {
  if (state === "ringing") return "着信中です。電話に出てください。";
  const minutes = minutesOf(progress);
  const lasted = minutes === undefined ? "" : `　${minutes}分`;
  return state === "talking" ? `通話中${lasted}` : `通話が終わりました${lasted}`;
}

/** Whole minutes since somebody speaks with the caller. */
function minutesOf(progress: CallProgress | undefined): number | undefined {
  if (progress?.since === undefined) return undefined;
  return Math.floor(Math.max(0, (progress.until ?? progress.now) - progress.since) / 60_000);
}

/** The last step that the call has reached, and who is told of it. */
function ReachedStep(props: { readonly guide: CallGuide; readonly progress: CallProgress | undefined }) {
  const minutes = minutesOf(props.progress) ?? 0;
  const reached = props.guide.steps.findLast(({ afterMinutes }) => afterMinutes <= minutes);
  if (!reached) return null;
  return (
    <span role="status">
      <StatusIndicator type="warning">
        {reached.afterMinutes}分を超えました。{reached.tell.join("と")}に知らせます。
      </StatusIndicator>
    </span>
  );
}

/** Screens on which nothing is typed that would be lost. */
const mayBeLeft = new Set(["", "cases", "callbacks", "training"]);

/** Shows who calls, unless somebody is just writing: then the bar alone says that it rings. */
function openCaller(contactId: string): void {
  const { path, query } = locationOf(window.location.hash);
  // A call back that is open is the one that somebody is just making.
  const isReading = (mayBeLeft.has(path.join("/")) && !query.has("open")) || path[0] === "calls";
  const isWriting = document.activeElement?.matches("input, textarea, select, [contenteditable]") ?? false;
  const isAsked = [...document.querySelectorAll('[role="dialog"]')].some((dialog) =>
    dialog.checkVisibility(),
  );
  if (isReading && !isWriting && !isAsked) goTo(hashOf(["calls", contactId]));
}

function useSuspicionKey(suspect: () => Promise<void>, isTalking: boolean): void {
  const latest = useRef(suspect);
  useEffect(() => {
    latest.current = suspect;
  });
  useEffect(() => {
    if (!isTalking) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== suspicionKey || event.repeat) return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [isTalking]);
}
