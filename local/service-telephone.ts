import { newId } from "../adapters/system/ids.ts";
import { alertLongCallsHandler } from "../lambdas/alert-long-calls.ts";
import { lambdaContext } from "./lambda-context.ts";
import type { LocalClock } from "./local-clock.ts";
import type { LocalService } from "./local-service.ts";
import { Telephone } from "./telephone.ts";

const telephones = new WeakMap<LocalService, Telephone>();

/** The one telephone of a service: the first page and a training use the same, so that the desk hears of both. */
export function telephoneOf(service: LocalService, clock: LocalClock): Telephone {
  const known = telephones.get(service);
  if (known) return known;
  let alertLongCalls: ReturnType<typeof alertLongCallsHandler> | undefined;
  const telephone = new Telephone(
    (start) => service.exchangeAt(start),
    async (at) => {
      await clock.set(at);
      // As the schedule does every minute in AWS.
      alertLongCalls ??= alertLongCallsHandler(service.worldAt(clock));
      await alertLongCalls({}, lambdaContext(newId()));
    },
  );
  telephones.set(service, telephone);
  return telephone;
}
