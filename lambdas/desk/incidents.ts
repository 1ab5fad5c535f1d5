import type { ShownIncident } from "../../contract/incidents.ts";
import { type Flag, flagReasonNames, reviewOf } from "../../domain/incident/flag.ts";
import { accommodationNames, endingReasonNames, type Incident } from "../../domain/incident/incident.ts";
import type { CallAlert } from "../../domain/long-call/long-call.ts";
import type { Programme } from "../../domain/programme.ts";
import { noteIncident } from "../../usecases/calls/handle-incident.ts";
import { flagAfterIncident } from "../../usecases/calls/flag-person.ts";
import type { FlagStore } from "../../usecases/ports/callers.ts";
import type { PageOfEntries, VersionedEntryStore } from "../../usecases/ports/entries.ts";
import { behind, strangePlace, wantedPage } from "./cursor.ts";
import { endOf, wrongLastDate } from "./flags.ts";
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
  "flag-kept": "責任者対応の印を続けると決めた",
  "flag-ended": "責任者対応の印を終えた",
  aftercare: "対応した職員のケア",
  reviewed: "事案を確認",
};

/**
 * Incidents for those who lead the desk; a supervisor writes down that one was looked at, and may flag the person. Nothing
 * follows from an incident by itself.
 */
export function incidentHandlers(parts: {
  readonly programme: Programme;
  readonly incidents: VersionedEntryStore<Incident>;
  readonly alerts: Pick<VersionedEntryStore<CallAlert>, "add">;
  readonly flags: FlagStore;
}): RouteHandlers<"listIncidents" | "reviewIncident" | "flagPerson"> {
  const { programme, incidents, flags } = parts;
  const stepNames = new Map(programme.longCalls.ladder.map(({ code, name }) => [code, name]));
  const only = async (contactId: string): Promise<PageOfEntries<Incident>> => {
    const found = await incidents.find(programme.id, contactId);
    return { entries: found ? [found] : [] };
  };
  return {
    async listIncidents({ request: { after, contactId }, at }) {
      const page = wantedPage(after);
      if (!page) return strangePlace;
      const { entries, next } =
        contactId === undefined ? await incidents.page(programme.id, page) : await only(contactId);
      const people = new Set(entries.flatMap(({ personKey }) => personKey ?? []));
      const flagged = await Promise.all([...people].map((person) => flags.find(programme.id, person)));
      const inForce = new Map(
        flagged.flatMap((flag) => (flag && at < flag.until ? [[flag.personKey, flag] as const] : [])),
      );
      return {
        answer: {
          now: at,
          incidents: entries.map((one) => shown(one, stepNames, inForce.get(one.personKey ?? ""))),
          flagReasons: { ...flagReasonNames },
          ...behind(next),
        },
        about: entries.flatMap(({ receiptNumber }) => receiptNumber ?? []),
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
    async flagPerson({ path: { contactId }, request: { reason, lastDate }, by, at }) {
      const wrong = wrongLastDate(lastDate, at);
      if (wrong) return wrong;
      const flagged = await flagAfterIncident({ ...parts, clock: { now: () => at } })({
        contactId,
        staff: by.staff,
        role: "supervisor",
        until: endOf(lastDate),
        reason,
      });
      if (!flagged.ok) return { refused: "wrong", problem: flagged.problem };
      const receiptNumber = (await incidents.find(programme.id, contactId))?.receiptNumber;
      return { answer: {}, about: receiptNumber === undefined ? [] : [receiptNumber] };
    },
  };
}

function shown(
  { contactId, receiptNumber, personKey, accommodation, timeline }: Incident,
  stepNames: ReadonlyMap<string, string>,
  flag: Flag | undefined,
): ShownIncident {
  return {
    contactId,
    ...(receiptNumber !== undefined && { receiptNumber }),
    ...(accommodation !== undefined && { accommodation: accommodationNames[accommodation] }),
    isReviewed: timeline.some(({ what }) => what === "reviewed"),
    mayFlag: personKey !== undefined,
    ...(flag && {
      flag: { reason: flagReasonNames[flag.reason], until: flag.until, reviewAt: reviewOf(flag) },
    }),
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
