import type { Problem } from "../../../simulator/explorer/problem.ts";
import { say, type ShortFlow, soundDesk } from "./planted-flows.ts";

/** The desk with some blocks changed. */
export function desk(change: ShortFlow): ShortFlow {
  return { ...soundDesk, ...change };
}

function loop(rounds: string, again: string, done: string): ShortFlow[string] {
  return {
    type: "Loop",
    with: { LoopCount: rounds },
    when: { ContinueLooping: again, DoneLooping: done },
  };
}

const typing: ShortFlow[string] = {
  type: "GetParticipantInput",
  with: {
    Text: "番号を押してください。",
    StoreInput: "True",
    InputTimeLimitSeconds: "5",
    InputValidation: { CustomValidation: { MaximumLength: "12" } },
  },
  next: "choose",
  errors: { NoMatchingError: "choose" },
};

const silentClosing = say("$.External.sentence", "end");

/** A fault, the flow that has it, and the property and block that must be named. */
export interface Planted {
  readonly fault: string;
  readonly blocks: ShortFlow;
  readonly rule: Problem["rule"];
  readonly block: string;
  /** A line of the story. */
  readonly story?: string;
}

/** Desks with one fault each, and how it must be found. */
export const planted: readonly Planted[] = [
  {
    fault: "a function's failure hangs up in silence",
    blocks: desk({ ask: { ...soundDesk["ask"]!, errors: { NoMatchingError: "end" } } }),
    rule: "ends-well",
    block: "end",
    story: "関数が応答しない（desk／ask）",
  },
  {
    fault: "a function's failure ends the call with a sentence although the desk may be open",
    blocks: desk({ ask: { ...soundDesk["ask"]!, errors: { NoMatchingError: "sayBusy" } } }),
    rule: "operator-reachable",
    block: "end",
    story: "関数が応答しない（desk／ask）",
  },
  {
    fault: "an announcement ends the call although the desk is open",
    blocks: desk({ note: { ...soundDesk["note"]!, next: "sayBusy" } }),
    rule: "operator-reachable",
    block: "end",
    story: "受付中と判定（desk／ask）",
  },
  {
    fault: "a fault after the greeting hangs up, as if the greeting were a closing sentence",
    blocks: desk({ record: { ...soundDesk["record"]!, errors: { NoMatchingError: "end" } } }),
    rule: "ends-well",
    block: "end",
    story: "録音を始められない（desk／record）",
  },
  {
    fault: "an error has no exit at all",
    blocks: desk({ choose: { ...soundDesk["choose"]!, errors: {} } }),
    rule: "ends-well",
    block: "choose",
    story: "キューを選べない（desk／choose）",
  },
  {
    fault: "the function's closed answer is queued",
    blocks: desk({
      isOpen: { ...soundDesk["isOpen"]!, when: { open: "note", closed: "note" } },
    }),
    rule: "closed-never-queues",
    block: "queue",
    story: "受付時間外と判定（desk／ask）",
  },
  {
    fault: "the hours' closed answer is queued",
    blocks: desk({ hours: { ...soundDesk["hours"]!, when: { True: "note", False: "note" } } }),
    rule: "closed-never-queues",
    block: "queue",
    story: "受付時間外と判定（desk／hours）",
  },
  {
    fault: "recording starts when the notice could not be played",
    blocks: desk({ greet: say("この通話は録音します。", "record") }),
    rule: "recording-after-notice",
    block: "record",
    story: "音声を再生できない（desk／greet）",
  },
  {
    fault: "no queue is chosen",
    blocks: desk({ menu: { ...soundDesk["menu"]!, when: { "1": "queue" } } }),
    rule: "queue-chosen-first",
    block: "queue",
    story: "「アプリは1を押してください。」を聞き、「1」を押す（desk／menu）",
  },
  {
    fault: "arrival is written on one of the ways only",
    blocks: desk({ isOpen: { ...soundDesk["isOpen"]!, when: { open: "greet", closed: "sayClosed" } } }),
    rule: "queue-chosen-first",
    block: "queue",
    story: "受付中と判定（desk／ask）",
  },
  {
    fault: "a silent round asks the hours for ever",
    blocks: desk({ hours: { ...soundDesk["hours"]!, errors: { NoMatchingError: "hours" } } }),
    rule: "no-endless-silence",
    block: "hours",
    story: "関数が応答しない（desk／ask）",
  },
  {
    fault: "a menu asks a silent caller for ever",
    blocks: desk({
      menu: {
        ...soundDesk["menu"]!,
        errors: { ...soundDesk["menu"]!.errors, InputTimeLimitExceeded: "menu" },
      },
    }),
    rule: "loops-bounded",
    block: "menu",
    story: "「この通話は録音します。」を聞く（desk／greet）",
  },
  {
    fault: "a counted round starts again when it is done",
    blocks: desk({
      menu: { ...soundDesk["menu"]!, errors: { NoMatchingCondition: "tries", NoMatchingError: "tries" } },
      tries: loop("2", "menu", "again"),
      again: say("もう一度お聞きします。", "menu"),
    }),
    rule: "loops-bounded",
    block: "menu",
  },
  {
    fault: "no voice is set on the way to a sentence",
    blocks: { ask: { ...soundDesk["ask"]! }, ...soundDesk, voice: { ...soundDesk["voice"]!, next: "ask" } },
    rule: "voice-before-words",
    block: "sayClosed",
    story: "受付時間外と判定（desk／ask）",
  },
  {
    fault: "a number is typed while the flow is logged",
    blocks: desk({
      record: { ...soundDesk["record"]!, next: "logging" },
      logging: { type: "UpdateFlowLoggingBehavior", with: { FlowLoggingBehavior: "Enabled" }, next: "menu" },
      menu: typing,
    }),
    rule: "logging-while-typing",
    block: "menu",
    story: "「この通話は録音します。」を聞く（desk／greet）",
  },
  {
    fault: "a closing sentence that may be empty has no other after it",
    blocks: desk({ sayClosed: silentClosing }),
    rule: "ends-well",
    block: "end",
    story: "音声を再生できない（desk／sayClosed）",
  },
];
