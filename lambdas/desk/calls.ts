import type { CallIncident } from "../../contract/calls.ts";
import type { Case } from "../../domain/case/case.ts";
import { accommodationNames, endingReasonNames, type Incident } from "../../domain/incident/incident.ts";
import { type DeskRole, deskRoleNames } from "../../domain/desk/desk-role.ts";
import type { Programme } from "../../domain/programme.ts";
import type { Result } from "../../domain/result.ts";
import type { Role } from "../../domain/roster.ts";
import {
  callAtDesk,
  type CallAtDeskServices,
  callerAtDesk,
  type KnownCaller,
} from "../../usecases/calls/call-at-desk.ts";
import {
  askAccommodation,
  endCall,
  type IncidentServices,
  noteIncident,
  sayStep,
  suspectHarassment,
} from "../../usecases/calls/handle-incident.ts";
import type { CallSpeaker } from "../../domain/contact/call-speaker.ts";
import { speakInCall } from "../../usecases/calls/speak-in-call.ts";
import type { EntryStore } from "../../usecases/ports/entries.ts";
import { flagReasonNames } from "../../domain/incident/flag.ts";
import { programmeInForce } from "../../usecases/settings/rules-in-force.ts";
import type { TolerantSettingReading } from "../../usecases/settings/setting-changes.ts";
import type { Refused, RouteHandlers, SignedIn } from "./route-handler.ts";

type CallRoute =
  | "readCallGuide"
  | "readCall"
  | "speakInCall"
  | "readCaller"
  | "suspectHarassment"
  | "askAccommodation"
  | "sayStep"
  | "endCall"
  | "noteAftercare";

/** The call that somebody has at the desk: who calls, and what is done in a long or abusive one. */
export function callHandlers(
  services: CallAtDeskServices &
    IncidentServices &
    TolerantSettingReading & { readonly speakers: EntryStore<CallSpeaker> },
): RouteHandlers<CallRoute> {
  const { programme, incidents } = services;
  const look = callAtDesk(services);
  const inForce = programmeInForce(services);
  return {
    readCallGuide: async () => ({ answer: guideOf(await inForce()) }),
    async readCall({ path: { contactId }, at }) {
      const [call, incident] = await Promise.all([look(contactId), incidents.find(programme.id, contactId)]);
      const { arrivedAt, spoken, case: own } = call;
      return {
        answer: {
          now: at,
          ...(arrivedAt !== undefined && { arrivedAt }),
          ...(spoken && { since: spoken.since }),
          ...(spoken?.until !== undefined && { until: spoken.until }),
          ...(own && { receiptNumber: own.receiptNumber }),
          ...(incident && { incident: shownIncident(incident) }),
        },
      };
    },
    async speakInCall({ path: { contactId }, by }) {
      const speaking = await speakInCall(services)(contactId, by.staff);
      if (!speaking.ok) return { refused: "wrong", problem: speaking.problem };
      return { answer: { staff: speaking.value.staff } };
    },
    async readCaller({ path: { contactId }, at }) {
      const known = await callerAtDesk(services)(contactId);
      return {
        answer: shownCaller(at, known),
        about: known.earlier.map(({ receiptNumber }) => receiptNumber),
      };
    },
    async suspectHarassment({ path: { contactId }, by }) {
      const { case: kept, personKey } = await look(contactId);
      return answered(
        await suspectHarassment(services)({
          contactId,
          staff: by.staff,
          ...(kept && { receiptNumber: kept.receiptNumber }),
          ...(personKey !== undefined && { personKey }),
        }),
      );
    },
    askAccommodation: async ({ path, request, by }) =>
      answered(await askAccommodation(services)({ ...path, ...request, staff: by.staff })),
    sayStep: async ({ path, request, by }) =>
      answered(await sayStep(services)({ ...path, ...request, staff: by.staff })),
    endCall: async ({ path, request, by }) =>
      answered(await endCall(services)({ ...path, ...request, ...staffOf(by) })),
    noteAftercare: async ({ path, request, by }) =>
      answered(await noteIncident(services)({ ...path, ...request, what: "aftercare", ...staffOf(by) })),
  };
}

/** The route table lets nobody else in. */
function staffOf({ staff, role }: SignedIn): { readonly staff: string; readonly role: Role } {
  if (role === "prefecture") throw new Error("The prefecture has no calls.");
  return { staff, role };
}

function answered(result: Result<Incident>): { readonly answer: CallIncident } | Refused {
  return result.ok ? { answer: shownIncident(result.value) } : { refused: "wrong", problem: result.problem };
}

function shownIncident({ accommodation, timeline }: Incident): CallIncident {
  return {
    ...(accommodation !== undefined && { accommodation }),
    timeline: timeline.map((event) => ({ ...event })),
  };
}

function shownCaller(now: number, known: KnownCaller) {
  const { arrivedAt, personKey, case: own, earlier, hasMore, flag } = known;
  const caller = personKey === undefined ? "withheld" : earlier.length > 0 ? "returning" : "first";
  return {
    now,
    caller,
    hasMore,
    earlier: earlier.map(shownCase),
    ...(arrivedAt !== undefined && { arrivedAt }),
    ...(own && { receiptNumber: own.receiptNumber }),
    ...(flag && { flag: { reason: flagReasonNames[flag.reason], until: flag.until } }),
  } as const;
}

function shownCase({ receiptNumber, receivedAt, status, category, content, answer, history }: Case) {
  return {
    receiptNumber,
    receivedAt,
    status,
    ...(category !== undefined && { category }),
    ...(content !== undefined && { content }),
    ...(answer !== undefined && { answer }),
    handedOver: history.flatMap(({ what, note }) => (what === "handed-over" && note ? [note] : [])),
  };
}

function guideOf({ longCalls, callScripts }: Pick<Programme, "callScripts" | "longCalls">) {
  const { steps, accommodationQuestion, ladder } = longCalls;
  const coded = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([code, name]) => ({ code, name }));
  const scripts = callScripts ?? [];
  return {
    scripts: scripts.map((one) => ({ ...one, sentences: [...one.sentences], notes: [...one.notes] })),
    steps: steps.map(({ afterMinutes, tell }) => ({
      afterMinutes,
      tell: tell.map((role: DeskRole) => deskRoleNames[role]),
    })),
    accommodationQuestion,
    ladder: ladder.map((step) => ({ ...step })),
    needs: coded(accommodationNames),
    endingReasons: coded(endingReasonNames),
  };
}
