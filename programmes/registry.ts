import type { Programme } from "../domain/programme.ts";
import { failure, type Result, success } from "../domain/result.ts";
import { noTraining, type TrainingSettings } from "../domain/training/script.ts";
import { kobatonAlkoo } from "./kobaton-alkoo/programme.ts";
import { training } from "./kobaton-alkoo/training/training.ts";

/** Every programme that this service runs. A new one is a folder beside the others and a line here. */
export const programmes: readonly Programme[] = [kobatonAlkoo];

/** The programme with an id; an unknown id is answered with the known ones. */
export function programmeById(id: string): Result<Programme> {
  const programme = programmes.find((candidate) => candidate.id === id);
  if (programme) return success(programme);
  return failure(`There is no programme "${id}": use ${programmes.map((known) => known.id).join(" or ")}.`);
}

/** What a programme has for training; nothing where it has none. */
export function trainingOf(programmeId: string): TrainingSettings {
  return programmeId === kobatonAlkoo.id ? training() : noTraining;
}
