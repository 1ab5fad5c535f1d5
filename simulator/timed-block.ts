import type { FlowHost } from "./flow-host.ts";
import { ringingOf } from "./ringing.ts";
import type { InputRule, Outcome, Speech, Step } from "./step.ts";
import type { DisconnectReason } from "./transcript.ts";
import { storedInput, withKey } from "./typed-input.ts";
import type { Happening, Scheduled } from "./virtual-clock.ts";

const timedKinds = ["speak", "listen", "collect", "repeat", "wait", "dial"] as const;

/** The steps that take time. */
type TimedStep = Extract<Step, { does: (typeof timedKinds)[number] }>;

export function isTimed(step: Step): step is TimedStep {
  return timedKinds.some((kind) => kind === step.does);
}

/** Where a block that took time goes on: out of the block, or out of the call. */
export interface Continuation {
  resume(outcome: Outcome): Promise<void>;
  over(reason: DisconnectReason): void;
}

/** How a flow is heard, and whether its timers keep `runUntilIdle` going. */
interface Manner {
  readonly spokenAs: "said" | "whispered";
  readonly background: boolean;
}

interface Listening {
  readonly next: Continuation;
  /** Set where an input is stored, with what has been typed of it. */
  readonly input?: { readonly rule: InputRule; typed: string };
}

/** The block of a flow that takes time, one at a time: what is said, what is waited for, and the keys that it hears. */
export class TimedBlock {
  readonly #host: FlowHost;
  readonly #manner: Manner;
  #listening: Listening | undefined;
  /** Keys that were pressed when nothing listened, where the flow keeps them. */
  readonly #keptKeys: string[] = [];
  readonly #timers = new Set<Scheduled>();

  constructor(host: FlowHost, manner: Manner) {
    this.#host = host;
    this.#manner = manner;
  }

  /** Whether a key would be heard now. */
  get isListening(): boolean {
    return this.#listening !== undefined;
  }

  /** A key when nothing listens is lost, unless the flow has switched the touch-tone buffer on. */
  press(key: string): void {
    if (this.#listening) this.#hear(this.#listening, key);
    else if (this.#host.contact.keepsKeys) this.#keptKeys.push(key);
  }

  /** Begins a block. */
  take(step: TimedStep, next: Continuation): void {
    switch (step.does) {
      case "speak":
        this.#say(step.speech);
        return this.#resumeAfter(step.speech.seconds, next, {});
      case "listen":
        return this.#listen({ next }, step.speech, step.limitSeconds);
      case "collect": {
        const input = { rule: step.input, typed: "" };
        return this.#listen({ next, input }, step.speech, step.input.limitSeconds);
      }
      case "repeat":
        return this.#repeat(next, step.speeches, step.interruptSeconds);
      case "wait":
        return this.pass(step.seconds, step.words, step.outcome, next);
      case "dial":
        return this.#dial(step, next);
    }
  }

  /** Seconds in which nothing is heard. */
  pass(seconds: number, words: string, outcome: Outcome, next: Continuation): void {
    this.#host.lines.note("silence", words, { seconds });
    this.#resumeAfter(seconds, next, outcome);
  }

  /** The contact leaves the block, even in the middle of a prompt. */
  stop(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
    this.#listening = undefined;
    this.#host.lines.cutShort(this.#manner.spokenAs);
  }

  #say({ text, seconds }: Speech): void {
    this.#host.lines.note(this.#manner.spokenAs, text, { seconds });
  }

  /** Kept keys are taken at once, and the prompt that they interrupt is not heard (assumed). */
  #listen(listening: Listening, speech: Speech, limitSeconds: number): void {
    this.#listening = listening;
    if (this.#keptKeys.length > 0) {
      while (this.#listening && this.#keptKeys.length > 0)
        this.#hear(this.#listening, this.#keptKeys.shift() ?? "");
      return;
    }
    this.#say(speech);
    this.#after(speech.seconds, () => {
      this.#host.lines.note("silence", "入力待ち", { seconds: limitSeconds });
      this.#after(limitSeconds, () => this.#timeIsUp(listening));
      this.#host.keyWanted();
    });
  }

  #hear(listening: Listening, key: string): void {
    this.stop();
    const { next, input } = listening;
    if (!input) return this.#resumeAfter(0, next, { result: key });
    const { typed, isComplete } = withKey(input.rule, input.typed, key);
    input.typed = typed;
    if (isComplete) return this.#resumeAfter(0, next, this.#stored(input.rule, typed));
    this.#listening = listening;
    this.#host.lines.note("silence", "入力待ち", { seconds: input.rule.interdigitSeconds });
    this.#after(input.rule.interdigitSeconds, () => this.#timeIsUp(listening));
  }

  /** No key came in time: an error of a menu, and the end of an input. */
  #timeIsUp({ next, input }: Listening): Promise<void> {
    this.stop();
    return next.resume(
      input
        ? this.#stored(input.rule, input.typed === "" ? undefined : input.typed)
        : { errorType: "InputTimeLimitExceeded", reason: "no key was pressed" },
    );
  }

  #stored(rule: InputRule, typed: string | undefined): Outcome {
    const { stored, outcome } = storedInput(rule, typed);
    this.#host.see({ StoredCustomerInput: stored });
    return outcome;
  }

  #repeat(next: Continuation, speeches: readonly Speech[], interruptSeconds: number | undefined): void {
    const sayFrom = (index: number) => {
      const speech = speeches[index % speeches.length] ?? { text: "", seconds: 1 };
      this.#say(speech);
      this.#after(speech.seconds, () => sayFrom(index + 1));
    };
    if (interruptSeconds !== undefined)
      this.#resumeAfter(interruptSeconds, next, { result: "MessagesInterrupted" });
    sayFrom(0);
  }

  #dial({ number, limitSeconds, goesOn }: Extract<Step, { does: "dial" }>, next: Continuation): void {
    const { seconds, talkSeconds, error } = ringingOf(this.#host.ring(number, "third-party"), limitSeconds);
    this.#host.lines.note("ringing", number, { seconds });
    const end = (outcome: Outcome, reason: DisconnectReason) =>
      goesOn ? next.resume(outcome) : next.over(reason);
    this.#after(seconds, () => {
      if (error) return end(error, "CONTACT_FLOW_DISCONNECT");
      this.#host.lines.note("connected", number);
      this.#after(talkSeconds, () => end({}, "THIRD_PARTY_DISCONNECT"));
    });
  }

  #resumeAfter(seconds: number, next: Continuation, outcome: Outcome): void {
    this.#after(seconds, () => {
      this.stop();
      return next.resume(outcome);
    });
  }

  #after(seconds: number, happen: Happening): void {
    const timer = this.#host.clock.after(
      seconds,
      () => {
        this.#timers.delete(timer);
        return happen();
      },
      { background: this.#manner.background && seconds > 0 },
    );
    this.#timers.add(timer);
  }
}
