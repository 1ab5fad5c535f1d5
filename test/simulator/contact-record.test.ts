import { describe, expect, test } from "vitest";
import { eventTypes, givenTheDesk } from "./desk-fixture.ts";
import { at, callerNumber, instanceArn, kinds, landingNumber, queueArn } from "./exchange-fixture.ts";

describe("a call that is answered", () => {
  async function answeredCall() {
    const scene = givenTheDesk();
    const { exchange, dial } = scene;
    const desk = scene.operator({ arn: "arn:agent/7", username: "OP07" });
    desk.signIn();
    const call = dial({ at: at("10:00:00.250") });
    await exchange.advanceTo(at("10:00:30.900"));
    desk.answer(call);
    await exchange.advanceTo(at("10:03:00"));
    desk.hold(call);
    await exchange.advanceTo(at("10:03:20"));
    desk.resume(call);
    await exchange.advanceTo(at("10:05:00"));
    desk.hold(call);
    await exchange.advanceTo(at("10:05:45"));
    desk.resume(call);
    await exchange.advanceTo(at("10:08:30"));
    desk.finish(call, 90);
    await exchange.advanceTo(at("10:09:59"));
    return { ...scene, call, desk };
  }

  test("leaves a record whose figures are these", async () => {
    const { exchange, records, desk } = await answeredCall();
    expect([records, desk.state]).toEqual([[], "after-contact-work"]);
    await exchange.advanceTo(at("10:10:00"));
    expect(desk.state).toBe("available");
    expect(records).toEqual([
      {
        AWSAccountId: "111122223333",
        AWSContactTraceRecordFormatVersion: "2017-03-10",
        Agent: {
          ARN: "arn:agent/7",
          AfterContactWorkDuration: 90, // 10:08:30 to 10:10:00
          AfterContactWorkEndTimestamp: "2024-07-16T01:10:00Z",
          AfterContactWorkStartTimestamp: "2024-07-16T01:08:30Z",
          AgentInteractionDuration: 415, // 10:00:30 to 10:08:30 is 480, less 65 on hold; fractions are cut
          ConnectedToAgentTimestamp: "2024-07-16T01:00:30Z",
          CustomerHoldDuration: 65, // 20 + 45
          HierarchyGroups: null,
          LongestHoldDuration: 45,
          NumberOfHolds: 2,
          RoutingProfile: null,
          Username: "OP07",
        },
        AgentConnectionAttempts: 1,
        Attributes: { programme: "kobaton" },
        Channel: "VOICE",
        ConnectedToSystemTimestamp: "2024-07-16T01:00:00Z",
        ContactId: "id-1",
        CustomerEndpoint: { Address: callerNumber, Type: "TELEPHONE_NUMBER" },
        DisconnectReason: "AGENT_DISCONNECT",
        DisconnectTimestamp: "2024-07-16T01:08:30Z",
        InitialContactId: null,
        InitiationMethod: "INBOUND",
        InitiationTimestamp: "2024-07-16T01:00:00Z",
        InstanceARN: instanceArn,
        LastUpdateTimestamp: "2024-07-16T01:10:00Z",
        NextContactId: null,
        PreviousContactId: null,
        Queue: {
          ARN: queueArn,
          DequeueTimestamp: "2024-07-16T01:00:30Z",
          Duration: 28, // queued after two seconds of speech, at 10:00:02.25
          EnqueueTimestamp: "2024-07-16T01:00:02Z",
          Name: "総合窓口",
        },
        Recording: null,
        Recordings: null,
        RelatedContactId: null,
        ScheduledTimestamp: null,
        SystemEndpoint: { Address: landingNumber, Type: "TELEPHONE_NUMBER" },
        TransferCompletedTimestamp: null,
        TransferredToEndpoint: null,
      },
    ]);
  });

  test("is announced by five events, the last after the after-contact work", async () => {
    const { exchange, events } = await answeredCall();
    expect(eventTypes(events)).toEqual(["INITIATED", "QUEUED", "CONNECTED_TO_AGENT", "DISCONNECTED"]);
    await exchange.advanceTo(at("10:10:00"));
    expect(events.map(({ time }) => time)).toEqual([
      "2024-07-16T01:00:00Z",
      "2024-07-16T01:00:02Z",
      "2024-07-16T01:00:30Z",
      "2024-07-16T01:08:30Z",
      "2024-07-16T01:10:00Z",
    ]);
    const contact = {
      contactId: "id-1",
      channel: "VOICE",
      instanceArn,
      initiationMethod: "INBOUND",
      initiationTimestamp: "2024-07-16T01:00:00.000Z",
    };
    expect(events[0]).toEqual({
      version: "0",
      id: "id-2",
      "detail-type": "Amazon Connect Contact Event",
      source: "aws.connect",
      account: "111122223333",
      time: "2024-07-16T01:00:00Z",
      region: "ap-northeast-1",
      resources: [`${instanceArn}/contact/id-1`, instanceArn],
      detail: { eventType: "INITIATED", ...contact },
    });
    expect(events[4]?.detail).toEqual({
      eventType: "COMPLETED",
      ...contact,
      queueInfo: { queueArn, queueType: "STANDARD", enqueueTimestamp: "2024-07-16T01:00:02.000Z" },
      agentInfo: {
        agentArn: "arn:agent/7",
        connectedToAgentTimestamp: "2024-07-16T01:00:30.000Z",
        afterContactWorkStartTimestamp: "2024-07-16T01:08:30.000Z",
        afterContactWorkEndTimestamp: "2024-07-16T01:10:00.000Z",
        afterContactWorkDuration: 90,
      },
      disconnectTimestamp: "2024-07-16T01:08:30.000Z",
      disconnectReason: "AGENT_DISCONNECT",
    });
  });

  test("reads as a conversation", async () => {
    const { call } = await answeredCall();
    expect(kinds(call)).toEqual([
      "arrived",
      "said",
      "queued",
      "said",
      "said",
      "connected",
      "held",
      "resumed",
      "held",
      "resumed",
      "hung-up",
    ]);
    // The second round of 15 seconds began at 10:00:17.25 and was cut by the answer.
    expect(call.transcript[4]).toMatchObject({ at: at("10:00:17.250"), seconds: 13.65, interrupted: true });
  });

  test("may be ended by the caller, even on hold; the operator finishes when the writing is done", async () => {
    const { exchange, dial, operator, records } = givenTheDesk();
    const desk = operator();
    desk.signIn();
    const call = dial();
    await exchange.advanceTo(at("10:00:10"));
    desk.answer(call);
    await exchange.advanceTo(at("10:01:10"));
    desk.hold(call);
    await exchange.advanceTo(at("10:01:40"));
    call.hangUp();
    await exchange.advanceTo(at("10:02:40"));
    expect([desk.state, desk.call, records]).toEqual(["after-contact-work", call, []]);
    desk.finish(call);
    await exchange.advanceBy(0);
    expect(records[0]).toMatchObject({
      DisconnectReason: "CUSTOMER_DISCONNECT",
      // 10:00:10 to 10:01:40 is 90 seconds, 30 of them on hold; then one minute of writing.
      Agent: {
        AgentInteractionDuration: 60,
        CustomerHoldDuration: 30,
        NumberOfHolds: 1,
        AfterContactWorkDuration: 60,
      },
    });
  });

  test("an operator who hangs up without saying for how long writes until told otherwise", async () => {
    const { exchange, dial, operator, records } = givenTheDesk();
    const desk = operator();
    desk.signIn();
    const call = dial();
    await exchange.advanceTo(at("10:00:10"));
    desk.answer(call);
    desk.finish(call);
    await exchange.runUntilIdle();
    expect([desk.state, records.length]).toEqual(["after-contact-work", 0]);
    await exchange.advanceTo(at("10:05:00"));
    desk.finish(call, 10);
    await exchange.runUntilIdle();
    expect(records[0]?.Agent?.AfterContactWorkDuration).toBe(300); // 10:00:10 to 10:05:10
  });
});
