import { describe, expect, test } from "vitest";
import { alertLongCalls } from "../../../usecases/calls/alert-long-calls.ts";
import {
  attemptCallback,
  closeCallbackByHand,
  promiseCallback,
} from "../../../usecases/callbacks/attempt-callback.ts";
import { changeLongCallSteps, changeRetryRule } from "../../../usecases/settings/change-rules.ts";
import { listCallbacks, numberToCall } from "../../../usecases/callbacks/list-callbacks.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { recordContact } from "../../../usecases/calls/record-contact.ts";
import { at } from "../../support/contacts.ts";
import { aCaseOn, aDeskAtWork, problemIn, valueOf } from "../../support/desk-work.ts";

const entered = { from: "2024-07-16", reason: "県との協議", seen: 0, staff: "SV01" };
const soon = [{ afterMinutes: 5, tell: ["leader", "supervisor"] }] as const;

/** A call that is answered at ten o'clock and goes on, or ends after so many minutes. */
async function aCall(desk: ReturnType<typeof aDeskAtWork>, contactId: string, minutes?: number) {
  const initiatedAt = at("2024-07-16T10:00");
  await recordContact(desk)({
    contactId,
    initiatedAt,
    source: { kind: "event" },
    facts: {
      channel: "VOICE",
      initiationMethod: "INBOUND",
      connectedToAgentAt: initiatedAt,
      ...(minutes !== undefined && { disconnectedAt: initiatedAt + minutes * 60_000 }),
    },
  });
}

describe("the steps of long calls", () => {
  const alertsAt = async (desk: ReturnType<typeof aDeskAtWork>, time: string) => {
    desk.now = at(time);
    return (await alertLongCalls(desk)()).map((one) => `${one.contactId} ${one.afterMinutes} ${one.role}`);
  };

  test("tell at once where they were changed for today, and not of calls that were over by then", async () => {
    const desk = aDeskAtWork();
    await aCall(desk, "goes on");
    await aCall(desk, "over", 10);
    expect(await alertsAt(desk, "2024-07-16T10:12")).toEqual([]);
    valueOf(await changeLongCallSteps(desk)({ ...entered, steps: soon }));
    expect(await alertsAt(desk, "2024-07-16T10:13")).toEqual(["goes on 5 leader", "goes on 5 supervisor"]);
    expect(await alertsAt(desk, "2024-07-16T10:40")).toEqual([]);
  });

  test("hold from their day on, and are the programme's before", async () => {
    const desk = aDeskAtWork();
    await aCall(desk, "c");
    valueOf(await changeLongCallSteps(desk)({ ...entered, steps: soon, from: "2024-07-17" }));
    expect(await alertsAt(desk, "2024-07-16T10:25")).toEqual(["c 20 leader"]);
  });

  test("are the programme's where nothing can be read: nobody waits in vain for an alert", async () => {
    const desk = aDeskAtWork();
    await aCall(desk, "c");
    Object.assign(desk.settingsInForce, { find: () => Promise.reject(new Unavailable("away")) });
    expect(await alertsAt(desk, "2024-07-16T10:25")).toEqual(["c 20 leader"]);
    expect(desk.warnings).toHaveLength(1);
  });

  test.each([
    ["nothing new", { from: "2024-07-16" }, "いまと同じ内容"],
    ["from a day that is past", { from: "2024-07-15", steps: soon }, "過ぎた日"],
    ["without a reason", { reason: " ", steps: soon }, "理由"],
    ["without anybody who is told", { steps: [{ afterMinutes: 5, tell: [] }] }, "LDかSV"],
  ])("are not set with %s", async (_what, wrong, words) => {
    const desk = aDeskAtWork();
    const { steps } = desk.programme.longCalls;
    expect(problemIn(await changeLongCallSteps(desk)({ ...entered, steps, ...wrong }))).toContain(words);
    expect(await desk.settingChanges.all(desk.programme.id)).toEqual([]);
  });
});

describe("how a call back is tried again", () => {
  test("follows the rule that is in force: the pause, the number of times, and when it may be given up", async () => {
    const desk = aDeskAtWork();
    const receiptNumber = await aCaseOn(desk);
    valueOf(await promiseCallback(desk)({ receiptNumber, number: "090-1234-5678", staff: "OP01" }));
    desk.now = at("2024-07-16T11:00");
    valueOf(await attemptCallback(desk)({ receiptNumber, outcome: "busy", staff: "OP01" }));
    const giveUp = () => closeCallbackByHand(desk)({ receiptNumber, reason: "unreachable", staff: "OP01" });
    // The programme: three times, an hour apart.
    expect(problemIn(await numberToCall(desk)(receiptNumber))).toContain("12:00 から");
    expect(problemIn(await giveUp())).toContain("3回かけた後");
    const rule = { mostAttempts: 2, retryAfterBusinessMinutes: 30 };
    valueOf(await changeRetryRule(desk)({ ...entered, rule }));
    expect(problemIn(await numberToCall(desk)(receiptNumber))).toContain("11:30 から");
    expect((await listCallbacks(desk)(10)).rows).toMatchObject([
      { attemptsLeft: 1, callFrom: at("2024-07-16T11:30") },
    ]);
    desk.now = at("2024-07-16T11:30");
    expect(problemIn(await giveUp())).toContain("2回かけた後");
    valueOf(await attemptCallback(desk)({ receiptNumber, outcome: "busy", staff: "OP01" }));
    expect(problemIn(await numberToCall(desk)(receiptNumber))).toContain("2回かけても");
    valueOf(await giveUp());
  });

  test("is changed by one person at a time; another setting is another matter", async () => {
    const desk = aDeskAtWork();
    const rule = { mostAttempts: 5, retryAfterBusinessMinutes: 60 };
    valueOf(await changeRetryRule(desk)({ ...entered, rule }));
    const late = await changeRetryRule(desk)({ ...entered, rule: { ...rule, mostAttempts: 4 } });
    expect(late).toMatchObject({ ok: false, isConflict: true });
    valueOf(await changeLongCallSteps(desk)({ ...entered, steps: soon }));
    expect((await desk.settingChanges.all(desk.programme.id)).map(({ number }) => number)).toEqual([1, 2]);
  });
});
