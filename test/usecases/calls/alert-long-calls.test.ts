import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContactFacts } from "../../../domain/contact/contact.ts";
import { alertId } from "../../../domain/long-call/long-call.ts";
import {
  alertLongCalls,
  alertsOfToday,
  contactsNear,
  seeAlert,
  talkingCalls,
} from "../../../usecases/calls/alert-long-calls.ts";
import { recordContact } from "../../../usecases/calls/record-contact.ts";
import { at } from "../../support/contacts.ts";
import { aDeskAtWork, problemIn, valueOf } from "../../support/desk-work.ts";

const arrived = at("2024-07-16T10:00");
const minute = 60_000;
const facts = { channel: "VOICE", initiationMethod: "INBOUND" };

interface Said {
  readonly contactId: string;
  readonly initiatedAt: number;
  readonly facts: ContactFacts;
}

/** What Amazon Connect says of a call that is answered at once, transferred after 25 minutes, and lasts so many in all. */
function eventsOf(minutes: number): Said[] {
  const first = { contactId: "c", initiatedAt: arrived };
  const second = { contactId: "c-2", initiatedAt: arrived + 25 * minute };
  const transferred = {
    channel: "VOICE",
    initiationMethod: "TRANSFER",
    initialContactId: "c",
    previousContactId: "c",
  };
  return [
    { ...first, facts },
    { ...first, facts: { ...facts, enqueuedAt: arrived } },
    { ...first, facts: { ...facts, connectedToAgentAt: arrived } },
    { ...second, facts: transferred },
    { ...second, facts: { ...transferred, connectedToAgentAt: arrived + 26 * minute } },
    { ...first, facts: { ...facts, disconnectedAt: arrived + 25 * minute, nextContactId: "c-2" } },
    { ...second, facts: { ...transferred, disconnectedAt: arrived + minutes * minute } },
  ];
}

function aWatchedDesk() {
  const desk = aDeskAtWork();
  const record = recordContact(desk);
  const take = ({ facts: said, ...key }: Said) => record({ ...key, source: { kind: "event" }, facts: said });
  const raised: string[] = [];
  const watch = async () => {
    for (const { contactId, about, afterMinutes, role } of await alertLongCalls(desk)())
      raised.push(`${contactId} ${about} ${afterMinutes} ${role}`);
  };
  return { desk, take, watch, raised };
}

/** DESIGN, section 6: leader at 20 minutes, supervisor at 30, both again at 60. */
const allAlerts = [
  "c long-call 20 leader",
  "c long-call 30 supervisor",
  "c long-call 60 leader",
  "c long-call 60 supervisor",
];

describe("a call of 65 minutes", () => {
  test("alerts LD and SV at the set minutes, once each, where its events come in time", async () => {
    const { desk, take, watch, raised } = aWatchedDesk();
    const raisedAt: Record<string, number> = {};
    const events = eventsOf(65);
    for (let passed = 0; passed <= 70; passed++) {
      desk.now = arrived + passed * minute;
      for (const event of events) {
        const said = event.facts.disconnectedAt ?? event.facts.connectedToAgentAt ?? event.initiatedAt;
        if (said === desk.now) await take(event);
      }
      await watch();
      for (const alert of raised) raisedAt[alert] ??= passed;
    }
    expect(raised).toEqual(allAlerts);
    expect(Object.values(raisedAt)).toEqual([20, 30, 60, 60]);
  });

  test("alerts them once each, whatever the order, the delay and the repetition of its events, watched by two at once", async () => {
    const arrival = fc.record({
      event: fc.constantFrom(...eventsOf(65)),
      minutesLate: fc.integer({ min: 0, max: 100 }),
    });
    const run = fc.record({
      repeated: fc.array(arrival, { maxLength: 15 }),
      late: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 7, maxLength: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(run, async ({ repeated, late }) => {
        const { desk, take, watch, raised } = aWatchedDesk();
        const first = eventsOf(65).map((event, index) => ({ event, minutesLate: late[index] ?? 0 }));
        const arrivals = [...first, ...repeated].map(({ event, minutesLate }) => ({
          event,
          at: event.initiatedAt + minutesLate * minute,
        }));
        for (let passed = 0; passed <= 130; passed += 1) {
          desk.now = arrived + passed * minute;
          for (const one of arrivals) if (one.at === desk.now) await take(one.event);
          await Promise.all([watch(), watch()]);
        }
        expect(raised.toSorted()).toEqual(allAlerts);
      }),
      { numRuns: 60 },
    );
  });

  test("alerts at once to what it had reached, where nothing was heard of it until it was over", async () => {
    const { desk, take, watch, raised } = aWatchedDesk();
    desk.now = arrived + 90 * minute;
    for (const event of eventsOf(65).reverse()) await take(event);
    await watch();
    await watch();
    expect(raised).toEqual(allAlerts);
    const [alert] = await desk.alerts.all(desk.programme.id, "c#long-call#20");
    expect(alert).toMatchObject({ reachedAt: arrived + 20 * minute, raisedAt: desk.now });
  });
});

describe("long calls", () => {
  test("that end before a step do not reach it", async () => {
    for (const [minutes, alerts] of [
      [27, 1],
      [30, 2],
      [59, 2],
      [60, 4],
    ] as const) {
      const { desk, take, watch, raised } = aWatchedDesk();
      for (const event of eventsOf(minutes)) await take(event);
      desk.now = arrived + 100 * minute;
      await watch();
      expect({ minutes, alerts: raised.length }).toEqual({ minutes, alerts });
    }
  });

  test("are those in which somebody speaks: neither waiting, nor writing, nor a supervisor who listens", async () => {
    const { desk, take, watch, raised } = aWatchedDesk();
    await take({ contactId: "waits", initiatedAt: arrived, facts: { ...facts, enqueuedAt: arrived } });
    const connectedToAgentAt = arrived;
    await take({ contactId: "task", initiatedAt: arrived, facts: { channel: "TASK", connectedToAgentAt } });
    const listens = { ...facts, initiationMethod: "MONITOR", connectedToAgentAt };
    await take({ contactId: "listens", initiatedAt: arrived, facts: listens });
    const called = { ...facts, initiationMethod: "OUTBOUND", connectedToSystemAt: arrived + minute };
    await take({ contactId: "called", initiatedAt: arrived, facts: called });
    desk.now = arrived + 21 * minute;
    await watch();
    expect(raised).toEqual(["called long-call 20 leader"]);
    expect(talkingCalls(await contactsNear(desk, desk.now), desk.now)).toMatchObject([
      { contactId: "called", minutes: 20 },
    ]);
  });

  test("of which nobody says that they ended are taken to have, after three hours", async () => {
    const { desk, take } = aWatchedDesk();
    await take({ contactId: "c", initiatedAt: arrived, facts: { ...facts, connectedToAgentAt: arrived } });
    desk.now = arrived + 180 * minute;
    expect(talkingCalls(await contactsNear(desk, desk.now), desk.now)).toHaveLength(1);
    desk.now += minute;
    expect(talkingCalls(await contactsNear(desk, desk.now), desk.now)).toEqual([]);
  });
});

describe("an alert", () => {
  test("is today's until somebody has looked at it, who is named, the first of two", async () => {
    const { desk, take, watch } = aWatchedDesk();
    for (const event of eventsOf(31)) await take(event);
    desk.now = arrived + 40 * minute;
    await watch();
    const id = alertId("c", "long-call", 20, "leader");
    const answers = await Promise.all([seeAlert(desk)(id, "LD01"), seeAlert(desk)(id, "LD02")]);
    const [first, second] = answers.map(valueOf);
    expect(first).toMatchObject({ seenAt: desk.now, version: 2 });
    expect(second).toEqual(first);
    const shown = await alertsOfToday(desk)();
    expect(shown.map(({ afterMinutes, seenBy }) => ({ afterMinutes, seen: seenBy !== undefined }))).toEqual([
      { afterMinutes: 30, seen: false },
      { afterMinutes: 20, seen: true },
    ]);
    desk.now = at("2024-07-17T09:00");
    expect(await alertsOfToday(desk)()).toEqual([]);
    expect(problemIn(await seeAlert(desk)("no such", "LD01"))).toContain("見つかりません");
  });
});
