import { dateAt, monthAt } from "../../domain/japan-time.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { isOver } from "../../domain/training/dialogue.ts";
import { judgeTraining, type TrainingWords, type WhatHappened } from "../../domain/training/judge.ts";
import { type Training, trainingJudged } from "../../domain/training/training.ts";
import { callAtDesk } from "../calls/call-at-desk.ts";
import { changeEntryIf } from "../kept/change-entry-if.ts";
import { callsOf, findOwnTraining, type JudgingServices } from "./training-services.ts";

/**
 * Ends a training and keeps how it went. What is still open may be mended in the case and looked at again: the latest look
 * counts, and no look is held against anybody.
 */
export function endTraining(services: JudgingServices) {
  const { programme, clock, trainings } = services;
  return async (ended: { readonly contactId: string; readonly staff: string }): Promise<Result<Training>> => {
    const calls = callsOf(services);
    if (!calls.ok) return calls;
    const found = await findOwnTraining(services, ended.contactId, ended.staff);
    if (!found.ok) return found;
    const { training, script } = found.value;
    const isOn = training.judgement === undefined && !training.events.some(isOver);
    if (isOn && (await calls.value.look(training.contactId)) !== "over")
      return failure("通話が続いています。電話を切るか、LDかSVに代わってから、研修を終えてください。");
    const outcomes = judgeTraining(script, await happenedIn(services, training), wordsOf(services));
    const change = changeEntryIf(trainings, programme.id, training.contactId);
    return change(training, (current) => success(trainingJudged(current, clock.now(), outcomes)));
  };
}

/** What a programme calls things. */
export function wordsOf({ programme }: Pick<JudgingServices, "programme">): TrainingWords {
  const names = new Map(programme.categories.map(({ code, name }) => [code, name]));
  return { category: (code) => names.get(code) ?? code };
}

async function happenedIn(services: JudgingServices, training: Training): Promise<WhatHappened> {
  const { programme, clock, incidents, registrationLog, faqUses } = services;
  const { contactId, events, startedAt } = training;
  const { case: kept } = await callAtDesk(services)(contactId);
  const incident = await incidents.find(programme.id, contactId);
  const days = new Set([startedAt, clock.now()].map(dateAt));
  const months = new Set([startedAt, clock.now()].map(monthAt));
  const registrations = await Promise.all(
    [...days].map((date) => registrationLog.all(programme.id, `${date}#`)),
  );
  const uses = await Promise.all([...months].map((month) => faqUses.all(programme.id, `${month}#`)));
  const isOfCase = ({ receiptNumber }: { readonly receiptNumber: string }) =>
    receiptNumber === kept?.receiptNumber;
  return {
    events,
    ...(kept && { case: kept }),
    ...(incident && { incident }),
    registrations: registrations.flat().filter(isOfCase),
    faqUses: uses.flat().filter(isOfCase).length,
  };
}
