import { beforeAll, describe, expect, test } from "vitest";
import { caseOfCall } from "../../domain/case/case.ts";
import { answerCallHandler } from "../../lambdas/answer-call.ts";
import { announcementsOf, casesOf, flagsOf, personKeysOf } from "../../lambdas/edge/composition.ts";
import { aCloud } from "../support/cloud.ts";
import { at } from "../support/contacts.ts";
import { aFlowQuestion, aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";
const arrival = aFlowQuestion({ step: "arrival" });
const arrivalFrom = (address: string | null) => aFlowQuestion({ step: "arrival" }, { address });

/** An open desk that knows nothing of the caller. */
const nothingKnown = {
  status: "open",
  reason: "",
  nextOpening: "",
  sentence: "",
  announcement: "",
  announced: "no",
  route: "operator",
  caller: "first",
  openCase: "",
};

describe("the flow's question on arrival", () => {
  test("is answered with texts only, in less than Amazon Connect's 32 KB", async () => {
    const answer = await answerCallHandler(aWorld(environment, "2024-12-30T10:00"))(arrival, context);
    expect(Object.keys(answer).sort()).toEqual(Object.keys(nothingKnown).sort());
    expect(Object.values(answer).every((value) => typeof value === "string")).toBe(true);
    expect(answer).toMatchObject({
      status: "closed",
      reason: "年末年始",
      nextOpening: "2025-01-06T09:00:00+09:00",
    });
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(32_000);
  });

  test("gets the same answer however often it is repeated", async () => {
    const ask = answerCallHandler(aWorld(environment));
    expect(await ask(arrival, context)).toEqual(await ask(arrival, context));
  });

  test.each([
    ["withheld", "anonymous"],
    ["empty", ""],
    ["not there", null],
    ["after 184", "18409012345678"],
    ["from abroad", "+12025550123"],
  ])("with a number that is %s is answered like any other, without a warning", async (_what, address) => {
    const world = aWorld(environment);
    expect(await answerCallHandler(world)(arrivalFrom(address), context)).toEqual(nothingKnown);
    expect(world.logged).toEqual([]);
  });

  test("that lacks everything but its being asked is answered", async () => {
    expect(await answerCallHandler(aWorld(environment))({}, context)).toEqual(nothingKnown);
  });

  test.each([
    ["the tables are away", { DESK_TABLE: "no-such-table", CASES_TABLE: "no-such-table" }, 5],
    ["the secret is away", { PERSON_KEY_SECRET: "no-such-secret" }, 3],
  ])("is answered from the settings, with warnings, where %s", async (_what, away, warnings) => {
    const world = aWorld({ ...environment, ...away });
    expect(await answerCallHandler(world)(arrival, context)).toEqual(nothingKnown);
    expect(world.logged.map(({ level }) => level)).toEqual(Array.from({ length: warnings }, () => "warn"));
    expect(JSON.stringify(world.logged)).not.toContain("9012345678");
  });
});

describe("what the desk has entered", () => {
  const world = aWorld(environment);
  const known = "+819011112222";

  beforeAll(async () => {
    const personKey = await personKeysOf(world).keyOf(programme, known);
    const until = at("2024-07-17T00:00");
    await flagsOf(world).add(programme, { personKey, until, reason: "supervisor-matter" });
    const [contactId, arrivedAt] = ["earlier", at("2024-07-12T10:00")];
    const opened = { programme, receiptNumber: "419412345674", contactId, arrivedAt, personKey };
    await casesOf(world).open(caseOfCall(opened));
  });

  test("sends a flagged person to a supervisor, with the number of the open case", async () => {
    expect(await answerCallHandler(world)(arrivalFrom(known), context)).toEqual({
      ...nothingKnown,
      route: "supervisor",
      caller: "returning",
      openCase: "4194-1234-5674",
    });
    expect(world.logged).toEqual([]);
  });

  test("is said to every caller while it is an announcement", async () => {
    const announcements = announcementsOf(world);
    await announcements.set(programme, { text: "台風です。", until: at("2024-07-17T00:00") });
    const answer = await answerCallHandler(world)(arrival, context);
    await announcements.clear(programme);
    expect(answer).toEqual({ ...nothingKnown, announcement: "台風です。", announced: "yes" });
  });
});

const complete = { PROGRAMME: programme, DESK_TABLE: "x", CASES_TABLE: "x", PERSON_KEY_SECRET: "x" };

test.each(["PROGRAMME", "DESK_TABLE", "CASES_TABLE", "PERSON_KEY_SECRET"])(
  "a function without %s stops when it starts, and says so",
  (missing) => {
    expect(() => answerCallHandler(aWorld(complete))).not.toThrow();
    expect(() => answerCallHandler(aWorld({ ...complete, [missing]: "" }))).toThrow(`${missing} is not set`);
  },
);

test("a function of a programme that nobody knows stops when it starts", () => {
  const unknown = aWorld({ ...complete, PROGRAMME: "unknown" });
  expect(() => answerCallHandler(unknown)).toThrow('no programme "unknown"');
});
