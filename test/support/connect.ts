import { onTestFinished } from "vitest";
import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import { startConnectServer } from "../../local/connect-server.ts";
import { deskExchange, hoursArn, landingNumber, queueArns } from "../../local/desk-exchange.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { VirtualClock } from "../../simulator/virtual-clock.ts";
import { at } from "./contacts.ts";

/** What a handler that watches the desk's queues is told, on this machine. */
export const watchedDesk = {
  ENVIRONMENT: "dev",
  OPERATOR_QUEUE_ARN: queueArns.OperatorQueue,
  LEADER_QUEUE_ARN: queueArns.LeaderQueue,
  SUPERVISOR_QUEUE_ARN: queueArns.SupervisorQueue,
} as const;

/** What a handler that reads the desk's hours is told, on this machine. */
export const readDesk = { DESK_HOURS_ARN: hoursArn } as const;

/** An exchange whose API is served until `stop`; its callers press 1 and wait for an operator. */
export async function aServedExchange(now = "2024-07-16T10:00") {
  let ids = 0;
  const exchange = deskExchange({
    programmeId: kobatonAlkoo.id,
    calendar: createCalendar(kobatonAlkoo.hours),
    clock: new VirtualClock(at(now)),
    newId: () => `contact-${ids++}`,
    functions: {
      AnswerCallFunction: async () => ({ status: "open", announced: "no", route: "operator" }),
      CallbackFunction: async () => ({}),
    },
    publishEvent: async () => {},
    publishRecord: async () => {},
  });
  const server = await startConnectServer(exchange);
  return {
    exchange,
    endpoint: server.endpoint,
    stop: () => server.stop(),
    callComes: async (from: string) => {
      exchange.dial({ at: exchange.now(), from, to: landingNumber, keys: ["1"] });
      await exchange.runUntilIdle();
    },
  };
}

/** The same for one test. */
export async function anExchangeForTest(now?: string) {
  const served = await aServedExchange(now);
  onTestFinished(() => served.stop());
  return served;
}
