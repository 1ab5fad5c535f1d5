import { type Instant, millisPerMinute } from "../japan-time.ts";
import type { CallerLine, TrainingScript, TransferTarget } from "./script.ts";

/** What the trainee did on the telephone, and when. */
export interface TrainingEvent {
  readonly at: Instant;
  readonly what: "answered" | "spoke" | "held" | "resumed" | "transferred" | "ended";
  /** Of `transferred`: to whom. */
  readonly to?: TransferTarget;
}

/** What the caller has said. */
export interface HeardLine {
  readonly at: Instant;
  readonly says: string;
  readonly hint?: string;
}

/** A caller asks whether somebody is there after so many seconds of silence, once each time. */
const silentAfterSeconds = 30;

const otherwiseSilent = "もしもし、聞こえていますか。";

/** The lines of the script that have been said: one on answering, and one each time that the trainee has spoken. */
export function saidLines(
  { lines }: Pick<TrainingScript, "lines">,
  events: readonly TrainingEvent[],
): CallerLine[] {
  return lines.slice(0, inOrder(events).filter(bringsOn).length);
}

/** The line that comes next when the trainee has spoken; undefined where the caller has said everything. */
export function nextLine(
  script: Pick<TrainingScript, "lines">,
  events: readonly TrainingEvent[],
): CallerLine | undefined {
  return script.lines[saidLines(script, events).length];
}

/** Everything that the caller has said until `now`, in order: the lines, and how they took silence, a hold and being handed on. */
export function heardLines(
  script: Pick<TrainingScript, "lines" | "reactions">,
  events: readonly TrainingEvent[],
  now: Instant,
): HeardLine[] {
  const { lines, reactions = {} } = script;
  const done = inOrder(events);
  let said = 0;
  return done.flatMap((event, index): HeardLine[] => {
    const { at, what } = event;
    const line = bringsOn(event) ? lines[said++] : undefined;
    const reaction = what === "resumed" || what === "transferred" ? reactions[what] : undefined;
    const silence = isListening(event) ? asksAfterSilence(at, done[index + 1]?.at ?? now) : undefined;
    return [
      ...(line ? [heard(at, line)] : []),
      ...(reaction === undefined ? [] : [{ at, says: reaction }]),
      ...(silence === undefined ? [] : [{ at: silence, says: reactions.silent ?? otherwiseSilent }]),
    ];
  });
}

/** Seconds of talking without holds, of holds, and of work after the call until `workEndsAt`; whole seconds. */
export function secondsOf(events: readonly TrainingEvent[], workEndsAt: Instant) {
  const done = inOrder(events);
  const began = done.find(({ what }) => what === "answered")?.at;
  const over = done.find(isOver)?.at;
  if (began === undefined) return { talking: 0, held: 0, afterCall: 0 };
  const until = over ?? workEndsAt;
  let held = 0;
  for (const [index, { at, what }] of done.entries())
    if (what === "held") held += (done[index + 1]?.at ?? until) - at;
  return {
    talking: whole(until - began - held),
    held: whole(held),
    afterCall: over === undefined ? 0 : whole(workEndsAt - over),
  };
}

/** Whether the trainee has the caller no more: hung up, or handed on. */
export function isOver({ what }: TrainingEvent): boolean {
  return what === "ended" || what === "transferred";
}

/** How many seconds the two have talked before a line, so that its minutes have passed. */
export function secondsBefore(line: CallerLine | undefined): number {
  return ((line?.minutesLater ?? 0) * millisPerMinute) / 1000;
}

function bringsOn({ what }: TrainingEvent): boolean {
  return what === "answered" || what === "spoke";
}

/** After these the trainee is expected to say something. */
function isListening({ what }: TrainingEvent): boolean {
  return what === "answered" || what === "spoke" || what === "resumed";
}

function asksAfterSilence(from: Instant, until: Instant): Instant | undefined {
  const at = from + silentAfterSeconds * 1000;
  return at < until ? at : undefined;
}

function heard(at: Instant, { says, hint }: CallerLine): HeardLine {
  return { at, says, ...(hint !== undefined && { hint }) };
}

function inOrder(events: readonly TrainingEvent[]): TrainingEvent[] {
  return [...events].sort((one, other) => one.at - other.at);
}

function whole(millis: number): number {
  return Math.max(0, Math.round(millis / 1000));
}
