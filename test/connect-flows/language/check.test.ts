import { describe, expect, test } from "vitest";
import type { Block, Flow } from "../../../connect-flows/language/block.ts";
import { checkFlow, describeProblem } from "../../../connect-flows/language/check.ts";

/** Limits: AWS developer guide, Flow language (50 characters, 250 actions) and CreateContactFlow (256,000 characters). */

const voice: Block = {
  kind: "setVoice",
  voice: { name: "Takumi", engine: "Standard" },
  next: "say",
  onError: "say",
};
const hangUp: Block = { kind: "disconnect" };
const say = (next: string, text = "あ"): Block => ({ kind: "say", text, next, onError: next });

/** voice, then say, then whatever the test adds. */
function inbound(blocks: Record<string, Block>, references: readonly string[] = []): Flow {
  return { name: "inbound", description: "", type: "CONTACT_FLOW", references, start: "voice", blocks };
}

function waiting(blocks: Record<string, Block>, references: readonly string[] = []): Flow {
  return { ...inbound(blocks, references), name: "waiting", type: "CUSTOMER_QUEUE" };
}

/** A flow of one block between voice and hanging up. */
const through = (block: Block, references: readonly string[] = []) =>
  inbound({ voice, say: block, hangUp }, references);

function expectProblem(flow: Flow, block: string | undefined, message: string): void {
  expect(checkFlow(flow)).toEqual([{ flow: flow.name, block, message: expect.stringContaining(message) }]);
}

test("a sound flow has no problem", () => {
  expect(checkFlow(inbound({ voice, say: say("hangUp"), hangUp }))).toEqual([]);
});

test("a problem reads as one line: flow, block, what to do", () => {
  const [problem] = checkFlow(inbound({ voice, say: say("hangUp"), hangUp, lost: hangUp }));
  expect(problem && describeProblem(problem)).toBe(
    "inbound, lost: is never reached: lead an exit to it or take it out.",
  );
  const [whole] = checkFlow(inbound({ voice, say: say("hangUp"), hangUp }, ["Queue"]));
  expect(whole && describeProblem(whole)).toBe(
    "inbound: declares Queue and never names it: take it out of the references.",
  );
});

describe("names", () => {
  test.each(["a:b", "a/b", "a\\b", "50%", "(a)", "a=b", "$a", "a,b", "a;b", "[a]", "{a}"])(
    "%s holds a character that Connect forbids",
    (name) =>
      expectProblem(
        inbound({ voice, say: say(name), [name]: hangUp }),
        name,
        "which Connect forbids in a name",
      ),
  );

  test.each(["constructor", "toString", "hasOwnProperty", "__proto__", "valueOf"])(
    "%s is a name that Connect forbids",
    (name) =>
      expectProblem(
        inbound({ voice, say: say(name), [name]: hangUp }),
        name,
        "is a name that Connect forbids",
      ),
  );

  test("have at most 50 characters", () => {
    const [fits, tooLong] = ["a".repeat(50), "a".repeat(51)] as const;
    expect(checkFlow(inbound({ voice, say: say(fits), [fits]: hangUp }))).toEqual([]);
    expectProblem(inbound({ voice, say: say(tooLong), [tooLong]: hangUp }), tooLong, "has 51");
  });

  test("may be Japanese and hold spaces", () => {
    expect(checkFlow(inbound({ voice, say: say("電話を 切る"), "電話を 切る": hangUp }))).toEqual([]);
  });
});

describe("size", () => {
  const chain = (texts: number, text: string) =>
    inbound({
      voice: { ...voice, next: "say0", onError: "say0" },
      ...Object.fromEntries(
        Array.from({ length: texts }, (_, index) => [
          `say${index}`,
          say(index + 1 < texts ? `say${index + 1}` : "hangUp", text),
        ]),
      ),
      hangUp,
    });

  test("is at most 250 blocks", () => {
    expect(checkFlow(chain(248, "あ"))).toEqual([]);
    expectProblem(chain(249, "あ"), undefined, "has 251 blocks and Connect takes 250");
  });

  test("is at most 256,000 characters", () => {
    expectProblem(chain(100, "あ".repeat(3000)), undefined, "Connect takes 256000");
  });
});

describe("ways", () => {
  test("a block that no call reaches is found", () => {
    expectProblem(
      inbound({ voice, say: say("hangUp"), hangUp, lost: say("hangUp") }),
      "lost",
      "is never reached",
    );
  });

  test("an exit to a block that does not exist is found", () => {
    expectProblem(inbound({ voice, say: say("hangup"), hangUp }), "say", 'leads to "hangup"');
  });

  test("an exit to a name that every object has is found", () => {
    expectProblem(inbound({ voice, say: say("constructor"), hangUp }), "say", 'leads to "constructor"');
  });

  test("a round that never ends is found in each of its blocks", () => {
    const problems = checkFlow(inbound({ voice, say: say("again"), again: say("say") }));
    expect(problems.map(({ block }) => block)).toEqual(["say", "again"]);
    expect(problems[0]?.message).toContain("no way from here ends the call");
  });

  test("a round that only a fault ends is found", () => {
    const round: Block = { kind: "say", text: "あ", next: "say", onError: "hangUp" };
    expectProblem(inbound({ voice, say: round, hangUp }), "say", "unless something fails");
  });

  test("a round that a lasting fault never leaves is found", () => {
    const retry: Block = {
      kind: "invokeLambda",
      function: "Answer",
      timeLimitSeconds: 3,
      parameters: {},
      next: "hangUp",
      onError: "say",
    };
    expectProblem(through(retry, ["Answer"]), "say", "while blocks keep failing");
  });

  test("a queue that is tried for ever while it is full is found", () => {
    const retry: Block = { kind: "transferToQueue", atCapacity: "say", onError: "hangUp" };
    expectProblem(through(retry), "say", "while the queue is full");
  });

  test("a round with an ordinary way out is allowed", () => {
    const again: Block = {
      kind: "compare",
      value: "$.Attributes.x",
      cases: { again: "say" },
      otherwise: "hangUp",
    };
    expect(checkFlow(inbound({ voice, say: say("again"), again, hangUp }))).toEqual([]);
  });

  test("a word before a voice is chosen is found, on whichever way it lies", () => {
    const branch: Block = {
      kind: "compare",
      value: "$.Attributes.x",
      cases: { spoken: "say" },
      otherwise: "voice",
    };
    const flow = inbound({ branch, voice, say: say("hangUp"), hangUp });
    expectProblem({ ...flow, start: "branch" }, "say", "can speak before a voice is chosen");
  });

  test("repeated messages after a text are found", () => {
    const repeat: Block = {
      kind: "repeatMessages",
      messages: [{ text: "あ", pauseSeconds: 0 }],
      interruption: "none",
      onError: "end",
    };
    const flow = waiting({ voice, say: say("repeat"), repeat, end: { kind: "endFlow" } });
    expectProblem(flow, "repeat", "comes after a text");
  });
});

describe("types of flow", () => {
  test.each<[string, Block]>([
    ["transferToQueue", { kind: "transferToQueue", atCapacity: "hangUp", onError: "hangUp" }],
    ["setQueue", { kind: "setQueue", queue: "Queue", next: "hangUp", onError: "hangUp" }],
  ])("%s is not allowed while a caller waits", (kind, block) => {
    const flow = waiting({ voice, say: block, hangUp }, kind === "setQueue" ? ["Queue"] : []);
    expectProblem(flow, "say", "is not allowed in a CUSTOMER_QUEUE");
  });

  test.each<[string, Block]>([
    ["repeatMessages", repeated({})],
    ["endFlow", { kind: "endFlow" }],
  ])("%s is not allowed in an inbound flow", (_, block) => {
    const flow = inbound({ voice, say: block, ...(block.kind === "endFlow" ? {} : { hangUp }) });
    expectProblem(flow, "say", "is not allowed in a CONTACT_FLOW");
  });
});

describe("references", () => {
  test("one that a text smuggles in is found", () => {
    expectProblem(
      through(say("hangUp", "こんにちは ${Town}")),
      "say",
      "names ${Town}, which the flow does not declare",
    );
  });

  test("one that a block names and the flow does not declare is found", () => {
    const block: Block = { kind: "setQueue", queue: "Queue", next: "hangUp", onError: "hangUp" };
    expectProblem(through(block), "say", "names ${Queue}");
  });

  test("a beginning of one is found", () => {
    expectProblem(through(say("hangUp", "値は ${ です")), "say", "is not a placeholder");
  });
});

describe("values", () => {
  const lambda = (timeLimitSeconds: number): Block => ({
    kind: "invokeLambda",
    function: "Answer",
    timeLimitSeconds,
    parameters: {},
    next: "hangUp",
    onError: "hangUp",
  });

  test.each([0, 9, 2.5])("a function may not be waited for %s s", (seconds) => {
    expectProblem(through(lambda(seconds), ["Answer"]), "say", "whole number from 1 to 8");
  });

  test.each([1, 8])("a function may be waited for %s s", (seconds) => {
    expect(checkFlow(through(lambda(seconds), ["Answer"]))).toEqual([]);
  });

  test("an interruption within the 20 s in which an operator is offered the call is found", () => {
    const flow = (afterSeconds: number) =>
      waiting({ voice, say: repeated({ interruption: { afterSeconds, next: "say" } }), hangUp });
    expectProblem(flow(20), "say", "interrupts after 20 s");
    expect(checkFlow(flow(21))).toEqual([]);
  });

  test("a pause that no voice can keep is found", () => {
    const flow = (pauseSeconds: number) =>
      waiting({ voice, say: repeated({ messages: [{ text: "あ", pauseSeconds }] }), hangUp });
    expectProblem(flow(11), "say", "pauses for 11 s");
    expect(checkFlow(flow(10))).toEqual([]);
  });

  test.each(["", " "])("an empty text is found", (text) => {
    expectProblem(through(say("hangUp", text)), "say", "has nothing to say");
  });

  test("a text of more than 3,000 characters is found", () => {
    expectProblem(through(say("hangUp", "あ".repeat(3001))), "say", "says 3001 characters");
    expect(checkFlow(through(say("hangUp", "あ".repeat(3000))))).toEqual([]);
  });

  test("an attribute that Connect cannot store is found", () => {
    const block: Block = {
      kind: "setAttributes",
      attributes: { arrival: "open", 到着: "open" },
      next: "hangUp",
      onError: "hangUp",
    };
    expectProblem(through(block), "say", 'writes the attribute "到着"');
  });

  test("a comparison without a case and messages without a message are found", () => {
    expectProblem(
      through({ kind: "compare", value: "$.Channel", cases: {}, otherwise: "hangUp" }),
      "say",
      "compares with nothing",
    );
    expectProblem(waiting({ voice, say: repeated({ messages: [] }), hangUp }), "say", "repeats no message");
  });
});

function repeated(fields: Partial<Extract<Block, { kind: "repeatMessages" }>>): Block {
  return {
    kind: "repeatMessages",
    messages: [{ text: "あ", pauseSeconds: 0 }],
    interruption: "none",
    onError: "hangUp",
    ...fields,
  };
}
