import {
  attemptsOf,
  type CallAttempt,
  callbackClosed,
  nextAttempt,
  wasReached,
} from "../../domain/callback/attempt.ts";
import type { Callback } from "../../domain/callback/callback.ts";
import {
  attemptOutcomeNames,
  type ClosingReason,
  closingReasonNames,
  isAttemptOutcome,
  isClosingReason,
} from "../../domain/callback/outcome.ts";
import { awaitingCallback, type Case, calledBack } from "../../domain/case/case.ts";
import { dateAt, formatMinute, type Instant } from "../../domain/japan-time.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { parseTelephoneNumber } from "../../domain/telephone-number.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import { caseByNumber } from "../cases/case-by-number.ts";
import { changeCase } from "../cases/change-case.ts";
import { changeCaseIf } from "../cases/change-case-if.ts";
import type { PersonKeys } from "../ports/callers.ts";
import { programmeInForce } from "../settings/rules-in-force.ts";
import { type EndingCallbacks, endCallback } from "./end-callback.ts";
import { type AwaitedCallback, awaitedCallback, type CallbackWork } from "./list-callbacks.ts";

/**
 * Promises the person of a case to be called back (R17), due by the business clock. A person has one open call back: who has
 * one for another case is told in that call. The call back is kept before its case says so, so that the same may be sent again.
 */
export function promiseCallback(services: CallbackWork & { readonly personKeys: PersonKeys }) {
  const { programme, clock, cases, callbacks, specialDays, personKeys } = services;
  return async (promise: {
    readonly receiptNumber: string;
    readonly number: string;
    readonly staff: string;
  }): Promise<Result<Case>> => {
    const by = staffCodeNamed(promise.staff);
    if (!by.ok) return by;
    const number = parseTelephoneNumber(promise.number);
    if (!number.ok) return number;
    const found = await caseByNumber(services)(promise.receiptNumber);
    if (!found.ok) return found;
    const at = clock.now();
    const possible = promised(found.value, at, at, by.value);
    if (!possible.ok) return possible;
    const calendar = await deskCalendar(programme, specialDays);
    const wanted: Callback = {
      programme: programme.id,
      personKey: await personKeys.keyOf(programme.id, number.value),
      ...askedBy(found.value, at),
      number: number.value,
      requestedAt: at,
      dueAt: calendar.addBusinessMinutes(at, programme.callback.withinBusinessMinutes),
    };
    const holder = (await callbacks.keep(wanted)) ?? wanted;
    if (holder.contactId !== wanted.contactId)
      return failure(
        `この方には、すでに ${formatMinute(holder.dueAt)} までの折返し架電があります。その電話で一緒に答えてください。`,
      );
    return changeCaseIf(cases)(found.value, (current) => promised(current, at, holder.dueAt, by.value));
  };
}

/**
 * Keeps how a call back went. Who was reached is owed none any more; a wrong number ends it; else it is tried again later.
 * What was done is written down whatever the time is: whether one may call is asked before the call (`numberToCall`).
 * That the person was reached is taken, once, also where the record of the call or a colleague has closed the call back first.
 */
export function attemptCallback(services: CallbackWork & EndingCallbacks) {
  const { clock, cases } = services;
  return async (attempt: {
    readonly receiptNumber: string;
    readonly outcome: string;
    readonly staff: string;
  }): Promise<Result<Case>> => {
    const { outcome } = attempt;
    if (!isAttemptOutcome(outcome))
      return failure(`"${outcome}" is no outcome: use ${Object.keys(attemptOutcomeNames).join(", ")}.`);
    const by = staffCodeNamed(attempt.staff);
    if (!by.ok) return by;
    const made = { at: clock.now(), by: by.value, outcome };
    const found = await awaitedCallback(services)(attempt.receiptNumber);
    if (!found.ok) return (await toldAfterwards(attempt.receiptNumber, made)) ?? found;
    const tried = await changeCase(cases)(found.value.case, (current) => nextAttempt(current, made));
    const awaited = { ...found.value, case: tried };
    if (outcome === "connected") return success(await reached(awaited, made.at));
    if (outcome !== "wrong-number") return success(tried);
    return success(await closed(services)(awaited, { ...made, reason: outcome }));
  };

  async function reached({ callback, case: kept }: AwaitedCallback, at: Instant): Promise<Case> {
    const told = await changeCase(cases)(kept, (current) => calledBack(current, at));
    await endCallback(services)(callback, at);
    return told;
  }

  /** Undefined where nobody is known to have been reached. */
  async function toldAfterwards(
    receiptNumber: string,
    made: Required<CallAttempt>,
  ): Promise<Result<Case> | undefined> {
    if (made.outcome !== "connected") return undefined;
    const kept = await caseByNumber(services)(receiptNumber);
    if (!kept.ok || !wasReached(kept.value)) return undefined;
    return success(await changeCase(cases)(kept.value, (current) => nextAttempt(current, made)));
  }
}

/** Closes a call back that reaches nobody or is not wanted any more; the number goes with it, and the case is open again. */
export function closeCallbackByHand(services: CallbackWork & EndingCallbacks) {
  const { clock } = services;
  const inForce = programmeInForce(services);
  return async (given: {
    readonly receiptNumber: string;
    readonly reason: string;
    readonly staff: string;
  }): Promise<Result<Case>> => {
    const { reason } = given;
    if (!isClosingReason(reason))
      return failure(`"${reason}" is no reason: use ${Object.keys(closingReasonNames).join(", ")}.`);
    const by = staffCodeNamed(given.staff);
    if (!by.ok) return by;
    const found = await awaitedCallback(services)(given.receiptNumber);
    if (!found.ok) return found;
    const { mostAttempts } = (await inForce()).callback;
    const tried = attemptsOf(found.value.case).length;
    if (reason === "unreachable" && tried < mostAttempts)
      return failure(
        `つながらないことを理由に終了できるのは、${mostAttempts}回かけた後です（いま${tried}回）。`,
      );
    return success(await closed(services)(found.value, { at: clock.now(), by: by.value, reason }));
  };
}

/**
 * The case first: where a later write fails, the call back is still on the list and may be closed again. Of a wrong number
 * nothing remains: whoever answered there was not called back.
 */
function closed(services: CallbackWork & EndingCallbacks) {
  const { cases, callbacks } = services;
  return async (
    { callback, case: kept }: AwaitedCallback,
    closing: { readonly at: Instant; readonly by: string; readonly reason: ClosingReason },
  ): Promise<Case> => {
    const told = await changeCase(cases)(kept, (current) =>
      current.status === "awaiting-callback" ? callbackClosed(current, closing) : undefined,
    );
    if (closing.reason === "wrong-number") await callbacks.close(callback);
    else await endCallback(services)(callback, closing.at);
    return told;
  };
}

function promised(current: Case, at: Instant, dueAt: Instant, by: string): Result<Case> {
  if (current.status === "awaiting-callback") return success(current);
  if (current.status === "closed" || current.status === "referred")
    return failure("完了または照会中の案件には、折返し架電を登録できません。先に対応中にしてください。");
  const awaiting = awaitingCallback(current, { at, dueAt });
  const [event] = awaiting.history.slice(-1);
  if (!event) throw new Error("A case that awaits a call back says since when.");
  return success({ ...awaiting, history: [...current.history, { ...event, by }] });
}

/** A call of today is tied to the call back that answers it; any other case is found by its number and date. */
function askedBy(
  { origin, receiptNumber, receivedAt }: Case,
  at: Instant,
): Pick<Callback, "contactId" | "inquiryReceivedAt"> {
  return origin.kind === "call" && dateAt(receivedAt) === dateAt(at)
    ? { contactId: origin.contactId }
    : { contactId: receiptNumber, inquiryReceivedAt: receivedAt };
}
