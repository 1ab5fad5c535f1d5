import { describe, expect, test } from "vitest";
import { caseOfWebForm } from "../../../domain/case/case.ts";
import { isFree, workClaimed, workDone, workOwed, workReleased } from "../../../domain/case/case-work.ts";

const opened = caseOfWebForm({
  programme: "water-desk",
  receiptNumber: "419848291374",
  submissionId: "s",
  receivedAt: 1_000,
  category: "W01",
  content: "料金について",
  attributes: {},
  replyTo: { by: "mail", mail: "someone@example.jp" },
  owes: ["receipt-mail", "task"],
});

describe("work that a case owes", () => {
  test("is struck off with a line of history, and the last one leaves nothing behind", () => {
    const mailed = workDone(opened, "receipt-mail", 2_000);
    expect(mailed).toMatchObject({
      owed: [{ work: "task" }],
      history: [{ what: "opened" }, { at: 2_000, what: "mail-sent" }],
      version: 2,
    });
    const all = mailed && workDone(mailed, "task", 3_000);
    expect(all).not.toHaveProperty("owed");
    expect(all?.history.at(-1)).toEqual({ at: 3_000, what: "task-started" });
    expect(all && workDone(all, "task", 4_000)).toBeUndefined();
  });

  test("is claimed by one at a time, until the claim ends, in its place", () => {
    const claimed = workClaimed(opened, "receipt-mail", 2_000, 5_000);
    expect(claimed?.owed).toEqual([{ work: "receipt-mail", claimedUntil: 5_000 }, { work: "task" }]);
    expect(claimed && workClaimed(claimed, "receipt-mail", 4_999, 9_000)).toBeUndefined();
    expect(claimed && workClaimed(claimed, "receipt-mail", 5_000, 9_000)).toMatchObject({ version: 3 });
    expect(claimed && isFree(claimed, "task", 2_000)).toBe(true);
    expect(workClaimed(opened, "answer-mail", 2_000, 5_000)).toBeUndefined();
  });

  test("is free again once it is released", () => {
    const claimed = workClaimed(opened, "receipt-mail", 2_000, 5_000);
    const released = claimed && workReleased(claimed, "receipt-mail");
    expect(released).toEqual({ ...opened, version: 3 });
    expect(workReleased(opened, "answer-mail")).toBeUndefined();
  });

  test("may be added once", () => {
    const owing = workOwed(opened, "answer-mail");
    expect(owing).toMatchObject({
      owed: [{ work: "receipt-mail" }, { work: "task" }, { work: "answer-mail" }],
      version: 2,
    });
    expect(owing && workOwed(owing, "answer-mail")).toBeUndefined();
  });
});
