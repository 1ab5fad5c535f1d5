import { parseCallableNumber, spokenTelephoneNumber } from "../domain/telephone-number.ts";
import { type CallbackServices, requestCallback } from "../usecases/callbacks/request-callback.ts";
import {
  callbacksOf,
  casesOf,
  personKeysOf,
  programmeOf,
  specialDaysOf,
  type World,
} from "./edge/composition.ts";
import { callerNumberOf, contactIdOf, type FlowQuestion } from "./edge/flow-question.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { warningsTo } from "./edge/log.ts";

/**
 * Answers the flow about a call back, in two steps: `check` reads a typed or shown number and says how to read it back;
 * `keep` keeps the call back and says the promise. A number that cannot be called is "invalid" in both. Either step may be
 * repeated. The answers are flat maps of texts (STRING_MAP).
 */
export function callbackAnswers(services: CallbackServices) {
  const request = requestCallback(services);

  async function keep(question: FlowQuestion, text: string): Promise<Record<string, string>> {
    const number = parseCallableNumber(text);
    if (!number.ok) return { status: "invalid", sentence: "" };
    const { status, sentence } = await request({
      contactId: contactIdOf(question),
      callerNumber: callerNumberOf(question),
      number: number.value,
    });
    return { status, sentence };
  }

  return async (question: FlowQuestion): Promise<Record<string, string>> => {
    const { step, number = "" } = question.Details?.Parameters ?? {};
    if (step === "check") return check(number);
    if (step === "keep") return keep(question, number);
    throw new Error(`There is no step "${step}": the flow asks to check or to keep.`);
  };
}

function check(text: string): Record<string, string> {
  const number = parseCallableNumber(text);
  return number.ok
    ? { status: "valid", number: number.value, spoken: spokenTelephoneNumber(number.value) }
    : { status: "invalid", number: "", spoken: "" };
}

/** Amazon Connect asks for a caller who would rather be called back. */
export function requestCallbackHandler(world: World) {
  const services = {
    programme: programmeOf(world),
    clock: world.clock,
    specialDays: specialDaysOf(world),
    callbacks: callbacksOf(world),
    cases: casesOf(world),
    personKeys: personKeysOf(world),
    warn: warningsTo(world.log),
  };
  return handlerOf(world, callbackAnswers(services));
}

export const handler = deployed(requestCallbackHandler);
