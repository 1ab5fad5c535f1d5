import { describe, expect, test } from "vitest";
import { at, block, hangUp, heard, say } from "./exchange-fixture.ts";
import { givenHooks } from "./hooks-fixture.ts";

/** A call that an operator answered at 10:00:10, with these hooks. */
async function givenAnswered(hooks: Parameters<typeof givenHooks>[0]) {
  const { exchange, dial, operator, records } = givenHooks(hooks);
  const desk = operator();
  desk.signIn();
  const call = dial();
  await exchange.advanceTo(at("10:00:10"));
  desk.answer(call);
  return { exchange, records, desk, call };
}

const saying = (type: string, text: string) => ({
  type,
  blocks: [say("言", text, "終"), block("終", "EndFlowExecution", {})],
});

describe("whispers", () => {
  test("are heard by the operator and then by the caller before the two are joined", async () => {
    // Each 7 kana: 1 second.
    const { exchange, records, desk, call } = await givenAnswered({
      AgentWhisper: saying("AGENT_WHISPER", "$.Agent.UserNameさんどうぞ"),
      CustomerWhisper: saying("CUSTOMER_WHISPER", "おまちください"),
    });
    expect([call.state, desk.hold(call).ok]).toEqual(["whispering", false]);
    await exchange.runUntilIdle();
    expect(call.transcript.slice(-3).map(({ kind, text }) => [kind, text])).toEqual([
      ["whispered", "OP01さんどうぞ"],
      ["said", "おまちください"],
      ["connected", "OP01"],
    ]);
    const joined = call.transcript.at(-1)?.at ?? 0;
    expect(joined).toBeGreaterThan(at("10:00:11"));
    desk.finish(call, 0);
    await exchange.runUntilIdle();
    expect(records[0]).toMatchObject({
      Queue: { DequeueTimestamp: "2024-07-16T01:00:10Z" },
      Agent: { Username: "OP01" },
    });
  });

  test("are broken off when the caller hangs up, who then was never connected", async () => {
    const { exchange, records, desk, call } = await givenAnswered({
      AgentWhisper: saying("AGENT_WHISPER", "おまちください"),
    });
    await exchange.advanceBy(0.5);
    call.hangUp();
    desk.finish(call, 0);
    await exchange.runUntilIdle();
    expect(call.transcript.at(-2)).toMatchObject({ kind: "whispered", seconds: 0.5, interrupted: true });
    expect([records.length, records[0]?.Agent, desk.state]).toEqual([1, null, "available"]);
  });
});

describe("hold", () => {
  const music = (type: string, Text: string) => ({
    type,
    blocks: [
      block(
        "輪",
        "MessageParticipantIteratively",
        { Messages: [{ Text }] },
        { errors: { NoMatchingError: "終" } },
      ),
      block("終", "EndFlowExecution", {}),
    ],
  });

  test("is heard until it is over: its flow by the caller, the operator's own by the operator", async () => {
    const { exchange, desk, call } = await givenAnswered({
      CustomerHold: music("CUSTOMER_HOLD", "おまちください"),
      AgentHold: music("AGENT_HOLD", "ほりゅうちゅうです"),
    });
    desk.hold(call);
    await exchange.advanceTo(at("10:00:12.5"));
    desk.resume(call);
    await exchange.advanceTo(at("10:01:00"));
    // One second each, round and round: at 10, 11 and 12.
    expect(heard(call)).toHaveLength(3);
    expect(call.transcript.filter(({ kind }) => kind === "whispered")).toHaveLength(3);
    expect(call.transcript.findLast(({ kind }) => kind === "said")).toMatchObject({
      seconds: 0.5,
      interrupted: true,
    });
  });

  test("that is ended at once is not heard", async () => {
    const { exchange, desk, call } = await givenAnswered({
      CustomerHold: music("CUSTOMER_HOLD", "おまちください"),
    });
    desk.hold(call);
    desk.resume(call);
    await exchange.runUntilIdle();
    expect(heard(call)).toEqual([]);
  });
});

describe("the disconnect flow", () => {
  const after = {
    CustomerRemaining: { type: "CONTACT_FLOW", blocks: [say("礼", "おまちください"), hangUp] },
  };

  test("is heard by a caller whose operator hung up first, and the operator's time does not run on", async () => {
    const { exchange, records, desk, call } = await givenAnswered(after);
    await exchange.advanceTo(at("10:00:40"));
    desk.finish(call, 60);
    expect([call.state, desk.state]).toEqual(["after-call", "after-contact-work"]);
    await exchange.runUntilIdle();
    expect(heard(call)).toEqual(["おまちください"]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      DisconnectReason: "AGENT_DISCONNECT",
      DisconnectTimestamp: "2024-07-16T01:00:41Z",
      Agent: { AgentInteractionDuration: 30, AfterContactWorkDuration: 60 },
    });
  });

  test("is not heard by a caller who hung up first", async () => {
    const { exchange, call } = await givenAnswered(after);
    call.hangUp();
    await exchange.runUntilIdle();
    expect(heard(call)).toEqual([]);
  });
});
