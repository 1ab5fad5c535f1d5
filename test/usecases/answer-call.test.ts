import { describe, expect, test } from "vitest";
import { answerCall, flatAnswer } from "../../usecases/answer-call.ts";
import { Unavailable } from "../../usecases/ports.ts";
import { at } from "../support/contacts.ts";
import { aDesk } from "../support/desk.ts";

const noWarning = () => {
  throw new Error("nothing to warn of");
};
const answerAt = (now: string) => answerCall({ ...aDesk(now), warn: noWarning })();

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
    expect(await answerCall({ ...desk, warn: noWarning })()).toMatchObject({
      status: "closed",
      reason: "庁舎の停電",
      nextOpening: at("2024-08-15T09:00"),
    });
  });

  test("is answered from the settings where the entered days cannot be read, with a warning", async () => {
    const warnings: string[] = [];
    const specialDays = {
      all: async () => Promise.reject(new Unavailable("no table")),
      enter: async () => {},
    };
    const warn = (message: string) => warnings.push(message);
    expect((await answerCall({ ...aDesk(), specialDays, warn })()).status).toBe("open");
    expect(warnings).toHaveLength(1);
  });
});

test("the flow reads texts only", async () => {
  const flat = flatAnswer(await answerAt("2024-12-30T10:00"));
  expect(Object.values(flat).every((value) => typeof value === "string")).toBe(true);
  expect(flat["nextOpening"]).toBe("2025-01-06T09:00:00+09:00");
  expect(flatAnswer(await answerAt("2024-07-16T10:00"))).toEqual({ status: "open" });
});
