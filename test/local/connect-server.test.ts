import {
  ConnectClient,
  DescribeContactCommand,
  GetContactAttributesCommand,
  GetCurrentMetricDataCommand,
  GetEffectiveHoursOfOperationsCommand,
  ListQueuesCommand,
  StartOutboundVoiceContactCommand,
  StartTaskContactCommand,
  StopContactCommand,
  UpdateContactAttributesCommand,
} from "@aws-sdk/client-connect";
import { expect, test } from "vitest";
import { landingNumber, queueArns } from "../../local/desk-exchange.ts";
import { localAccess } from "../../local/local-access.ts";
import { anExchangeForTest } from "../support/connect.ts";
import { at } from "../support/contacts.ts";

const InstanceId = "local";

/** An exchange whose API the SDK's own client reaches, with one caller in the operators' queue. */
async function anInstance() {
  const { exchange, endpoint } = await anExchangeForTest();
  const connect = new ConnectClient({ endpoint, ...localAccess, maxAttempts: 1 });
  const call = exchange.dial({ at: exchange.now(), from: "+819012345678", to: landingNumber, keys: ["1"] });
  await exchange.runUntilIdle();
  return { exchange, connect, call };
}

test("the SDK's client describes a call, reads and changes its attributes, and stops it", async () => {
  const { exchange, connect, call } = await anInstance();
  const ContactId = call.contactId;
  const { Contact } = await connect.send(new DescribeContactCommand({ InstanceId, ContactId }));
  expect(Contact).toMatchObject({ Id: ContactId, Channel: "VOICE", InitiationMethod: "INBOUND" });
  expect(Contact?.InitiationTimestamp?.getTime()).toBe(at("2024-07-16T10:00"));

  const Attributes = { note: "朝の電話" };
  await connect.send(
    new UpdateContactAttributesCommand({ InstanceId, InitialContactId: ContactId, Attributes }),
  );
  const read = await connect.send(
    new GetContactAttributesCommand({ InstanceId, InitialContactId: ContactId }),
  );
  expect(read.Attributes).toMatchObject({ note: "朝の電話", menu: "app", arrival: "open" });

  await connect.send(new StopContactCommand({ InstanceId, ContactId }));
  await exchange.runUntilIdle();
  expect(call.state).toBe("ended");
});

test("the SDK's client counts who waits", async () => {
  const { connect } = await anInstance();
  const { MetricResults } = await connect.send(
    new GetCurrentMetricDataCommand({
      InstanceId,
      Filters: { Queues: [queueArns.OperatorQueue], Channels: ["VOICE"] },
      CurrentMetrics: [{ Name: "CONTACTS_IN_QUEUE", Unit: "COUNT" }],
    }),
  );
  expect(MetricResults?.[0]?.Collections?.map(({ Value }) => Value)).toEqual([1]);
});

test("a task that is started twice with one token is one contact", async () => {
  const { connect } = await anInstance();
  const task = { InstanceId, ContactFlowId: "inbound", Name: "WEBフォーム", ClientToken: "once" };
  const first = await connect.send(new StartTaskContactCommand(task));
  expect(first.ContactId).toBeDefined();
  expect((await connect.send(new StartTaskContactCommand(task))).ContactId).toBe(first.ContactId);
});

test("an outbound call is started, and what is not known is an error of the SDK's own kind", async () => {
  const { connect } = await anInstance();
  const outbound = { InstanceId, ContactFlowId: "inbound", DestinationPhoneNumber: "+819012345678" };
  expect((await connect.send(new StartOutboundVoiceContactCommand(outbound))).ContactId).toBeDefined();
  const unknown = connect.send(new DescribeContactCommand({ InstanceId, ContactId: "nobody" }));
  await expect(unknown).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  await expect(connect.send(new ListQueuesCommand({ InstanceId }))).rejects.toMatchObject({
    name: "UnknownOperationException",
  });
});

test("the SDK's client reads the hours of each day: none on a holiday, 09:00 to 17:00 on an operating day", async () => {
  const { connect } = await anInstance();
  const read = (HoursOfOperationId: string, FromDate: string, ToDate: string) =>
    connect.send(
      new GetEffectiveHoursOfOperationsCommand({ InstanceId, HoursOfOperationId, FromDate, ToDate }),
    );
  const { EffectiveHoursOfOperationList, TimeZone } = await read("desk", "2024-07-14", "2024-07-16");
  expect(TimeZone).toBe("Asia/Tokyo");
  // 14 July 2024 is a Sunday, 15 July 海の日.
  expect(EffectiveHoursOfOperationList).toEqual([
    { Date: "2024-07-14", OperationalHours: [] },
    { Date: "2024-07-15", OperationalHours: [] },
    {
      Date: "2024-07-16",
      OperationalHours: [{ Start: { Hours: 9, Minutes: 0 }, End: { Hours: 17, Minutes: 0 } }],
    },
  ]);
  await expect(read("other", "2024-07-14", "2024-07-16")).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
  await expect(read("desk", "2024-02-30", "2024-07-16")).rejects.toMatchObject({
    name: "InvalidRequestException",
  });
});
