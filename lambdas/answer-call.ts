import { answerCall, flatAnswer } from "../usecases/answer-call.ts";
import { programmeOf, specialDaysOf, type World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { causesOf } from "./edge/log.ts";

/**
 * Amazon Connect asks on a call's arrival: open or closed, why, and what to say. The answer is a flat map of texts
 * (STRING_MAP). It depends on the time alone, so Amazon Connect may repeat the question.
 */
export function answerCallHandler(world: World) {
  const answer = answerCall({
    programme: programmeOf(world),
    clock: world.clock,
    specialDays: specialDaysOf(world),
    warn: (message, cause) => world.log("warn", message, { causes: causesOf(cause) }),
  });
  return handlerOf<unknown, Record<string, string>>(world, async () => flatAnswer(await answer()));
}

export const handler = deployed(answerCallHandler);
