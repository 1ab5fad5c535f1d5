import type { ReopeningServices } from "../../usecases/inquiries/reopen-inquiry.ts";
import { casesOf, inquiryQueueOf, programmeOf, specialDaysOf, type World } from "./composition.ts";
import { warningsTo } from "./log.ts";

/** What an inquiry is opened again with, in a handler's world. */
export function reopeningServices(world: World): ReopeningServices {
  return {
    programme: programmeOf(world),
    clock: world.clock,
    cases: casesOf(world),
    specialDays: specialDaysOf(world),
    inquiries: inquiryQueueOf(world),
    warn: warningsTo(world.log),
  };
}
