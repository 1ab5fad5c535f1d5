import { formatInstant } from "../domain/japan-time.ts";
import type { Call } from "../simulator/call.ts";
import type { Exchange } from "../simulator/exchange.ts";
import { naviDialYen } from "../simulator/navi-dial-charge.ts";
import type { TranscriptEntry } from "../simulator/transcript.ts";
import { transcriptText } from "./transcript-text.ts";

/** A call as the first page shows it. */
export interface CallView {
  readonly id: string;
  readonly state: Call["state"];
  readonly isHeld: boolean;
  /** A key that is pressed now is heard. */
  readonly listening: boolean;
  /** The block in which the call is now; null outside flows. */
  readonly position: { readonly flow: string; readonly block: string } | null;
  /** Where the call's time stands. */
  readonly at: string;
  readonly seconds: number;
  readonly yenMobile: number;
  readonly yenFixed: number;
  /** How long announcements have spoken before the first queue, as far as they were heard. */
  readonly speechSecondsBeforeQueue: number;
  readonly transcript: readonly LineView[];
}

interface LineView {
  readonly at: string;
  readonly kind: TranscriptEntry["kind"];
  readonly text: string;
  /** Only with `said`: the words alone, to be spoken. */
  readonly words?: string;
  readonly interrupted?: true;
}

/** What the page needs of a call, from the call and the exchange whose time it has. */
export function callView({ call, exchange }: { readonly call: Call; readonly exchange: Exchange }): CallView {
  const now = call.endedAt ?? exchange.now();
  const seconds = (now - call.arrivesAt) / 1000;
  // Who is called by the desk pays nothing.
  const paidSeconds = call.contact.scope.InitiationMethod === "OUTBOUND" ? 0 : seconds;
  return {
    id: call.contactId,
    state: call.state,
    isHeld: call.state === "talking" && call.isHeld,
    listening: call.listening,
    position: call.position ?? null,
    at: formatInstant(exchange.now()),
    seconds,
    yenMobile: naviDialYen("mobile", paidSeconds),
    yenFixed: naviDialYen("fixed", paidSeconds),
    speechSecondsBeforeQueue: speechSecondsBeforeQueue(call.transcript, now),
    transcript: call.transcript.map(lineView),
  };
}

function lineView(entry: TranscriptEntry): LineView {
  return {
    at: formatInstant(entry.at),
    kind: entry.kind,
    text: transcriptText(entry),
    ...(entry.kind === "said" && { words: entry.text }),
    ...(entry.interrupted && { interrupted: true }),
  };
}

/** Seconds of announcements before the caller was first queued, up to `now` (epoch milliseconds). */
export function speechSecondsBeforeQueue(transcript: readonly TranscriptEntry[], now: number): number {
  const queued = transcript.findIndex(({ kind }) => kind === "queued");
  const before = queued < 0 ? transcript : transcript.slice(0, queued);
  const heard = before
    .filter(({ kind }) => kind === "said")
    .map(({ at, seconds = 0 }) => Math.min(seconds, (now - at) / 1000));
  return heard.reduce((sum, one) => sum + one, 0);
}
