import type { ShownIncident } from "../../contract/incidents.ts";
import { accommodationNames, endingReasonNames, type Incident } from "../../domain/incident/incident.ts";
import type { CallAlert } from "../../domain/long-call/long-call.ts";
import type { Programme } from "../../domain/programme.ts";
import { listIncidents, noteIncident } from "../../usecases/handle-incident.ts";
import type { VersionedEntryStore } from "../../usecases/ports/entries.ts";
import type { RouteHandlers } from "./route-handler.ts";

type IncidentEvent = Incident["timeline"][number];

/** What each event says besides its own words. */
const sentences: Readonly<Record<IncidentEvent["what"], string>> = {
  suspected: "ハラスメントの疑いを報告",
  "accommodation-asked": "必要な配慮を確認",
  said: "決まった文を伝達",
  joined: "通話に参加",
  "taken-over": "通話を交代",
  ended: "通話を終了",
  flagged: "責任者対応の印を付けた",
  aftercare: "対応した職員のケア",
  reviewed: "事案を確認",
};

/** Incidents for those who lead the desk; a supervisor writes down that one was looked at. Nothing follows from it by itself. */
export function incidentHandlers(parts: {
  readonly programme: Programme;
  readonly incidents: VersionedEntryStore<Incident>;
  readonly alerts: Pick<VersionedEntryStore<CallAlert>, "add">;
}): RouteHandlers<"listIncidents" | "reviewIncident"> {
  const stepNames = new Map(parts.programme.longCalls.ladder.map(({ code, name }) => [code, name]));
  return {
    async listIncidents() {
      const all = await listIncidents(parts)();
      return {
        answer: { incidents: all.map((one) => shown(one, stepNames)) },
        about: all.flatMap(({ receiptNumber }) => receiptNumber ?? []),
      };
    },
    async reviewIncident({ path: { contactId }, request: { text }, by, at }) {
      const reviewed = await noteIncident({ ...parts, clock: { now: () => at } })({
        contactId,
        staff: by.staff,
        role: "supervisor",
        what: "reviewed",
        text,
      });
      return reviewed.ok ? { answer: {} } : { refused: "not-found", problem: reviewed.problem };
    },
  };
}

function shown(
  { contactId, receiptNumber, accommodation, timeline }: Incident,
  stepNames: ReadonlyMap<string, string>,
): ShownIncident {
  return {
    contactId,
    ...(receiptNumber !== undefined && { receiptNumber }),
    ...(accommodation !== undefined && { accommodation: accommodationNames[accommodation] }),
    isReviewed: timeline.some(({ what }) => what === "reviewed"),
    timeline: timeline.map((event) => ({
      at: event.at,
      by: event.by,
      sentence: inWords(event, stepNames),
      ...(event.note !== undefined && { note: event.note }),
    })),
  };
}

function inWords({ what, step, reason }: IncidentEvent, stepNames: ReadonlyMap<string, string>): string {
  if (step !== undefined) return `${sentences[what]}（${stepNames.get(step) ?? step}）`;
  return reason === undefined ? sentences[what] : `${sentences[what]}（${endingReasonNames[reason]}）`;
}
