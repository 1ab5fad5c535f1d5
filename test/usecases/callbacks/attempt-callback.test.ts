import { describe, expect, test } from "vitest";
import {
  attemptCallback,
  closeCallbackByHand,
  promiseCallback,
} from "../../../usecases/callbacks/attempt-callback.ts";
import { listCallbacks, numberToCall } from "../../../usecases/callbacks/list-callbacks.ts";
import { requestCallback } from "../../../usecases/callbacks/request-callback.ts";
import { at } from "../../support/contacts.ts";
import { aCaseOn, aDeskAtWork, caseOn, problemIn, valueOf } from "../../support/desk-work.ts";
import { openCallbacks } from "../../support/open-callbacks.ts";

const number = "+819012345678";

/** A desk with a case whose person was promised at 10:00 to be called back; three attempts, an hour apart. */
async function aDeskWithAPromise() {
  const desk = aDeskAtWork();
  const receiptNumber = await aCaseOn(desk);
  valueOf(await promiseCallback(desk)({ receiptNumber, number: "090-1234-5678", staff: "OP01" }));
  const attempt = async (outcome: string, time: string) => {
    desk.now = at(time);
    return attemptCallback(desk)({ receiptNumber, outcome, staff: "OP02" });
  };
  return { desk, receiptNumber, attempt };
}

describe("a call back that an operator promises", () => {
  test("stands on the list with its case and due time, without the number", async () => {
    const { desk, receiptNumber } = await aDeskWithAPromise();
    const rows = (await listCallbacks(desk)(25)).rows;
    expect(rows).toMatchObject([
      {
        case: { receiptNumber, status: "awaiting-callback" },
        dueAt: at("2024-07-16T12:00"),
        attempts: [],
        attemptsLeft: 3,
        canCall: true,
        isOverdue: false,
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain("9012345678");
    expect((await caseOn(desk)).history.at(-1)).toMatchObject({ what: "callback-requested", by: "OP01" });
    expect(valueOf(await numberToCall(desk)(receiptNumber)).number).toBe(number);
  });

  test("is one, however often it is promised; a second case of the person is told in it", async () => {
    const { desk, receiptNumber } = await aDeskWithAPromise();
    const again = { receiptNumber, number, staff: "OP01" };
    expect(valueOf(await promiseCallback(desk)(again)).version).toBe(2);
    const other = await aCaseOn(desk, { contactId: "other" });
    expect(problemIn(await promiseCallback(desk)({ ...again, receiptNumber: other }))).toContain(
      "2024-07-16 12:00",
    );
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toHaveLength(1);
  });

  test("is found for a case of an earlier day too", async () => {
    const desk = aDeskAtWork("2024-07-19T10:00");
    const receiptNumber = await aCaseOn(desk);
    await promiseCallback(desk)({ receiptNumber, number, staff: "OP01" });
    expect((await listCallbacks(desk)(25)).rows.map((row) => row.case?.receiptNumber)).toEqual([
      receiptNumber,
    ]);
    const reached = await attemptCallback(desk)({ receiptNumber, outcome: "connected", staff: "OP01" });
    expect(valueOf(reached).status).toBe("in-progress");
  });

  test.each([
    ["a number that cannot be called", { number: "12" }, "電話番号"],
    ["a name in the place of a staff code", { staff: "山田" }, "never a name"],
  ])("is refused with %s", async (_what, wrong, words) => {
    const desk = aDeskAtWork();
    const promise = { receiptNumber: await aCaseOn(desk), number, staff: "OP01", ...wrong };
    expect(problemIn(await promiseCallback(desk)(promise))).toContain(words);
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toEqual([]);
  });
});

describe("the list of call backs", () => {
  test("shows what callers asked for in the queue as well, the most urgent first, and what is late", async () => {
    const { desk, receiptNumber } = await aDeskWithAPromise();
    desk.now = at("2024-07-16T10:30");
    await requestCallback(desk)({ contactId: "queue", number: "+81482345678" });
    desk.now = at("2024-07-16T12:01");
    const rows = (await listCallbacks(desk)(25)).rows;
    expect(rows.map(({ dueAt, isOverdue }) => ({ dueAt, isOverdue }))).toEqual([
      { dueAt: at("2024-07-16T12:00"), isOverdue: true },
      { dueAt: at("2024-07-16T12:30"), isOverdue: false },
    ]);
    expect(rows[0]?.case?.receiptNumber).toBe(receiptNumber);
    expect(rows[1]?.case?.origin).toEqual({ kind: "call", contactId: "queue" });
  });

  test("gives no number while the desk is closed, and says from when", async () => {
    const { desk, receiptNumber } = await aDeskWithAPromise();
    desk.now = at("2024-07-16T17:00");
    expect(problemIn(await numberToCall(desk)(receiptNumber))).toContain("2024-07-17 09:00 から");
    desk.now = at("2024-07-17T09:00");
    expect((await numberToCall(desk)(receiptNumber)).ok).toBe(true);
  });
});

describe("an attempt to call back", () => {
  test("that reaches the person closes the call back, and the number is gone", async () => {
    const { desk, attempt } = await aDeskWithAPromise();
    const reached = valueOf(await attempt("connected", "2024-07-16T11:00"));
    expect(reached).toMatchObject({ status: "in-progress" });
    expect(reached.history.slice(-2)).toMatchObject([
      { what: "callback-attempted", outcome: "connected", by: "OP02" },
      { what: "called-back" },
    ]);
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toEqual([]);
  });

  test("in vain waits an hour of opening hours, over the night too, and at most three are made", async () => {
    const { desk, receiptNumber, attempt } = await aDeskWithAPromise();
    await attempt("no-answer", "2024-07-16T11:00");
    expect(problemIn(await numberToCall(desk)(receiptNumber))).toContain("2024-07-16 12:00 から");
    await attempt("busy", "2024-07-16T16:40");
    // Twenty minutes are left of the day, forty are waited in the morning.
    expect((await listCallbacks(desk)(25)).rows).toMatchObject([
      { callFrom: at("2024-07-17T09:40"), attemptsLeft: 1, canCall: false },
    ]);
    await attempt("no-answer", "2024-07-17T09:40");
    expect(problemIn(await numberToCall(desk)(receiptNumber))).toContain("3回かけても");
    expect((await caseOn(desk)).status).toBe("awaiting-callback");
  });

  test("is one where its key is pressed twice", async () => {
    const { desk, attempt } = await aDeskWithAPromise();
    await attempt("no-answer", "2024-07-16T11:00:00");
    await attempt("no-answer", "2024-07-16T11:00:05");
    expect((await listCallbacks(desk)(25)).rows[0]?.attempts).toHaveLength(1);
  });

  test("to a wrong number ends the call back, for that number is not called again", async () => {
    const { desk, attempt } = await aDeskWithAPromise();
    const kept = valueOf(await attempt("wrong-number", "2024-07-16T11:00"));
    expect(kept).toMatchObject({ status: "in-progress" });
    expect(kept.history.at(-1)).toMatchObject({ what: "callback-closed", outcome: "wrong-number" });
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toEqual([]);
    expect(problemIn(await attempt("no-answer", "2024-07-16T12:00"))).toContain("残っていません");
  });

  test("is refused with an outcome that there is not", async () => {
    const { attempt } = await aDeskWithAPromise();
    expect(problemIn(await attempt("maybe", "2024-07-16T11:00"))).toContain('"maybe" is no outcome');
  });
});

describe("closing a call back by hand", () => {
  test("for reaching nobody needs all attempts; then the case is open again without a due time", async () => {
    const { desk, receiptNumber, attempt } = await aDeskWithAPromise();
    const close = () => closeCallbackByHand(desk)({ receiptNumber, reason: "unreachable", staff: "LD01" });
    expect(problemIn(await close())).toContain("3回かけた後です（いま0回）");
    for (const time of ["11:00", "12:00", "13:00"]) await attempt("no-answer", `2024-07-16T${time}`);
    const kept = valueOf(await close());
    expect(kept).toMatchObject({ status: "in-progress" });
    expect("dueAt" in kept).toBe(false);
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toEqual([]);
  });

  test("for not being wanted needs none", async () => {
    const { desk, receiptNumber } = await aDeskWithAPromise();
    const closed = await closeCallbackByHand(desk)({ receiptNumber, reason: "not-wanted", staff: "OP01" });
    expect(valueOf(closed).history.at(-1)).toMatchObject({ what: "callback-closed", outcome: "not-wanted" });
  });
});
