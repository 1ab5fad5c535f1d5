import type { Training } from "../../domain/training/training.ts";
import type { TrainingServices } from "./training-services.ts";

/** The trainings of somebody, or of everybody, the latest first (R55). */
export function listTrainings({ programme, trainings }: Pick<TrainingServices, "programme" | "trainings">) {
  return async (staff?: string): Promise<Training[]> =>
    (await trainings.all(programme.id))
      .filter((training) => staff === undefined || training.staff === staff)
      .sort((one, other) => other.madeAt - one.madeAt || (one.contactId < other.contactId ? 1 : -1));
}

/** The training that somebody has begun and not ended; undefined where there is none, or where nothing is trained. */
export function trainingUnderWay(services: TrainingServices) {
  return async (staff: string): Promise<Training | undefined> => {
    if (!services.calls) return undefined;
    const own = await listTrainings(services)(staff);
    const known = new Set(services.settings.scripts.map(({ id }) => id));
    return own.find(({ judgement, script }) => judgement === undefined && known.has(script));
  };
}
