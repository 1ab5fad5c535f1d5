import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import { callAnswers } from "../../lambdas/answer-call.ts";
import { parseContactEvent } from "../../lambdas/edge/contact-event.ts";
import { parseContactRecord } from "../../lambdas/edge/contact-record.ts";
import { callbackAnswers } from "../../lambdas/request-callback.ts";
import {
  deskExchange,
  type FlowFunction,
  inquiryTaskFlowArn,
  landingNumber,
  signInDesk,
} from "../../local/desk-exchange.ts";
import type { Call } from "../../simulator/call.ts";
import type { Exchange } from "../../simulator/exchange.ts";
import type { FaultName } from "../../simulator/faults.ts";
import type { Operator } from "../../simulator/operator.ts";
import type { TranscriptEntry } from "../../simulator/transcript.ts";
import { VirtualClock } from "../../simulator/virtual-clock.ts";
import { aDesk, taking } from "./desk.ts";

type Desk = ReturnType<typeof aDesk>;

/** A step that a call took: which flow and block it left, and by which branch. */
export interface Step {
  readonly flow: string;
  readonly block: string;
  readonly exit: string;
}

/** What a caller does and meets. */
export interface Story {
  /** A written inquiry that is made a task, in place of a call. */
  readonly isTask?: boolean;
  readonly at?: string;
  /** E.164; undefined withholds the number. */
  readonly from?: string | undefined;
  /** One entry a prompt that listens; "" lets it run out. */
  readonly keys?: readonly string[];
  /** Whether the desk is staffed: one who answers after 5 seconds in each queue. @default true */
  readonly staffed?: boolean;
  /** Seconds in the queue after which the caller hangs up. @default never before ten minutes */
  readonly patienceSeconds?: number;
  readonly faults?: readonly FaultName[];
  readonly functions?: Partial<Record<"AnswerCallFunction" | "CallbackFunction", FlowFunction>>;
  /** Blocks that fail, such as "inbound › greet", with the error they end with. */
  readonly failing?: ReadonlyMap<string, string>;
  /** What was entered or known before the call. */
  readonly before?: (desk: Desk) => Promise<unknown>;
  /** What the operator does once they are joined. @default talks a minute and hangs up */
  readonly talk?: (told: { exchange: Exchange; call: Call; operator: Operator; desk: Desk }) => Promise<void>;
}

/** How a caller's story ended. */
export type Ending =
  | ("person" | "promise" | "closing sentence" | "hung up" | "line lost")
  /** A task that no queue took: its case is on our own list. */
  | "left to its case"
  | "lost";

export interface Told {
  readonly call: Call;
  readonly desk: Desk;
  readonly steps: readonly Step[];
  /** What the caller heard, in order. */
  readonly heard: readonly string[];
  readonly ending: Ending;
}

/** Plays one story to its end, through the committed flows, the use cases and a desk in memory. */
export async function tell(story: Story): Promise<Told> {
  const desk = aDesk(story.at);
  await story.before?.(desk);
  const clock = new VirtualClock(desk.now);
  const services = { ...desk, clock };
  const take = taking(services);
  const steps: Step[] = [];
  let ids = 0;
  const exchange = deskExchange({
    programmeId: desk.programme.id,
    calendar: createCalendar(desk.programme.hours),
    clock,
    newId: () => `00000000-0000-4000-8000-${String(ids++).padStart(12, "0")}`,
    functions: {
      AnswerCallFunction: story.functions?.AnswerCallFunction ?? callAnswers(services),
      CallbackFunction: story.functions?.CallbackFunction ?? callbackAnswers(services),
    },
    onStep: (_call, flow, block, exit) => void steps.push({ flow, block, exit }),
    failureOf: (flow, block) => story.failing?.get(`${flow} › ${block}`),
    async publishEvent({ detail }) {
      const reported = parseContactEvent(detail);
      if (!reported.ok) throw new Error(reported.problem);
      await take(reported.value);
    },
    async publishRecord(record) {
      const reported = parseContactRecord(JSON.stringify(record));
      if (!reported.ok) throw new Error(reported.problem);
      await take(reported.value);
    },
  });
  const operators = story.staffed === false ? [] : signInDesk(exchange);
  const { from = "+819012345678", keys = [], faults = [] } = story;
  const call = story.isTask
    ? taskOf(exchange)
    : exchange.dial({
        at: desk.now,
        from: "from" in story ? story.from : from,
        to: landingNumber,
        keys,
        faults,
      });
  await goOn(exchange, call, operators, story, desk);
  return { call, desk, steps, heard: wordsOf(call), ending: endingOf(call) };
}

function taskOf(exchange: Exchange): Call {
  const made = exchange.startTask({ flowArn: inquiryTaskFlowArn, name: "419700000018" });
  if (!made.ok) throw new Error(made.problem);
  return made.value;
}

const tenMinutes = 600;

/** Lets time pass until the call is over: whoever rings answers, and talks a minute once the story has nothing more to tell. */
async function goOn(
  exchange: Exchange,
  call: Call,
  operators: readonly Operator[],
  story: Story,
  desk: Desk,
) {
  const until = story.patienceSeconds ?? tenMinutes;
  let talk = story.talk;
  for (let seconds = 0; call.state !== "ended" && seconds < until + 2 * tenMinutes; seconds += 5) {
    await exchange.advanceBy(5);
    const ringing = operators.find((operator) => operator.state === "ringing");
    if (ringing?.call) ringing.answer(ringing.call);
    await exchange.advanceBy(0);
    const operator = operators.find(({ state }) => state === "talking");
    if (operator && call.state === "talking") {
      await (talk ?? talkAMinute)({ exchange, call, operator, desk });
      talk = undefined;
    }
    if (call.state === "queued" && seconds > until) call.hangUp();
  }
  await exchange.runUntilIdle();
}

async function talkAMinute({
  exchange,
  call,
  operator,
}: Parameters<NonNullable<Story["talk"]>>[0]): Promise<void> {
  await exchange.advanceBy(60);
  operator.finish(call, 30);
}

function wordsOf(call: Call): string[] {
  return call.transcript.filter(({ kind }) => kind === "said").map(({ text }) => text);
}

/** What became of the caller; "lost" is what must never be. */
function endingOf({ transcript, contact }: Call): Ending {
  const has = (kind: TranscriptEntry["kind"]) => transcript.some((entry) => entry.kind === kind);
  if (has("connected")) return "person";
  if (contact.scope.Channel === "TASK") return "left to its case";
  const end = transcript.findLast(({ kind }) => kind === "hung-up");
  if (end?.reason === "CUSTOMER_DISCONNECT") return "hung up";
  if (end?.reason === "TELECOM_PROBLEM") return "line lost";
  const last = transcript.filter(({ kind }) => kind === "said" || kind === "silence").at(-1);
  const heardToTheEnd = last?.kind === "said" && !last.interrupted;
  if (!heardToTheEnd) return "lost";
  return contact.scope.Attributes["callbackRequested"] === "true" ? "promise" : "closing sentence";
}
