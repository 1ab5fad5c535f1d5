import { systemClock } from "../adapters/system/clock.ts";
import { failure, type Result, success } from "../domain/result.ts";
import { deskCalendar } from "../usecases/calendar/desk-calendar.ts";
import type { Clock } from "../usecases/ports/host.ts";
import type { TelephoneAct, TrainingCalls, TrainingCallState } from "../usecases/ports/training.ts";
import type { CallView } from "./call-view.ts";
import type { LocalClock } from "./local-clock.ts";
import type { LocalService } from "./local-service.ts";
import { telephoneOf } from "./service-telephone.ts";
import type { Telephone } from "./telephone.ts";

/** So many announcements, keys and waits lie at most between dialling and ringing. */
const mostSteps = 40;

/** Whoever takes a transferred call talks so long, so that the call has an end. */
const talkAfterTransferSeconds = 60;

/** A trainee who looks away longer than this has left the room: no more time passes in the call. */
const mostSecondsAtOnce = 300;

/**
 * Plays callers on the service's own telephone: the call goes through the flows and rings at the desk as every call does.
 * `outside` is the time by which a trainee talks: as much of it passes in the call.
 */
function localTrainingCalls(service: LocalService, clock: LocalClock, outside: Clock): TrainingCalls {
  const telephone = telephoneOf(service, clock);
  const lookedAt = new Map<string, number>();

  async function timePasses(id: string): Promise<void> {
    const now = outside.now();
    const seconds = (now - (lookedAt.get(id) ?? now)) / 1000;
    lookedAt.set(id, now);
    await telephone.advance(id, Math.min(Math.max(0, seconds), mostSecondsAtOnce));
  }

  return {
    outsideNow: () => outside.now(),
    async dial({ from, keys, staff }) {
      const calendar = await deskCalendar(service.programme, service.stores.specialDays);
      const now = clock.now();
      const at = calendar.isOpen(now) ? now : calendar.nextOpening(now);
      const operator = staff.toLowerCase();
      const dialled = await telephone.dial(at, from, operator);
      const rings = await untilRinging(telephone, dialled.id, keys, operator);
      if (!rings) return failure("相談者の電話がつながりませんでした。もう一度、台本を選んでください。");
      lookedAt.set(dialled.id, outside.now());
      return success(dialled.id);
    },
    async look(id) {
      if (!telephone.has(id)) return "over";
      await timePasses(id);
      return stateOf(telephone.find(id));
    },
    async act(id, act) {
      if (!telephone.has(id)) return failure("この通話は終わっています。「研修を終える」を押してください。");
      const acted = await telephoned(telephone, id, act);
      lookedAt.set(id, outside.now());
      return acted.ok ? success(undefined) : acted;
    },
    async pass(id, seconds) {
      if (telephone.has(id)) await telephone.advance(id, seconds);
    },
  };
}

/** What plays callers in a service, if it is for training; else nothing does. */
export function trainingCallsOf(service: LocalService, clock: LocalClock): TrainingCalls | undefined {
  return service.purpose === "training" ? localTrainingCalls(service, clock, systemClock) : undefined;
}

/** Goes on with a call until it rings at somebody's desk, pressing the caller's keys where some are wanted. */
async function untilRinging(
  telephone: Telephone,
  id: string,
  keys: readonly string[],
  operator: string,
): Promise<boolean> {
  const left = [...keys];
  for (let step = 0; step < mostSteps; step++) {
    if (telephone.callOf(operator)?.contactId === id) return true;
    const { listening, state } = telephone.find(id);
    if (state === "ended") return false;
    const key = listening ? left.shift() : undefined;
    if (key === undefined) await telephone.advanceToNext(id);
    else await telephone.press(id, key);
  }
  return false;
}

async function telephoned(telephone: Telephone, id: string, act: TelephoneAct): Promise<Result<unknown>> {
  if (act === "answer") return answered(telephone, id);
  if (act === "hold") return telephone.hold(id);
  if (act === "resume") return telephone.resume(id);
  // What is written up after the call takes as long as the trainee needs, which nobody knows yet.
  if (act === "hang-up") return telephone.hangUp(id, "operator", 0);
  const handedOn = await telephone.transfer(id, act.transferTo, 0);
  return handedOn.ok ? talkedToTheEnd(telephone, id) : handedOn;
}

/** Until the two hear each other: the operator hears a whisper first. */
async function answered(telephone: Telephone, id: string): Promise<Result<unknown>> {
  const taken = await telephone.answer(id);
  for (let step = 0; taken.ok && step < mostSteps && telephone.find(id).state !== "talking"; step++)
    await telephone.advanceToNext(id);
  return taken;
}

/** Whoever the caller was handed on to takes the call, talks and hangs up; where nobody does, the caller goes. */
async function talkedToTheEnd(telephone: Telephone, id: string): Promise<Result<unknown>> {
  for (let step = 0; step < mostSteps; step++) {
    if (telephone.find(id).state === "ended") break;
    if ((await telephone.answer(id)).ok) {
      await telephone.advance(id, talkAfterTransferSeconds);
      break;
    }
    await telephone.advanceToNext(id);
  }
  return telephone.find(id).state === "ended" ? success(undefined) : telephone.hangUp(id, "caller");
}

function stateOf({ state, isHeld }: CallView): TrainingCallState {
  if (state === "ended") return "over";
  if (state === "talking") return isHeld ? "held" : "talking";
  return "ringing";
}
