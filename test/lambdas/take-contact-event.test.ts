import { describe, expect, test } from "vitest";
import { contactOf } from "../../domain/contact/contact.ts";
import { casesOf, contactsOf, parkedWorkOf } from "../../lambdas/edge/composition.ts";
import { takeContactEventHandler } from "../../lambdas/take-contact-event.ts";
import { aCloud } from "../support/cloud.ts";
import { at } from "../support/contacts.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";
const world = aWorld(environment);
const take = takeContactEventHandler(world);

/** An event as EventBridge delivers it; the fields are those of the administrator guide's "Contact events" page. */
const anEvent = (contactId: string, detail: Record<string, unknown>) => ({
  version: "0",
  id: "the-event-id",
  "detail-type": "Amazon Connect Contact Event",
  source: "aws.connect",
  account: "000000000000",
  time: "2024-07-16T01:00:20Z",
  region: "ap-northeast-1",
  resources: [],
  detail: {
    initiationTimestamp: "2024-07-16T01:00:00.000Z",
    contactId,
    channel: "VOICE",
    instanceArn: "arn:aws:connect:ap-northeast-1:000000000000:instance/x",
    initiationMethod: "INBOUND",
    ...detail,
  },
});
const find = async (contactId: string) => {
  const key = { programme, contactId, initiatedAt: at("2024-07-16T10:00") };
  const state = await contactsOf(world).find(key);
  return state && contactOf(state);
};

describe("contact events", () => {
  test("tell a call's life while it goes on, and open its case once an operator answers", async () => {
    await take(anEvent("e-1", { eventType: "INITIATED" }), context);
    await take(
      anEvent("e-1", {
        eventType: "QUEUED",
        queueInfo: { queueType: "STANDARD", enqueueTimestamp: "2024-07-16T01:00:10Z" },
      }),
      context,
    );
    expect(await find("e-1")).toMatchObject({ enqueuedAt: at("2024-07-16T10:00:10") });
    expect(await casesOf(world).ofDay(programme, "2024-07-16")).toEqual([]);
    const agentInfo = { agentArn: "arn:agent", connectedToAgentTimestamp: "2024-07-16T01:00:20Z" };
    await take(anEvent("e-1", { eventType: "CONNECTED_TO_AGENT", agentInfo }), context);
    expect(await casesOf(world).ofDay(programme, "2024-07-16")).toMatchObject([
      { origin: { contactId: "e-1" } },
    ]);
  });

  test("of a kind or with fields that nobody knows yet are taken for what they say", async () => {
    const AgentInfo = { connectedToAgentTimestamp: "2024-07-16T01:00:30Z", newField: 1 };
    await take(
      anEvent("e-2", { eventType: "SOMETHING_NEW", channel: "Voice", AgentInfo, tags: {} }),
      context,
    );
    expect(await find("e-2")).toMatchObject({
      channel: "VOICE",
      connectedToAgentAt: at("2024-07-16T10:00:30"),
    });
  });

  test("that cannot be read are parked with their reason", async () => {
    await take(anEvent("", { eventType: "INITIATED" }), context);
    await take(anEvent("e-3", { initiationTimestamp: "yesterday" }), context);
    await take(anEvent("e-4", { disconnectTimestamp: "2024-07-16T00:00:00Z" }), context);
    const parked = await parkedWorkOf(world).all(programme);
    expect(parked.map(({ source }) => source)).toEqual(["contact-event", "contact-event", "contact-event"]);
    expect(parked.map(({ reason }) => reason).join()).toMatch(
      /contactId|initiationTimestamp|DisconnectTimestamp/,
    );
  });

  test("fail where the store is away, so that EventBridge delivers them again", async () => {
    const away = takeContactEventHandler(aWorld({ ...environment, CONTACTS_TABLE: "no-such-table" }));
    await expect(away(anEvent("e-5", {}), context)).rejects.toThrow("no-such-table");
  });
});
