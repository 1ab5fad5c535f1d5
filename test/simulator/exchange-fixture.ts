import { type Instant, parseInstant } from "../../domain/japan-time.ts";
import type { Call, Dialling } from "../../simulator/call.ts";
import type { ContactEvent } from "../../simulator/contact-event.ts";
import type { ContactRecord } from "../../simulator/contact-record.ts";
import { createExchange, type Exchange } from "../../simulator/exchange.ts";
import type { ExchangeSetup } from "../../simulator/exchange-setup.ts";
import { type FlowDefinition, loadFlowDocument } from "../../simulator/flow-document.ts";
import type { ContactFlowEvent } from "../../simulator/lambda-invocation.ts";
import type { Operator, OperatorDefinition } from "../../simulator/operator.ts";
import { VirtualClock } from "../../simulator/virtual-clock.ts";

export const instanceArn = "arn:aws:connect:ap-northeast-1:111122223333:instance/test";
export const landingNumber = "+815012345678";
export const callerNumber = "+819011112222";
export const queueArn = `${instanceArn}/queue/desk`;

/** An instant on Tuesday 16 July 2024, an ordinary weekday; without an hour, 10:00:00 in Japan. */
export function at(time = "10:00:00"): Instant {
  const instant = parseInstant(`2024-07-16T${time}+09:00`);
  if (!instant.ok) throw new Error(instant.problem);
  return instant.value;
}

/** A block in the flow language: `next` on success, `when` by result, `errors` by error type. */
export function block(
  Identifier: string,
  Type: string,
  Parameters: object,
  ways: { next?: string; when?: Record<string, string>; errors?: Record<string, string> } = {},
) {
  const { next, when = {}, errors = {} } = ways;
  return {
    Identifier,
    Type,
    Parameters,
    Transitions: {
      ...(next === undefined ? {} : { NextAction: next }),
      Conditions: Object.entries(when).map(([operand, NextAction]) => ({
        NextAction,
        Condition: { Operator: "Equals", Operands: [operand] },
      })),
      Errors: Object.entries(errors).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction })),
    },
  };
}

/** Says a text, then goes on to `next`. */
export function say(Identifier: string, Text: string, next = "end") {
  return block(Identifier, "MessageParticipant", { Text }, { next });
}

export const hangUp = block("end", "DisconnectParticipant", {});

/** A flow document as JSON text, starting at its first block. */
export function flowText(...blocks: { Identifier: string }[]): string {
  return JSON.stringify({
    Version: "2019-10-30",
    StartAction: blocks[0]?.Identifier,
    Metadata: {},
    Actions: blocks,
  });
}

/** A flow loaded from JSON text, named by its kind and key. */
export function flow(content: string, type = "CONTACT_FLOW", name = "入口"): FlowDefinition {
  const document = loadFlowDocument(content);
  if (!document.ok) throw new Error(document.problem);
  return { name, type, document: document.value };
}

export interface Scene {
  readonly exchange: Exchange;
  readonly clock: VirtualClock;
  readonly events: ContactEvent[];
  readonly records: ContactRecord[];
  readonly invocations: { functionArn: string; at: Instant; event: ContactFlowEvent }[];
  readonly dial: (dialling?: Partial<Dialling>) => Call;
  readonly operator: (definition?: Partial<OperatorDefinition>) => Operator;
}

interface Given extends Partial<Omit<ExchangeSetup, "flows" | "invokeFunction">> {
  /** The JSON text of the inbound flow. */
  readonly inbound: string;
  readonly others?: Record<string, FlowDefinition>;
  /** What functions answer; by default an empty map. */
  readonly answers?: (functionArn: string, event: ContactFlowEvent, clock: VirtualClock) => unknown;
}

/** An exchange with one landing number, one queue, and ports that keep what they are given. Ids are counted. */
export function givenAnExchange({ inbound, others = {}, answers = () => ({}), ...setup }: Given): Scene {
  const clock = new VirtualClock(at("00:00:00"));
  const events: ContactEvent[] = [];
  const records: ContactRecord[] = [];
  const invocations: Scene["invocations"] = [];
  let ids = 0;
  const exchange = createExchange({
    instanceArn,
    flows: new Map([["flow-inbound", flow(inbound)], ...Object.entries(others)]),
    entryPoints: new Map([[landingNumber, "flow-inbound"]]),
    queues: [{ arn: queueArn, name: "総合窓口", hoursArn: "hours" }],
    isOpen: () => true,
    invokeFunction: async (functionArn, event) => {
      invocations.push({ functionArn, at: clock.now(), event });
      return answers(functionArn, event, clock);
    },
    publishEvent: async (event) => void events.push(event),
    publishRecord: async (record) => void records.push(record),
    newId: () => `id-${++ids}`,
    clock,
    ...setup,
  });
  return {
    exchange,
    clock,
    events,
    records,
    invocations,
    dial: (dialling = {}) => exchange.dial({ from: callerNumber, to: landingNumber, at: at(), ...dialling }),
    operator: (definition = {}) => exchange.addOperator({ arn: "agent-1", username: "OP01", ...definition }),
  };
}

/** What a caller heard, in order. */
export function heard(call: Call): string[] {
  return call.transcript.filter(({ kind }) => kind === "said").map(({ text }) => text);
}

/** The kinds of a transcript's lines, in order. */
export function kinds(call: Call): string[] {
  return call.transcript.map(({ kind }) => kind);
}

/** The blocks 成功, 失敗 and その他 that say so and hang up. */
const ends = [say("成功", "せいこう"), say("失敗", "しっぱい"), say("その他", "そのほか"), hangUp];

/** Runs one call through some blocks, which may go on to 成功, 失敗 or その他, until nothing more happens. */
export async function run(
  blocks: ReturnType<typeof block>[],
  setup: Partial<Given> = {},
  dialling: Partial<Dialling> = {},
) {
  const scene = givenAnExchange({ inbound: flowText(...blocks, ...ends), ...setup });
  const call = scene.dial(dialling);
  await scene.exchange.runUntilIdle();
  return { ...scene, call };
}

/** What is heard after one block. */
export async function heardAfter(
  type: string,
  parameters: object,
  ways: Parameters<typeof block>[3],
  setup?: Partial<Given>,
  dialling?: Partial<Dialling>,
) {
  return heard((await run([block("試験", type, parameters, ways)], setup, dialling)).call);
}
