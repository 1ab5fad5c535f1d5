import type { FlowAction, FlowDocument } from "../../../connect-flows/flow-document.ts";

/**
 * Follows a generated flow with rules of its own, written from the Amazon Connect guides and not from the code under
 * test: it knows the JSON only.
 */

/** What happens at a block: an error or a condition by its name, a key, a typed number, or a function's answer. */
type Outcome = string | Readonly<Record<string, string>>;

export interface World {
  /** By identifier, else by type; a list is used up one visit after the other, and then nothing special happens. */
  readonly outcomes?: Readonly<Record<string, Outcome | readonly Outcome[]>>;
  /** What the JSON paths mean when the call begins, such as `$.CustomerEndpoint.Address`. */
  readonly values?: Readonly<Record<string, string>>;
}

export interface WalkedCall {
  readonly blocks: string[];
  readonly types: string[];
  /** Everything that was said, with the values put in. */
  readonly spoken: string[];
  readonly attributes: Record<string, string>;
  /** What functions were asked. */
  readonly asked: Record<string, string>[];
  readonly hooks: Record<string, string>;
  /** The queue that the call went to, `waiting`, `hung up` or `flow ended`. */
  end: string;
}

/** One call through a flow. Throws where it has not ended after 200 blocks. */
export function walk(document: FlowDocument, world: World = {}): WalkedCall {
  const state = new State(world);
  const actions = new Map(document.Actions.map((action) => [action.Identifier, action]));
  let identifier: string | undefined = document.StartAction;
  for (let step = 0; step < 200; step++) {
    const action: FlowAction | undefined = actions.get(identifier ?? "");
    if (!action) throw new Error(`No block ${identifier} after ${state.call.blocks.join(", ")}`);
    identifier = state.visit(action);
    if (identifier === undefined) return state.call;
  }
  throw new Error(`The call never ended: ${state.call.blocks.join(", ")}`);
}

class State {
  readonly call: WalkedCall = {
    blocks: [],
    types: [],
    spoken: [],
    attributes: {},
    asked: [],
    hooks: {},
    end: "",
  };
  readonly #values: Map<string, string>;
  readonly #loops = new Map<string, number>();
  readonly #pending: Map<string, Outcome[]>;
  #queue = "";

  constructor(world: World) {
    this.#values = new Map(Object.entries(world.values ?? {}));
    this.#pending = new Map(
      Object.entries(world.outcomes ?? {}).map(([name, outcome]) => [
        name,
        Array.isArray(outcome) ? [...outcome] : Array.from({ length: 200 }, () => outcome as Outcome),
      ]),
    );
  }

  /** The next block, or undefined where the call has left the flow. */
  visit(action: FlowAction): string | undefined {
    const { Identifier, Type, Transitions } = action;
    this.call.blocks.push(Identifier);
    this.call.types.push(Type);
    const outcome = this.#pending.get(Identifier)?.shift() ?? this.#pending.get(Type)?.shift();
    const error = Transitions.Errors?.find(({ ErrorType }) => ErrorType === outcome);
    // Who presses nothing has heard the text.
    if (outcome === "InputTimeLimitExceeded") this.#effect(action, undefined);
    if (error) return error.NextAction;
    const ended = this.#effect(action, outcome);
    if (ended !== undefined) {
      this.call.end = ended;
      return undefined;
    }
    return this.#next(action, outcome);
  }

  /** How the flow ends here, if it does. */
  #effect({ Type, Parameters }: FlowAction, outcome: Outcome | undefined): string | undefined {
    if (typeof Parameters.Text === "string") this.call.spoken.push(this.#filled(Parameters.Text));
    if (Parameters.StoreInput === "True")
      this.#values.set("$.StoredCustomerInput", typeof outcome === "string" ? outcome : "Timeout");
    const effects: Readonly<Record<string, () => string | undefined>> = {
      DisconnectParticipant: () => "hung up",
      EndFlowExecution: () => "flow ended",
      TransferContactToQueue: () => this.#queue || "no queue",
      MessageParticipantIteratively: () => (outcome === "MessagesInterrupted" ? undefined : "waiting"),
      UpdateContactTargetQueue: () => {
        this.#queue = Parameters.QueueId as string;
        return undefined;
      },
      UpdateContactAttributes: () => {
        for (const [key, value] of Object.entries(Parameters.Attributes as Record<string, string>))
          this.call.attributes[key] = this.#filled(value);
        return undefined;
      },
      UpdateContactEventHooks: () => {
        Object.assign(this.call.hooks, Parameters.EventHooks);
        return undefined;
      },
      InvokeLambdaFunction: () =>
        this.#ask(Parameters.LambdaInvocationAttributes as Record<string, string>, outcome),
    };
    return effects[Type]?.();
  }

  #ask(parameters: Record<string, string>, outcome: Outcome | undefined): undefined {
    const filled = Object.entries(parameters).map(([key, value]) => [key, this.#filled(value)] as const);
    this.call.asked.push(Object.fromEntries(filled));
    for (const path of [...this.#values.keys()].filter((one) => one.startsWith("$.External.")))
      this.#values.delete(path);
    if (typeof outcome === "object")
      for (const [key, value] of Object.entries(outcome)) this.#values.set(`$.External.${key}`, value);
  }

  #next(action: FlowAction, outcome: Outcome | undefined): string | undefined {
    const { Errors = [], Conditions = [], NextAction } = action.Transitions;
    const answer = this.#answer(action, outcome);
    const met = Conditions.find(
      ({ Condition: { Operator, Operands } }) =>
        answer !== undefined && isMet(Operator, answer, Operands[0] ?? ""),
    );
    if (met) return met.NextAction;
    const isMenu = action.Type === "GetParticipantInput" && action.Parameters.StoreInput === "False";
    const silent = isMenu && answer === undefined;
    const missed = silent ? "InputTimeLimitExceeded" : "NoMatchingCondition";
    return Errors.find(({ ErrorType }) => ErrorType === missed)?.NextAction ?? NextAction;
  }

  /** What the block's conditions are about. */
  #answer({ Identifier, Type, Parameters }: FlowAction, outcome: Outcome | undefined): string | undefined {
    if (Type === "Compare") return this.#values.get(Parameters.ComparisonValue as string) ?? "";
    if (Type === "Loop") return this.#loop(Identifier, Number(Parameters.LoopCount));
    return typeof outcome === "string" ? outcome : undefined;
  }

  #loop(identifier: string, times: number): string {
    const done = this.#loops.get(identifier) ?? 0;
    this.#loops.set(identifier, done < times ? done + 1 : 0);
    return done < times ? "ContinueLooping" : "DoneLooping";
  }

  #filled(text: string): string {
    return text.replaceAll(/\$\.[A-Za-z]+(?:\.[A-Za-z]+)*/g, (path) => this.#values.get(path) ?? "");
  }
}

function isMet(operator: string, answer: string, operand: string): boolean {
  if (operator === "NumberGreaterThan") return answer !== "" && Number(answer) > Number(operand);
  return operator === "TextContains" ? answer.includes(operand) : answer === operand;
}
