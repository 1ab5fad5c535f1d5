import { describe, expect, test } from "vitest";
import { at, kinds, queueArn } from "./exchange-fixture.ts";
import { givenHooks, leaders } from "./hooks-fixture.ts";

describe("an operator", () => {
  test("who lets a call ring for 20 seconds misses it, and the next one gets it", async () => {
    const { exchange, dial, operator, records } = givenHooks({}, { offerSeconds: 20 });
    const [first, second] = [operator({ username: "OP01" }), operator({ username: "OP02", arn: "agent-2" })];
    first.signIn();
    second.signIn();
    const call = dial();
    await exchange.advanceTo(at("10:00:19"));
    expect([first.state, second.state]).toEqual(["ringing", "available"]);
    await exchange.advanceTo(at("10:00:20"));
    expect([first.state, first.missedOffers, second.state]).toEqual(["missed", 1, "ringing"]);
    expect(exchange.metrics(queueArn)).toMatchObject({ size: 1, oldestSeconds: 20, missed: 1, busy: 1 });
    second.answer(call);
    second.finish(call, 0);
    first.signIn();
    await exchange.runUntilIdle();
    expect([first.state, records[0]?.AgentConnectionAttempts]).toEqual(["available", 2]);
  });

  test("has the full 20 seconds again for a call that comes back", async () => {
    const { exchange, dial, operator } = givenHooks({}, { offerSeconds: 20 });
    const desk = operator();
    desk.signIn();
    const call = dial();
    await exchange.advanceTo(at("10:00:15"));
    desk.signOut();
    desk.signIn();
    await exchange.advanceTo(at("10:00:34"));
    expect([desk.state, desk.call]).toEqual(["ringing", call]);
    await exchange.advanceTo(at("10:00:35"));
    expect(desk.state).toBe("missed");
  });

  test("that works alone but answers too late never gets the caller, who goes on waiting", async () => {
    const automatic = () => ({ answerAfterSeconds: 30, talkSeconds: 60, afterContactWorkSeconds: 0 });
    const { exchange, dial, operator } = givenHooks({}, { offerSeconds: 20 });
    const desk = operator({ automatic });
    desk.signIn();
    const call = dial();
    await exchange.runUntilIdle();
    await exchange.advanceTo(at("10:01:01"));
    expect([call.state, desk.missedOffers]).toEqual(["queued", 3]);
  });

  test("hands a caller on to another queue, and each contact of the chain is on record", async () => {
    const { exchange, dial, operator, records } = givenHooks({});
    const [desk, leader] = [
      operator({ queueArns: [queueArn] }),
      operator({ username: "LD01", arn: "agent-2", queueArns: [leaders] }),
    ];
    desk.signIn();
    leader.signIn();
    const call = dial();
    await exchange.advanceTo(at("10:00:10"));
    desk.answer(call);
    await exchange.advanceTo(at("10:01:10"));
    expect(desk.transfer(call, { flowArn: "to-leaders" })).toEqual({ ok: true, value: undefined });
    expect(desk.state).toBe("after-contact-work");
    await exchange.advanceBy(0);
    expect([leader.state, leader.call]).toEqual(["ringing", call]);
    leader.answer(call);
    desk.finish(call, 0);
    await exchange.advanceTo(at("10:02:10"));
    leader.finish(call, 0);
    await exchange.runUntilIdle();
    const [first, second] = records;
    expect(records).toHaveLength(2);
    expect(first).toMatchObject({
      ContactId: call.contactId,
      NextContactId: second?.ContactId,
      TransferCompletedTimestamp: "2024-07-16T01:01:10Z",
      Agent: { Username: "OP01", AgentInteractionDuration: 60 },
    });
    expect(second).toMatchObject({
      InitialContactId: call.contactId,
      PreviousContactId: call.contactId,
      InitiationMethod: "TRANSFER",
      Queue: { ARN: leaders },
      Agent: { Username: "LD01", AgentInteractionDuration: 60 },
    });
    expect(kinds(call).filter((kind) => kind !== "silence")).toEqual([
      "arrived",
      "queued",
      "connected",
      "transferred",
      "queued",
      "connected",
      "hung-up",
    ]);
  });

  test("hands a caller on to a given colleague; when that one is not free the call is cut off", async () => {
    for (const isFree of [true, false]) {
      const { exchange, dial, operator, records } = givenHooks({});
      const [desk, colleague] = [operator(), operator({ username: "OP02", arn: "agent-2", queueArns: [] })];
      desk.signIn();
      if (isFree) colleague.signIn();
      const call = dial();
      await exchange.advanceTo(at("10:00:10"));
      desk.answer(call);
      desk.transfer(call, { flowArn: "to-operator", operatorArn: "agent-2" });
      await exchange.advanceBy(0);
      expect([isFree, colleague.call, call.state]).toEqual([
        isFree,
        isFree ? call : undefined,
        isFree ? "queued" : "ended",
      ]);
      if (!isFree) expect(records.at(-1)?.DisconnectReason).toBe("CONTACT_FLOW_DISCONNECT");
    }
  });

  test("is told why a transfer is impossible", async () => {
    const { exchange, dial, operator } = givenHooks({});
    const desk = operator();
    desk.signIn();
    const call = dial();
    const refused = (problem: string) => ({ ok: false, problem: expect.stringContaining(problem) });
    expect(desk.transfer(call, { flowArn: "to-leaders" })).toEqual(refused("must be talking"));
    await exchange.advanceTo(at("10:00:10"));
    desk.answer(call);
    expect(desk.transfer(call, { flowArn: "flow-inbound" })).toEqual(refused("no QUEUE_TRANSFER flow"));
    expect(desk.transfer(call, { flowArn: "to-operator", operatorArn: "nobody" })).toEqual(
      refused("no operator nobody"),
    );
  });

  test("calls somebody, who hears the outbound whisper before the two are joined", async () => {
    const ring = () => ({ answer: "answered", afterSeconds: 6 }) as const;
    const { exchange, operator, records, events } = givenHooks({}, { ring });
    const desk = operator();
    desk.signIn();
    await exchange.advanceTo(at());
    const made = desk.dial("+81312345678", queueArn);
    if (!made.ok) throw new Error(made.problem);
    expect(desk.dial("+81312345678", queueArn).ok).toBe(false);
    await exchange.runUntilIdle();
    expect(kinds(made.value)).toEqual(["ringing", "arrived", "said", "connected"]);
    desk.finish(made.value, 0);
    await exchange.runUntilIdle();
    expect(events.map(({ detail }) => detail.eventType)).toEqual([
      "INITIATED",
      "CONNECTED_TO_SYSTEM",
      "CONNECTED_TO_AGENT",
      "DISCONNECTED",
      "COMPLETED",
    ]);
    expect(records[0]).toMatchObject({
      InitiationMethod: "OUTBOUND",
      ConnectedToSystemTimestamp: "2024-07-16T01:00:06Z",
      CustomerEndpoint: { Address: "+81312345678" },
      SystemEndpoint: { Address: "+815012345678" },
      Agent: { ConnectedToAgentTimestamp: "2024-07-16T01:00:07Z" },
    });
  });

  test.each(["busy", "unanswered"] as const)("whose callee is %s is free again", async (answer) => {
    const { exchange, operator, records } = givenHooks({}, { ring: () => ({ answer }) });
    const desk = operator();
    desk.signIn();
    await exchange.advanceTo(at());
    desk.dial("+81312345678", queueArn);
    expect(desk.state).toBe("talking");
    await exchange.runUntilIdle();
    expect(desk.state).toBe("available");
    expect(records[0]).toMatchObject({
      DisconnectReason: "OTHER",
      Agent: null,
      ConnectedToSystemTimestamp: null,
    });
  });
});
