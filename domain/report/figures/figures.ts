import type { Calls, InboundCall } from "../../contact/call.ts";
import { dateAt } from "../../japan-time.ts";

/**
 * The figures of a period (decision 0006). One formula each, used by every screen and file.
 * A rate or an average with nothing to divide by is null, never 0; it is shown as a dash.
 */
export interface Figures {
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly shortAbandoned: number;
  readonly callbackRequested: number;
  readonly calledBackSameDay: number;
  readonly selfServed: number;
  readonly arrivedClosed: number;
  readonly outboundAttempts: number;
  readonly outboundConnected: number;
  readonly webForms: number;
  /** 0 to 1. */
  readonly answerRate: number | null;
  /** 0 to 1. */
  readonly answerRateWithCallbacks: number | null;
  /** Of the offered call that waited longest, up to its answer or its end; null where no call was offered. */
  readonly longestWaitSeconds: number | null;
  /** Numerators of the averages, over answered calls. */
  readonly handlingSeconds: number;
  readonly talkSeconds: number;
  readonly interactionSeconds: number;
  readonly holdSeconds: number;
  readonly afterContactWorkSeconds: number;
  readonly averageHandlingSeconds: number | null;
  readonly averageTalkSeconds: number | null;
  readonly averageInteractionSeconds: number | null;
  readonly averageHoldSeconds: number | null;
  readonly averageAfterContactWorkSeconds: number | null;
}

/** What each figure means, as it is printed in every report. */
export const figureDefinitions: Readonly<Record<keyof Figures, string>> = {
  offered: "受電数：受付時間内に着信した電話。転送されても1件。自己解決と時間外の着信は含まない",
  answered: "応答数：受電数のうち、オペレータが応答したもの",
  abandoned: "放棄数：受電数のうち、応答の前に切れたもの（折返しの希望を除く）",
  shortAbandoned: "短時間放棄数：放棄数のうち、待ち始めて設定秒数以内に切れたもの。受電数に含む",
  callbackRequested: "折返し希望数：受電数のうち、応答の前に折返しを希望したもの。応答数に含まない",
  calledBackSameDay: "当日折返し数：折返し希望数のうち、同じ日に架電がつながったもの",
  selfServed: "自己解決数：受付時間内に着信し、自動音声の案内中に終わったもの。受電数に含まない",
  arrivedClosed: "時間外着信数：受付時間外に着信したもの。受電数に含まない",
  outboundAttempts: "架電数：こちらからかけた電話の回数",
  outboundConnected: "架電応答数：架電数のうち、相手が応答したもの",
  webForms: "WEBフォーム受付数：WEBフォームから届いた相談の件数",
  answerRate: "受電率（受電応答率）＝応答数÷受電数",
  answerRateWithCallbacks: "当日折返しを含む受電率＝（応答数＋当日折返し数）÷受電数",
  longestWaitSeconds: "最長待ち（秒）：受電数のうち、待ち始めてから応答または終話までが最も長いもの",
  handlingSeconds: "対応時間の合計（秒）：応答した電話の通話＋保留＋後処理。転送前後の合計",
  talkSeconds: "通話時間の合計（秒）：応答した電話の通話＋保留。後処理を含まない",
  interactionSeconds: "会話時間の合計（秒）：応答した電話の通話。保留と後処理を含まない",
  holdSeconds: "保留時間の合計（秒）：応答した電話の保留",
  afterContactWorkSeconds: "後処理時間の合計（秒）：応答した電話の終話後の処理",
  averageHandlingSeconds: "平均対応時間（秒）＝対応時間の合計÷応答数",
  averageTalkSeconds: "平均通話時間（秒）＝通話時間の合計÷応答数",
  averageInteractionSeconds: "平均会話時間（秒）＝会話時間の合計÷応答数",
  averageHoldSeconds: "平均保留時間（秒）＝保留時間の合計÷応答数",
  averageAfterContactWorkSeconds: "平均後処理時間（秒）＝後処理時間の合計÷応答数",
};

/** The figures of some calls and a number of written inquiries. Every inbound call is counted in exactly one outcome. */
export function figuresOf(calls: Omit<Calls, "uncounted">, webForms: number): Figures {
  const ended = Map.groupBy(calls.inbound, ({ outcome }) => outcome);
  const of = (outcome: InboundCall["outcome"]) => ended.get(outcome) ?? [];
  const answered = of("answered");
  const callbackRequested = of("callback-requested");
  const shortAbandoned = of("short-abandoned");
  const abandoned = [...of("abandoned"), ...shortAbandoned];
  const offered = answered.length + callbackRequested.length + abandoned.length;
  const calledBackSameDay = countOfCalledBack(callbackRequested, calls.outbound);
  const interactionSeconds = total(answered, (call) => call.interactionSeconds);
  const holdSeconds = total(answered, (call) => call.holdSeconds);
  const afterContactWorkSeconds = total(answered, (call) => call.afterContactWorkSeconds);
  const talkSeconds = interactionSeconds + holdSeconds;
  const handlingSeconds = talkSeconds + afterContactWorkSeconds;
  return {
    offered,
    answered: answered.length,
    abandoned: abandoned.length,
    shortAbandoned: shortAbandoned.length,
    callbackRequested: callbackRequested.length,
    calledBackSameDay,
    selfServed: of("self-served").length,
    arrivedClosed: of("arrived-closed").length,
    outboundAttempts: calls.outbound.length,
    outboundConnected: calls.outbound.filter((call) => call.connected).length,
    webForms,
    answerRate: ratio(answered.length, offered),
    answerRateWithCallbacks: ratio(answered.length + calledBackSameDay, offered),
    longestWaitSeconds: longestWait([answered, callbackRequested, abandoned]),
    handlingSeconds,
    talkSeconds,
    interactionSeconds,
    holdSeconds,
    afterContactWorkSeconds,
    averageHandlingSeconds: ratio(handlingSeconds, answered.length),
    averageTalkSeconds: ratio(talkSeconds, answered.length),
    averageInteractionSeconds: ratio(interactionSeconds, answered.length),
    averageHoldSeconds: ratio(holdSeconds, answered.length),
    averageAfterContactWorkSeconds: ratio(afterContactWorkSeconds, answered.length),
  };
}

/** How many of the calls were called back, and reached, on the date of their arrival. */
function countOfCalledBack(asked: readonly InboundCall[], outbound: Calls["outbound"]): number {
  const reached = new Set(
    outbound
      .filter(({ connected }) => connected)
      .map(({ answers, startedAt }) => `${answers} ${dateAt(startedAt)}`),
  );
  return asked.filter((call) => reached.has(`${call.contactId} ${dateAt(call.arrivedAt)}`)).length;
}

function longestWait(groups: readonly (readonly InboundCall[])[]): number | null {
  let longest: number | null = null;
  for (const group of groups)
    for (const { waitSeconds } of group) longest = Math.max(longest ?? 0, waitSeconds);
  return longest;
}

function total(calls: readonly InboundCall[], seconds: (call: InboundCall) => number): number {
  return calls.reduce((sum, call) => sum + seconds(call), 0);
}

/** null where there is nothing to divide by. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
