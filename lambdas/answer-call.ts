import { type AnswerServices, answerCall, flatAnswer } from "../usecases/answer-call.ts";
import {
  announcementsOf,
  casesOf,
  flagsOf,
  hostTimeLimit,
  personKeysOf,
  programmeOf,
  specialDaysOf,
  type World,
} from "./edge/composition.ts";
import { callerNumberOf, type FlowQuestion } from "./edge/flow-question.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { warningsTo } from "./edge/log.ts";

/**
 * Answers the flow's question on a call's arrival: open or closed, why, what to say, and who the caller is to the desk. The
 * answer is a flat map of texts (STRING_MAP). Nothing is written, so Amazon Connect may repeat the question.
 */
export function callAnswers(services: AnswerServices) {
  const answer = answerCall(services);
  return async (question: FlowQuestion): Promise<Record<string, string>> =>
    flatAnswer(await answer(callerNumberOf(question)));
}

/** Amazon Connect asks on a call's arrival. */
export function answerCallHandler(world: World) {
  const services = {
    programme: programmeOf(world),
    clock: world.clock,
    specialDays: specialDaysOf(world),
    announcements: announcementsOf(world),
    flags: flagsOf(world),
    cases: casesOf(world),
    personKeys: personKeysOf(world),
    timeLimit: hostTimeLimit,
    warn: warningsTo(world.log),
  };
  return handlerOf(world, callAnswers(services));
}

export const handler = deployed(answerCallHandler);
