import { describe, expect, test } from "vitest";
import type { Contact } from "../../../domain/contact/contact.ts";
import type { JapaneseMonth } from "../../../domain/japan-time.ts";
import { monthlyPlan } from "../../../domain/report/plan/report-plan.ts";
import { approveReport } from "../../../usecases/reports/approve-report.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import type { DeskState } from "../../../usecases/ports/telephone.ts";
import { publishReport } from "../../../usecases/reports/publish-report.ts";
import { watchDesk } from "../../../usecases/desk/watch-desk.ts";
import { anAbandonedCall, anAnsweredCall, anUnqueuedCall } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

const quiet: DeskState = { callersWaiting: 0, longestWaitSeconds: 0, operatorsStaffed: 3 };

/** A desk at an instant with contacts of which the events alone are known, or the records too. */
async function aWatchedDesk(now: string, contacts: readonly Contact[] = [], recorded = true) {
  const desk = { ...aDesk(now), deskNow: { look: async () => quiet } };
  for (const { programme, contactId, initiatedAt, ...facts } of contacts)
    await desk.contacts.save(
      {
        programme,
        contactId,
        initiatedAt,
        events: facts,
        ...(recorded && { record: { lastUpdatedAt: initiatedAt, facts } }),
      },
      undefined,
    );
  return desk;
}

const measured = async (...desk: Parameters<typeof aWatchedDesk>) => watchDesk(await aWatchedDesk(...desk))();

/** Publishes a month's report and answers its manifest. */
async function published(desk: ReturnType<typeof aDesk>, month: JapaneseMonth) {
  const plan = monthlyPlan(desk.programme, month);
  if (!plan.ok) throw new Error(plan.problem);
  return publishReport(desk)(plan.value);
}

/** Has a supervisor approve a month's report. */
const approved = (desk: Parameters<typeof approveReport>[0], month: JapaneseMonth) =>
  approveReport(desk)({ report: `monthly/${month}`, staff: "SV01", role: "supervisor" });

describe("the answer rate of the day so far", () => {
  const answered = (id: string) => anAnsweredCall(id, "2024-07-16T09:10");
  const abandoned = (id: string) => anAbandonedCall(id, "2024-07-16T09:20", 61);

  test.each<[string, Contact[], object]>([
    [
      "three of four",
      [answered("1"), answered("2"), answered("3"), abandoned("4")],
      { CallsAnswered: 3, CallsOffered: 4, AnswerRate: 75 },
    ],
    ["none of one", [abandoned("1")], { CallsAnswered: 0, CallsOffered: 1, AnswerRate: 0 }],
    [
      "one that asked for a call back is not answered",
      [answered("1"), { ...abandoned("2"), callbackRequested: true }],
      { CallsAnswered: 1, CallsOffered: 2, AnswerRate: 50 },
    ],
    [
      "one that ended in the menu by choice is not offered",
      [answered("1"), anUnqueuedCall("2", "2024-07-16T09:30", "CUSTOMER_DISCONNECT")],
      { CallsAnswered: 1, CallsOffered: 1, AnswerRate: 100 },
    ],
    [
      "one of yesterday is not of today",
      [answered("1"), anAbandonedCall("2", "2024-07-12T10:00", 61)],
      { CallsAnswered: 1, CallsOffered: 1, AnswerRate: 100 },
    ],
  ])("%s", async (_words, contacts, expected) => {
    expect(await measured("2024-07-16T10:00", contacts)).toMatchObject(expected);
  });

  test("is not said before the first offered call", async () => {
    const early = anUnqueuedCall("early", "2024-07-16T08:00", "CONTACT_FLOW_DISCONNECT");
    const measures = await measured("2024-07-16T10:00", [early]);
    expect(measures).toMatchObject({ CallsAnswered: 0, CallsOffered: 0 });
    expect(measures).not.toHaveProperty("AnswerRate");
  });

  test("is, once the month's only day is over, the rate of the month's report", async () => {
    const desk = await aWatchedDesk("2024-07-16T18:00", [answered("1"), answered("2"), abandoned("3")]);
    const { figures } = await published(desk, "2024-07");
    const rate = figures.answerRate;
    expect(rate).toBe(2 / 3);
    expect((await watchDesk(desk)()).AnswerRate).toBe((rate ?? 0) * 100);
  });
});

describe("who is there", () => {
  const watchedAt = async (now: string, state: DeskState) =>
    watchDesk({ ...(await aWatchedDesk(now)), deskNow: { look: async () => state } })();
  const nobody = { callersWaiting: 2, longestWaitSeconds: 301, operatorsStaffed: 0 };

  test.each(["2024-07-16T09:00", "2024-07-16T16:59:59"])(
    "is told while the desk is open, at %s",
    async (now) => {
      expect(await watchedAt(now, nobody)).toMatchObject({
        CallersWaiting: 2,
        LongestWait: 301,
        OperatorsStaffed: 0,
      });
    },
  );

  test.each([
    ["before opening", "2024-07-16T08:59:59"],
    ["after closing", "2024-07-16T17:00"],
    ["on Marine Day", "2024-07-15T10:00"],
  ])("is not judged %s, but callers who wait are counted", async (_words, now) => {
    const measures = await watchedAt(now, nobody);
    expect(measures).toMatchObject({ CallersWaiting: 2, LongestWait: 301 });
    expect(measures).not.toHaveProperty("OperatorsStaffed");
  });

  test("is not judged on a day that a supervisor has closed", async () => {
    const desk = await aWatchedDesk("2024-07-16T10:00");
    await desk.specialDays.enter(desk.programme.id, { kind: "closing", date: "2024-07-16", reason: "停電" });
    expect(await watchDesk(desk)()).not.toHaveProperty("OperatorsStaffed");
  });
});

describe("contact records", () => {
  // Each ends 350 seconds after it began: at 09:15:50 and at 10:15:50.
  const ended = [anAnsweredCall("1", "2024-07-16T09:10"), anAnsweredCall("2", "2024-07-16T10:10")];

  test.each([
    ["2024-07-16T09:45:49", 0],
    ["2024-07-16T09:45:50", 1],
    ["2024-07-16T10:45:50", 2],
    // The day after, they are yesterday's.
    ["2024-07-17T09:00", 0],
  ])("that are missing are late half an hour after the end: at %s %i", async (now, late) => {
    expect(await measured(now, ended, false)).toMatchObject({ ContactRecordsLate: late });
  });

  test("that came are not late", async () => {
    expect(await measured("2024-07-16T17:00", ended)).toMatchObject({ ContactRecordsLate: 0 });
  });
});

describe("reports", () => {
  test.each([
    ["2024-08-10T23:55", 0],
    ["2024-08-11T00:00", 1],
    ["2024-09-11T09:00", 2],
  ])("that nobody delivered are overdue after the tenth: at %s %i", async (now, overdue) => {
    expect(await measured(now)).toMatchObject({ ReportsOverdue: overdue });
  });

  test("that were approved and delivered are not; one that was only published, as a try is, still is", async () => {
    const desk = await aWatchedDesk("2024-09-11T09:00");
    await published(desk, "2024-07");
    expect(await watchDesk(desk)()).toMatchObject({ ReportsOverdue: 2 });
    await approved(desk, "2024-07");
    expect(await watchDesk(desk)()).toMatchObject({ ReportsOverdue: 1 });
    await published(desk, "2024-08");
    await approved(desk, "2024-08");
    expect(await watchDesk(desk)()).toMatchObject({ ReportsOverdue: 0 });
  });

  test("that were approved, and of which nobody could be told, are overdue", async () => {
    const desk = await aWatchedDesk("2024-08-11T09:00");
    await published(desk, "2024-07");
    const mailer = { send: async () => Promise.reject(new Unavailable("SES did not take a mail.")) };
    await expect(approved({ ...desk, mailer }, "2024-07")).rejects.toBeInstanceOf(Unavailable);
    expect(await watchDesk(desk)()).toMatchObject({ ReportsOverdue: 1 });
  });
});

test("nothing is measured by half: where one source does not answer, the watch fails", async () => {
  const desk = await aWatchedDesk("2024-07-16T10:00");
  const look = async () => Promise.reject(new Unavailable("Amazon Connect did not say how the desk stands."));
  await expect(watchDesk({ ...desk, deskNow: { look } })()).rejects.toBeInstanceOf(Unavailable);
});
