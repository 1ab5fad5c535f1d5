import { describe, expect, test } from "vitest";
import type { ContactEvent } from "../../simulator/contact-event.ts";
import { eventTypes, givenTheDesk } from "./desk-fixture.ts";
import { at, kinds, heard } from "./exchange-fixture.ts";

describe("when the desk closes", () => {
  test("a call that arrives at 16:59:59.999 was asked about before any speech, and is put through after 17:00", async () => {
    const { exchange, dial, invocations } = givenTheDesk();
    const call = dial({ at: at("16:59:59.999") });
    await exchange.advanceTo(at("17:00:02"));
    expect(heard(call)[0]).toBe("おでんわありがとうございます");
    expect(call.state).toBe("queued");
    expect(invocations.map(({ at: asked }) => asked)).toEqual([at("16:59:59.999")]);
    expect(call.transcript.findIndex(({ kind }) => kind === "said")).toBe(1);
  });

  test("a call that arrives at 17:00:00 hears that it is closed, and is not queued", async () => {
    const { exchange, dial, events, records } = givenTheDesk();
    const call = dial({ at: at("17:00:00") });
    await exchange.runUntilIdle();
    expect(heard(call)).toEqual(["おまちください"]);
    expect(eventTypes(events)).toEqual(["INITIATED", "DISCONNECTED", "COMPLETED"]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      Queue: null,
      Agent: null,
      DisconnectReason: "CONTACT_FLOW_DISCONNECT",
      InitiationTimestamp: "2024-07-16T08:00:00Z",
      DisconnectTimestamp: "2024-07-16T08:00:01Z",
      LastUpdateTimestamp: "2024-07-16T08:00:01Z",
    });
  });

  test("a call that still waits at 17:00 goes on waiting, and is served", async () => {
    const { exchange, dial, operator } = givenTheDesk();
    const call = dial({ at: at("16:58:00") });
    await exchange.advanceTo(at("17:20:00"));
    expect(call.state).toBe("queued");
    const desk = operator();
    desk.signIn();
    expect(desk.answer(call)).toEqual({ ok: true, value: undefined });
    expect(call.state).toBe("talking");
  });
});

describe("a caller who gives up", () => {
  test("in the queue is on record with the wait and no operator", async () => {
    const { exchange, dial, events, records } = givenTheDesk();
    const call = dial();
    await exchange.advanceTo(at("10:01:30"));
    call.hangUp();
    call.hangUp();
    await exchange.runUntilIdle();
    expect(eventTypes(events)).toEqual(["INITIATED", "QUEUED", "DISCONNECTED", "COMPLETED"]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      Agent: null,
      AgentConnectionAttempts: 0,
      DisconnectReason: "CUSTOMER_DISCONNECT",
      Queue: {
        EnqueueTimestamp: "2024-07-16T01:00:02Z",
        DequeueTimestamp: "2024-07-16T01:01:30Z",
        Duration: 88,
      },
    });
    expect([call.state, call.endedAt, exchange.calls()]).toEqual(["ended", at("10:01:30"), []]);
  });

  test("at the very instant of being queued hears no waiting music", async () => {
    const scene = givenTheDesk({
      publishEvent: async ({ detail }: ContactEvent) => {
        if (detail.eventType === "QUEUED") call.hangUp();
      },
    });
    const call = scene.dial();
    await scene.exchange.advanceTo(at("10:05:00"));
    expect(kinds(call)).toEqual(["arrived", "said", "queued", "hung-up"]);
    expect(scene.records[0]?.Queue?.Duration).toBe(0);
  });

  test("in the middle of a prompt hears no more, and never was in the queue", async () => {
    const { exchange, dial, events, records } = givenTheDesk();
    const call = dial();
    await exchange.advanceTo(at("10:00:01.4"));
    call.hangUp();
    await exchange.advanceTo(at("10:30:00"));
    expect(call.transcript.slice(1)).toEqual([
      { at: at(), kind: "said", text: "おでんわありがとうございます", seconds: 1.4, interrupted: true },
      {
        at: at("10:00:01.4"),
        kind: "hung-up",
        text: "発信者が電話を切りました",
        reason: "CUSTOMER_DISCONNECT",
      },
    ]);
    expect(eventTypes(events)).toEqual(["INITIATED", "DISCONNECTED", "COMPLETED"]);
    expect(records[0]?.Queue).toBeNull();
  });

  test("before the call went through never reached the exchange", async () => {
    const { exchange, dial, events, records } = givenTheDesk();
    const call = dial();
    call.press("1");
    call.loseLine();
    expect(call.state).toBe("dialling");
    call.hangUp();
    await exchange.runUntilIdle();
    expect([call.state, call.transcript, events, records, exchange.calls()]).toEqual([
      "ended",
      [],
      [],
      [],
      [],
    ]);
  });

  test("while it rings gives the operator back to the next caller", async () => {
    const { exchange, dial, operator } = givenTheDesk();
    const desk = operator();
    const [first, second] = [dial(), dial({ at: at("10:00:05") })];
    desk.signIn();
    await exchange.advanceTo(at("10:00:20"));
    expect([desk.state, desk.call]).toEqual(["ringing", first]);
    first.hangUp();
    expect([desk.state, desk.call]).toEqual(["ringing", second]);
    second.hangUp();
    expect([desk.state, desk.call]).toEqual(["available", undefined]);
  });
});

describe("a line that breaks", () => {
  test("by the fault telecom does so twenty seconds after arrival", async () => {
    const { exchange, dial, records } = givenTheDesk();
    const call = dial({ faults: ["telecom"] });
    await exchange.runUntilIdle();
    expect(call.endedAt).toBe(at("10:00:20"));
    expect(call.transcript.slice(-2).map(({ kind, reason }) => [kind, reason])).toEqual([
      ["fault", undefined],
      ["hung-up", "TELECOM_PROBLEM"],
    ]);
    expect(records[0]).toMatchObject({ DisconnectReason: "TELECOM_PROBLEM", Queue: { Duration: 18 } });
  });

  test("in a conversation leaves the operator to write it up", async () => {
    const { exchange, dial, operator, records } = givenTheDesk();
    const desk = operator();
    desk.signIn();
    const call = dial();
    await exchange.advanceTo(at("10:00:10"));
    desk.answer(call);
    await exchange.advanceTo(at("10:00:40"));
    call.loseLine();
    desk.finish(call);
    await exchange.runUntilIdle();
    expect(records[0]).toMatchObject({
      DisconnectReason: "TELECOM_PROBLEM",
      Agent: { AgentInteractionDuration: 30 },
    });
  });
});
