import { programmeOffering } from "../usecases/settings/offered-categories.ts";
import { submitWebForm } from "../usecases/inquiries/submit-web-form.ts";
import {
  casesOf,
  fingerprint,
  formTokensOf,
  inquiryQueueOf,
  picturesOf,
  programmeOf,
  settingsOf,
  specialDaysOf,
  type World,
} from "./edge/composition.ts";
import { formIntake } from "./edge/form-intake.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { causesOf, warningsTo } from "./edge/log.ts";

/** Takes a written inquiry, with the pages on the way to it, and answers its receipt number. */
export function submitWebFormHandler(world: World) {
  const programme = programmeOf(world);
  const pictures = picturesOf(world);
  const reading = { programme, clock: world.clock, warn: warningsTo(world.log), ...settingsOf(world) };
  const submit = submitWebForm({
    ...reading,
    specialDays: specialDaysOf(world),
    cases: casesOf(world),
    inquiries: inquiryQueueOf(world),
    pictures,
    sha256: fingerprint,
  });
  const offering = programmeOffering(reading);
  const fail = (message: string, cause: unknown) => world.log("error", message, { causes: causesOf(cause) });
  const tokens = formTokensOf(world);
  return handlerOf(world, formIntake({ programme, offering, tokens, submit, pictures, fail }));
}

export const handler = deployed(submitWebFormHandler);
