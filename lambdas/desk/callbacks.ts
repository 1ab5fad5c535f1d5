import * as v from "valibot";
import { attemptOutcomeNames, closingReasonNames } from "../../domain/callback/outcome.ts";
import type { Case } from "../../domain/case/case.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { Result } from "../../domain/result.ts";
import {
  attemptCallback,
  closeCallbackByHand,
  promiseCallback,
} from "../../usecases/callbacks/attempt-callback.ts";
import type { EndingCallbacks } from "../../usecases/callbacks/end-callback.ts";
import {
  awaitedCallback,
  type CallbackRow,
  type CallbackWork,
  listCallbacks,
  numberToCall,
} from "../../usecases/callbacks/list-callbacks.ts";
import { outboundCost } from "../../usecases/callbacks/outbound-cost.ts";
import type { PersonKeys } from "../../usecases/ports/callers.ts";
import type { ContactStore } from "../../usecases/ports/contacts.ts";
import { programmeInForce } from "../../usecases/settings/rules-in-force.ts";
import { behind, placeOf, strangePlace } from "./cursor.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

type CallbackRoute =
  | "listCallbacks"
  | "readCallbackNumber"
  | "attemptCallback"
  | "closeCallback"
  | "promiseCallback";

const rowsOfAPage = 25;

const callbackPlace = v.object({ dueAt: v.number(), personKey: v.pipe(v.string(), v.maxLength(200)) });

/** 折返し架電: what is owed, how each call went, and how it ends. */
export function callbackHandlers(
  services: CallbackWork &
    EndingCallbacks & { readonly contacts: ContactStore; readonly personKeys: PersonKeys },
): RouteHandlers<CallbackRoute> {
  const inForce = programmeInForce(services);

  /** Somebody else may have closed it meanwhile: that is told apart from what is wrong with a request. */
  async function whileAwaited<Answer>(
    receiptNumber: string,
    act: () => Promise<Result<Answer>>,
  ): Promise<
    { readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly refusal: Refused }
  > {
    const done = await act();
    if (done.ok) return done;
    const awaited = await awaitedCallback(services)(receiptNumber);
    if (!awaited.ok) return { ok: false, refusal: { refused: "not-found", problem: awaited.problem } };
    return { ok: false, refusal: { refused: "wrong", problem: done.problem } };
  }

  return {
    async listCallbacks({ request: { after }, at }) {
      const place = after === undefined ? undefined : placeOf(callbackPlace, after);
      if (after !== undefined && !place) return strangePlace;
      const today = dateAt(at);
      const [{ rows, next }, cost, { callback: rule }] = await Promise.all([
        listCallbacks(services)(rowsOfAPage, place),
        outboundCost(services)(today, today),
        inForce(),
      ]);
      if (!cost.ok) throw new Error(cost.problem);
      const { isEstimate: _always, ...shownCost } = cost.value;
      return {
        answer: {
          now: at,
          rows: rows.map(shownRow),
          ...behind(next),
          mostAttempts: rule.mostAttempts,
          today: shownCost,
          outcomes: coded(attemptOutcomeNames),
          reasons: coded(closingReasonNames),
        },
      };
    },
    async readCallbackNumber({ path: { receiptNumber } }) {
      const told = await whileAwaited(receiptNumber, () => numberToCall(services)(receiptNumber));
      if (!told.ok) return told.refusal;
      return { answer: { number: told.value.number }, about: [told.value.case.receiptNumber] };
    },
    async attemptCallback({ path: { receiptNumber }, request: { outcome }, by }) {
      const done = await whileAwaited(receiptNumber, () =>
        attemptCallback(services)({ receiptNumber, outcome, staff: by.staff }),
      );
      return done.ok ? changed(done.value) : done.refusal;
    },
    async closeCallback({ path: { receiptNumber }, request: { reason }, by }) {
      const done = await whileAwaited(receiptNumber, () =>
        closeCallbackByHand(services)({ receiptNumber, reason, staff: by.staff }),
      );
      return done.ok ? changed(done.value) : done.refusal;
    },
    async promiseCallback({ path: { receiptNumber }, request: { number }, by }) {
      const done = await promiseCallback(services)({ receiptNumber, number, staff: by.staff });
      return done.ok ? changed(done.value) : { refused: "wrong", field: "number", problem: done.problem };
    },
  };
}

function changed({ receiptNumber, status }: Case) {
  return { answer: { receiptNumber, status } };
}

function shownRow({ case: kept, attempts, ...row }: CallbackRow) {
  const { receiptNumber, category } = kept ?? {};
  return {
    ...row,
    ...(receiptNumber !== undefined && { receiptNumber }),
    ...(category !== undefined && { category }),
    attempts: attempts.map((attempt) => ({ ...attempt })),
  };
}

function coded<Code extends string>(names: Readonly<Record<Code, string>>) {
  return (Object.entries(names) as [Code, string][]).map(([code, name]) => ({ code, name }));
}
