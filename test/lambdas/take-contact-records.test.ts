import { describe, expect, test } from "vitest";
import { contactOf } from "../../domain/contact/contact.ts";
import { casesOf, contactsOf, parkedWorkOf } from "../../lambdas/edge/composition.ts";
import { takeContactRecordsHandler } from "../../lambdas/take-contact-records.ts";
import { kinesisEvent } from "../../local/kinesis-event.ts";
import { aCloud } from "../support/cloud.ts";
import { aContactRecord } from "../support/contact-records.ts";
import { at } from "../support/contacts.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";
const world = aWorld(environment);
const take = takeContactRecordsHandler(world);
const batch = (...records: unknown[]) =>
  kinesisEvent(records.map((record) => (typeof record === "string" ? record : JSON.stringify(record))));

describe("contact records", () => {
  test("are kept with what reports need, and with no number and no name", async () => {
    const record = aContactRecord("r-1", "2024-07-16T10:00", { Attributes: { arrival: "open" } });
    const named = { ...record, Agent: { ...record.Agent, Username: "hanako.saitama@example.jp" } };
    expect(await take(batch(named), context)).toEqual({ batchItemFailures: [] });
    const kept = await contactsOf(world).find({
      programme,
      contactId: "r-1",
      initiatedAt: at("2024-07-16T10:00"),
    });
    expect(kept && contactOf(kept)).toEqual({
      programme,
      contactId: "r-1",
      initiatedAt: at("2024-07-16T10:00"),
      channel: "VOICE",
      initiationMethod: "INBOUND",
      connectedToSystemAt: at("2024-07-16T10:00"),
      disconnectedAt: at("2024-07-16T10:05:50"),
      disconnectReason: "CUSTOMER_DISCONNECT",
      enqueuedAt: at("2024-07-16T10:00:10"),
      queueSeconds: 10,
      connectedToAgentAt: at("2024-07-16T10:00:20"),
      interactionSeconds: 300,
      holdSeconds: 30,
      afterContactWorkSeconds: 60,
      arrival: "open",
      staffCode: expect.stringMatching(/^S-/),
      personKey: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(JSON.stringify([kept, await casesOf(world).ofDay(programme, "2024-07-16")])).not.toMatch(
      /9012345678|hanako/,
    );
  });

  test.each([[null], [{ Address: "", Type: "TELEPHONE_NUMBER" }], [{ Address: "anonymous" }]])(
    "of a caller who showed no number (%j) are taken like any other",
    async (CustomerEndpoint) => {
      const contactId = `withheld ${JSON.stringify(CustomerEndpoint)}`;
      await take(batch(aContactRecord(contactId, "2024-07-17T10:00", { CustomerEndpoint })), context);
      const kept = await contactsOf(world).find({
        programme,
        contactId,
        initiatedAt: at("2024-07-17T10:00"),
      });
      expect(kept?.record?.facts).not.toHaveProperty("personKey");
      expect(kept?.record?.facts.interactionSeconds).toBe(300);
    },
  );

  test("that cannot be read are parked as they came, and the others go in", async () => {
    const answer = await take(batch("{", aContactRecord("r-2", "2024-07-18T10:00"), "null"), context);
    expect(answer).toEqual({ batchItemFailures: [] });
    const parked = await parkedWorkOf(world).all(programme);
    expect(parked.map(({ payload }) => payload).sort()).toEqual(["null", "{"]);
    expect(await contactsOf(world).ofDay(programme, "2024-07-18")).toHaveLength(1);
    expect(world.logged.at(-1)).toMatchObject({
      message: "contact records",
      fields: { taken: 1, parked: 2 },
    });
  });

  test("come again from the first that the store did not take; those parked before it stay parked", async () => {
    const away = takeContactRecordsHandler(aWorld({ ...environment, CONTACTS_TABLE: "no-such-table" }));
    const records = batch(
      "[",
      aContactRecord("r-3", "2024-07-19T10:00"),
      aContactRecord("r-4", "2024-07-19T11:00"),
    );
    expect(await away(records, context)).toEqual({ batchItemFailures: [{ itemIdentifier: "1" }] });
    expect(await take(records, context)).toEqual({ batchItemFailures: [] });
    expect(await contactsOf(world).ofDay(programme, "2024-07-19")).toHaveLength(2);
    expect((await parkedWorkOf(world).all(programme)).filter(({ payload }) => payload === "[")).toHaveLength(
      1,
    );
  });

  test("say nothing of a resident in the log", () => {
    expect(world.logged.length).toBeGreaterThan(3);
    expect(JSON.stringify(world.logged)).not.toMatch(/\+81|hanako/);
  });
});
