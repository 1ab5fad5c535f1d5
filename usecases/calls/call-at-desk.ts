import type { Case } from "../../domain/case/case.ts";
import { contactOf } from "../../domain/contact/contact.ts";
import type { ArrivedCaller } from "../../domain/contact/arrived-caller.ts";
import type { Flag } from "../../domain/incident/flag.ts";
import { dateAt, type Instant } from "../../domain/japan-time.ts";
import { type SpokenCall, spokenCalls } from "../../domain/long-call/long-call.ts";
import type { Programme } from "../../domain/programme.ts";
import { casesOfPerson } from "../cases/cases-of-person.ts";
import { findCaseOf } from "../cases/open-case.ts";
import type { FlagStore } from "../ports/callers.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { ContactStore } from "../ports/contacts.ts";
import type { EntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** What a call is shown from. */
export interface CallAtDeskServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly contacts: Pick<ContactStore, "ofDay">;
  readonly cases: CaseStore;
  readonly flags: Pick<FlagStore, "find">;
  readonly callers: Pick<EntryStore<ArrivedCaller>, "find">;
}

/** A call that rings or is spoken at the desk; what nobody has said yet is undefined. */
export interface CallAtDesk {
  /** When the call arrived. */
  readonly arrivedAt: Instant | undefined;
  /** Since when, and until when, somebody speaks. */
  readonly spoken: SpokenCall | undefined;
  /** The keyed hash of the number; undefined where it was withheld. */
  readonly personKey: string | undefined;
  /** The case of this call, once somebody has answered it. */
  readonly case: Case | undefined;
}

/** What the desk knows of the caller of a call. */
export interface KnownCaller extends CallAtDesk {
  /** The caller's other cases, the latest first. */
  readonly earlier: readonly Case[];
  /** Whether there are more than are shown. */
  readonly hasMore: boolean;
  /** In force now. */
  readonly flag?: Flag;
}

/** Looks a call up by the id of its first contact. It is safe to ask at any moment: what is not known yet is absent. */
export function callAtDesk(services: Omit<CallAtDeskServices, "flags">) {
  const { programme, clock, contacts, cases, callers } = services;
  return async (contactId: string): Promise<CallAtDesk> => {
    const now = clock.now();
    const caller = await callers.find(programme.id, contactId);
    const dates = new Set([caller?.arrivedAt ?? now, now].map(dateAt));
    const days = await Promise.all([...dates].map((date) => contacts.ofDay(programme.id, date)));
    const legs = days.flat().map(contactOf);
    const spoken = spokenCalls(legs).find((call) => call.contactId === contactId);
    const arrivedAt = legs.find((leg) => leg.contactId === contactId)?.initiatedAt ?? caller?.arrivedAt;
    const personKey = caller?.personKey ?? spoken?.personKey;
    const origin = { kind: "call", contactId } as const;
    const own =
      arrivedAt === undefined ? undefined : await findCaseOf(cases)(programme.id, origin, arrivedAt);
    return {
      arrivedAt,
      spoken,
      personKey,
      case: own,
    };
  };
}

/** The same with what is known of the caller. Personal data: each answer is audited by who asks. */
export function callerAtDesk(services: CallAtDeskServices) {
  const { programme, clock, cases, flags } = services;
  return async (contactId: string): Promise<KnownCaller> => {
    const call = await callAtDesk(services)(contactId);
    const { personKey, case: own } = call;
    if (personKey === undefined) return { ...call, earlier: [], hasMore: false };
    const [page, flag] = await Promise.all([
      casesOfPerson({ programme, cases })(personKey),
      flags.find(programme.id, personKey),
    ]);
    return {
      ...call,
      earlier: page.cases.filter(({ receiptNumber }) => receiptNumber !== own?.receiptNumber),
      hasMore: page.next !== undefined,
      ...(flag && clock.now() < flag.until && { flag }),
    };
  };
}
