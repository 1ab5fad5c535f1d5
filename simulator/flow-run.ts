import { stepOf } from "./action-table.ts";
import { type ContactState, type QueueDefinition, withScope } from "./contact-state.ts";
import type { FlowAction, RunnableFlow } from "./flow-document.ts";
import type { FunctionAnswer } from "./lambda-invocation.ts";
import {
  type FlowError,
  type FlowWorld,
  flowMistake,
  type FunctionCall,
  type Outcome,
  type Speech,
} from "./step.ts";
import type { Transcript } from "./transcript.ts";
import { exitOf } from "./transitions.ts";
import type { Happening, Scheduled, VirtualClock } from "./virtual-clock.ts";

/** The call in which a flow runs. */
export interface FlowHost {
  readonly clock: VirtualClock;
  readonly lines: Transcript;
  readonly world: FlowWorld;
  readonly contact: ContactState;
  changeContact(contact: ContactState): void;
  invoke(request: FunctionCall): Promise<FunctionAnswer>;
  enqueue(queue: QueueDefinition): void;
  /** The flow ended, by itself or by an error that no branch caught, or it hangs up. */
  flowEnded(hangsUp: boolean): void;
  /** A prompt that wants a key has been heard. */
  keyWanted(): void;
}

interface Place {
  readonly flow: RunnableFlow;
  readonly action: FlowAction;
}

/** More blocks than this without time passing is a flow that would never come to an end. */
const mostBlocksAtOnce = 1_000;

/** The ordinary errors of a menu: they say what the caller did, not that something broke. */
const callersChoices = ["NoMatchingCondition", "InputTimeLimitExceeded"];

/** A flow being run for one call: it goes from block to block, and stops where a block takes time. */
export class FlowRun {
  readonly #host: FlowHost;
  /** Timers of a queue flow are background: a caller may wait for ever. */
  readonly #background: boolean;
  /** A new object for every visit to a block, so that what belonged to an earlier visit is recognised as stale. */
  #place: Place | undefined;
  #listening: Place | undefined;
  readonly #timers = new Set<Scheduled>();

  constructor(host: FlowHost, flow: RunnableFlow) {
    this.#host = host;
    this.#background = flow.type === "CUSTOMER_QUEUE";
    this.#enter(flow, flow.document.StartAction);
  }

  /** Runs until a block takes time, the flow ends, or the contact leaves it. */
  async advance(): Promise<void> {
    for (let blocks = 0; this.#place; blocks++) {
      const place = this.#place;
      if (blocks > mostBlocksAtOnce)
        throw flowMistake(place, "the flow runs in a circle in which no time passes.");
      const outcome = await this.#perform(place);
      if (outcome === "waiting") return;
      if (this.#place === place) this.#leave(place, outcome);
    }
  }

  /** The contact leaves the flow wherever it is, even in the middle of a prompt. */
  stop(): void {
    this.#forgetTimers();
    this.#host.lines.cutShort();
    this.#place = undefined;
  }

  /** A key when nothing listens is lost, as in a flow without a touch-tone buffer. */
  press(key: string): void {
    const place = this.#listening;
    if (!place) return;
    this.#host.lines.cutShort();
    this.#forgetTimers();
    this.#resumeAfter(0, place, { result: key });
  }

  async #perform(place: Place): Promise<Outcome | "waiting"> {
    const host = this.#host;
    const step = stepOf({ ...place, contact: host.contact, world: host.world });
    switch (step.does) {
      case "go":
        if (step.contact) host.changeContact(step.contact);
        return step.result === undefined ? {} : { result: step.result };
      case "fail":
        return step;
      case "invoke":
        return this.#invoke(place, step.request);
      case "enter":
        host.changeContact(withScope(host.contact, { FlowAttributes: {} }));
        this.#enter(step.flow, step.flow.document.StartAction);
        return {};
      case "speak":
        host.lines.note("said", step.speech.text, { seconds: step.speech.seconds });
        this.#resumeAfter(step.speech.seconds, place, {});
        return "waiting";
      case "listen":
        this.#listen(place, step.speech, step.limitSeconds);
        return "waiting";
      case "repeat":
        this.#repeat(place, step.speeches, step.interruptSeconds);
        return "waiting";
      case "enqueue":
        this.#place = undefined;
        host.enqueue(step.queue);
        return "waiting";
      case "leave":
        this.#place = undefined;
        host.flowEnded(step.hangsUp);
        return "waiting";
    }
  }

  #enter(flow: RunnableFlow, identifier: string): void {
    const action = flow.actions.get(identifier);
    if (!action)
      throw new Error(`Flow "${flow.name}" has no action "${identifier}": load it with loadFlowDocument.`);
    this.#place = { flow, action };
  }

  #leave({ flow, action }: Place, outcome: Outcome): void {
    const { to, error } = exitOf(action, outcome);
    if (error && !(to !== undefined && callersChoices.includes(error.errorType)))
      this.#host.lines.note(to === undefined ? "fault" : "recovered", described(flow, action, error));
    if (to !== undefined) return this.#enter(flow, to);
    this.#place = undefined;
    this.#host.flowEnded(false);
  }

  async #invoke(place: Place, request: FunctionCall): Promise<Outcome | "waiting"> {
    const { seconds, ...answer } = await this.#host.invoke(request);
    if (this.#place !== place) return "waiting";
    if ("external" in answer)
      this.#host.changeContact(withScope(this.#host.contact, { External: answer.external }));
    const outcome: Outcome =
      "problem" in answer ? { errorType: "NoMatchingError", reason: answer.problem } : {};
    if (seconds === 0) return outcome;
    this.#host.lines.note("silence", "応答待ち", { seconds });
    this.#resumeAfter(seconds, place, outcome);
    return "waiting";
  }

  #listen(place: Place, speech: Speech, limitSeconds: number): void {
    this.#listening = place;
    this.#host.lines.note("said", speech.text, { seconds: speech.seconds });
    this.#after(speech.seconds, () => {
      this.#host.lines.note("silence", "入力待ち", { seconds: limitSeconds });
      this.#resumeAfter(limitSeconds, place, {
        errorType: "InputTimeLimitExceeded",
        reason: "no key was pressed",
      });
      this.#host.keyWanted();
    });
  }

  #repeat(place: Place, speeches: readonly Speech[], interruptSeconds: number | undefined): void {
    const sayFrom = (index: number) => {
      const { text, seconds } = speeches[index % speeches.length] ?? { text: "", seconds: 1 };
      this.#host.lines.note("said", text, { seconds });
      this.#after(seconds, () => sayFrom(index + 1));
    };
    if (interruptSeconds !== undefined)
      this.#resumeAfter(interruptSeconds, place, { result: "MessagesInterrupted" });
    sayFrom(0);
  }

  #resumeAfter(seconds: number, place: Place, outcome: Outcome): void {
    this.#after(seconds, async () => {
      this.#forgetTimers();
      this.#host.lines.cutShort();
      this.#leave(place, outcome);
      await this.advance();
    });
  }

  #after(seconds: number, happen: Happening): void {
    const timer = this.#host.clock.after(
      seconds,
      () => {
        this.#timers.delete(timer);
        return happen();
      },
      { background: this.#background && seconds > 0 },
    );
    this.#timers.add(timer);
  }

  #forgetTimers(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
    this.#listening = undefined;
  }
}

function described(flow: RunnableFlow, action: FlowAction, { errorType, reason }: FlowError): string {
  return `${flow.name} / ${action.Identifier}: ${errorType} (${reason})`;
}
