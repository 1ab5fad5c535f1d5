import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  fillPlaceholders,
  flowTypeOf,
  placeholderOfFlow,
  placeholdersOf,
} from "../connect-flows/flow-document.ts";
import type { BusinessCalendar } from "../domain/calendar/business-calendar.ts";
import { createExchange, type Exchange } from "../simulator/exchange.ts";
import type { ExchangeSetup } from "../simulator/exchange-setup.ts";
import { type FlowDefinition, loadFlowDocument } from "../simulator/flow-document.ts";
import type { ContactFlowEvent } from "../simulator/lambda-invocation.ts";
import type { Operator } from "../simulator/operator.ts";

const account = "arn:aws:connect:ap-northeast-1:000000000000";
const instanceArn = `${account}:instance/local`;
/** The desk's queues by the placeholders that flows name them with. */
export const queueArns = {
  OperatorQueue: `${instanceArn}/queue/operators`,
  LeaderQueue: `${instanceArn}/queue/leaders`,
  SupervisorQueue: `${instanceArn}/queue/supervisors`,
  WrittenInquiryQueue: `${instanceArn}/queue/written-inquiries`,
} as const;
/** The desk's hours of operation. */
export const hoursArn = `${instanceArn}/operating-hours/desk`;
/** The functions that flows call, by their placeholders. */
const functionArns = {
  AnswerCallFunction: functionArn("answer-call"),
  CallbackFunction: functionArn("request-callback"),
} as const;

/** The line behind the published Navi-Dial number; on this machine any number will do. */
export const landingNumber = "+815000000000";

/** A function that the flows call. */
export type FlowFunction = (event: ContactFlowEvent) => Promise<unknown>;

/** What an exchange of the desk is given; the rest is the desk's own. */
export interface DeskExchangeOptions
  extends Omit<
    ExchangeSetup,
    "instanceArn" | "flows" | "entryPoints" | "queues" | "isOpen" | "invokeFunction"
  > {
  readonly programmeId: string;
  /** Stands in for Amazon Connect's own hours of operation. */
  readonly calendar: BusinessCalendar;
  readonly functions: Readonly<Record<keyof typeof functionArns, FlowFunction>>;
}

/** An exchange that runs a programme's committed flows, with its queues and its landing number. */
export function deskExchange({ programmeId, calendar, functions, ...setup }: DeskExchangeOptions): Exchange {
  const byArn = new Map(
    Object.entries(functionArns).map(([name, arn]) => [arn, name as keyof typeof functionArns]),
  );
  return createExchange({
    ...setup,
    instanceArn,
    flows: committedFlows(programmeId),
    entryPoints: new Map([[landingNumber, flowArn("inbound")]]),
    queues: Object.values(queueArns).map((arn) => ({
      arn,
      name: basename(arn),
      hoursArn,
      outboundCallerNumber: landingNumber,
      outboundWhisperFlowArn: flowArn("outbound-whisper"),
    })),
    isOpen: (_hours, at) => calendar.isOpen(at),
    async invokeFunction(arn, event) {
      const name = byArn.get(arn);
      if (!name) throw new Error(`There is no function ${arn} on this machine.`);
      return functions[name](event);
    },
  });
}

/** The flows by which an operator hands a caller on. */
export const transferFlowArns = {
  leader: flowArn("transfer-to-leader"),
  supervisor: flowArn("transfer-to-supervisor"),
  operator: flowArn("transfer-to-operator"),
} as const;

/** The flow that takes a written inquiry as a task. */
export const inquiryTaskFlowArn = flowArn("inquiry-task");

/**
 * Signs the desk in: for each queue one who serves it alone; the operator takes written inquiries too. Operators' calls go to
 * `operator`, who may be the leader or the supervisor.
 */
export function signInDesk(exchange: Exchange, operator = "op01"): readonly Operator[] {
  const others: Readonly<Record<string, readonly string[]>> = {
    ld01: [queueArns.LeaderQueue],
    sv01: [queueArns.SupervisorQueue],
  };
  const own = [queueArns.OperatorQueue, queueArns.WrittenInquiryQueue, ...(others[operator] ?? [])];
  const desk = { ...others, [operator]: own };
  return Object.entries(desk).map(([username, served]) => {
    const operator = exchange.addOperator({ arn: `operator/${username}`, username, queueArns: served });
    operator.signIn();
    return operator;
  });
}

/** The committed flows, each placeholder filled with what stands for it on this machine. */
function committedFlows(programmeId: string): ReadonlyMap<string, FlowDefinition> {
  const folder = join(import.meta.dirname, "..", "connect-flows", "json", programmeId);
  const files = globSync("*.json", { cwd: folder });
  const names = files.map((file) => basename(file, ".json"));
  const known: Record<string, string> = {
    ...functionArns,
    DeskHours: hoursArn,
    ...queueArns,
    ...Object.fromEntries(names.map((name) => [placeholderOfFlow(name), flowArn(name)])),
  };
  return new Map(
    names.map((name) => {
      const text = readFileSync(join(folder, `${name}.json`), "utf8");
      const wanted = new Set(placeholdersOf(text));
      const values = Object.fromEntries(
        Object.entries(known).filter(([placeholder]) => wanted.has(placeholder)),
      );
      const document = loadFlowDocument(fillPlaceholders(text, values));
      if (!document.ok) throw new Error(`The flow ${name} cannot be run: ${document.problem}`);
      return [flowArn(name), { name, type: flowTypeOf(JSON.parse(text)), document: document.value }];
    }),
  );
}

function functionArn(name: string): string {
  return `arn:aws:lambda:ap-northeast-1:000000000000:function:${name}`;
}

function flowArn(name: string): string {
  return `${instanceArn}/contact-flow/${name}`;
}
