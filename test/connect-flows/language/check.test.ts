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
    const retry: Block = { kind: "transferToQueue", atCapacity: "retry", onError: "hangUp" };
    const choose: Block = { kind: "setQueue", queue: "Queue", next: "retry", onError: "hangUp" };
    expectProblem(
      inbound({ voice, say: choose, retry, hangUp }, ["Queue"]),
      "retry",
      "while the queue is full",
    );
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

describe("order", () => {
  const notice: Block = {
    kind: "say",
    text: "録音します。",
    tellsOfRecording: true,
    next: "record",
    onError: "hangUp",
  };
  const record: Block = { kind: "recordCall", next: "hangUp", onError: "hangUp" };

  test("recording before its notice is found, also where the notice failed", () => {
    expect(checkFlow(inbound({ voice, say: notice, record, hangUp }))).toEqual([]);
    for (const planted of [
      { ...notice, onError: "record" },
      { ...notice, text: "こんにちは。", tellsOfRecording: undefined },
    ])
      expectProblem(
        inbound({ voice, say: planted as Block, record, hangUp }),
        "record",
        "can record before the caller was told",
      );
  });

  test("recording is allowed where an attribute says that an earlier flow told the caller", () => {
    const flow = (value: "$.Attributes.recordingTold" | "$.Attributes.menu") =>
      through({ kind: "compare", value, cases: { yes: "record" }, otherwise: "hangUp" });
    const withRecord = (value: Parameters<typeof flow>[0]) => {
      const { blocks, ...rest } = flow(value);
      return { ...rest, blocks: { ...blocks, record } };
    };
    expect(checkFlow(withRecord("$.Attributes.recordingTold"))).toEqual([]);
    expectProblem(withRecord("$.Attributes.menu"), "record", "can record before");
  });

  test("a transfer without a queue is found, also where choosing it failed", () => {
    const go: Block = { kind: "transferToQueue", atCapacity: "hangUp", onError: "hangUp" };
    const choose: Block = { kind: "setQueue", queue: "Queue", next: "go", onError: "go" };
    expectProblem(through(go), "say", "can transfer before a queue is chosen");
    expectProblem(inbound({ voice, say: choose, go, hangUp }, ["Queue"]), "go", "before a queue is chosen");
    expect(
      checkFlow(inbound({ voice, say: { ...choose, onError: "hangUp" } as Block, go, hangUp }, ["Queue"])),
    ).toEqual([]);
  });

  const off: Block = { kind: "setLogging", logging: "Disabled", next: "type" };
  const on: Block = { kind: "setLogging", logging: "Enabled", next: "hangUp" };
  const type: Block = {
    kind: "storeNumber",
    text: "番号",
    limitSeconds: 5,
    mostDigits: 11,
    next: "silent",
    onError: "on",
  };
  const silent: Block = {
    kind: "compare",
    value: "$.StoredCustomerInput",
    cases: { Timeout: "on" },
    otherwise: "on",
  };

  test("a number that is typed while Connect logs is found, and a log that stays off too", () => {
    expect(checkFlow(inbound({ voice, say: off, type, silent, on, hangUp }))).toEqual([]);
    const logged = checkFlow(
      inbound({ voice: { ...voice, next: "type" } as Block, say: off, type, silent, on, hangUp }),
    );
    expect(logged.map(({ block }) => block)).toEqual(["type", "silent"]);
    expect(logged[0]?.message).toContain("while Connect logs");
    expectProblem(
      inbound({
        voice,
        say: off,
        type,
        silent: { ...silent, cases: { Timeout: "hangUp" } } as Block,
        on,
        hangUp,
      }),
      "hangUp",
      "with the log still off",
    );
  });

  test("a calling number that is given to a function while Connect logs is found", () => {
    const ask: Block = {
      kind: "invokeLambda",
      function: "Answer",
      timeLimitSeconds: 3,
      parameters: { number: "$.CustomerEndpoint.Address" },
      next: "hangUp",
      onError: "hangUp",
    };
    expectProblem(through(ask, ["Answer"]), "say", "while Connect logs");
  });

  test("a number that is read back while Connect logs is found", () => {
    expectProblem(through(say("hangUp", "$.External.spokenですね。")), "say", "while Connect logs");
  });

  test("silence that is taken for a number is found", () => {
    const careless: Block = { ...silent, cases: { "110": "on" } } as Block;
    expectProblem(
      inbound({ voice, say: off, type, silent: careless, on, hangUp }),
      "type",
      "takes silence for a number",
    );
  });

  test("a menu that a silent caller never leaves is found, and one that a loop bounds is not", () => {
    const menu = (onTimeout: string): Block => ({
      kind: "menu",
      text: "番号",
      limitSeconds: 5,
      keys: { 1: "hangUp" },
      onTimeout,
      onOther: "hangUp",
      onError: "hangUp",
    });
    expectProblem(through(menu("say")), "say", "while the caller presses nothing");
    const loop: Block = { kind: "loop", times: 2, again: "say", done: "hangUp" };
    expect(checkFlow(inbound({ voice, say: menu("loop"), loop, hangUp }))).toEqual([]);
  });

  test.each<[string, Block]>([
    [
      "a question",
      {
        kind: "menu",
        text: "あ",
        limitSeconds: 5,
        keys: { 1: "repeat" },
        onTimeout: "repeat",
        onOther: "repeat",
        onError: "repeat",
      },
    ],
    ["a loop", { kind: "loop", times: 2, again: "repeat", done: "repeat" }],
  ])("repeated messages after %s are found", (_, block) => {
    expectProblem(
      waiting({ voice, say: block, repeat: repeated({}), hangUp }),
      "repeat",
      "comes after a text, a question or a loop",
    );
  });

  test("repeated messages to which an interruption returns are allowed", () => {
    const repeat = repeated({ interruption: { afterSeconds: 30, next: "say" }, onError: "hangUp" });
    const start: Block = { ...voice, next: "repeat", onError: "repeat" } as Block;
    expect(checkFlow(waiting({ voice: start, repeat, say: say("repeat"), hangUp }))).toEqual([]);
  });
});

describe("types of flow", () => {
  test("choosing a queue and going to it are not allowed while a caller waits", () => {
    const choose: Block = { kind: "setQueue", queue: "Queue", next: "go", onError: "hangUp" };
    const go: Block = { kind: "transferToQueue", atCapacity: "hangUp", onError: "hangUp" };
    expect(checkFlow(waiting({ voice, say: choose, go, hangUp }, ["Queue"]))).toEqual(
      ["say", "go"].map((block) => ({
        flow: "waiting",
        block,
        message: expect.stringContaining("is not allowed in a CUSTOMER_QUEUE"),
      })),
    );
  });

  test("plain texts are not allowed on hold, where only repeated ones are", () => {
    const flow: Flow = { ...waiting({ voice, say: say("hangUp"), hangUp }), type: "CUSTOMER_HOLD" };
    expectProblem({ ...flow, name: "hold" }, "say", "is not allowed in a CUSTOMER_HOLD");
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

  const menu = (fields: Partial<Extract<Block, { kind: "menu" }>>): Block => ({
    kind: "menu",
    text: "番号",
    limitSeconds: 5,
    keys: { 1: "hangUp" },
    onTimeout: "hangUp",
    onOther: "hangUp",
    onError: "hangUp",
    ...fields,
  });

  test("a menu without a key, or with one that no telephone has, is found", () => {
    expectProblem(through(menu({ keys: {} })), "say", "asks for no key");
    expectProblem(through(menu({ keys: { 12: "hangUp" } as object })), "say", 'asks for the key "12"');
  });

  test.each([0, 180, 2.5])("a key may not be waited for %s s", (limitSeconds) => {
    expectProblem(through(menu({ limitSeconds })), "say", "whole number from 1 to 179");
  });

  test.each([-1, 101, 1.5])("a loop may not go round %s times", (times) => {
    const loop: Block = { kind: "loop", times, again: "hangUp", done: "hangUp" };
    expectProblem(through(loop), "say", "whole number from 0 to 100");
  });

  test("a number may not have more digits than a telephone number", () => {
    const off: Block = { kind: "setLogging", logging: "Disabled", next: "type" };
    const on: Block = { kind: "setLogging", logging: "Enabled", next: "hangUp" };
    const silent: Block = {
      kind: "compare",
      value: "$.StoredCustomerInput",
      cases: { Timeout: "on" },
      otherwise: "on",
    };
    const type = (mostDigits: number): Block => ({
      kind: "storeNumber",
      text: "番号",
      limitSeconds: 5,
      mostDigits,
      next: "silent",
      onError: "on",
    });
    expectProblem(
      inbound({ voice, say: off, type: type(16), silent, on, hangUp }),
      "type",
      "takes 16 digits",
    );
    expect(checkFlow(inbound({ voice, say: off, type: type(15), silent, on, hangUp }))).toEqual([]);
  });

  test("a number that is compared with a word is found", () => {
    const block: Block = {
      kind: "test",
      value: "$.Metrics.Queue.Size",
      operator: "NumberGreaterThan",
      operand: "many",
      holds: "hangUp",
      otherwise: "hangUp",
    };
    expectProblem(through(block), "say", 'compares with "many" as a number');
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

test("a flow for tasks says nothing: nobody listens", () => {
  const flow: Flow = { ...inbound({ voice, say: say("hangUp"), hangUp }), channel: "TASK" };
  expectProblem(flow, "say", "speaks to a task, which nobody listens to");
});
