import { describe, expect, test } from "vitest";
import { caseOfCall, caseOfWebForm } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { dateAt } from "../../../domain/japan-time.ts";
import { answerCall, flatAnswer } from "../../../usecases/calls/answer-call.ts";
import { type TimeLimit, Unavailable } from "../../../usecases/ports/host.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

type Desk = ReturnType<typeof aDesk>;

const number = "+819012345678";
const noWarning = () => {
  throw new Error("nothing to warn of");
};
const answerAt = (now: string) => answerCall({ ...aDesk(now), warn: noWarning })(number);
const ask = (desk: Desk, from: string | undefined = number) => answerCall({ ...desk, warn: noWarning })(from);

/** A call's case of the person, received at a time; its receipt number follows from both. */
async function addCase(desk: Desk, received: string, status: "in-progress" | "closed" = "in-progress") {
  const receivedAt = at(received);
  const opened = caseOfCall({
    programme: desk.programme.id,
    receiptNumber: receiptNumberOf(dateAt(receivedAt), `call ${received}`),
    contactId: received,
    arrivedAt: receivedAt,
    personKey: await desk.personKeys.keyOf(desk.programme.id, number),
  });
  await desk.cases.open({ ...opened, status });
  return opened.receiptNumber;
}

describe("an arriving call", () => {
  test.each([
    ["2024-07-16T09:00:00", "open"],
    ["2024-07-16T16:59:59", "open"],
    ["2024-07-16T17:00:00", "closed"],
    ["2024-07-16T08:59:59", "closed"],
  ])("at %s is told that the desk is %s", async (now, status) => {
    expect((await answerAt(now)).status).toBe(status);
  });

  test.each([
    ["2024-12-30T10:00", "年末年始", "2025-01-06T09:00", ["年末年始", "1月6日", "9時"]],
    ["2024-07-15T10:00", "海の日", "2024-07-16T09:00", ["海の日", "9時"]],
    ["2024-08-10T10:00", "土曜日", "2024-08-13T09:00", ["土曜日", "8月13日"]],
  ])("at %s is told of %s and when the desk opens next", async (now, reason, next, words) => {
    const answer = await answerAt(now);
    expect(answer).toMatchObject({ status: "closed", reason, nextOpening: at(next) });
    for (const word of words) expect(flatAnswer(answer)["sentence"]).toContain(word);
  });

  test("is told of a special closing that was entered a moment ago", async () => {
    const desk = aDesk("2024-08-14T10:00");
    await desk.specialDays.enter(desk.programme.id, {
      kind: "closing",
      date: "2024-08-14",
      reason: "庁舎の停電",
    });
    expect(await ask(desk)).toMatchObject({
      status: "closed",
      reason: "庁舎の停電",
      nextOpening: at("2024-08-15T09:00"),
    });
  });

  test("is answered from the settings where the entered days cannot be read, with a warning", async () => {
    const desk = aDesk();
    const specialDays = { ...desk.specialDays, all: async () => Promise.reject(new Unavailable("no table")) };
    expect((await answerCall({ ...desk, specialDays })(number)).status).toBe("open");
    expect(desk.warnings).toHaveLength(1);
  });
});

describe("the emergency announcement", () => {
  test.each([
    ["2024-07-16T16:59:59", "台風のため、つながりにくくなっています。"],
    ["2024-07-16T17:00:00", ""],
  ])("that ends at 17:00 is at %s %j", async (now, said) => {
    const desk = aDesk(now);
    await desk.announcements.set(desk.programme.id, {
      text: "台風のため、つながりにくくなっています。",
      until: at("2024-07-16T17:00"),
    });
    const answer = await ask(desk);
    expect(answer.announcement).toBe(said);
    expect(flatAnswer(answer)["announced"]).toBe(said === "" ? "no" : "yes");
  });
});

describe("a flagged person", () => {
  test.each([
    ["before its end", "2024-07-31T23:59:59", number, "supervisor"],
    ["at its end", "2024-08-01T00:00", number, "operator"],
    ["from another number", "2024-07-16T10:00", "+819087654321", "operator"],
    ["with the number withheld", "2024-07-16T10:00", undefined, "operator"],
  ])("who calls %s goes to the right one", async (_when, now, from, route) => {
    const desk = aDesk(now);
    const personKey = await desk.personKeys.keyOf(desk.programme.id, number);
    const until = at("2024-08-01T00:00");
    await desk.flags.add(desk.programme.id, { personKey, until, reason: "harassment" });
    expect((await answerCall(desk)(from)).route).toBe(route);
  });
});

describe("what the desk knows of the caller", () => {
  test("is nothing on a first call, and nothing without a number", async () => {
    const desk = aDesk();
    expect(await ask(desk)).toMatchObject({ caller: "first", openCase: "" });
    await addCase(desk, "2024-07-12T10:00");
    expect(await ask(desk, "+819087654321")).toMatchObject({ caller: "first", openCase: "" });
    expect(await answerCall({ ...desk, warn: noWarning })(undefined)).toMatchObject({
      caller: "first",
      openCase: "",
    });
  });

  test("is the newest case that is not closed, as its number is printed", async () => {
    const desk = aDesk();
    await addCase(desk, "2024-07-08T10:00");
    const open = await addCase(desk, "2024-07-10T10:00");
    await addCase(desk, "2024-07-12T10:00", "closed");
    const printed = `${open.slice(0, 4)}-${open.slice(4, 8)}-${open.slice(8)}`;
    expect(await ask(desk)).toMatchObject({ caller: "returning", openCase: printed });
  });

  test("is that they called before, where every case is closed", async () => {
    const desk = aDesk();
    await addCase(desk, "2024-07-12T10:00", "closed");
    expect(await ask(desk)).toMatchObject({ caller: "returning", openCase: "" });
  });

  test("is nothing of what somebody else wrote in a form", async () => {
    const desk = aDesk();
    await desk.cases.open(
      caseOfWebForm({
        programme: desk.programme.id,
        receiptNumber: receiptNumberOf("2024-07-12", "web-form x"),
        submissionId: "x",
        receivedAt: at("2024-07-12T10:00"),
        dueAt: at("2024-07-17T10:00"),
        category: "C01",
        content: "歩数",
        attributes: {},
        replyTo: { by: "mail", mail: "someone@example.jp" },
      }),
    );
    expect(await ask(desk)).toMatchObject({ caller: "first", openCase: "" });
  });
});

describe("what is only good to know never keeps a caller waiting", () => {
  const failing = async () => Promise.reject(new Unavailable("away"));
  const broken = async () => Promise.reject(new TypeError("an item that nobody can read"));
  const silent = () => new Promise<never>(() => {});
  const neutral = { status: "open", announcement: "", route: "operator", caller: "first", openCase: "" };

  /** Gives up at once on what has no answer, as the host's timer does a second later. */
  const impatient: TimeLimit = (milliseconds, work) => {
    expect(milliseconds).toBeLessThanOrEqual(1_000);
    const late = new Promise<never>((_, reject) => setImmediate(() => reject(new Unavailable("late"))));
    return Promise.race([work, late]);
  };

  async function aFullDesk() {
    const desk = aDesk();
    const until = at("2024-08-01T00:00");
    const personKey = await desk.personKeys.keyOf(desk.programme.id, number);
    await desk.announcements.set(desk.programme.id, { text: "台風です。", until });
    await desk.flags.add(desk.programme.id, { personKey, until, reason: "harassment" });
    await addCase(desk, "2024-07-12T10:00");
    return { ...desk, timeLimit: impatient };
  }

  test.each([
    ["fails", failing],
    ["is broken", broken],
    ["does not answer", silent],
  ])("everything that %s is left out, each with a warning", async (_what, find) => {
    const desk = await aFullDesk();
    const answer = await answerCall({
      ...desk,
      announcements: { ...desk.announcements, find },
      flags: { ...desk.flags, find },
      cases: { ...desk.cases, personPage: find },
    })(number);
    expect(answer).toEqual(neutral);
    expect(desk.warnings).toHaveLength(3);
    expect(desk.warnings.join()).not.toContain("9012345678");
  });

  test("without the key of the person, the announcement is still said", async () => {
    const desk = await aFullDesk();
    const answer = await answerCall({ ...desk, personKeys: { keyOf: failing } })(number);
    expect(answer).toEqual({ ...neutral, announcement: "台風です。" });
    expect(desk.warnings).toHaveLength(2);
  });

  test("a case that cannot be read does not hide the flag", async () => {
    const desk = await aFullDesk();
    const answer = await answerCall({ ...desk, cases: { ...desk.cases, personPage: silent } })(number);
    expect(answer).toEqual({ ...neutral, announcement: "台風です。", route: "supervisor" });
    expect(desk.warnings).toHaveLength(1);
  });

  test("all of it is asked for before any of it is answered", async () => {
    const desk = await aFullDesk();
    const asked: string[] = [];
    const pending = (what: string) => () => {
      asked.push(what);
      return silent();
    };
    await answerCall({
      ...desk,
      announcements: { ...desk.announcements, find: pending("announcement") },
      flags: { ...desk.flags, find: pending("flag") },
      cases: { ...desk.cases, personPage: pending("cases") },
    })(number);
    expect(asked.sort()).toEqual(["announcement", "cases", "flag"]);
  });
});

test("the flow reads texts only, and every key is always there", async () => {
  const closed = flatAnswer(await answerAt("2024-12-30T10:00"));
  const open = flatAnswer(await answerAt("2024-07-16T10:00"));
  expect(Object.values(closed).every((value) => typeof value === "string")).toBe(true);
  expect(closed["nextOpening"]).toBe("2025-01-06T09:00:00+09:00");
  expect(open).toEqual({
    status: "open",
    reason: "",
    nextOpening: "",
    sentence: "",
    announcement: "",
    announced: "no",
    route: "operator",
    caller: "first",
    openCase: "",
  });
  expect(Object.keys(closed).sort()).toEqual(Object.keys(open).sort());
});
