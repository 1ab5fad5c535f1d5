import type { MadeTraining, ShownTraining } from "../../contract/training.ts";
import { secondsOf } from "../../domain/training/dialogue.ts";
import { expectedText } from "../../domain/training/judge.ts";
import type { Training } from "../../domain/training/training.ts";
import type { Result } from "../../domain/result.ts";
import { callAtDesk } from "../../usecases/calls/call-at-desk.ts";
import { beginTraining } from "../../usecases/training/begin-training.ts";
import { goOn, lookAtTraining, type TrainingNow } from "../../usecases/training/go-on.ts";
import { endTraining, wordsOf } from "../../usecases/training/judge-training.ts";
import { listTrainings, trainingUnderWay } from "../../usecases/training/list-trainings.ts";
import {
  findTraining,
  type JudgingServices,
  trainedElsewhere,
  unknownTraining,
} from "../../usecases/training/training-services.ts";
import type { Refused, RouteHandlers, SignedIn } from "./route-handler.ts";

type TrainingRoute =
  | "readTrainingRoom"
  | "beginTraining"
  | "readTrainingUnderWay"
  | "readTraining"
  | "actInTraining"
  | "endTraining";

const notYours: Refused = { refused: "not-found", problem: unknownTraining };

/** Training with scripted callers (R55): operators see their own, LD and SV everybody's; only a service for training has callers. */
export function trainingHandlers(services: JudgingServices): RouteHandlers<TrainingRoute> {
  const { settings } = services;
  const words = wordsOf(services);
  const titles = new Map(settings.scripts.map(({ id, title }) => [id, title]));
  const look = lookAtTraining(services);

  async function shown(found: TrainingNow, by: SignedIn): Promise<{ readonly answer: ShownTraining }> {
    const { case: kept } = await callAtDesk(services)(found.training.contactId);
    return { answer: trainingShown(found, by, services.clock.now(), kept?.receiptNumber) };
  }

  async function shownByNumber(
    contactId: string,
    by: SignedIn,
  ): Promise<{ readonly answer: ShownTraining } | Refused> {
    const found = await findTraining(services, contactId);
    if (!found.ok || !maySee(found.value.training, by)) return notYours;
    return shown(await look(found.value), by);
  }

  return {
    async readTrainingRoom({ by }) {
      const made = await listTrainings(services)(by.role === "operator" ? by.staff : undefined);
      return {
        answer: {
          ...(!services.calls && { elsewhere: trainedElsewhere }),
          scripts: settings.scripts.map(({ id, title, trains, expectations }) => ({
            id,
            title,
            trains,
            expectations: expectations.map((one) => expectedText(one, words)),
          })),
          trainings: made.map((one) => madeTraining(one, titles.get(one.script) ?? one.script)),
        },
      };
    },
    async beginTraining({ request: { script }, by }) {
      const begun = await beginTraining(services)({ script, staff: by.staff });
      return begun.ok ? { answer: { contactId: begun.value.contactId } } : refused(begun);
    },
    async readTrainingUnderWay({ by }) {
      const training = await trainingUnderWay(services)(by.staff);
      const found = training && (await findTraining(services, training.contactId));
      if (!found?.ok) return { answer: {} };
      const { answer } = await shown(await look(found.value), by);
      return { answer: { training: answer } };
    },
    readTraining: ({ path: { contactId }, by }) => shownByNumber(contactId, by),
    async actInTraining({ path: { contactId }, request: { act }, by }) {
      const done = await goOn(services)({ contactId, act, staff: by.staff });
      return done.ok ? shown(done.value, by) : refused(done);
    },
    async endTraining({ path: { contactId }, by }) {
      const ended = await endTraining(services)({ contactId, staff: by.staff });
      return ended.ok ? shownByNumber(contactId, by) : refused(ended);
    },
  };
}

function maySee({ staff }: Training, by: SignedIn): boolean {
  return by.role !== "operator" || staff === by.staff;
}

function refused(result: Exclude<Result<unknown>, { ok: true }>): Refused {
  return { refused: "wrong", problem: result.problem };
}

function madeTraining({ contactId, staff, madeAt, judgement }: Training, title: string): MadeTraining {
  const open = judgement?.outcomes.filter(({ isMet }) => !isMet).map(({ expected }) => expected);
  return { contactId, title, staff, madeAt, ...(open && { open }) };
}

function trainingShown(
  { training, script, state, heard, hasMore }: TrainingNow,
  by: SignedIn,
  now: number,
  receiptNumber: string | undefined,
): ShownTraining {
  const { contactId, staff, madeAt, events, judgement } = training;
  return {
    contactId,
    title: script.title,
    trains: script.trains,
    staff,
    madeAt,
    state,
    heard: heard.map((line) => ({ ...line })),
    hasMore,
    isEnded: judgement !== undefined,
    isOwn: staff === by.staff,
    ...(receiptNumber !== undefined && { receiptNumber }),
    seconds: secondsOf(events, judgement?.endedAt ?? now),
    ...(judgement && {
      outcomes: judgement.outcomes.map((one) => ({ ...one })),
      judgedAt: judgement.judgedAt,
    }),
  };
}
