import { queueArns, transferFlowArns } from "../../local/desk-exchange.ts";
import { caseOfCall } from "../../domain/case/case.ts";
import { enterSpecialDay } from "../../usecases/calendar/enter-special-day.ts";
import { at } from "../support/contacts.ts";
import type { Ending, Story } from "../support/telephone.ts";

/** Stories that together go through every block of every flow, with how each must end. */
export const stories: Readonly<Record<string, { readonly story: Story; readonly ends: Ending }>> = {
  "presses 1 for the app": { story: { keys: ["1"] }, ends: "person" },
  "presses 2 for points": { story: { keys: ["2"] }, ends: "person" },
  "presses 3 for the former mileage": { story: { keys: ["3"] }, ends: "person" },
  "presses 0 for an operator": { story: { keys: ["0"] }, ends: "person" },
  "presses 9 for an operator": { story: { keys: ["9"] }, ends: "person" },
  "presses nothing": { story: {}, ends: "person" },
  "presses a wrong key twice": { story: { keys: ["7", "8"] }, ends: "person" },
  ...Object.fromEntries(
    ["0", "1", "2", "3", "9"].map((key) => [
      `presses a wrong key, then ${key}`,
      { story: { keys: ["#", key] }, ends: "person" } as const,
    ]),
  ),
  "withholds the number": { story: { from: undefined, keys: ["1"] }, ends: "person" },
  "calls on 海の日": { story: { at: "2024-07-15T10:00" }, ends: "closing sentence" },
  "calls after closing time": { story: { at: "2024-07-16T17:00" }, ends: "closing sentence" },
  "calls on a day that was closed by a supervisor": {
    story: {
      at: "2024-08-14T10:00",
      before: (desk) => enterSpecialDay(desk)({ kind: "closing", date: "2024-08-14", reason: "庁舎の停電" }),
    },
    ends: "closing sentence",
  },
  "hears an emergency announcement": {
    story: {
      keys: ["1"],
      before: (desk) =>
        desk.announcements.set(desk.programme.id, {
          text: "ただいまアプリに障害が起きています。",
          until: at("2024-07-16T12:00"),
        }),
    },
    ends: "person",
  },
  "is flagged for a supervisor": {
    story: {
      before: async (desk) =>
        desk.flags.add(desk.programme.id, {
          personKey: await desk.personKeys.keyOf(desk.programme.id, "+819012345678"),
          reason: "long-complaint",
          until: at("2024-12-31T00:00"),
        }),
    },
    ends: "person",
  },
  "waits and lets every offer of a call back pass": {
    story: { staffed: false, keys: ["1"], patienceSeconds: 500 },
    ends: "hung up",
  },
  "asks to be called back at the calling number": {
    story: { staffed: false, keys: ["1", "1", "1"] },
    ends: "promise",
  },
  "asks to be called back at another number, typed": {
    story: { staffed: false, keys: ["1", "1", "2", "0312345678#", "1"] },
    ends: "promise",
  },
  "types a wrong number, then a right one": {
    story: { staffed: false, keys: ["1", "1", "2", "123#", "0312345678#", "1"] },
    ends: "promise",
  },
  "types nothing": {
    story: { staffed: false, keys: ["1", "1", "2", "", ""], patienceSeconds: 300 },
    ends: "hung up",
  },
  "types a number, wants another, and types no other": {
    story: {
      staffed: false,
      keys: ["1", "1", "2", "0312345678#", "2", "0312345679#", "2"],
      patienceSeconds: 400,
    },
    ends: "hung up",
  },
  "types a number and does not confirm it": {
    story: {
      staffed: false,
      keys: ["1", "1", "2", "0312345678#", "7", "0312345678#", ""],
      patienceSeconds: 400,
    },
    ends: "hung up",
  },
  "does not confirm the calling number": {
    story: { staffed: false, keys: ["1", "1", "7"], patienceSeconds: 200 },
    ends: "hung up",
  },
  "says nothing when the calling number is read back": {
    story: { staffed: false, keys: ["1", "1", ""], patienceSeconds: 200 },
    ends: "hung up",
  },
  "withholds the number and types one for the call back": {
    story: { from: undefined, staffed: false, keys: ["1", "1", "09011112222#", "1"] },
    ends: "promise",
  },
  "presses a wrong key at the offer": {
    story: { staffed: false, keys: ["1", "5"], patienceSeconds: 200 },
    ends: "hung up",
  },
  "asks for a second call back": {
    story: {
      staffed: false,
      keys: ["1", "1", "1"],
      before: async (desk) =>
        desk.callbacks.keep({
          programme: desk.programme.id,
          personKey: await desk.personKeys.keyOf(desk.programme.id, "+819012345678"),
          contactId: "earlier",
          number: "+819012345678",
          requestedAt: desk.now - 1000,
          dueAt: desk.now + 3_600_000,
        }),
    },
    ends: "promise",
  },
  "is offered a call back while nobody knows how many wait": {
    story: {
      staffed: false,
      keys: ["1", "1", "1"],
      failing: new Map([["waiting › countWaiting", "NoMatchingError"]]),
    },
    ends: "promise",
  },
  "calls again with an open case": {
    story: {
      keys: ["1"],
      before: async (desk) =>
        desk.cases.open(
          caseOfCall({
            programme: desk.programme.id,
            receiptNumber: "419700000018",
            contactId: "earlier",
            arrivedAt: at("2024-07-15T10:00"),
            personKey: await desk.personKeys.keyOf(desk.programme.id, "+819012345678"),
          }),
        ),
    },
    ends: "person",
  },
  "calls while every function is down": { story: { keys: ["1"], faults: ["lambda-error"] }, ends: "person" },
  "calls while every function is slow": {
    story: { keys: ["1"], faults: ["lambda-timeout"] },
    ends: "person",
  },
  "calls while every answer is malformed": {
    story: { keys: ["1"], faults: ["lambda-malformed"] },
    ends: "person",
  },
  "calls a closed desk while every function is down": {
    story: { at: "2024-07-15T10:00", faults: ["lambda-error"] },
    ends: "closing sentence",
  },
  "calls while functions are down and hours cannot be checked": {
    story: { keys: ["1"], faults: ["lambda-error", "hours-error"] },
    ends: "person",
  },
  "calls while the queue is full": {
    story: { keys: ["1"], faults: ["queue-full"] },
    ends: "closing sentence",
  },
  "loses the line": { story: { keys: ["1"], staffed: false, faults: ["telecom"] }, ends: "line lost" },
  "is put on hold": {
    story: {
      keys: ["1"],
      async talk({ exchange, call, operator }) {
        operator.hold(call);
        await exchange.advanceBy(40);
        operator.resume(call);
        await exchange.advanceBy(10);
        operator.finish(call, 10);
      },
    },
    ends: "person",
  },
  ...Object.fromEntries(
    (["leader", "supervisor"] as const).map((to) => [
      `is handed on to a ${to}`,
      {
        story: {
          keys: ["2"],
          async talk({ exchange, call, operator }) {
            await exchange.advanceBy(10);
            operator.transfer(call, { flowArn: transferFlowArns[to] });
            await exchange.advanceBy(1);
          },
        },
        ends: "person",
      } as const,
    ]),
  ),
  "is handed back to the operators": {
    story: {
      keys: ["2"],
      async talk({ exchange, call, operator }) {
        await exchange.advanceBy(10);
        operator.transfer(call, { flowArn: transferFlowArns.operator });
        operator.finish(call, 0);
        await exchange.advanceBy(1);
      },
    },
    ends: "person",
  },
  "wrote, so that an operator is given a task": { story: { isTask: true }, ends: "person" },
  "is called back by an operator": {
    story: {
      keys: ["1"],
      async talk({ exchange, call, operator }) {
        await exchange.advanceBy(10);
        operator.finish(call, 0);
        await exchange.advanceBy(1);
        operator.dial("+819012345678", queueArns.OperatorQueue);
        await exchange.advanceBy(60);
        if (operator.call) operator.finish(operator.call, 0);
      },
    },
    ends: "person",
  },
};
