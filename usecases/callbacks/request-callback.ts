import type { Callback } from "../../domain/callback/callback.ts";
import { hasAskedForCallback } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { ensureCaseOfCallback, findCaseOfCall } from "./case-of-callback.ts";
import { deskCalendarForCall } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { CallbackStore, PersonKeys } from "../ports/callers.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";

/** A caller who would rather be called back than wait. */
export interface CallbackRequest {
  /** The first contact of the call. */
  readonly contactId: string;
  /** The caller's own number in E.164; absent where none was shown. */
  readonly callerNumber?: string | undefined;
  /** Where to call, in E.164; a callable number. */
  readonly number: string;
}

/** What the caller is told: a complete sentence, which is true of what is kept. */
export interface CallbackReply {
  readonly status: "kept" | "already";
  readonly sentence: string;
}

/** What a call back is kept with. */
export interface CallbackServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly specialDays: SpecialDayStore;
  readonly callbacks: CallbackStore;
  readonly cases: CaseStore;
  readonly personKeys: PersonKeys;
  readonly warn: (message: string, cause: unknown) => void;
}

/**
 * Keeps a call back and the case that awaits it: one a person, however many calls ask and however often each is repeated.
 * It is due by the business clock, so that what closing time overtakes is work of the next operating day. Throws
 * `Unavailable` where a store fails; nothing is promised then, and the same request may be made again.
 */
export function requestCallback(services: CallbackServices) {
  const { programme, clock, specialDays, callbacks, cases, personKeys, warn } = services;
  const { phrases } = programme;
  const ensureCase = ensureCaseOfCallback(cases);

  return async (request: CallbackRequest): Promise<CallbackReply> => {
    const now = clock.now();
    const earlier = await findCaseOfCall(cases)(programme.id, request.contactId, now);
    if (earlier && hasAskedForCallback(earlier)) return kept(earlier.dueAt ?? now, now);
    const wanted = await callbackOf(request, now);
    const holder = (await callbacks.keep(wanted)) ?? wanted;
    if (holder.contactId !== request.contactId) {
      // A call back that is kept has its case, whoever sees first that it is missing.
      await ensureCase(holder, holder.personKey);
      return { status: "already", sentence: phrases.callbackAlreadyKept };
    }
    await ensureCase(holder, await callerKey(request));
    return kept(holder.dueAt, now);
  };

  function kept(dueAt: Instant, at: Instant): CallbackReply {
    return { status: "kept", sentence: phrases.callbackPromise({ dueAt, at }) };
  }

  async function callbackOf({ contactId, number }: CallbackRequest, now: Instant): Promise<Callback> {
    const [calendar, personKey] = await Promise.all([
      deskCalendarForCall(programme, specialDays, warn),
      personKeys.keyOf(programme.id, number),
    ]);
    const dueAt = calendar.addBusinessMinutes(now, programme.callback.withinBusinessMinutes);
    return { programme: programme.id, personKey, contactId, number, requestedAt: now, dueAt };
  }

  /** The case is found again by the number that the person calls from, where it was shown. */
  function callerKey({ callerNumber, number }: CallbackRequest): Promise<string> {
    return personKeys.keyOf(programme.id, callerNumber ?? number);
  }
}
