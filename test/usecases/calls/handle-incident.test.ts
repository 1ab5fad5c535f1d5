import { describe, expect, test } from "vitest";
import { flagAfterIncident } from "../../../usecases/calls/flag-person.ts";
import {
  askAccommodation,
  endCall,
  joinCall,
  noteIncident,
  sayStep,
  suspectHarassment,
} from "../../../usecases/calls/handle-incident.ts";
import { flagsToReview, listFlags, reviewFlag } from "../../../usecases/calls/review-flag.ts";
import { at } from "../../support/contacts.ts";
import { aDeskAtWork, problemIn, valueOf } from "../../support/desk-work.ts";

const operator = { contactId: "c", staff: "OP01", role: "operator" } as const;
const leader = { contactId: "c", staff: "LD01", role: "leader" } as const;
const supervisor = { contactId: "c", staff: "SV01", role: "supervisor" } as const;

async function aDeskWithASuspicion(personKey?: string) {
  const desk = aDeskAtWork();
  await suspectHarassment(desk)({ ...operator, ...(personKey !== undefined && { personKey }) });
  return desk;
}

describe("a suspicion of harassment", () => {
  test("alerts LD and SV at once, once each, and opens one incident, however often the key is pressed", async () => {
    const desk = await aDeskWithASuspicion();
    const again = valueOf(await suspectHarassment(desk)({ ...operator, staff: "OP02" }));
    expect(again.timeline).toEqual([{ at: desk.now, what: "suspected", by: "OP01" }]);
    const alerts = await desk.alerts.all(desk.programme.id);
    expect(alerts.map(({ about, role }) => `${about} ${role}`)).toEqual([
      "harassment leader",
      "harassment supervisor",
    ]);
    expect((await desk.incidents.page(desk.programme.id, { limit: 5 })).entries).toHaveLength(1);
  });

  test("goes step by step to an end that a leader decides, and the time line holds all of it", async () => {
    const desk = await aDeskWithASuspicion();
    await askAccommodation(desk)({ ...operator, need: "none" });
    await joinCall(desk)({ ...leader, how: "taken-over" });
    for (const { code } of desk.programme.longCalls.ladder)
      valueOf(await sayStep(desk)({ ...leader, step: code }));
    valueOf(await endCall(desk)({ ...leader, reason: "repeated" }));
    await noteIncident(desk)({ ...leader, what: "aftercare", text: "15分の休憩と面談" });
    const incident = valueOf(
      await noteIncident(desk)({ ...supervisor, what: "reviewed", text: "録音を確認" }),
    );
    expect(incident.timeline.map(({ what, by, step }) => [what, by, step].filter(Boolean).join(" "))).toEqual(
      [
        "suspected OP01",
        "accommodation-asked OP01",
        "taken-over LD01",
        "said LD01 facts",
        "said LD01 first-notice",
        "said LD01 second-notice",
        "said LD01 ending",
        "ended LD01",
        "aftercare LD01",
        "reviewed SV01",
      ],
    );
    expect(incident).toMatchObject({ contactId: "c", accommodation: "none", version: 10 });
    expect(problemIn(await endCall(desk)({ ...leader, reason: "abuse" }))).toContain("すでに終了");
  });

  test("asks what the person needs before any notice, and keeps the order of the ladder", async () => {
    const desk = await aDeskWithASuspicion();
    const say = (step: string) => sayStep(desk)({ ...operator, step });
    expect(problemIn(await say("facts"))).toContain("必要な配慮");
    await askAccommodation(desk)({ ...operator, need: "none" });
    expect(problemIn(await say("second-notice"))).toContain("facts");
    expect(problemIn(await say("shout"))).toContain("facts, first-notice, second-notice, ending");
    expect((await say("facts")).ok).toBe(true);
  });

  test.each(["hearing", "understanding", "language", "other"])(
    "of somebody who needs help (%s) is never a ground to end the call for its length",
    async (need) => {
      const desk = await aDeskWithASuspicion();
      await askAccommodation(desk)({ ...operator, need });
      for (const { code } of desk.programme.longCalls.ladder) await sayStep(desk)({ ...leader, step: code });
      for (const reason of ["long", "repeated"])
        expect(problemIn(await endCall(desk)({ ...leader, reason }))).toContain("説明のしかた");
      expect((await endCall(desk)({ ...leader, reason: "abuse" })).ok).toBe(true);
    },
  );

  test.each(["threat", "sexual", "discrimination", "danger"])(
    "with %s may be ended at once by whoever hears it",
    async (reason) => {
      const desk = await aDeskWithASuspicion();
      const ended = valueOf(await endCall(desk)({ ...operator, reason }));
      expect(ended.timeline.at(-1)).toEqual({ at: desk.now, what: "ended", by: "OP01", reason });
    },
  );

  test("is not ended by an operator, nor before the ladder was said", async () => {
    const desk = await aDeskWithASuspicion();
    expect(problemIn(await endCall(desk)({ ...operator, reason: "abuse" }))).toContain("LDかSVが決めます");
    expect(problemIn(await endCall(desk)({ ...leader, reason: "abuse" }))).toContain("必要な配慮");
    await askAccommodation(desk)({ ...operator, need: "none" });
    expect(problemIn(await endCall(desk)({ ...leader, reason: "long" }))).toContain("段階「facts」");
    expect(problemIn(await endCall(desk)({ ...leader, reason: "boring" }))).toContain("is no reason");
    expect(problemIn(await joinCall(desk)({ ...operator, how: "joined" }))).toContain("LDかSV");
    expect(problemIn(await noteIncident(desk)({ ...leader, what: "reviewed", text: "可" }))).toContain("SV");
  });

  test("is needed before anything else is written down, and two who write at once both do", async () => {
    const none = aDeskAtWork();
    expect(problemIn(await askAccommodation(none)({ ...operator, need: "none" }))).toContain(
      "事案の記録がありません",
    );
    const desk = await aDeskWithASuspicion();
    await Promise.all([
      askAccommodation(desk)({ ...operator, need: "none" }),
      joinCall(desk)({ ...leader, how: "joined" }),
    ]);
    expect((await desk.incidents.find(desk.programme.id, "c"))?.timeline).toHaveLength(3);
  });
});

describe("the flag of an incident's person", () => {
  const wanted = { ...supervisor, until: at("2024-10-16T00:00"), reason: "harassment" };

  test("is a supervisor's decision, with a review after thirty days, and stands in the time line", async () => {
    const desk = await aDeskWithASuspicion("person");
    expect(problemIn(await flagAfterIncident(desk)({ ...wanted, role: "leader" }))).toContain("SV");
    const flag = valueOf(await flagAfterIncident(desk)(wanted));
    expect(flag).toEqual({
      personKey: "person",
      until: wanted.until,
      reason: "harassment",
      reviewAt: at("2024-08-15T10:00"),
      since: desk.now,
      incident: "c",
      history: [{ at: desk.now, by: "SV01", what: "put", until: wanted.until }],
    });
    expect((await desk.incidents.find(desk.programme.id, "c"))?.timeline.at(-1)).toMatchObject({
      what: "flagged",
    });
  });

  test("comes up for review in its time, and is kept for longer or ended by a supervisor", async () => {
    const desk = await aDeskWithASuspicion("person");
    await flagAfterIncident(desk)(wanted);
    expect(await flagsToReview(desk)()).toEqual([]);
    desk.now = at("2024-08-15T10:00");
    expect((await flagsToReview(desk)()).map(({ personKey }) => personKey)).toEqual(["person"]);
    const longer = { until: at("2024-12-01T00:00"), reviewAt: at("2024-10-01T00:00") };
    const review = (
      role: "leader" | "supervisor",
      decision: typeof longer | "end",
      baseVersion: number,
      note = "様子を見る。",
    ) => reviewFlag(desk)("person", { staff: "SV02", role, decision, baseVersion, note });
    expect(problemIn(await review("leader", "end", 1))).toContain("SV");
    expect(problemIn(await review("supervisor", "end", 1, " "))).toContain("理由");
    // What is sent twice is decided once.
    for (let times = 0; times < 2; times++)
      expect(valueOf(await review("supervisor", longer, 1))).toMatchObject({
        ...longer,
        reason: "harassment",
      });
    expect(await flagsToReview(desk)()).toEqual([]);
    expect(problemIn(await review("supervisor", "end", 1))).toContain("ほかのSV");
    valueOf(await review("supervisor", "end", 2, "落ち着いた。"));
    expect(problemIn(await review("supervisor", longer, 3))).toContain("終わっています");
    expect(await listFlags(desk)()).toMatchObject([
      {
        until: desk.now,
        since: at("2024-07-16T10:00"),
        history: [
          { what: "put", by: "SV01" },
          { what: "kept", by: "SV02", until: longer.until, note: "様子を見る。" },
          { what: "ended", by: "SV02", until: desk.now, note: "落ち着いた。" },
        ],
      },
    ]);
    expect((await desk.incidents.find(desk.programme.id, "c"))?.timeline).toMatchObject([
      { what: "suspected" },
      { what: "flagged", by: "SV01" },
      { what: "flag-kept", by: "SV02", note: "様子を見る。" },
      { what: "flag-ended", by: "SV02", note: "落ち着いた。" },
    ]);
    valueOf(await flagAfterIncident(desk)({ ...wanted, until: at("2025-01-01T00:00") }));
    expect(await desk.flags.find(desk.programme.id, "person")).toMatchObject({
      since: desk.now,
      history: [{ what: "put" }, { what: "kept" }, { what: "ended" }, { what: "put" }],
    });
  });

  test("cannot be set where no number was shown, nor with a review after its end", async () => {
    const withheld = await aDeskWithASuspicion();
    expect(problemIn(await flagAfterIncident(withheld)(wanted))).toContain("番号の通知がない");
    const desk = await aDeskWithASuspicion("person");
    const late = { ...wanted, reviewAt: at("2024-10-17T00:00") };
    expect(problemIn(await flagAfterIncident(desk)(late))).toContain("見直しの日時");
  });
});
