import { describe, expect, test } from "vitest";
import { connectApi } from "../../simulator/connect-api.ts";
import {
  at,
  block,
  flow,
  flowText,
  givenAnExchange,
  hangUp,
  heard,
  instanceArn,
  queueArn,
  say,
} from "./exchange-fixture.ts";

const taskFlow = `${instanceArn}/contact-flow/web-form`;
const voiceFlow = `${instanceArn}/contact-flow/reminder`;

/** An exchange with a flow for tasks, which queues them, and one for calls that the system makes. */
function givenTheApi(setup: object = {}) {
  const scene = givenAnExchange({
    inbound: flowText(say("挨拶", "おまちください"), hangUp),
    others: {
      [taskFlow]: flow(
        flowText(
          block("窓口", "UpdateContactTargetQueue", { QueueId: queueArn }, { next: "待つ" }),
          block("待つ", "TransferContactToQueue", {}),
        ),
      ),
      [voiceFlow]: flow(flowText(say("告", "$.Attributes.due"), hangUp)),
    },
    ...setup,
  });
  return { ...scene, api: connectApi(scene.exchange) };
}

describe("a task from outside", () => {
  const wish = {
    InstanceId: "test",
    ContactFlowId: "web-form",
    Name: "WEBフォーム",
    Attributes: { receipt: "R-1" },
    References: { 案件: { Type: "URL", Value: "https://desk.example/R-1" } },
  };

  test("is a contact that an operator gets", async () => {
    const { api, exchange, operator } = givenTheApi();
    const started = await api("PUT", "/contact/task", wish);
    expect(started).toEqual({ status: 200, body: { ContactId: expect.any(String) } });
    await exchange.runUntilIdle();
    const desk = operator();
    desk.signIn();
    expect(desk.call?.contact.scope).toMatchObject({
      Channel: "TASK",
      InitiationMethod: "API",
      Name: "WEBフォーム",
      Attributes: { receipt: "R-1" },
      References: { 案件: { Value: "https://desk.example/R-1" } },
    });
  });

  test("with the same client token is the same task", async () => {
    const { api, exchange } = givenTheApi();
    const first = await api("PUT", "/contact/task", { ...wish, ClientToken: "form-1" });
    const again = await api("PUT", "/contact/task", { ...wish, ClientToken: "form-1" });
    const other = await api("PUT", "/contact/task", { ...wish, ClientToken: "form-2" });
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(exchange.calls()).toHaveLength(2);
  });

  test("with an unknown flow or without a name is refused", async () => {
    const { api } = givenTheApi();
    const unknown = await api("PUT", "/contact/task", { ...wish, ContactFlowId: "none" });
    expect([unknown.status, unknown.body["__type"]]).toEqual([404, "ResourceNotFoundException"]);
    const nameless = await api("PUT", "/contact/task", { ...wish, Name: undefined });
    expect([nameless.status, nameless.body["__type"]]).toEqual([400, "InvalidRequestException"]);
  });

  test("is described, and stopped once", async () => {
    const { api, exchange } = givenTheApi();
    await exchange.advanceTo(at());
    const { body } = await api("PUT", "/contact/task", wish);
    const contactId = String(body["ContactId"]);
    await exchange.runUntilIdle();
    expect(await api("GET", `/contacts/test/${contactId}`, undefined)).toMatchObject({
      status: 200,
      body: {
        Contact: {
          Id: contactId,
          Channel: "TASK",
          InitiationMethod: "API",
          InitiationTimestamp: at() / 1000,
          QueueInfo: { Id: "desk" },
        },
      },
    });
    const stop = { InstanceId: "test", ContactId: contactId };
    expect(await api("POST", "/contact/stop", stop)).toEqual({ status: 200, body: {} });
    expect((await api("POST", "/contact/stop", stop)).status).toBe(410);
    const after = await api("GET", `/contacts/test/${contactId}`, undefined);
    expect(after.body).toMatchObject({ Contact: { DisconnectReason: "API" } });
  });
});

describe("a call that the system makes", () => {
  const wish = {
    DestinationPhoneNumber: "+81312345678",
    ContactFlowId: voiceFlow,
    InstanceId: "test",
    SourcePhoneNumber: "+815012345678",
    Attributes: { due: "おまちください" },
  };

  test("goes through its flow once it is answered", async () => {
    const { api, exchange, records } = givenTheApi({ ring: () => ({ answer: "answered", afterSeconds: 7 }) });
    await exchange.advanceTo(at());
    const { body } = await api("PUT", "/contact/outbound-voice", wish);
    const [call] = exchange.calls();
    await exchange.runUntilIdle();
    expect(call && heard(call)).toEqual(["おまちください"]);
    expect(records[0]).toMatchObject({
      ContactId: body["ContactId"],
      InitiationMethod: "API",
      ConnectedToSystemTimestamp: "2024-07-16T01:00:07Z",
    });
  });

  test("to a number that may not be called is refused", async () => {
    const { api } = givenTheApi({ isDialable: () => false });
    expect((await api("PUT", "/contact/outbound-voice", wish)).status).toBe(404);
  });
});

describe("attributes", () => {
  test("are changed and read", async () => {
    const { api, dial } = givenTheApi();
    const { contactId } = dial();
    const change = { InstanceId: "test", InitialContactId: contactId, Attributes: { a: "1" } };
    expect(await api("POST", "/contact/attributes", change)).toEqual({ status: 200, body: {} });
    expect(await api("GET", `/contact/attributes/test/${contactId}`, undefined)).toEqual({
      status: 200,
      body: { Attributes: { a: "1" } },
    });
    expect((await api("GET", "/contact/attributes/test/none", undefined)).status).toBe(404);
    expect((await api("POST", "/contact/attributes", { ...change, InitialContactId: "none" })).status).toBe(
      404,
    );
  });
});

describe("figures of now", () => {
  const asking = (...names: string[]) => ({
    Filters: { Queues: [queueArn], Channels: ["VOICE"] },
    Groupings: ["QUEUE"],
    CurrentMetrics: names.map((Name) => ({ Name, Unit: "COUNT" })),
  });

  test("are those of the queue", async () => {
    const { api, exchange, operator } = givenTheApi();
    await exchange.advanceTo(at());
    operator().signIn();
    const answer = await api(
      "POST",
      "/metrics/current/test",
      asking("AGENTS_AVAILABLE", "CONTACTS_IN_QUEUE"),
    );
    expect(answer).toEqual({
      status: 200,
      body: {
        DataSnapshotTime: at() / 1000,
        MetricResults: [
          {
            Dimensions: { Queue: { Id: "desk", Arn: queueArn }, Channel: "VOICE" },
            Collections: [
              { Metric: { Name: "AGENTS_AVAILABLE", Unit: "COUNT" }, Value: 1 },
              { Metric: { Name: "CONTACTS_IN_QUEUE", Unit: "COUNT" }, Value: 0 },
            ],
          },
        ],
      },
    });
  });

  test("say how long the first has waited: in seconds by queue, and in milliseconds for the instance", async () => {
    const { api, exchange } = givenTheApi();
    await exchange.advanceTo(at());
    await api("PUT", "/contact/task", { InstanceId: "test", ContactFlowId: "web-form", Name: "照会" });
    await exchange.runUntilIdle();
    await exchange.advanceBy(24);
    const ask = async (body: object) => (await api("POST", "/metrics/current/test", body)).body;
    expect(await ask(asking("OLDEST_CONTACT_AGE", "CONTACTS_IN_QUEUE"))).toMatchObject({
      MetricResults: [{ Dimensions: { Queue: { Id: "desk" } }, Collections: [{ Value: 24 }, { Value: 1 }] }],
    });
    const { Groupings: _none, ...ofInstance } = asking("OLDEST_CONTACT_AGE", "CONTACTS_IN_QUEUE");
    expect(await ask(ofInstance)).toMatchObject({
      MetricResults: [{ Collections: [{ Value: 24_000 }, { Value: 1 }] }],
    });
    expect(JSON.stringify(await ask(ofInstance))).not.toContain("Dimensions");
  });

  test.each([
    [{ Groupings: ["CHANNEL"] }, "The grouping CHANNEL is not simulated."],
    [{ Filters: {} }, "Filters needs Queues."],
    [
      { Groupings: [], Filters: { Queues: [queueArn, "another"] } },
      "The metrics of several queues together are not simulated: group them by QUEUE.",
    ],
  ])("asked for with %j are refused: %s", async (other, message) => {
    const { body, status } = await givenTheApi().api("POST", "/metrics/current/test", {
      ...asking("AGENTS_ONLINE"),
      ...other,
    });
    expect([status, body["Message"]]).toEqual([400, message]);
  });

  test("that are not simulated are refused by name", async () => {
    const { body, status } = await givenTheApi().api("POST", "/metrics/current/test", asking("SLOTS_ACTIVE"));
    expect([status, body["Message"]]).toEqual([400, "The metric SLOTS_ACTIVE is not simulated."]);
  });
});

test("an operation that is not simulated is named", async () => {
  expect(await givenTheApi().api("POST", "/contact/tags", {})).toMatchObject({
    status: 404,
    body: { Message: "POST /contact/tags is not simulated." },
  });
});
