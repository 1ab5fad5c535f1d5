import { describe, expect, test } from "vitest";
import { alertLongCallsHandler } from "../../lambdas/alert-long-calls.ts";
import { callAlertsOf } from "../../lambdas/edge/composition.ts";
import { takeContactEventHandler } from "../../lambdas/take-contact-event.ts";
import { aCloud } from "../support/cloud.ts";
import { at } from "../support/contacts.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const scheduled = { source: "aws.events", "detail-type": "Scheduled Event" };
const arrived = at("2024-07-16T10:00");
const minute = 60_000;
const clockTime = (minutes: number) => new Date(arrived + minutes * minute).toISOString();

/** A world whose time is moved by minutes after the call arrived. */
function aWatch() {
  let now = arrived;
  const world = { ...aWorld(environment), clock: { now: () => now } };
  return {
    world,
    setMinute: (minutes: number) => void (now = arrived + minutes * minute),
    take: takeContactEventHandler(world),
    look: alertLongCallsHandler(world),
  };
}

/** What Amazon Connect says of a call of 65 minutes that is handed on after 25, and when it says so. */
function eventsOf(contactId: string) {
  const handedOn = `${contactId}-2`;
  const first = {
    contactId,
    channel: "VOICE",
    initiationMethod: "INBOUND",
    initiationTimestamp: clockTime(0),
  };
  const second = {
    contactId: handedOn,
    channel: "VOICE",
    initiationMethod: "TRANSFER",
    initiationTimestamp: clockTime(25),
    initialContactId: contactId,
    previousContactId: contactId,
  };
  const spoken = (minutes: number) => ({ agentInfo: { connectedToAgentTimestamp: clockTime(minutes) } });
  return [
    { atMinute: 0, detail: first },
    { atMinute: 0, detail: { ...first, ...spoken(0) } },
    { atMinute: 25, detail: second },
    { atMinute: 25, detail: { ...first, ...spoken(0), disconnectTimestamp: clockTime(25) } },
    { atMinute: 26, detail: { ...second, ...spoken(26) } },
    { atMinute: 65, detail: { ...second, ...spoken(26), disconnectTimestamp: clockTime(65) } },
  ];
}

async function raisedOf(contactId: string) {
  const world = aWorld(environment);
  const alerts = await callAlertsOf(world).all(environment["PROGRAMME"] ?? "", `${contactId}#`);
  return alerts.map(({ afterMinutes, role, reachedAt, raisedAt }) => ({
    what: `${afterMinutes} ${role}`,
    reached: (reachedAt - arrived) / minute,
    raised: (raisedAt - arrived) / minute,
  }));
}

/** DESIGN, section 6: leader at 20 minutes, supervisor at 30, both again at 60. */
const inTime = [
  { what: "20 leader", reached: 20, raised: 20 },
  { what: "30 supervisor", reached: 30, raised: 30 },
  { what: "60 leader", reached: 60, raised: 60 },
  { what: "60 supervisor", reached: 60, raised: 60 },
];

describe("a call of 65 minutes, through the deployed handlers", () => {
  test("alerts LD and SV at 20, 30 and 60 minutes, once each, though each event comes twice and nobody looks", async () => {
    const watch = aWatch();
    for (let passed = 0; passed <= 70; passed++) {
      watch.setMinute(passed);
      for (const { atMinute, detail } of eventsOf("twice"))
        if (atMinute === passed) await Promise.all([1, 2].map(() => watch.take({ detail }, context)));
      await Promise.all([1, 2].map(() => watch.look(scheduled, context)));
    }
    expect(await raisedOf("twice")).toEqual(inTime);
    const logged = watch.world.logged.filter(({ message }) => message === "a call is long");
    expect(logged).toHaveLength(4);
  });

  test("alerts the same where its events come late, and the last first", async () => {
    const watch = aWatch();
    const late = eventsOf("late").toReversed();
    for (let passed = 66; passed <= 90; passed++) {
      watch.setMinute(passed);
      const detail = late[passed - 70]?.detail;
      if (detail) await watch.take({ detail }, context);
      await watch.look(scheduled, context);
    }
    const raised = await raisedOf("late");
    expect(raised.map(({ what }) => what)).toEqual(inTime.map(({ what }) => what));
    for (const alert of raised) expect(alert.raised).toBeGreaterThanOrEqual(70);
  });
});
