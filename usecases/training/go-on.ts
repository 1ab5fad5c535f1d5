import { failure, type Result, success } from "../../domain/result.ts";
import {
  heardLines,
  type HeardLine,
  isOver,
  nextLine,
  secondsBefore,
  type TrainingEvent,
} from "../../domain/training/dialogue.ts";
import type { TransferTarget } from "../../domain/training/script.ts";
import { type Training, trainingWent } from "../../domain/training/training.ts";
import { changeEntryIf } from "../kept/change-entry-if.ts";
import type { TelephoneAct, TrainingCalls, TrainingCallState } from "../ports/training.ts";
import {
  callsOf,
  findOwnTraining,
  type TrainingServices,
  type TrainingWithScript,
} from "./training-services.ts";

/** What a trainee can do in a call. */
export type TrainingAct =
  | "answer"
  | "speak"
  | "hold"
  | "resume"
  | "transfer-to-leader"
  | "transfer-to-supervisor"
  | "hang-up";

/** A training as it goes on. */
export interface TrainingNow extends TrainingWithScript {
  readonly state: TrainingCallState;
  readonly heard: readonly HeardLine[];
  /** Whether the caller says more when the trainee has spoken. */
  readonly hasMore: boolean;
}

/** How a training stands. Time goes on in its call while somebody looks. */
export function lookAtTraining(services: TrainingServices) {
  return async (found: TrainingWithScript): Promise<TrainingNow> => {
    const { training, script } = found;
    const isDone = training.events.some(isOver);
    const looked = await services.calls?.look(training.contactId);
    return {
      ...found,
      state: isDone ? "over" : (looked ?? "over"),
      heard: heardLines(script, training.events, services.clock.now()),
      hasMore: nextLine(script, training.events) !== undefined,
    };
  };
}

/** Does what the trainee does, and keeps it; the caller goes on as the script says. */
export function goOn(services: TrainingServices) {
  const { programme, clock, trainings } = services;
  return async (done: {
    readonly contactId: string;
    readonly staff: string;
    readonly act: TrainingAct;
  }): Promise<Result<TrainingNow>> => {
    const calls = callsOf(services);
    if (!calls.ok) return calls;
    const found = await findOwnTraining(services, done.contactId, done.staff);
    if (!found.ok) return found;
    const { training, script } = found.value;
    const state = await calls.value.look(training.contactId);
    if (done.act === "speak") {
      if (state !== "talking")
        return failure("相手と話している間だけできます。保留のときは、先に戻ってください。");
      const seconds = secondsBefore(nextLine(script, training.events));
      if (seconds > 0) await calls.value.pass(training.contactId, seconds);
    }
    // What happens in a moment of its own is kept as of its beginning: what follows a call is not talking.
    const at = clock.now();
    const acted = await telephoned(calls.value, training, done.act);
    if (!acted.ok) return acted;
    const event = eventOf(done.act, at);
    const change = changeEntryIf(trainings, programme.id, training.contactId);
    const kept = await change(training, (current) => success(trainingWent(current, event)));
    return kept.ok ? success(await lookAtTraining(services)({ ...found.value, training: kept.value })) : kept;
  };
}

const events: Readonly<Record<TrainingAct, Omit<TrainingEvent, "at">>> = {
  answer: { what: "answered" },
  speak: { what: "spoke" },
  hold: { what: "held" },
  resume: { what: "resumed" },
  "transfer-to-leader": { what: "transferred", to: "leader" },
  "transfer-to-supervisor": { what: "transferred", to: "supervisor" },
  "hang-up": { what: "ended" },
};

const targets: Readonly<Partial<Record<TrainingAct, TransferTarget>>> = {
  "transfer-to-leader": "leader",
  "transfer-to-supervisor": "supervisor",
};

function eventOf(act: TrainingAct, at: number): TrainingEvent {
  return { at, ...events[act] };
}

async function telephoned(
  calls: TrainingCalls,
  { contactId }: Training,
  act: TrainingAct,
): Promise<Result<undefined>> {
  if (act === "speak") return success(undefined);
  const to = targets[act];
  return calls.act(contactId, to === undefined ? (act as TelephoneAct) : { transferTo: to });
}
