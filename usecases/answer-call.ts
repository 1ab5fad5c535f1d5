import { type BusinessCalendar, createCalendar } from "../domain/calendar/business-calendar.ts";
import { type Instant, formatInstant } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { deskCalendar } from "./desk-calendar.ts";
import { type Clock, type SpecialDayStore, Unavailable } from "./ports.ts";

/** What an arriving call is told: that the desk is open, or one complete sentence that says why not and when it opens. */
export type CallAnswer =
  | { readonly status: "open" }
  | {
      readonly status: "closed";
      readonly reason: string;
      readonly nextOpening: Instant;
      readonly sentence: string;
    };

/**
 * Answers the flow's first question. Where the entered special days cannot be read, the calendar of the settings
 * answers: a call is never kept waiting for a table.
 */
export function answerCall(services: {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly specialDays: SpecialDayStore;
  readonly warn: (message: string, cause: unknown) => void;
}) {
  const { programme, clock, specialDays, warn } = services;
  return async (): Promise<CallAnswer> => {
    const calendar = await deskCalendar(programme, specialDays).catch((cause: unknown): BusinessCalendar => {
      if (!(cause instanceof Unavailable)) throw cause;
      warn("special days cannot be read; the calendar of the settings answers", cause);
      return createCalendar(programme.hours);
    });
    return answerAt(programme, calendar, clock.now());
  };
}

/** The answer at an instant. */
function answerAt(programme: Programme, calendar: BusinessCalendar, at: Instant): CallAnswer {
  const reason = calendar.reasonClosed(at);
  if (!reason) return { status: "open" };
  const nextOpening = calendar.nextOpening(at);
  const sentence = programme.phrases.closed({ reason: reason.name, nextOpening, at });
  return { status: "closed", reason: reason.name, nextOpening, sentence };
}

/** The answer as a flow reads it: texts only. */
export function flatAnswer(answer: CallAnswer): Record<string, string> {
  return answer.status === "open"
    ? { status: "open" }
    : { ...answer, nextOpening: formatInstant(answer.nextOpening) };
}
