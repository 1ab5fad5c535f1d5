import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { type CallbackStanding, standingOf } from "../../domain/callback/attempt.ts";
import { type Callback, isCallbackOf } from "../../domain/callback/callback.ts";
import type { Case } from "../../domain/case/case.ts";
import { parseReceiptNumber, printedReceiptNumber } from "../../domain/case/receipt-number.ts";
import { formatMinute, type Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { caseByNumber } from "../cases/case-by-number.ts";
import { findAwaitingCase } from "./case-of-callback.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { CallbackPlace, CallbackStore } from "../ports/callers.ts";
import type { CaseStore } from "../ports/cases.ts";
import { programmeInForce } from "../settings/rules-in-force.ts";
import type { TolerantSettingReading } from "../settings/setting-changes.ts";

/** What call backs are worked with. */
export interface CallbackWork extends TolerantSettingReading {
  readonly cases: CaseStore;
  readonly callbacks: CallbackStore;
  readonly specialDays: SpecialDayStore;
}

/** A line of the list. It does not say the number: who calls asks for it (`numberToCall`). */
export interface CallbackRow extends CallbackStanding {
  /** The case that awaits the call; absent where it cannot be found. */
  readonly case?: Case;
  readonly requestedAt: Instant;
  readonly dueAt: Instant;
  readonly isOverdue: boolean;
}

/** An open call back with its case. */
export interface AwaitedCallback {
  readonly callback: Callback;
  readonly case: Case;
}

/** A page of the open call backs, each with its case and where it stands, the most urgent first. */
export function listCallbacks(services: CallbackWork) {
  const { programme, clock, cases, callbacks, specialDays } = services;
  const inForce = programmeInForce(services);
  return async (
    limit: number,
    after?: CallbackPlace,
  ): Promise<{ readonly rows: readonly CallbackRow[]; readonly next?: CallbackPlace }> => {
    const now = clock.now();
    const [page, calendar, { callback: rule }] = await Promise.all([
      callbacks.page(programme.id, { limit, ...(after && { after }) }),
      deskCalendar(programme, specialDays),
      inForce(),
    ]);
    const { callbacks: open, next } = page;
    const awaiting = await Promise.all(open.map((callback) => findAwaitingCase(cases)(callback)));
    const rows = open.map(({ requestedAt, dueAt }, index) => {
      const kept = awaiting[index];
      return {
        ...(kept && { case: kept }),
        requestedAt,
        dueAt,
        isOverdue: dueAt < now,
        ...standingOf(kept, calendar, rule, now),
      };
    });
    return { rows, ...(next && { next }) };
  };
}

/**
 * The number of a case's call back, for whoever calls it now: in opening hours, and not before the wait after the last attempt
 * is over (R17). Personal data: each answer is audited by who asks.
 */
export function numberToCall(services: CallbackWork) {
  const { programme, clock, specialDays } = services;
  const inForce = programmeInForce(services);
  return async (receiptNumber: string): Promise<Result<{ readonly number: string; readonly case: Case }>> => {
    const found = await awaitedCallback(services)(receiptNumber);
    if (!found.ok) return found;
    const { callback, case: kept } = found.value;
    const calendar = await deskCalendar(programme, specialDays);
    const problem = obstacleTo(kept, calendar, await inForce(), clock.now());
    return problem === undefined ? success({ number: callback.number, case: kept }) : failure(problem);
  };
}

/** The open call back that a case awaits, by its receipt number as a member of staff writes it. */
export function awaitedCallback(services: CallbackWork) {
  return async (text: string): Promise<Result<AwaitedCallback>> => {
    const number = parseReceiptNumber(text);
    if (!number.ok) return number;
    const kept = await caseByNumber(services)(text);
    const callback = kept.ok ? await callbackOf(services, kept.value) : undefined;
    if (kept.ok && callback) return success({ callback, case: kept.value });
    return failure(
      `${printedReceiptNumber(number.value)} に折返し架電は残っていません。一覧を読み直してください。`,
    );
  };
}

/** Open call backs are looked through so many at a time. */
const lookedThrough = 25;

/** Nearly everybody is called at the number that they called from; else the call back is due when its case is. */
async function callbackOf(
  services: Pick<CallbackWork, "programme" | "callbacks">,
  kept: Case,
): Promise<Callback | undefined> {
  const { personKey, dueAt } = kept;
  const { programme, callbacks } = services;
  const ofCaller = personKey === undefined ? undefined : await callbacks.find(programme.id, personKey);
  if (ofCaller && isCallbackOf(ofCaller, kept)) return ofCaller;
  const dueThen =
    dueAt === undefined
      ? []
      : (await callbacks.page(programme.id, { limit: lookedThrough, from: dueAt })).callbacks;
  return dueThen.find((callback) => isCallbackOf(callback, kept)) ?? lookThrough(services, kept);
}

/** Looks at every open call back: for a case whose time was changed since, or that has none. */
async function lookThrough(
  { programme, callbacks }: Pick<CallbackWork, "programme" | "callbacks">,
  kept: Case,
): Promise<Callback | undefined> {
  let after: CallbackPlace | undefined;
  do {
    const page = await callbacks.page(programme.id, { limit: lookedThrough, ...(after && { after }) });
    const found = page.callbacks.find((callback) => isCallbackOf(callback, kept));
    if (found) return found;
    after = page.next;
  } while (after);
  return undefined;
}

/** Why the person of a call back may not be called at `now`; undefined where they may. */
function obstacleTo(
  kept: Case,
  calendar: BusinessCalendar,
  { callback: rule }: Pick<Programme, "callback">,
  now: Instant,
): string | undefined {
  const { canCall, attemptsLeft, callFrom } = standingOf(kept, calendar, rule, now);
  if (canCall) return undefined;
  return attemptsLeft > 0
    ? `${formatMinute(callFrom)} から架電できます。それまでお待ちください。`
    : `${rule.mostAttempts}回かけてもつながりませんでした。折返し架電を終了してください。`;
}
