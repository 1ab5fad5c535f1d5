import { describe, expect, test } from "vitest";
import { givenTheDesk } from "./desk-fixture.ts";
import { at } from "./exchange-fixture.ts";

describe("operators", () => {
  const automatic = () => ({ answerAfterSeconds: 3, talkSeconds: 100, afterContactWorkSeconds: 20 });

  test("one operator serves two callers in the order in which they came, each answered, talked to and written up", async () => {
    const { exchange, dial, operator, records } = givenTheDesk();
    operator({ automatic }).signIn();
    const [first, second] = [dial(), dial()];
    await exchange.runUntilIdle();
    // Both queued at 10:00:02. First: answered 10:00:05, ended 10:01:45, written up 10:02:05.
    // Second: offered 10:02:05, answered 10:02:08, ended 10:03:48, written up 10:04:08.
    expect(
      records.map((record) => [record.ContactId, record.Queue?.Duration, record.LastUpdateTimestamp]),
    ).toEqual([
      [first.contactId, 3, "2024-07-16T01:02:05Z"],
      [second.contactId, 126, "2024-07-16T01:04:08Z"],
    ]);
    expect(records[1]?.Agent).toMatchObject({
      ConnectedToAgentTimestamp: "2024-07-16T01:02:08Z",
      AgentInteractionDuration: 100,
      AfterContactWorkDuration: 20,
    });
  });

  test("the caller goes to whoever has been available longest", async () => {
    const { exchange, dial, operator } = givenTheDesk();
    const [first, second] = [operator({ username: "OP01" }), operator({ username: "OP02" })];
    second.signIn();
    first.signIn();
    const call = dial();
    await exchange.advanceTo(at("10:00:10"));
    expect([first.state, second.state]).toEqual(["available", "ringing"]);
    second.signOut();
    expect([first.call, second.state]).toEqual([call, "signed-out"]);
    first.answer(call);
    first.finish(call, 0);
    await exchange.runUntilIdle();
    second.signIn();
    dial({ at: at("10:05:00") });
    await exchange.advanceTo(at("10:05:10"));
    expect([first.state, second.state]).toEqual(["ringing", "available"]);
  });

  test("who loses a caller that rang is the first to get the next", async () => {
    const { exchange, dial, operator } = givenTheDesk();
    const [first, second] = [operator({ username: "OP01" }), operator({ username: "OP02" })];
    first.signIn();
    second.signIn();
    const call = dial();
    await exchange.advanceTo(at("10:00:10"));
    call.hangUp();
    dial({ at: at("10:01:00") });
    await exchange.advanceTo(at("10:01:10"));
    expect([first.state, second.state]).toEqual(["ringing", "available"]);
  });

  test("nobody who signed out is offered a caller", async () => {
    const { exchange, dial, operator } = givenTheDesk();
    const desk = operator();
    desk.signIn();
    desk.signOut();
    const call = dial();
    await exchange.advanceTo(at("10:00:10"));
    expect([desk.state, call.state]).toEqual(["signed-out", "queued"]);
  });

  test("signing in again before the work is done means staying", async () => {
    const { exchange, dial, operator } = givenTheDesk();
    const desk = operator({ automatic });
    desk.signIn();
    dial();
    await exchange.advanceTo(at("10:01:00"));
    desk.signOut();
    desk.signIn();
    await exchange.runUntilIdle();
    expect(desk.state).toBe("available");
  });

  test("offers that were taken back are counted", async () => {
    const { exchange, dial, operator, records } = givenTheDesk();
    const [first, second] = [operator({ username: "OP01" }), operator({ username: "OP02" })];
    const call = dial();
    await exchange.advanceTo(at("10:00:10"));
    first.signIn();
    first.signOut();
    second.signIn();
    second.answer(call);
    second.finish(call, 0);
    await exchange.runUntilIdle();
    expect(records[0]?.AgentConnectionAttempts).toBe(2);
  });

  test("an operator who signs out while working leaves when the work is done", async () => {
    const { exchange, dial, operator } = givenTheDesk();
    const desk = operator({ automatic });
    desk.signIn();
    const [first, second] = [dial(), dial()];
    await exchange.advanceTo(at("10:01:00"));
    desk.signOut();
    expect(desk.state).toBe("talking");
    await exchange.runUntilIdle();
    expect([desk.state, first.state, second.state]).toEqual(["signed-out", "ended", "queued"]);
  });

  test("an automatic operator writes up a caller who hung up first", async () => {
    const { exchange, dial, operator, records } = givenTheDesk();
    operator({ automatic }).signIn();
    const call = dial();
    await exchange.advanceTo(at("10:00:15"));
    call.hangUp();
    await exchange.runUntilIdle();
    expect(records[0]).toMatchObject({
      DisconnectReason: "CUSTOMER_DISCONNECT",
      LastUpdateTimestamp: "2024-07-16T01:00:35Z",
      Agent: { AgentInteractionDuration: 10, AfterContactWorkDuration: 20 },
    });
  });

  test("what cannot be done now is refused with the reason", async () => {
    const { exchange, dial, operator } = givenTheDesk();
    const desk = operator();
    const call = dial();
    desk.signIn();
    desk.signIn();
    const refused = (problem: string) => ({ ok: false, problem: expect.stringContaining(problem) });
    expect(desk.answer(call)).toEqual(refused("not offered to OP01"));
    await exchange.advanceTo(at("10:00:10"));
    expect(desk.hold(call)).toEqual(refused("cannot hold"));
    expect(desk.finish(call)).toEqual(refused("not working on this call"));
    desk.answer(call);
    expect(desk.resume(call)).toEqual(refused("not held"));
    desk.hold(call);
    expect(desk.hold(call)).toEqual(refused("not held yet"));
    expect(desk.answer(call)).toEqual(refused("not offered"));
  });
});
