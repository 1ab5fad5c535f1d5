import type { Figures } from "../figures/figures.ts";
import type { AddedFigure, RecountedCall } from "./recount.ts";

/** Every figure of a manifest, from the second counting. */
export function recountedFigures(
  calls: readonly RecountedCall[],
  webForms: number,
): Record<keyof Figures, number | null> {
  const sum = (figure: AddedFigure) => addedBy(calls, figure);
  const [offered, answered, sameDay] = [sum("offered"), sum("answered"), sum("calledBackSameDay")];
  const per = (figure: number, calls: number) => (calls > 0 ? figure / calls : null);
  const waits = calls.flatMap(({ waitSeconds }) => waitSeconds ?? []);
  return {
    offered,
    answered,
    abandoned: sum("abandoned"),
    shortAbandoned: sum("shortAbandoned"),
    callbackRequested: sum("callbackRequested"),
    calledBackSameDay: sameDay,
    selfServed: sum("selfServed"),
    arrivedClosed: sum("arrivedClosed"),
    outboundAttempts: sum("outboundAttempts"),
    outboundConnected: sum("outboundConnected"),
    webForms,
    answerRate: per(answered, offered),
    answerRateWithCallbacks: per(answered + sameDay, offered),
    longestWaitSeconds: waits.length > 0 ? waits.reduce((longest, wait) => Math.max(longest, wait)) : null,
    handlingSeconds: sum("handlingSeconds"),
    talkSeconds: sum("talkSeconds"),
    interactionSeconds: sum("interactionSeconds"),
    holdSeconds: sum("holdSeconds"),
    afterContactWorkSeconds: sum("afterContactWorkSeconds"),
    averageHandlingSeconds: per(sum("handlingSeconds"), answered),
    averageTalkSeconds: per(sum("talkSeconds"), answered),
    averageInteractionSeconds: per(sum("interactionSeconds"), answered),
    averageHoldSeconds: per(sum("holdSeconds"), answered),
    averageAfterContactWorkSeconds: per(sum("afterContactWorkSeconds"), answered),
  };
}

/** What calls add to a figure together. */
export function addedBy(calls: readonly RecountedCall[], figure: AddedFigure): number {
  return calls.reduce((sum, { adds }) => sum + (adds[figure] ?? 0), 0);
}
