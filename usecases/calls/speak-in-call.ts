import type { CallSpeaker } from "../../domain/contact/call-speaker.ts";
import type { Programme } from "../../domain/programme.ts";
import { type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import type { EntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** Keeps that a member of staff speaks in a call from now on, in the place of whoever did before. Safe to repeat. */
export function speakInCall(services: {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly speakers: Pick<EntryStore<CallSpeaker>, "put">;
}) {
  const { programme, clock, speakers } = services;
  return async (contactId: string, staff: string): Promise<Result<CallSpeaker>> => {
    const by = staffCodeNamed(staff);
    if (!by.ok) return by;
    const speaker = { contactId, staff: by.value, since: clock.now() };
    await speakers.put(programme.id, speaker);
    return success(speaker);
  };
}
