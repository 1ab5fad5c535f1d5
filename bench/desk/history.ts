import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import { type Case, type CaseOrigin, originText } from "../../domain/case/case.ts";
import type { Escalation } from "../../domain/case/escalation.ts";
import { receiptNumberOf } from "../../domain/case/receipt-number.ts";
import {
  dateOfDay,
  dayNumberOf,
  type Instant,
  instantOfDay,
  type JapaneseDate,
  millisPerDay,
  millisPerMinute,
} from "../../domain/japan-time.ts";
import { textFingerprint } from "../../domain/text-fingerprint.ts";
import { programme } from "../runner/first-programme.ts";

/**
 * How long a desk has worked, and what it has piled up. A desk takes as many contacts a day whether it is two days old or nine
 * months: what grows is what lies behind it (`past`), and, in a bad year, what it has not done yet (`waiting`).
 */
export interface DeskAge {
  readonly cases: number;
  /** Cases received on one operating day. */
  readonly perDay: number;
  /** Entries of each list of what happened: incidents, proposals, answered questions, notes … */
  readonly past: number;
  /** Entries of each list of what is to be done: call backs, open questions, deletions to decide … */
  readonly waiting: number;
  /** Written inquiries that owe an answer. */
  readonly due: number;
  /** Cases of the one person that is searched for. */
  readonly ofOnePerson: number;
}

/** A case of the history with the number of its place, 0 being the latest. */
interface CaseOfHistory {
  readonly index: number;
  readonly case: Case;
}

/** The last day of every history, and the last moment of it in which somebody may be called back. */
export const today: JapaneseDate = "2025-03-24";
export const now: Instant = instantOfDay(dayNumberOf(today), 17 * 60 - 0.5);

const openMinutes = programme.hours.closesAtMinute - programme.hours.opensAtMinute;
const kinds = 4;

/** Whether the one of `index` out of `total` is one of `count` that lie evenly among them. */
export function isChosen(index: number, count: number, total: number): boolean {
  return index < total && Math.floor(((index + 1) * count) / total) > Math.floor((index * count) / total);
}

/** The operating days up to today, the latest first. */
function* operatingDaysBack(): Generator<JapaneseDate> {
  const calendar = createCalendar(programme.hours);
  for (let day = dayNumberOf(today); ; day--)
    if (calendar.isOperatingDay(dateOfDay(day))) yield dateOfDay(day);
}

/** The cases of a desk of that age, the latest day first; of every four the first is written, the others are calls. */
export function* casesOf(age: DeskAge, searchedFor: string): Generator<CaseOfHistory> {
  let index = 0;
  for (const date of operatingDaysBack()) {
    const taken = new Set<string>();
    for (let place = 0; place < age.perDay; place++, index++) {
      if (index === age.cases) return;
      const minute = programme.hours.opensAtMinute + (place * openMinutes) / age.perDay;
      const receivedAt = Math.round(instantOfDay(dayNumberOf(date), minute));
      yield { index, case: caseAt(index, age, { date, receivedAt, taken, searchedFor }) };
    }
  }
}

interface Surroundings {
  readonly date: JapaneseDate;
  readonly receivedAt: Instant;
  /** The numbers of the day. */
  readonly taken: Set<string>;
  readonly searchedFor: string;
}

function caseAt(index: number, age: DeskAge, around: Surroundings): Case {
  const { receivedAt, searchedFor } = around;
  const origin = originAt(index);
  const people = Math.ceil(age.cases / 3);
  const open = { at: receivedAt, what: "opened" } as const;
  const base: Case = {
    programme: programme.id,
    receiptNumber: numberOf(origin, around),
    origin,
    receivedAt,
    status: "closed",
    personKey: isChosen(index, age.ofOnePerson, age.cases) ? searchedFor : `person ${index % people}`,
    attributes: attributesAt(index),
    category: programme.categories[index % programme.categories.length]?.code ?? "",
    content: `アプリの歩数が反映されない。再起動と再ログインを案内した（${index % 1000}）。ポイントの確認方法も説明した。`,
    answer: "設定画面の「連携」を入れ直すと反映されることを案内した。",
    owner: `OP${String(index % 40).padStart(2, "0")}`,
    history: [
      open,
      { at: receivedAt + 4 * millisPerMinute, what: "edited", by: "OP01", fields: ["content", "answer"] },
      { at: receivedAt + 6 * millisPerMinute, what: "status-changed", by: "OP01", to: "closed" },
    ],
    version: 3,
  };
  return { ...base, ...workAt(index, age, base) };
}

function originAt(index: number): CaseOrigin {
  return index % kinds === 0
    ? { kind: "web-form", submissionId: `submission-${index}` }
    : { kind: "call", contactId: contactIdAt(index) };
}

/** The first contact of the call of a case. */
export function contactIdAt(index: number): string {
  return `6f1c1f0e-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

function attributesAt(index: number): Case["attributes"] {
  const pick = (choices: readonly string[]) => choices[index % choices.length] ?? "";
  const { municipality, ageBand, device, relation } = programme.attributeChoices;
  return {
    municipality: pick(municipality),
    ageBand: pick(ageBand),
    device: pick(device),
    relation: pick(relation),
  };
}

/** As the service finds numbers: of two that would have the same the later one takes the next. */
function numberOf(origin: CaseOrigin, { date, taken }: Surroundings): string {
  for (let attempt = 0; ; attempt++) {
    const number = receiptNumberOf(date, originText(origin), attempt);
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

/** Work that waits lies in the latest 20 days' cases. */
function recent({ cases, perDay }: DeskAge): number {
  return Math.min(cases, 20 * perDay);
}

/** Who has every case in hand of which the prefecture was asked, and reads the lists that supervisors may read. */
const asking = "SV01";

/** What makes a case another than one that was closed at once. */
function workAt(index: number, age: DeskAge, kept: Case): Partial<Case> {
  const place = Math.floor(index / kinds);
  const ofKind = Math.floor(recent(age) / kinds);
  switch (index % kinds) {
    case 0:
      return isChosen(place, age.due, ofKind)
        ? { status: "in-progress", dueAt: kept.receivedAt + 3 * millisPerDay }
        : {};
    case 1:
      return isCallbackAt(index, age)
        ? { status: "awaiting-callback", dueAt: dueOfCallback(kept.receivedAt) }
        : {};
    case 2:
      return isChosen(place, age.waiting, ofKind) ? { ...questionOf(kept, "asked"), owner: asking } : {};
    default:
      return isChosen(place, age.past, Math.floor(age.cases / kinds)) ? questionOf(kept, "answered") : {};
  }
}

export function isCallbackAt(index: number, age: DeskAge): boolean {
  const ofKind = Math.floor(recent(age) / kinds);
  return index % kinds === 1 && isChosen(Math.floor(index / kinds), age.waiting, ofKind);
}

export function dueOfCallback(requestedAt: Instant): Instant {
  return requestedAt + 120 * millisPerMinute;
}

function questionOf({ receivedAt }: Case, state: "asked" | "answered"): Partial<Case> {
  const question = "転出した方のポイントを、転出の後も抽選に使えるか。";
  const asked = {
    number: 1,
    to: "prefecture",
    question,
    askedAt: receivedAt + 10 * millisPerMinute,
    askedBy: "OP01",
  } as const;
  const escalation: Escalation =
    state === "asked"
      ? { ...asked, state }
      : {
          ...asked,
          state,
          answer: "転出の前に獲得した分は使えます。",
          answeredAt: receivedAt + millisPerDay,
          answeredBy: "PREF01",
        };
  const release = { of: textFingerprint(question), text: question, at: receivedAt, by: "SV01", marked: 0 };
  return {
    status: state === "asked" ? "referred" : "in-progress",
    escalations: [escalation],
    releases: [release],
  };
}
