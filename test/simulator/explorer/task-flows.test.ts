import { describe, expect, test } from "vitest";
import { checkFlows } from "../../../simulator/explorer/check-flows.ts";
import { documentOf, type ShortFlow } from "./planted-flows.ts";

const queueing: ShortFlow = {
  choose: {
    type: "UpdateContactTargetQueue",
    with: { QueueId: "${WrittenInquiryQueue}" },
    next: "queue",
    errors: { NoMatchingError: "end" },
  },
  queue: {
    type: "TransferContactToQueue",
    next: "end",
    errors: { QueueAtCapacity: "end", NoMatchingError: "end" },
  },
  end: { type: "DisconnectParticipant" },
};

function problemsOf(blocks: ShortFlow, metadata: object) {
  const document = { ...documentOf(blocks), Metadata: metadata };
  const checks = checkFlows([{ name: "written", type: "CONTACT_FLOW", document }], {
    reportAttributes: ["arrival"],
  });
  expect(checks.map(({ states }) => states > 0)).toEqual([true]);
  return checks.flatMap(({ problems }) => problems.map(({ rule, block }) => `${rule} ${block}`));
}

describe("a flow for tasks", () => {
  test("may queue at any hour without a word, and end where no queue takes the task", () => {
    expect(problemsOf(queueing, { channel: "TASK" })).toEqual([]);
  });

  test("must choose a queue before it queues, as any flow", () => {
    const unchosen = {
      ...queueing,
      choose: { ...queueing["choose"]!, errors: { NoMatchingError: "queue" } },
    };
    expect(problemsOf(unchosen, { channel: "TASK" })).toEqual(["queue-chosen-first queue"]);
  });

  test("must lead out of its rounds, as any flow", () => {
    const round = { ...queueing, queue: { ...queueing["queue"]!, errors: { NoMatchingError: "choose" } } };
    const rules = problemsOf(round, { channel: "TASK" });
    expect(rules.some((rule) => rule.startsWith("no-endless-silence"))).toBe(true);
  });

  test("is marked as one; without the mark callers are taken to be in it", () => {
    for (const metadata of [{}, { channel: "VOICE" }])
      expect(problemsOf(queueing, metadata)).toEqual(["ends-well end"]);
  });
});
