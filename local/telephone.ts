import type { Instant } from "../domain/japan-time.ts";
import { failure, type Result, success } from "../domain/result.ts";
import type { Call } from "../simulator/call.ts";
import type { Exchange } from "../simulator/exchange.ts";
import type { Operator } from "../simulator/operator.ts";
import { type CallView, callView } from "./call-view.ts";
import { landingNumber, queueArns, signInDesk, transferFlowArns } from "./desk-exchange.ts";

/** After-contact work of whoever took the call at the first page, in seconds. */
const afterContactWorkSeconds = 60;

/** How far one look for the next announcement goes, and how finely it looks, in seconds. */
const lookAhead = { mostSeconds: 300, stepSeconds: 0.1 };

/** What the agent workspace would tell of a call. */
interface CallOfOperator {
  readonly contactId: string;
  readonly state: "ringing" | "talking";
  /** What the caller chose in the menu. */
  readonly menu?: string;
}

interface Line {
  readonly exchange: Exchange;
  readonly call: Call;
  readonly desk: readonly Operator[];
}

/**
 * The telephone on the first page: each call has an exchange, a time and a desk of its own. Its time stands still but
 * for what it is told to pass; only after-contact work is done at once, when the call has ended. `timeIs` is told
 * where a call's time stands.
 */
export class Telephone {
  readonly #lines = new Map<string, Line>();
  readonly #exchangeAt: (start: Instant) => Promise<Exchange>;
  readonly #timeIs: (at: Instant) => Promise<void>;
  #told: Promise<void> = Promise.resolve();

  constructor(exchangeAt: (start: Instant) => Promise<Exchange>, timeIs: (at: Instant) => Promise<void>) {
    this.#exchangeAt = exchangeAt;
    this.#timeIs = timeIs;
  }

  /** The call arrives, and no more. `from` is E.164; without it the number is withheld. Operators' calls go to `operator`. */
  async dial(at: Instant, from: string | undefined, operator?: string): Promise<CallView> {
    const exchange = await this.#exchangeAt(at);
    const desk = signInDesk(exchange, operator);
    const line = { exchange, desk, call: exchange.dial({ at, from, to: landingNumber }) };
    this.#lines.set(line.call.contactId, line);
    return this.#settled(line);
  }

  /** `operator` calls somebody, as for a call back. `to` is E.164; whoever is called answers after some seconds. */
  async callOut(at: Instant, to: string, operator = "op01"): Promise<Result<CallView>> {
    const exchange = await this.#exchangeAt(at);
    const desk = signInDesk(exchange, operator);
    const caller = desk.find(({ username }) => username === operator);
    const made = caller?.dial(to, queueArns.OperatorQueue);
    if (!made?.ok) return failure("オペレータからかけられません。番号を確かめて、もう一度押してください。");
    const line = { exchange, desk, call: made.value };
    this.#lines.set(line.call.contactId, line);
    return success(await this.#settled(line));
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  /** Throws, as all that follow, where there is no such call. */
  find(id: string): CallView {
    return callView(this.#line(id));
  }

  /** The call that rings for somebody at the desk or that they speak in; undefined where there is none. */
  callOf(userName: string): CallOfOperator | undefined {
    for (const { desk } of [...this.#lines.values()].reverse()) {
      const operator = desk.find((one) => one.username === userName);
      if (!operator?.call || (operator.state !== "ringing" && operator.state !== "talking")) continue;
      const { contactId, contact } = operator.call;
      const { menu } = contact.scope.Attributes;
      return { contactId, state: operator.state, ...(menu !== undefined && { menu }) };
    }
    return undefined;
  }

  /** The caller presses a key. */
  press(id: string, key: string): Promise<Result<CallView>> {
    return this.#act(id, ({ call }) => {
      call.press(key);
      return success(undefined);
    });
  }

  /** Time passes. */
  advance(id: string, seconds: number): Promise<Result<CallView>> {
    return this.#act(id, async ({ exchange }) => {
      await exchange.advanceBy(seconds);
      return success(undefined);
    });
  }

  /** Time passes until the caller meets something new: the next words, a wait for a key, the queue; 5 minutes at most. */
  advanceToNext(id: string): Promise<Result<CallView>> {
    return this.#act(id, async ({ exchange, call }) => {
      const before = whereabouts(call);
      const { mostSeconds, stepSeconds } = lookAhead;
      for (let passed = 0; passed < mostSeconds && whereabouts(call) === before; passed += stepSeconds)
        await exchange.advanceBy(stepSeconds);
      return success(undefined);
    });
  }

  /** Whoever the call rings for takes it: an operator, a leader or a supervisor. */
  answer(id: string): Promise<Result<CallView>> {
    const problem = "この電話はまだ誰にも鳴っていません。時間を進めてから、もう一度押してください。";
    return this.#atDesk(id, "ringing", problem, (operator, call) => operator.answer(call));
  }

  hold(id: string): Promise<Result<CallView>> {
    return this.#whileTalking(id, (operator, call) => operator.hold(call));
  }

  resume(id: string): Promise<Result<CallView>> {
    return this.#whileTalking(id, (operator, call) => operator.resume(call));
  }

  /** The operator hands the caller on and writes up. */
  transfer(
    id: string,
    to: keyof typeof transferFlowArns,
    workSeconds = afterContactWorkSeconds,
  ): Promise<Result<CallView>> {
    return this.#whileTalking(id, (operator, call) => {
      const handedOn = operator.transfer(call, { flowArn: transferFlowArns[to] });
      return handedOn.ok ? operator.finish(call, workSeconds) : handedOn;
    });
  }

  hangUp(
    id: string,
    by: "caller" | "operator",
    workSeconds = afterContactWorkSeconds,
  ): Promise<Result<CallView>> {
    if (by === "operator")
      return this.#whileTalking(id, (operator, call) => operator.finish(call, workSeconds));
    return this.#act(id, ({ desk, call }) => {
      const talking = desk.find((operator) => operator.call === call && operator.state === "talking");
      call.hangUp();
      return talking?.finish(call, afterContactWorkSeconds) ?? success(undefined);
    });
  }

  #line(id: string): Line {
    const line = this.#lines.get(id);
    if (!line) throw new Error(`There is no call ${id}.`);
    return line;
  }

  #whileTalking(
    id: string,
    act: (operator: Operator, call: Call) => Result<void>,
  ): Promise<Result<CallView>> {
    const problem = "オペレータと話している間だけできます。いまの状態を確かめてください。";
    return this.#atDesk(id, "talking", problem, act);
  }

  /** Somebody at the desk does something, where there is one with this call in that state. */
  #atDesk(
    id: string,
    state: Operator["state"],
    problem: string,
    act: (operator: Operator, call: Call) => Result<void>,
  ): Promise<Result<CallView>> {
    return this.#act(id, ({ desk, call }) => {
      const operator = desk.find((one) => one.call === call && one.state === state);
      return operator && act(operator, call).ok ? success(undefined) : failure(problem);
    });
  }

  async #act(
    id: string,
    act: (line: Line) => Result<void> | Promise<Result<void>>,
  ): Promise<Result<CallView>> {
    const line = this.#line(id);
    const acted = await act(line);
    return acted.ok ? success(await this.#settled(line)) : acted;
  }

  /** What is due now has happened, and after the call the work that follows it. */
  async #settled(line: Line): Promise<CallView> {
    const { exchange, call } = line;
    await exchange.advanceBy(0);
    if (call.state === "ended") await exchange.runUntilIdle();
    this.#told = this.#told.catch(() => {}).then(() => this.#timeIs(exchange.now()));
    await this.#told;
    return callView(line);
  }
}

/** What changes when the caller meets something new. */
function whereabouts(call: Call): string {
  return `${call.transcript.length} ${call.state} ${call.listening}`;
}
