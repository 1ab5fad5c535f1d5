import type { ReceiptNumber } from "../../domain/case/receipt-number.ts";
import {
  accommodationAsked,
  callEnded,
  callJoined,
  type Incident,
  noted,
  stepSaid,
  suspected,
} from "../../domain/incident/incident.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { AlertedRole, CallAlert } from "../../domain/long-call/long-call.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { Role } from "../../domain/roster.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { changeEntryIf } from "../kept/change-entry-if.ts";
import type { VersionedEntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** What incidents are worked with. */
export interface IncidentServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly incidents: VersionedEntryStore<Incident>;
  readonly alerts: Pick<VersionedEntryStore<CallAlert>, "add">;
}

/** The call that something is done in, and who does it. */
interface InCall {
  readonly contactId: string;
  readonly staff: string;
}

interface InCallAs extends InCall {
  readonly role: Role;
}

/** Whom a suspicion alerts at once. */
const told: readonly AlertedRole[] = ["leader", "supervisor"];

/**
 * Opens the incident of a call in which somebody suspects harassment, with one key, and alerts leaders and supervisors (R84).
 * Whoever presses again is given the incident that is there; each role is alerted once. Nothing happens to the person.
 */
export function suspectHarassment({ programme, clock, incidents, alerts }: IncidentServices) {
  return async (
    call: InCall & { readonly receiptNumber?: ReceiptNumber; readonly personKey?: string },
  ): Promise<Result<Incident>> => {
    const { staff, contactId, receiptNumber, personKey } = call;
    const by = staffCodeNamed(staff);
    if (!by.ok) return by;
    const at = clock.now();
    const opened = suspected(
      {
        contactId,
        ...(receiptNumber !== undefined && { receiptNumber }),
        ...(personKey !== undefined && { personKey }),
      },
      { at, by: by.value },
    );
    const holder = await incidents.add(programme.id, opened);
    for (const role of told) await alerts.add(programme.id, alertOf(contactId, role, at));
    return success(holder ?? opened);
  };
}

/** Keeps what the person needs to hear or to understand, as they were asked before anything else. */
export function askAccommodation(services: IncidentServices) {
  return async (asked: InCall & { readonly need: string }): Promise<Result<Incident>> =>
    changed(services, asked, (current, event) => accommodationAsked(current, asked.need, event));
}

/** Keeps that a sentence of the programme's ladder was said. */
export function sayStep(services: IncidentServices) {
  const { ladder } = services.programme.longCalls;
  return async (said: InCall & { readonly step: string }): Promise<Result<Incident>> =>
    changed(services, said, (current, event) => stepSaid(current, said.step, ladder, event));
}

/** Keeps that a leader or a supervisor has joined a call or taken it over. */
export function joinCall(services: IncidentServices) {
  return async (joined: InCallAs & { readonly how: "joined" | "taken-over" }): Promise<Result<Incident>> =>
    changed(services, joined, (current, event) =>
      callJoined(current, joined.how, { ...event, role: joined.role }),
    );
}

/** Keeps that the desk ended the call and why; who may, and when, is in the domain's rule. The service itself ends nothing. */
export function endCall(services: IncidentServices) {
  const { ladder } = services.programme.longCalls;
  return async (ended: InCallAs & { readonly reason: string }): Promise<Result<Incident>> =>
    changed(services, ended, (current, event) =>
      callEnded(current, ended.reason, ladder, { ...event, role: ended.role }),
    );
}

/** Keeps what was done for the operator afterwards, or what a supervisor found when they looked at it again. */
export function noteIncident(services: IncidentServices) {
  return async (
    note: InCallAs & { readonly what: "aftercare" | "reviewed"; readonly text: string },
  ): Promise<Result<Incident>> =>
    changed(services, note, (current, event) =>
      noted(current, note.what, { ...event, role: note.role, text: note.text }),
    );
}

async function changed(
  { programme, clock, incidents }: IncidentServices,
  { contactId, staff }: InCall,
  next: (current: Incident, event: { readonly at: Instant; readonly by: string }) => Result<Incident>,
): Promise<Result<Incident>> {
  const by = staffCodeNamed(staff);
  if (!by.ok) return by;
  const kept = await incidents.find(programme.id, contactId);
  if (!kept)
    return failure("この通話には事案の記録がありません。先に「ハラスメントの疑い」を押してください。");
  const event = { at: clock.now(), by: by.value };
  return changeEntryIf(incidents, programme.id, contactId)(kept, (current) => next(current, event));
}

function alertOf(contactId: string, role: AlertedRole, at: Instant): CallAlert {
  return { contactId, about: "harassment", afterMinutes: 0, role, reachedAt: at, raisedAt: at, version: 1 };
}
