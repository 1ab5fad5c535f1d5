import { describe, expect, test } from "vitest";
import {
  decideDeletion,
  logRegistration,
  registrationsOf,
  registrationsOfCase,
} from "../../../usecases/cases/log-registration.ts";
import { at } from "../../support/contacts.ts";
import { aCaseOn, aDeskAtWork, caseOn, problemIn, valueOf } from "../../support/desk-work.ts";

async function aDeskWithACase() {
  const desk = aDeskAtWork();
  const operation = {
    operationId: "operation-1",
    receiptNumber: await aCaseOn(desk),
    what: "changed",
    steps: desk.programme.registration.identitySteps.map(({ code }) => code),
    items: ["address"],
    reason: "転居",
    staff: "op01",
  } as const;
  return { desk, operation };
}

const decision = {
  operationId: "operation-1",
  requestedOn: "2024-07-16",
  decision: "confirmed",
  reason: "本人からの申出を確認",
  staff: "LD01",
} as const;

describe("an operation in the app vendor's tool", () => {
  test("leaves an entry with how the person was identified and what was changed, and the case says so", async () => {
    const { desk, operation } = await aDeskWithACase();
    const entry = valueOf(await logRegistration(desk)(operation));
    expect(entry).toEqual({ ...operation, staff: undefined, by: "OP01", at: desk.now });
    expect(valueOf(await registrationsOf(desk)("2024-07-16", "2024-07-16"))).toEqual([entry]);
    expect(valueOf(await registrationsOfCase(desk)(operation.receiptNumber))).toEqual([entry]);
    expect((await caseOn(desk)).history.at(-1)).toEqual({
      at: desk.now,
      what: "registration-logged",
      by: "OP01",
    });
  });

  test("is one entry and one event, however often it is sent", async () => {
    const { desk, operation } = await aDeskWithACase();
    const first = valueOf(await logRegistration(desk)(operation));
    desk.now = at("2024-07-16T10:01");
    expect(valueOf(await logRegistration(desk)(operation))).toEqual(first);
    expect((await caseOn(desk)).version).toBe(2);
    expect(problemIn(await logRegistration(desk)({ ...operation, what: "looked-up" }))).toContain(
      "that id already",
    );
  });

  test.each([
    ["an identity step left out", { steps: ["name", "birth-date"] }, "登録の電話番号"],
    ["nothing looked up or changed", { items: [] }, "何を閲覧"],
    ["an item that the programme does not know", { items: ["weight"] }, "no step or item weight"],
    ["no reason", { reason: " " }, "理由を"],
    ["a bad id", { operationId: "1" }, "8 to 64"],
  ])("is refused with %s, and nothing is kept", async (_what, wrong, words) => {
    const { desk, operation } = await aDeskWithACase();
    expect(problemIn(await logRegistration(desk)({ ...operation, ...wrong }))).toContain(words);
    expect(valueOf(await registrationsOf(desk)("2024-07-16", "2024-07-16"))).toEqual([]);
  });
});

describe("a deletion", () => {
  test("is confirmed by somebody else, a day later too, and once", async () => {
    const { desk, operation } = await aDeskWithACase();
    await logRegistration(desk)({ ...operation, what: "deletion-requested", items: ["whole-account"] });
    desk.now = at("2024-07-17T09:30");
    expect(problemIn(await decideDeletion(desk)({ ...decision, staff: "OP01" }))).toContain("別の人");
    expect(valueOf(await decideDeletion(desk)(decision))).toMatchObject({
      what: "deletion-confirmed",
      by: "LD01",
    });
    expect(problemIn(await decideDeletion(desk)({ ...decision, decision: "refused" }))).toContain("すでに");
    const entries = valueOf(await registrationsOfCase(desk)(operation.receiptNumber));
    expect(entries.map(({ what }) => what)).toEqual(["deletion-requested", "deletion-confirmed"]);
  });

  test("of two who decide at once one does", async () => {
    const { desk, operation } = await aDeskWithACase();
    await logRegistration(desk)({ ...operation, what: "deletion-requested", items: ["whole-account"] });
    const answers = await Promise.all([
      decideDeletion(desk)(decision),
      decideDeletion(desk)({ ...decision, decision: "refused", staff: "SV01" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const entries = valueOf(await registrationsOf(desk)("2024-07-16", "2024-07-16"));
    expect(entries).toHaveLength(2);
  });

  test("that nobody asked for is not confirmed", async () => {
    const { desk, operation } = await aDeskWithACase();
    await logRegistration(desk)(operation);
    expect(problemIn(await decideDeletion(desk)(decision))).toContain("見つかりません");
  });
});
