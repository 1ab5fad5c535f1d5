import { failure, type Result, success } from "../../domain/result.ts";
import { type Training, trainingBegun } from "../../domain/training/training.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { trainingUnderWay } from "./list-trainings.ts";
import { callsOf, type TrainingServices } from "./training-services.ts";

/** Has the caller of a script ring at somebody's desk, and keeps that the training began. One goes on at a time. */
export function beginTraining(services: TrainingServices) {
  const { programme, clock, settings, trainings } = services;
  return async (begun: { readonly script: string; readonly staff: string }): Promise<Result<Training>> => {
    const calls = callsOf(services);
    if (!calls.ok) return calls;
    const staff = staffCodeNamed(begun.staff);
    if (!staff.ok) return staff;
    const script = settings.scripts.find(({ id }) => id === begun.script);
    if (!script) return failure("この台本はありません。研修の一覧から選び直してください。");
    if (await trainingUnderWay(services)(staff.value))
      return failure("前の研修が終わっていません。「研修を終える」を押してから、次を始めてください。");
    const { number, keys } = script.caller;
    const dialled = await calls.value.dial({ from: number, keys, staff: staff.value });
    if (!dialled.ok) return dialled;
    const training = trainingBegun({
      contactId: dialled.value,
      script: script.id,
      staff: staff.value,
      madeAt: calls.value.outsideNow(),
      startedAt: clock.now(),
    });
    await trainings.add(programme.id, training);
    return success(training);
  };
}
