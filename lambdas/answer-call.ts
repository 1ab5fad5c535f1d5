import { type AnswerServices, answerCall, flatAnswer } from "../usecases/calls/answer-call.ts";
import { rememberCaller } from "../usecases/calls/remember-caller.ts";
import {
  announcementsOf,
  arrivedCallersOf,
  casesOf,
  flagsOf,
  hostTimeLimit,
  personKeysOf,
  programmeOf,
  specialDaysOf,
  type World,
} from "./edge/composition.ts";
import { callerNumberOf, type FlowQuestion, namedContactOf } from "./edge/flow-question.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { warningsTo } from "./edge/log.ts";

/**
 * Answers the flow's question on a call's arrival: open or closed, why, what to say, and who the caller is to the desk. The
 * answer is a flat map of texts (STRING_MAP), and Amazon Connect may repeat the question.
 */
export function callAnswers(services: AnswerServices) {
  const answer = answerCall(services);
  return async (question: FlowQuestion): Promise<Record<string, string>> =>
    flatAnswer(await answer(callerNumberOf(question)));
}

/**
 * Amazon Connect asks on a call's arrival. Meanwhile the caller is remembered, for the screen of whoever it rings for; asked
 * again, the same is remembered.
 */
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
  const answers = callAnswers(services);
  const remember = rememberCaller({ ...services, callers: arrivedCallersOf(world) });
  return handlerOf(world, async (question: FlowQuestion): Promise<Record<string, string>> => {
    const [told] = await Promise.all([
      answers(question),
      remember(namedContactOf(question), callerNumberOf(question)),
    ]);
    return told;
  });
}

export const handler = deployed(answerCallHandler);
