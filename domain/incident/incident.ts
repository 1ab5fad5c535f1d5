import type { ReceiptNumber } from "../case/receipt-number.ts";
import type { EntryKind } from "../entry-kind.ts";
import type { Instant } from "../japan-time.ts";
import type { FlagEvent } from "./flag.ts";
import { failure, type Result, success } from "../result.ts";
import type { Role } from "../roster.ts";

/**
 * カスタマーハラスメントの疑い: what happened in a call that somebody found abusive, step by step (R84). A person decides, always:
 * nothing here follows from a length of time or a word. The time line is only ever added to.
 */
export interface Incident {
  /** The first contact of the call, by which its recording is found. */
  readonly contactId: string;
  readonly receiptNumber?: ReceiptNumber;
  /** The keyed hash of the person's number. */
  readonly personKey?: string;
  /** Whether the person needs help to hear, to understand or to speak. Asked first; it is never a ground for anything. */
  readonly accommodation?: AccommodationNeed;
  readonly timeline: readonly IncidentEvent[];
  readonly version: number;
}

interface IncidentEvent {
  readonly at: Instant;
  readonly what:
    | "suspected"
    | "accommodation-asked"
    | "said"
    | "joined"
    | "taken-over"
    | "ended"
    | "flagged"
    | "flag-kept"
    | "flag-ended"
    | "aftercare"
    | "reviewed";
  /** A staff code. */
  readonly by: string;
  /** Of `said`: the step of the ladder. */
  readonly step?: string;
  /** Of `ended`: why. */
  readonly reason?: EndingReason;
  /** Of `aftercare`, `reviewed` and what was decided of a flag: about our own people and rules, not about the person. */
  readonly note?: string;
}

export type AccommodationNeed = "none" | "hearing" | "understanding" | "language" | "other";

export const accommodationNames: Readonly<Record<AccommodationNeed, string>> = {
  none: "特になし",
  hearing: "聞こえにくい",
  understanding: "ゆっくり、または繰り返しの説明が必要",
  language: "日本語以外、またはやさしい日本語が必要",
  other: "そのほかの配慮が必要",
};

/** Why a call was ended by the desk. */
export type EndingReason = "long" | "repeated" | "abuse" | "threat" | "sexual" | "discrimination" | "danger";

export const endingReasonNames: Readonly<Record<EndingReason, string>> = {
  long: "長時間の拘束",
  repeated: "同じ要求の繰り返し",
  abuse: "暴言・侮辱",
  threat: "脅迫",
  sexual: "性的な言動",
  discrimination: "差別的な言動",
  danger: "身の危険（110番）",
};

/** Grounds that end a call at once, by whoever hears it (the ladder of the Ministry's and the call centre association's guides). */
const atOnce: ReadonlySet<EndingReason> = new Set(["threat", "sexual", "discrimination", "danger"]);

/** Listed by when each was reported. */
export const incidents: EntryKind<Incident> = {
  kind: "incident",
  idOf: ({ contactId }) => contactId,
  listedAt: ({ timeline }) => timeline[0]?.at,
};

const longestNote = 2000;

/** An incident that somebody has just reported with one key. */
export function suspected(
  call: Pick<Incident, "contactId" | "receiptNumber" | "personKey">,
  reported: { readonly at: Instant; readonly by: string },
): Incident {
  return { ...call, timeline: [{ ...reported, what: "suspected" }], version: 1 };
}

/** The next version of an incident in which the person was asked what they need. The latest answer counts. */
export function accommodationAsked(
  kept: Incident,
  need: string,
  asked: { readonly at: Instant; readonly by: string },
): Result<Incident> {
  if (!isNeed(need))
    return failure(`"${need}" is no need: use ${Object.keys(accommodationNames).join(", ")}.`);
  return success({ ...withEvent(kept, { ...asked, what: "accommodation-asked" }), accommodation: need });
}

/** The next version of an incident in which a step of the ladder was said. Its first question comes before every step. */
export function stepSaid(
  kept: Incident,
  step: string,
  ladder: readonly { readonly code: string }[],
  said: { readonly at: Instant; readonly by: string },
): Result<Incident> {
  const index = ladder.findIndex(({ code }) => code === step);
  if (index < 0) return failure(`"${step}" is no step: use ${ladder.map(({ code }) => code).join(", ")}.`);
  if (kept.accommodation === undefined) return failure(askFirst);
  const missing = ladder.slice(0, index).find(({ code }) => !hasSaid(kept, code));
  if (missing) return failure(`先に段階「${missing.code}」の文を伝えてください。`);
  return success(withEvent(kept, { ...said, what: "said", step }));
}

/** The next version of an incident whose call a leader or a supervisor has joined or taken over. */
export function callJoined(
  kept: Incident,
  how: "joined" | "taken-over",
  joined: { readonly at: Instant; readonly by: string; readonly role: Role },
): Result<Incident> {
  const { at, by, role } = joined;
  if (role === "operator") return failure("通話に加わる、または代わるのは、LDかSVです。");
  return success(withEvent(kept, { at, by, what: how }));
}

/**
 * The next version of an incident whose call the desk has ended. A threat and its like end it at once. Everything else is a
 * leader's or a supervisor's decision, after the person was asked what they need and the whole ladder was said; who needs
 * help to hear or to understand is never cut off for the time that it takes (guidelines under the amended 労働施策総合推進法).
 */
export function callEnded(
  kept: Incident,
  reason: string,
  ladder: readonly { readonly code: string }[],
  ended: { readonly at: Instant; readonly by: string; readonly role: Role },
): Result<Incident> {
  if (!isEndingReason(reason))
    return failure(`"${reason}" is no reason: use ${Object.keys(endingReasonNames).join(", ")}.`);
  if (kept.timeline.some(({ what }) => what === "ended"))
    return failure("この通話はすでに終了と記録されています。");
  const problem = atOnce.has(reason) ? undefined : problemOfEnding(kept, reason, ladder, ended.role);
  if (problem !== undefined) return failure(problem);
  const { at, by } = ended;
  return success(withEvent(kept, { at, by, what: "ended", reason }));
}

/** The next version of an incident with a note about what was done for the operator, or what a supervisor found of it. */
export function noted(
  kept: Incident,
  what: "aftercare" | "reviewed",
  note: { readonly at: Instant; readonly by: string; readonly role: Role; readonly text: string },
): Result<Incident> {
  const { at, by, role, text } = note;
  if (what === "reviewed" && role !== "supervisor") return failure("事案を確認して閉じるのは、SVです。");
  if (text.trim() === "" || text.length > longestNote)
    return failure(`記録を${longestNote}文字以内で入力してください。`);
  return success(withEvent(kept, { at, by, what, note: text }));
}

/** What is written of a decision about a flag. */
const flagEvents = { put: "flagged", kept: "flag-kept", ended: "flag-ended" } as const;

/** The next version of an incident of whose person's flag something was decided; what stands there already is not added again. */
export function flagDecided(kept: Incident, { at, by, what: decided, note }: FlagEvent): Incident {
  const what = flagEvents[decided];
  if (kept.timeline.some((event) => event.what === what && event.at === at && event.by === by)) return kept;
  return withEvent(kept, { at, by, what, ...(note !== undefined && { note }) });
}

const askFirst = "先に、聞こえにくさや説明のしかたなど、必要な配慮がないかを尋ねて記録してください。";

function problemOfEnding(
  kept: Incident,
  reason: EndingReason,
  ladder: readonly { readonly code: string }[],
  role: Role,
): string | undefined {
  const { accommodation } = kept;
  if (role === "operator") return "通話を終えるかどうかは、LDかSVが決めます。加わってもらってください。";
  if (accommodation === undefined) return askFirst;
  if (accommodation !== "none" && (reason === "long" || reason === "repeated"))
    return "配慮が必要な方との通話は、長さや繰り返しを理由に終えられません。説明のしかたを変えてください。";
  const missing = ladder.find(({ code }) => !hasSaid(kept, code));
  return missing && `先に段階「${missing.code}」の文を伝えてください。`;
}

function hasSaid({ timeline }: Incident, step: string): boolean {
  return timeline.some((event) => event.what === "said" && event.step === step);
}

function withEvent(kept: Incident, event: IncidentEvent): Incident {
  return { ...kept, timeline: [...kept.timeline, event], version: kept.version + 1 };
}

function isNeed(text: string): text is AccommodationNeed {
  return Object.hasOwn(accommodationNames, text);
}

function isEndingReason(text: string): text is EndingReason {
  return Object.hasOwn(endingReasonNames, text);
}
