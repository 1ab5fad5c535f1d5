import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { printedReceiptNumber } from "../../domain/case/receipt-number.ts";
import { type Instant, formatInstant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { deskCalendarForCall } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { AnnouncementStore, FlagStore, PersonKeys } from "../ports/callers.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock, TimeLimit } from "../ports/host.ts";

/** Whether the desk is open: if not, one complete sentence that says why not and when it opens. */
type Opening =
  | { readonly status: "open" }
  | {
      readonly status: "closed";
      readonly reason: string;
      readonly nextOpening: Instant;
      readonly sentence: string;
    };

/** What an arriving call is told, and what the desk knows of its caller. */
export type CallAnswer = Opening & {
  /** The emergency announcement, to be said first; "" where none is in force. */
  readonly announcement: string;
  readonly route: "operator" | "supervisor";
  readonly caller: "first" | "returning";
  /** The printed receipt number of the caller's newest case that is not closed, or "". */
  readonly openCase: string;
};

/** A call waits no longer than this for what is only good to know. All of it is looked up at once. */
const lookUpMillis = 1_000;

/** What answers a call is made from. */
export interface AnswerServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly specialDays: SpecialDayStore;
  readonly announcements: AnnouncementStore;
  readonly flags: FlagStore;
  readonly cases: CaseStore;
  readonly personKeys: PersonKeys;
  readonly timeLimit: TimeLimit;
  readonly warn: (message: string, cause: unknown) => void;
}

/**
 * Answers the flow's first question about a call from `telephoneNumber` (E.164; undefined where none was shown, which is
 * nothing unusual). Where the entered special days cannot be read, the calendar of the settings answers. All else is best
 * effort: what fails or is slow is warned of and left out, so that no caller waits for a table.
 */
export function answerCall(services: AnswerServices) {
  const { programme, clock, specialDays, announcements, flags, cases, personKeys, timeLimit, warn } =
    services;

  return async (telephoneNumber: string | undefined): Promise<CallAnswer> => {
    const now = clock.now();
    const person = keyOf(telephoneNumber);
    const [calendar, announcement, flagged, known] = await Promise.all([
      deskCalendarForCall(programme, specialDays, warn),
      lookUp("the announcement", "", announcementAt(now)),
      lookUp("the caller's flag", false, isFlagged(person, now)),
      lookUp("the caller's cases", nothingKnown, casesOf(person)),
    ]);
    return {
      ...openingAt(programme, calendar, now),
      announcement,
      route: flagged ? "supervisor" : "operator",
      ...known,
    };
  };

  function lookUp<Answer>(what: string, neutral: Answer, answer: Promise<Answer>): Promise<Answer> {
    return timeLimit(lookUpMillis, answer).catch((cause: unknown) => {
      warn(`${what} cannot be looked up; the call goes on without`, cause);
      return neutral;
    });
  }

  async function keyOf(telephoneNumber: string | undefined): Promise<string | undefined> {
    return telephoneNumber && personKeys.keyOf(programme.id, telephoneNumber);
  }

  async function announcementAt(now: Instant): Promise<string> {
    const announcement = await announcements.find(programme.id);
    return announcement && now < announcement.until ? announcement.text : "";
  }

  async function isFlagged(person: Promise<string | undefined>, now: Instant): Promise<boolean> {
    const personKey = await person;
    const flag = personKey && (await flags.find(programme.id, personKey));
    return Boolean(flag && now < flag.until);
  }

  async function casesOf(person: Promise<string | undefined>): Promise<KnownOfCaller> {
    const personKey = await person;
    if (!personKey) return nothingKnown;
    const latest = (await cases.personPage(programme.id, personKey, { limit: casesLookedAt })).cases;
    if (latest.length === 0) return nothingKnown;
    const open = latest.find(({ status }) => status !== "closed");
    return { caller: "returning", openCase: open ? printedReceiptNumber(open.receiptNumber) : "" };
  }
}

/** Among so many of a person's latest cases an open one is looked for; all are read at once. */
const casesLookedAt = 5;

type KnownOfCaller = Pick<CallAnswer, "caller" | "openCase">;

const nothingKnown: KnownOfCaller = { caller: "first", openCase: "" };

function openingAt(programme: Programme, calendar: BusinessCalendar, at: Instant): Opening {
  const reason = calendar.reasonClosed(at);
  if (!reason) return { status: "open" };
  const nextOpening = calendar.nextOpening(at);
  const sentence = programme.phrases.closed({ reason: reason.name, nextOpening, at });
  return { status: "closed", reason: reason.name, nextOpening, sentence };
}

/** The answer as a flow reads it: texts only, every key always there. `announced` says whether there is an announcement. */
export function flatAnswer(answer: CallAnswer): Record<string, string> {
  return {
    reason: "",
    sentence: "",
    ...answer,
    nextOpening: answer.status === "closed" ? formatInstant(answer.nextOpening) : "",
    announced: answer.announcement === "" ? "no" : "yes",
  };
}
