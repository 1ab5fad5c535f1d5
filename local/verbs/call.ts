import { formatInstant, type Instant, parseInstant } from "../../domain/japan-time.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { parseTelephoneNumber } from "../../domain/telephone-number.ts";
import type { Call } from "../../simulator/call.ts";
import type { Exchange } from "../../simulator/exchange.ts";
import { type FaultName, faults, parseFault } from "../../simulator/faults.ts";
import { naviDialYen } from "../../simulator/navi-dial-charge.ts";
import type { TranscriptEntry } from "../../simulator/transcript.ts";
import { speechSecondsBeforeQueue } from "../call-view.ts";
import { landingNumber } from "../desk-exchange.ts";
import { transcriptText } from "../transcript-text.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { withService } from "./with-service.ts";

const options = {
  ...commonOptions,
  at: { type: "string" },
  keys: { type: "string", default: "" },
  operators: { type: "string", default: "1" },
  from: { type: "string", default: "090-1234-5678" },
  talk: { type: "string", default: "300" },
  patience: { type: "string", default: "180" },
  fault: { type: "string", multiple: true, default: [] as string[] },
} as const;

export const call: Verb = {
  name: "call",
  help: `call --at INSTANT [--keys 1,0901234567#] [--operators N] [--fault NAME] [--from NUMBER] [--talk S] [--patience S] [--json]
Makes one call through the flows and the handlers, and prints what the caller hears, presses, waits and pays.
--keys has the answer to each prompt that wants keys: one key, or a number digit by digit; nothing between two commas
lets that prompt run out. With no operator free, the caller hangs up after --patience seconds (180) in the queue. --from "" withholds the number.
Faults: ${Object.entries(faults)
    .map(([name, { english }]) => `\n  ${name}  ${english}`)
    .join("")}`,
  async run(words, print) {
    const read = readWords(words, [], options);
    if (!read.ok) return wrongUse(read.problem);
    const wanted = wantedCall(read.value.values);
    if (!wanted.ok) return wrongUse(wanted.problem);
    return withService(read.value.values.programme, async (service) => {
      const exchange = await service.exchangeAt(wanted.value.at);
      const ended = await makeCall(exchange, wanted.value);
      const json = read.value.values.json === true;
      for (const entry of ended.transcript) print(json ? jsonLine(entry) : textLine(entry));
      return done(json ? JSON.stringify({ kind: "summary", ...summaryOf(ended) }) : summaryText(ended));
    });
  },
};

interface WantedCall {
  readonly at: Instant;
  readonly from: string | undefined;
  readonly keys: readonly string[];
  readonly operators: number;
  readonly talkSeconds: number;
  readonly patienceSeconds: number;
  readonly faults: readonly FaultName[];
}

function wantedCall(values: {
  readonly at?: string;
  readonly keys: string;
  readonly operators: string;
  readonly from: string;
  readonly talk: string;
  readonly patience: string;
  readonly fault: readonly string[];
}): Result<WantedCall> {
  if (values.at === undefined) return failure("--at INSTANT is missing, for example --at 2024-07-16T10:00.");
  const at = parseInstant(values.at);
  if (!at.ok) return at;
  const from = values.from === "" ? success(undefined) : parseTelephoneNumber(values.from);
  if (!from.ok) return from;
  const numbers = { operators: values.operators, talk: values.talk, patience: values.patience };
  const wrong = Object.entries(numbers).find(([, text]) => !/^\d{1,6}$/.test(text));
  if (wrong) return failure(`--${wrong[0]} takes a whole number, 0 or more, and not "${wrong[1]}".`);
  const keys = values.keys === "" ? [] : values.keys.split(",");
  const strange = keys.find((answer) => !/^[0-9*#]*$/.test(answer));
  if (strange !== undefined)
    return failure(`--keys takes 0 to 9, * and #, with a comma between prompts, and not "${strange}".`);
  const named = values.fault.map(parseFault);
  const unknown = named.find((fault) => !fault.ok);
  if (unknown && !unknown.ok) return unknown;
  return success({
    at: at.value,
    from: from.value,
    keys,
    operators: Number(values.operators),
    talkSeconds: Number(values.talk),
    patienceSeconds: Number(values.patience),
    faults: named.flatMap((fault) => (fault.ok ? [fault.value] : [])),
  });
}

/** Runs a call to its end, operators and after-contact work included. */
async function makeCall(exchange: Exchange, wanted: WantedCall): Promise<Call> {
  for (let index = 1; index <= wanted.operators; index++) {
    const username = `op${String(index).padStart(2, "0")}`;
    const automatic = () => ({
      answerAfterSeconds: 5,
      talkSeconds: wanted.talkSeconds,
      afterContactWorkSeconds: 60,
    });
    exchange.addOperator({ arn: `operator/${username}`, username, automatic }).signIn();
  }
  const { at, from, keys, faults: injected } = wanted;
  const made = exchange.dial({ at, from, to: landingNumber, keys, faults: injected });
  await exchange.runUntilIdle();
  if (made.state === "queued") {
    await exchange.advanceBy(wanted.patienceSeconds);
    made.hangUp();
    await exchange.runUntilIdle();
  }
  return made;
}

function summaryOf(made: Call) {
  const seconds = ((made.endedAt ?? made.arrivesAt) - made.arrivesAt) / 1000;
  const queued = made.transcript.find(({ kind }) => kind === "queued");
  return {
    contactId: made.contactId,
    /** What the latest function said, which is the answering handler unless a call back was asked for. */
    answer: made.contact.scope.External,
    queued: queued !== undefined,
    secondsBeforeQueue: queued ? (queued.at - made.arrivesAt) / 1000 : null,
    speechSecondsBeforeQueue: speechSecondsBeforeQueue(made.transcript, made.endedAt ?? made.arrivesAt),
    seconds,
    yenMobile: naviDialYen("mobile", seconds),
    yenFixed: naviDialYen("fixed", seconds),
  };
}

function summaryText(made: Call): string {
  const { seconds, yenMobile, yenFixed, speechSecondsBeforeQueue: spoken } = summaryOf(made);
  return `通話 ${seconds} 秒（待ち列までの案内 ${Math.round(spoken * 10) / 10} 秒）　携帯電話 ${yenMobile} 円　固定電話 ${yenFixed} 円（ナビダイヤル、税込）`;
}

function jsonLine({ at, ...entry }: TranscriptEntry): string {
  return JSON.stringify({ at: formatInstant(at), ...entry });
}

function textLine(entry: TranscriptEntry): string {
  return `${formatInstant(entry.at).slice(11, 19)}  ${transcriptText(entry)}`;
}
