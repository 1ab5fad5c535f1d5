import { describe, expect, test } from "vitest";
import { callbacksOf, casesOf } from "../../lambdas/edge/composition.ts";
import { requestCallbackHandler } from "../../lambdas/request-callback.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { aCloud } from "../support/cloud.ts";
import { at } from "../support/contacts.ts";
import { aFlowQuestion, aWorld, context } from "../support/world.ts";
import { openCallbacks } from "../support/open-callbacks.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";
const world = aWorld(environment);
const ask = requestCallbackHandler(world);
const check = (number: string) => ask(aFlowQuestion({ step: "check", number }), context);
const keep = (number: string, contactId: string, address: string | null = number) =>
  ask(aFlowQuestion({ step: "keep", number }, { contactId, address }), context);
const openOf = async (number: string) =>
  (await openCallbacks(callbacksOf(world), programme)).filter((callback) => callback.number === number);
const casesFrom = async (contactId: string) =>
  (await casesOf(world).ofDay(programme, "2024-07-16")).filter(
    ({ origin }) => origin.kind === "call" && origin.contactId === contactId,
  );

describe("checking a number", () => {
  test.each(["09012345678", "+819012345678", "18409012345678", "090-1234-5678"])(
    "%s is valid and is read back digit by digit",
    async (typed) => {
      expect(await check(typed)).toEqual({
        status: "valid",
        number: "+819012345678",
        spoken: "ゼロ、キュウ、ゼロ。イチ、ニー、サン、ヨン。ゴー、ロク、ナナ、ハチ",
      });
    },
  );

  test.each(["", "anonymous", "0570015566", "0120123456", "110", "0901234", "+12025550123"])(
    "%j is invalid: nobody can be called back there",
    async (typed) => {
      expect(await check(typed)).toEqual({ status: "invalid", number: "", spoken: "" });
    },
  );

  test("keeps nothing", async () => {
    await check("09099998888");
    expect(await openOf("+819099998888")).toEqual([]);
  });
});

describe("keeping a call back", () => {
  test("promises it in a sentence, and keeps it with a case that is due", async () => {
    const number = "+819011110001";
    expect(await keep(number, "k-1")).toEqual({
      status: "kept",
      sentence: kobatonAlkoo.phrases.callbackPromise({
        dueAt: at("2024-07-16T12:00"),
        at: at("2024-07-16T10:00"),
      }),
    });
    expect(await openOf(number)).toMatchObject([{ contactId: "k-1", dueAt: at("2024-07-16T12:00") }]);
    const [opened] = await casesFrom("k-1");
    expect(opened).toMatchObject({ status: "awaiting-callback", dueAt: at("2024-07-16T12:00") });
    const due = await casesOf(world).due(programme, at("2024-07-16T12:00"));
    expect(due.map(({ receiptNumber }) => receiptNumber)).toContain(opened?.receiptNumber);
  });

  test("repeated by Amazon Connect, also at once, gets the same promise and keeps nothing more", async () => {
    const number = "+819011110002";
    const answers = await Promise.all(Array.from({ length: 10 }, () => keep(number, "k-2")));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await keep(number, "k-2")).toEqual(answers[0]);
    expect(await openOf(number)).toHaveLength(1);
    expect(await casesFrom("k-2")).toHaveLength(1);
  });

  test("by fifty calls of one person at once is one call back and one case", async () => {
    const number = "+819011110003";
    const contactIds = Array.from({ length: 50 }, (_, index) => `k-3-${index}`);
    const answers = await Promise.all(contactIds.map((contactId) => keep(number, contactId)));
    expect(answers.filter(({ status }) => status === "kept")).toHaveLength(1);
    expect(answers.filter(({ status }) => status === "already")).toHaveLength(49);
    const [open, ...others] = await openOf(number);
    expect(others).toEqual([]);
    const cases = await Promise.all(contactIds.map(casesFrom));
    expect(cases.flat().map(({ origin }) => origin)).toEqual([{ kind: "call", contactId: open?.contactId }]);
  });

  test.each([
    ["withheld", "anonymous"],
    ["not there", null],
  ])("works where the caller's own number is %s", async (what, address) => {
    const number = `+81901111000${what.length}`;
    expect((await keep(number, `k-4 ${what}`, address))["status"]).toBe("kept");
    expect(await casesFrom(`k-4 ${what}`)).toHaveLength(1);
  });

  test("for a number that cannot be called promises nothing", async () => {
    expect(await keep("0570015566", "k-5")).toEqual({ status: "invalid", sentence: "" });
    expect(await casesFrom("k-5")).toEqual([]);
  });

  test("belongs to the call, not to the leg of it that a transfer made", async () => {
    const question = aFlowQuestion({ step: "keep", number: "09011110006" }, { contactId: "k-6" });
    question.Details.ContactData.ContactId = "k-6 after a transfer";
    await ask(question, context);
    expect(await casesFrom("k-6")).toHaveLength(1);
  });

  test.each([
    ["CALLBACKS_TABLE", "no-such-table"],
    ["CASES_TABLE", "no-such-table"],
    ["PERSON_KEY_SECRET", "no-such-secret"],
  ])(
    "fails where %s is away, so that the flow promises nothing, and no number is logged",
    async (name, away) => {
      const broken = aWorld({ ...environment, [name]: away });
      const question = aFlowQuestion({ step: "keep", number: "09011110007" }, { contactId: "k-7" });
      await expect(requestCallbackHandler(broken)(question, context)).rejects.toThrow(away);
      expect(broken.logged).toMatchObject([{ level: "error" }]);
      expect(JSON.stringify(broken.logged)).not.toContain("9011110007");
    },
  );
});

test.each([
  ["of a step that there is not", aFlowQuestion({ step: "forget" }), 'no step "forget"'],
  ["without a step", {}, "the flow asks to check or to keep"],
  ["without a contact", { Details: { Parameters: { step: "keep", number: "0488301111" } } }, "no contact"],
])("a question %s fails, and says so", async (_what, question, sentence) => {
  await expect(ask(question, context)).rejects.toThrow(sentence);
});

test.each(["PROGRAMME", "DESK_TABLE", "CALLBACKS_TABLE", "CASES_TABLE", "PERSON_KEY_SECRET"])(
  "a function without %s stops when it starts, and says so",
  (missing) => {
    const incomplete = aWorld({ ...environment, [missing]: "" });
    expect(() => requestCallbackHandler(incomplete)).toThrow(`${missing} is not set`);
  },
);
