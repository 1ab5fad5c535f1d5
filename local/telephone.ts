import { formatInstant, type Instant } from "../domain/japan-time.ts";
import { type Result, success } from "../domain/result.ts";
import type { Call } from "../simulator/call.ts";
import type { Exchange } from "../simulator/exchange.ts";
import { naviDialYen } from "../simulator/navi-dial-charge.ts";
import type { Operator } from "../simulator/operator.ts";
import { landingNumber } from "./local-exchange.ts";
import { transcriptText } from "./transcript-text.ts";

/** After-contact work of the operator at the first page, in seconds. */
const afterContactWorkSeconds = 60;

/** A call as the first page shows it. */
export interface CallView {
  readonly id: string;
  readonly state: Call["state"];
  /** Where the call's time stands. */
  readonly at: string;
  readonly seconds: number;
  readonly yenMobile: number;
  readonly yenFixed: number;
  readonly transcript: readonly { readonly at: string; readonly kind: string; readonly text: string }[];
}

interface Line {
  readonly exchange: Exchange;
  readonly call: Call;
  readonly operator: Operator;
}

/**
 * The telephone on the first page: each call has an exchange, a time and an operator of its own, and goes on as far as
 * it can until somebody does something. `timeIs` is told where its time stands.
 */
export class Telephone {
  readonly #lines = new Map<string, Line>();
  readonly #exchangeAt: (start: Instant) => Promise<Exchange>;
  readonly #timeIs: (at: Instant) => Promise<void>;

  constructor(exchangeAt: (start: Instant) => Promise<Exchange>, timeIs: (at: Instant) => Promise<void>) {
    this.#exchangeAt = exchangeAt;
    this.#timeIs = timeIs;
  }

  async dial(at: Instant, from: string | undefined): Promise<CallView> {
    const exchange = await this.#exchangeAt(at);
    const operator = exchange.addOperator({ arn: "operator/op01", username: "op01" });
    operator.signIn();
    const line = { exchange, operator, call: exchange.dial({ at, from, to: landingNumber }) };
    this.#lines.set(line.call.contactId, line);
    return this.#goOn(line);
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  /** Throws, as all that follow, where there is no such call. */
  find(id: string): CallView {
    return viewOf(this.#line(id));
  }

  /** The caller presses a key. */
  press(id: string, key: string): Promise<Result<CallView>> {
    return this.#act(id, ({ call }) => {
      call.press(key);
      return success(undefined);
    });
  }

  /** The operator takes the call that rings. */
  answer(id: string): Promise<Result<CallView>> {
    return this.#act(id, ({ operator, call }) => operator.answer(call));
  }

  /** Time passes: in the queue, or in the conversation. */
  wait(id: string, seconds: number): Promise<Result<CallView>> {
    return this.#act(id, async ({ exchange }) => {
      await exchange.advanceBy(seconds);
      return success(undefined);
    });
  }

  hangUp(id: string, by: "caller" | "operator"): Promise<Result<CallView>> {
    return this.#act(id, ({ operator, call }) => {
      const wasTalking = call.state === "talking";
      if (by === "operator") return operator.finish(call, afterContactWorkSeconds);
      call.hangUp();
      return wasTalking ? operator.finish(call, afterContactWorkSeconds) : success(undefined);
    });
  }

  #line(id: string): Line {
    const line = this.#lines.get(id);
    if (!line) throw new Error(`There is no call ${id}.`);
    return line;
  }

  async #act(
    id: string,
    act: (line: Line) => Result<void> | Promise<Result<void>>,
  ): Promise<Result<CallView>> {
    const line = this.#line(id);
    const acted = await act(line);
    return acted.ok ? success(await this.#goOn(line)) : acted;
  }

  async #goOn(line: Line): Promise<CallView> {
    await line.exchange.runUntilIdle();
    await this.#timeIs(line.exchange.now());
    return viewOf(line);
  }
}

function viewOf({ call, exchange }: Line): CallView {
  const seconds = ((call.endedAt ?? exchange.now()) - call.arrivesAt) / 1000;
  return {
    id: call.contactId,
    state: call.state,
    at: formatInstant(exchange.now()),
    seconds,
    yenMobile: naviDialYen("mobile", seconds),
    yenFixed: naviDialYen("fixed", seconds),
    transcript: call.transcript.map((entry) => ({
      at: formatInstant(entry.at),
      kind: entry.kind,
      text: transcriptText(entry),
    })),
  };
}
