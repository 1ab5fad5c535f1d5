import { stepOf } from "./action-table.ts";
import type { ContactScope } from "./contact-state.ts";
import type { RunnableFlow } from "./flow-document.ts";
import type { FlowHost, Place } from "./flow-host.ts";
import {
  type FlowError,
  flowMistake,
  type FunctionCall,
  type Outcome,
  type Step,
  type WantedContact,
} from "./step.ts";
import { type Continuation, isTimed, TimedBlock } from "./timed-block.ts";
import type { DisconnectReason } from "./transcript.ts";
import { exitOf } from "./transitions.ts";

/** What the caller of a module gets back after it. */
interface Return {
  readonly place: Place;
  readonly scope: Partial<ContactScope>;
}

const departures = ["enter", "enter-module", "leave-module", "enqueue", "requeue", "leave"] as const;

/** The steps that lead out of their flow. */
type Departure = Extract<Step, { does: (typeof departures)[number] }>;

function isDeparture(step: Step): step is Departure {
  return departures.some((kind) => kind === step.does);
}

/** More blocks than this without time passing is a flow that would never come to an end. */
const mostBlocksAtOnce = 1_000;

/** The ordinary errors of a menu: they say what the caller did, not that something broke. */
const callersChoices = ["NoMatchingCondition", "InputTimeLimitExceeded", "InvalidPhoneNumber"];

/** Flows that may go on for ever: their timers are background. */
const endlessFlows = ["CUSTOMER_QUEUE", "CUSTOMER_HOLD", "AGENT_HOLD"];
/** Flows that the operator hears, and not the caller. */
const operatorFlows = ["AGENT_WHISPER", "AGENT_HOLD"];

/** What a module does not see of the flow that calls it (AWS administrator guide, modules), emptied. */
const hiddenInModules = { External: {}, StoredCustomerInput: null, Metrics: {}, FlowAttributes: {} } as const;

/** A flow being run for one call: it goes from block to block, and stops where a block takes time. */
export class FlowRun {
  readonly #host: FlowHost;
  /** Told once: with a reason when the flow hangs up, without when it ended by itself or by an uncaught error. */
  readonly #ended: (reason: DisconnectReason | undefined) => void;
  readonly #block: TimedBlock;
  /** A new object for every visit to a block, so that what belonged to an earlier visit is recognised as stale. */
  #place: Place | undefined;
  readonly #returns: Return[] = [];

  constructor(host: FlowHost, flow: RunnableFlow, ended: (reason: DisconnectReason | undefined) => void) {
    this.#host = host;
    this.#ended = ended;
    this.#block = new TimedBlock(host, {
      background: endlessFlows.includes(flow.type),
      spokenAs: operatorFlows.includes(flow.type) ? "whispered" : "said",
    });
    this.#enter(flow, flow.document.StartAction);
  }

  /** The block being run; undefined when the flow is over. */
  get place(): Place | undefined {
    return this.#place;
  }

  /** Whether a key would be heard now. */
  get isListening(): boolean {
    return this.#block.isListening;
  }

  /** Runs until a block takes time, the flow ends, or the contact leaves it. */
  async advance(): Promise<void> {
    for (let blocks = 0; this.#place; blocks++) {
      const place = this.#place;
      if (blocks > mostBlocksAtOnce)
        throw flowMistake(place, "the flow runs in a circle in which no time passes.");
      const step = this.#stepAt(place);
      const outcome = await this.#perform(place, step);
      if (outcome === "waiting") return;
      if (this.#place === place) this.#leave(place, outcome);
    }
  }

  #stepAt(place: Place): Step {
    const { contact, world } = this.#host;
    const errorType = world.failureOf(place.flow.name, place.action.Identifier);
    if (errorType !== undefined) return { does: "fail", errorType, reason: "it was made to fail" };
    return stepOf({ ...place, contact, world });
  }

  /** The contact leaves the flow wherever it is, even in the middle of a prompt. */
  stop(): void {
    this.#block.stop();
    this.#place = undefined;
  }

  press(key: string): void {
    this.#block.press(key);
  }

  async #perform(place: Place, step: Step): Promise<Outcome | "waiting"> {
    if (isTimed(step)) {
      this.#block.take(step, this.#resumption(place));
      return "waiting";
    }
    if (isDeparture(step)) return this.#depart(place, step);
    switch (step.does) {
      case "go":
        if (step.contact) this.#host.changeContact(step.contact);
        return step.result === undefined ? {} : { result: step.result };
      case "fail":
        return step;
      case "draw":
        return { result: String(this.#host.draw()) };
      case "invoke":
        return this.#invoke(place, step.request);
      case "create":
        return this.#create(step.wanted);
    }
  }

  /** Into another flow, or to where no flow runs. */
  #depart(place: Place, step: Departure): Outcome | "waiting" {
    switch (step.does) {
      case "enter":
      case "enter-module":
      case "leave-module":
        this.#moveOn(place, step);
        return {};
      case "enqueue":
      case "requeue":
      case "leave":
        this.#finish(place, step);
        return "waiting";
    }
  }

  #enter(flow: RunnableFlow, identifier: string): void {
    const action = flow.actions.get(identifier);
    if (!action)
      throw new Error(`Flow "${flow.name}" has no action "${identifier}": load it with loadFlowDocument.`);
    this.#place = { flow, action };
  }

  /** A block that leads into another flow, or out of a module. */
  #moveOn(place: Place, step: Extract<Step, { does: "enter" | "enter-module" | "leave-module" }>): void {
    const { scope } = this.#host.contact;
    if (step.does === "leave-module") return this.#return(place, {});
    this.#host.stepped(place, "next");
    if (step.does === "enter") {
      this.#host.see({ FlowAttributes: {} });
      return this.#enter(step.flow, step.flow.document.StartAction);
    }
    const { External, StoredCustomerInput, Metrics, FlowAttributes } = scope;
    this.#returns.push({ place, scope: { External, StoredCustomerInput, Metrics, FlowAttributes } });
    this.#host.see(hiddenInModules);
    this.#enter(step.module, step.module.document.StartAction);
  }

  /** Back to the block that called the module; what that flow saw before is there again (assumed). */
  #return(place: Place, outcome: Outcome): void {
    const back = this.#returns.pop();
    if (!back) throw flowMistake(place, "no module is being run.");
    this.#host.stepped(place, "end");
    this.#host.see(back.scope);
    this.#leave(back.place, outcome);
  }

  #leave(place: Place, outcome: Outcome): void {
    const { to, by, error } = exitOf(place.action, outcome);
    this.#host.stepped(place, by);
    if (error && !(to !== undefined && callersChoices.includes(error.errorType)))
      this.#host.lines.note(to === undefined ? "fault" : "recovered", described(place, error));
    if (to !== undefined) return this.#enter(place.flow, to);
    // An error that a module does not catch is the caller's general error (assumed).
    if (this.#returns.length > 0)
      return this.#return(place, { errorType: "NoMatchingError", reason: "the module failed" });
    this.#place = undefined;
    this.#ended(undefined);
  }

  /** A block after which the contact is no longer in this flow. */
  #finish(place: Place, step: Extract<Step, { does: "enqueue" | "requeue" | "leave" }>): void {
    this.#host.stepped(place, "end");
    this.#place = undefined;
    if (step.does === "enqueue") this.#host.enqueue(step.queue);
    else if (step.does === "requeue") this.#host.requeue(step.queue);
    else this.#ended(step.hangsUp ? "CONTACT_FLOW_DISCONNECT" : undefined);
  }

  #create(wanted: WantedContact): Outcome {
    const contactId = this.#host.create(wanted);
    if (wanted.kind === "task") this.#host.see({ Task: { ContactId: contactId } });
    return {};
  }

  async #invoke(place: Place, request: FunctionCall): Promise<Outcome | "waiting"> {
    const host = this.#host;
    if (!request.isAwaited) {
      this.#host.see({ LambdaInvocation: { InvocationId: host.newId() } });
      host.clock.after(0, async () => void (await host.invoke(request)));
      return {};
    }
    const { seconds, ...answer } = await host.invoke(request);
    if (this.#place !== place) return "waiting";
    if ("external" in answer) this.#host.see({ External: answer.external });
    const outcome: Outcome =
      "problem" in answer ? { errorType: "NoMatchingError", reason: answer.problem } : {};
    if (seconds === 0) return outcome;
    this.#block.pass(seconds, "応答待ち", outcome, this.#resumption(place));
    return "waiting";
  }

  #resumption(place: Place): Continuation {
    return {
      resume: async (outcome) => {
        if (this.#place !== place) return;
        this.#leave(place, outcome);
        await this.advance();
      },
      over: (reason) => {
        this.#host.stepped(place, "end");
        this.#place = undefined;
        this.#ended(reason);
      },
    };
  }
}

function described({ flow, action }: Place, { errorType, reason }: FlowError): string {
  return `${flow.name} / ${action.Identifier}: ${errorType} (${reason})`;
}
