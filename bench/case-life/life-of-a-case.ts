import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import { dayNumberOf, type Instant, instantOfDay } from "../../domain/japan-time.ts";
import { type AnswerOf, type RequestOf, type RouteName, routes } from "../../contract/routes.ts";
import { deskApiHandler } from "../../lambdas/desk-api.ts";
import type { World } from "../../lambdas/edge/composition.ts";
import { startConnectServer } from "../../local/connect-server.ts";
import { landingNumber, signInDesk } from "../../local/desk-exchange.ts";
import { lambdaContext } from "../../local/lambda-context.ts";
import { localExchange } from "../../local/local-exchange.ts";
import { programme } from "../runner/first-programme.ts";
import type { Call } from "../../simulator/call.ts";
import type { Exchange } from "../../simulator/exchange.ts";
import { VirtualClock } from "../../simulator/virtual-clock.ts";
import { aDeskEvent } from "../../test/support/desk-api.ts";

/** One thing that happens to a case, and how it is brought about. */
export interface LifeStep {
  readonly name: string;
  readonly happen: () => Promise<void>;
}

const arrivesAt: Instant = instantOfDay(dayNumberOf("2024-07-16"), 10 * 60);
const staffCode = "OP01";

/** What an operator writes of an ordinary call: some eighty characters, and what was chosen of each list. */
const writing = {
  content: "アプリの歩数が反映されない。再起動と再ログインを案内した。ポイントの確認方法も説明した。",
  answer: "設定画面の「連携」を入れ直すと反映されることを案内した。",
  category: programme.categories[3]?.code ?? "",
  relation: programme.attributeChoices.relation[0] ?? "",
  municipality: programme.attributeChoices.municipality[0] ?? "",
  ageBand: programme.attributeChoices.ageBand[3] ?? "",
  device: programme.attributeChoices.device[0] ?? "",
};

/** The desk's exchange, whose contacts are numbered. */
function exchangeOf(world: World, clock: VirtualClock): Exchange {
  let ids = 0;
  const newId = () => `6f1c1f0e-0000-4000-8000-${String(ids++).padStart(12, "0")}`;
  const calendar = createCalendar(programme.hours);
  return localExchange({ world, programmeId: programme.id, calendar, clock, newId });
}

/**
 * The life of a call's case through what is deployed: the flow's function, contact events and records, and the desk's API. Its
 * steps are to be taken in their order, above a cloud whose environment is the process's own too.
 */
export async function lifeOfACase(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly steps: readonly LifeStep[]; stop(): Promise<void> }> {
  const clock = new VirtualClock(arrivesAt);
  const world: World = {
    environment: { ...environment, PROGRAMME: programme.id },
    clock,
    log: (level, message, fields) => {
      if (level === "error") throw new Error(`${message}: ${JSON.stringify(fields)}`);
    },
  };
  const exchange = exchangeOf(world, clock);
  const connect = await startConnectServer(exchange);
  process.env["AWS_ENDPOINT_URL_CONNECT"] = connect.endpoint;
  const call = exchange.dial({ at: arrivesAt, from: "+819012345678", to: landingNumber, keys: ["1"] });
  const telephone = telephoneWork(exchange, call);
  const desk = deskWork(world, call.contactId);
  return {
    steps: [
      { name: "the call arrives and waits", happen: () => telephone.ring() },
      { name: "it is answered, and its case opened", happen: () => telephone.answer() },
      { name: "the operator takes the case", happen: () => desk.take() },
      { name: "the operator types, and writes it once", happen: () => desk.write() },
      { name: "the call ends, and its record names the person", happen: () => telephone.end() },
      { name: "the case is closed", happen: () => desk.close() },
    ],
    stop: () => connect.stop(),
  };
}

/** What happens on the telephone, which contact events and the contact record tell of. */
function telephoneWork(exchange: Exchange, call: Call) {
  const userName = staffCode.toLowerCase();
  const operator = signInDesk(exchange, userName).find(({ username }) => username === userName);
  if (!operator) throw new Error("Nobody is signed in.");
  return {
    async ring() {
      for (let seconds = 0; operator.state !== "ringing"; seconds++) {
        if (seconds > 300) throw new Error("It does not ring.");
        await exchange.advanceBy(1);
      }
    },
    async answer() {
      if (!operator.answer(call).ok) throw new Error("The call cannot be answered.");
      await exchange.advanceBy(30);
    },
    async end() {
      if (!operator.finish(call, 60).ok) throw new Error("The call cannot be ended.");
      await exchange.runUntilIdle();
    },
  };
}

/** What the operator does on the desk's screens. */
function deskWork(world: World, contactId: string) {
  const api = deskApiHandler(world);

  async function ask<Name extends RouteName>(
    name: Name,
    named: string,
    request: RequestOf<Name>,
  ): Promise<AnswerOf<Name>> {
    const { method, path } = routes[name];
    const address = `/api${path.replace(/\{\w+\}/, encodeURIComponent(named))}`;
    const event = aDeskEvent(method, address, method === "GET" ? {} : { body: request });
    const { statusCode, body } = await api(event, lambdaContext("bench"));
    if (statusCode !== 200) throw new Error(`${name} answered ${statusCode}: ${body}`);
    return JSON.parse(body) as AnswerOf<Name>;
  }

  async function ofCase(): Promise<string> {
    const { receiptNumber } = await ask("readCall", contactId, {});
    if (receiptNumber === undefined) throw new Error("The call has no case.");
    return receiptNumber;
  }

  return {
    async take() {
      await ask("handOverCase", await ofCase(), { to: staffCode, reason: "" });
    },
    async write() {
      const number = await ofCase();
      const change = { baseVersion: 2, fields: writing };
      await ask("keepTypedText", number, change);
      await ask("writeCase", number, change);
      await ask("clearTypedText", number, {});
    },
    async close() {
      await ask("changeStatus", await ofCase(), { from: "in-progress", to: "closed" });
    },
  };
}
