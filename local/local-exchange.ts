import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Context } from "aws-lambda";
import {
  fillPlaceholders,
  flowTypeOf,
  placeholderOfFlow,
  placeholdersOf,
} from "../connect-flows/flow-document.ts";
import type { BusinessCalendar } from "../domain/calendar/business-calendar.ts";
import { answerCallHandler } from "../lambdas/answer-call.ts";
import type { World } from "../lambdas/edge/composition.ts";
import { takeContactEventHandler } from "../lambdas/take-contact-event.ts";
import { takeContactRecordsHandler } from "../lambdas/take-contact-records.ts";
import { createExchange, type Exchange } from "../simulator/exchange.ts";
import { type FlowDefinition, loadFlowDocument } from "../simulator/flow-document.ts";
import type { VirtualClock } from "../simulator/virtual-clock.ts";
import { kinesisEvent } from "./kinesis-event.ts";

const account = "arn:aws:connect:ap-northeast-1:000000000000";
const instanceArn = `${account}:instance/local`;
const queueArn = `${instanceArn}/queue/operators`;
const hoursArn = `${instanceArn}/operating-hours/desk`;
const answerCallArn = "arn:aws:lambda:ap-northeast-1:000000000000:function:answer-call";

/** The line behind the published Navi-Dial number; on this machine any number will do. */
export const landingNumber = "+815000000000";

/**
 * An exchange that runs a programme's committed flows with the deployed handlers: what they do to the stores is what
 * they would do in AWS. `calendar` stands in for Amazon Connect's own hours of operation.
 */
export function localExchange(options: {
  readonly world: World;
  readonly programmeId: string;
  readonly calendar: BusinessCalendar;
  readonly clock: VirtualClock;
  readonly newId: () => string;
}): Exchange {
  const { world, programmeId, calendar, clock, newId } = options;
  const answerCall = answerCallHandler(world);
  const takeContactEvent = takeContactEventHandler(world);
  const takeContactRecords = takeContactRecordsHandler(world);
  const flows = localFlows(programmeId);
  return createExchange({
    instanceArn,
    flows,
    entryPoints: new Map([[landingNumber, flowArn("inbound")]]),
    queues: [{ arn: queueArn, name: "operators", hoursArn }],
    isOpen: (_hours, at) => calendar.isOpen(at),
    invokeFunction: (_function, event) => answerCall(event, contextOf(newId())),
    publishEvent: (event) => takeContactEvent(event, contextOf(newId())),
    async publishRecord(record) {
      const { batchItemFailures } = await takeContactRecords(
        kinesisEvent([JSON.stringify(record)]),
        contextOf(newId()),
      );
      if (batchItemFailures.length > 0) throw new Error("The contact record was not taken: see the log.");
    },
    newId,
    clock,
  });
}

/** The committed flows, each placeholder filled with what stands for it on this machine. */
function localFlows(programmeId: string): ReadonlyMap<string, FlowDefinition> {
  const folder = join(import.meta.dirname, "..", "connect-flows", "json", programmeId);
  const files = globSync("*.json", { cwd: folder });
  const names = files.map((file) => basename(file, ".json"));
  const known: Record<string, string> = {
    AnswerCallFunction: answerCallArn,
    DeskHours: hoursArn,
    OperatorQueue: queueArn,
    ...Object.fromEntries(names.map((name) => [placeholderOfFlow(name), flowArn(name)])),
  };
  return new Map(
    names.map((name) => {
      const text = readFileSync(join(folder, `${name}.json`), "utf8");
      const values = Object.fromEntries(placeholdersOf(text).map((wanted) => [wanted, known[wanted] ?? ""]));
      const document = loadFlowDocument(fillPlaceholders(text, values));
      if (!document.ok) throw new Error(`The flow ${name} cannot be run: ${document.problem}`);
      return [flowArn(name), { name, type: flowTypeOf(JSON.parse(text)), document: document.value }];
    }),
  );
}

function flowArn(name: string): string {
  return `${instanceArn}/contact-flow/${name}`;
}

/** What Lambda tells a function about its call, as far as anything reads it. */
export function contextOf(awsRequestId: string): Context {
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: false,
    functionName: "local",
    functionVersion: "$LATEST",
    invokedFunctionArn: "arn:aws:lambda:ap-northeast-1:000000000000:function:local",
    memoryLimitInMB: "512",
    logGroupName: "local",
    logStreamName: "local",
    getRemainingTimeInMillis: () => 30_000,
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
