import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { FifoQueue } from "../../local/fifo-queue.ts";
import { drainQueue } from "../../local/queue-runner.ts";

function aQueue() {
  let ids = 0;
  return new FifoQueue(() => `m${ids++}`);
}

/** A consumer that fails on some bodies, and what it was given. */
function aConsumer(fails: (body: string) => boolean | "throws") {
  const given: string[] = [];
  const consumer = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    for (const { messageId, body, attributes } of Records) {
      given.push(`${body} ${attributes.ApproximateReceiveCount}`);
      const outcome = fails(body);
      if (outcome === "throws") throw new Error("the process died");
      if (outcome) failed.push(messageId);
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
  return { given, consumer };
}

describe("a FIFO queue", () => {
  test("hands messages out in order, one body once while it waits", () => {
    const queue = aQueue();
    expect([queue.send("a", "g"), queue.send("b", "g"), queue.send("a", "g")]).toEqual(["m0", "m1", "m0"]);
    expect(queue.receive(10).map(({ body }) => body)).toEqual(["a", "b"]);
  });

  test("hands nothing more of a group out while some of it is out; another group is free", () => {
    const queue = aQueue();
    for (const [body, group] of [
      ["a", "g"],
      ["b", "g"],
      ["c", "h"],
    ] as const)
      queue.send(body, group);
    expect(queue.receive(1).map(({ body }) => body)).toEqual(["a"]);
    expect(queue.receive(10).map(({ body }) => body)).toEqual(["c"]);
    queue.giveBack("m0");
    expect(queue.receive(1)).toMatchObject([{ body: "a", receives: 2 }]);
    queue.remove("m0");
    expect(queue.receive(1)).toMatchObject([{ body: "b", receives: 1 }]);
  });
});

describe("a queue and its function", () => {
  test("what fails comes again, in its place, and lies with the dead letters after five times", async () => {
    const queue = aQueue();
    for (const body of ["a", "bad", "c"]) queue.send(body, "g");
    const { given, consumer } = aConsumer((body) => body === "bad");
    await drainQueue(queue, consumer);
    expect(given).toEqual(["a 1", "bad 1", "bad 2", "bad 3", "bad 4", "bad 5", "c 1"]);
    expect(queue.dead).toMatchObject([{ body: "bad", receives: 5 }]);
  });

  test("a function that throws has done nothing; replayed dead letters are taken like new ones", async () => {
    const queue = aQueue();
    queue.send("a", "g");
    await drainQueue(queue, aConsumer(() => "throws").consumer);
    expect(queue.dead).toHaveLength(1);
    queue.replay();
    expect(queue.dead).toEqual([]);
    const { given, consumer } = aConsumer(() => false);
    await drainQueue(queue, consumer);
    expect(given).toEqual(["a 1"]);
    expect(queue.receive(10)).toEqual([]);
  });
});
