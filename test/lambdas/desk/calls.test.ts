import { describe, expect, test } from "vitest";
import { caseOfCall } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { answerCallHandler } from "../../../lambdas/answer-call.ts";
import { deskApiHandler } from "../../../lambdas/desk-api.ts";
import {
  auditLogOf,
  callAlertsOf,
  casesOf,
  flagsOf,
  incidentsOf,
  personKeysOf,
} from "../../../lambdas/edge/composition.ts";
import { takeContactEventHandler } from "../../../lambdas/take-contact-event.ts";
import { aCloud } from "../../support/cloud.ts";
import { at } from "../../support/contacts.ts";
import { aDeskEvent } from "../../support/desk-api.ts";
import { aFlowQuestion, aWorld, context } from "../../support/world.ts";

const { environment } = await aCloud();
const world = aWorld(environment, "2024-07-16T10:12");
const programme = environment["PROGRAMME"] ?? "";
const answer = deskApiHandler(world);

async function ask(method: string, path: string, body?: unknown, as: "operator" | "leader" = "operator") {
  const { statusCode, body: text } = await answer(
    aDeskEvent(method, `/api/${path}`, { as, ...(body !== undefined && { body }) }),
    context,
  );
  return { status: statusCode, answer: JSON.parse(text) };
}

/** A call arrives from a number, at 10:00. */
function arrives(contactId: string, address: string | null) {
  const arrival = aFlowQuestion({ step: "arrival" }, { contactId, address });
  return answerCallHandler(aWorld(environment, "2024-07-16T10:00"))(arrival, context);
}

/** Somebody at the desk answers it at 10:00:20. */
function isAnswered(contactId: string) {
  const detail = {
    contactId,
    channel: "VOICE",
    initiationMethod: "INBOUND",
    initiationTimestamp: "2024-07-16T01:00:00Z",
    agentInfo: { connectedToAgentTimestamp: "2024-07-16T01:00:20Z" },
  };
  return takeContactEventHandler(world)({ detail }, context);
}

const number = "+819012345678";
const personKey = await personKeysOf(world).keyOf(programme, number);
const earlier = receiptNumberOf("2024-07-12", "earlier");
await casesOf(world).open({
  ...caseOfCall({
    programme,
    receiptNumber: earlier,
    contactId: "earlier",
    arrivedAt: at("2024-07-12T11:00"),
    personKey,
  }),
  content: "歩数が増えない。",
});
await flagsOf(world).add(programme, { personKey, until: at("2024-07-20T00:00"), reason: "long-complaint" });

describe("a call that rings", () => {
  test("shows who calls, by the keyed hash of the number: the cases, the flag, and no number", async () => {
    await arrives("rings", number);
    const { answer: caller } = await ask("GET", "calls/rings/caller");
    expect(caller).toMatchObject({
      caller: "returning",
      arrivedAt: at("2024-07-16T10:00"),
      flag: { reason: "長時間の苦情", until: at("2024-07-20T00:00") },
      earlier: [
        { receiptNumber: earlier, content: "歩数が増えない。", status: "in-progress", handedOver: [] },
      ],
    });
    expect(JSON.stringify(caller)).not.toMatch(/90.?1234/);
    expect(caller).not.toHaveProperty("receiptNumber");
    expect(await auditLogOf(world).ofDay(programme, "2024-07-16")).toContainEqual(
      expect.objectContaining({ action: "readCaller", staff: "OP01", receiptNumber: earlier }),
    );
  });

  test("is that of a new caller, of a withheld number, and of one whom nobody knows of yet", async () => {
    await arrives("new", "+819011112222");
    await arrives("withheld", "anonymous");
    expect((await ask("GET", "calls/new/caller")).answer).toMatchObject({ caller: "first", earlier: [] });
    for (const contactId of ["withheld", "nowhere"])
      expect((await ask("GET", `calls/${contactId}/caller`)).answer).toMatchObject({ caller: "withheld" });
  });
});

describe("a call that is answered", () => {
  test("says since when somebody speaks, and leads to its case, without saying who calls", async () => {
    await arrives("talks", number);
    await isAnswered("talks");
    const { answer: call } = await ask("GET", "calls/talks");
    expect(call).toEqual({
      now: at("2024-07-16T10:12"),
      arrivedAt: at("2024-07-16T10:00"),
      since: at("2024-07-16T10:00") + 20_000,
      receiptNumber: receiptNumberOf("2024-07-16", "call talks"),
    });
    const { answer: caller } = await ask("GET", "calls/talks/caller");
    expect(caller.earlier.map((one: { receiptNumber: string }) => one.receiptNumber)).toEqual([earlier]);
  });
});

describe("a call in which harassment is suspected", () => {
  test("alerts LD and SV once each, asks first, and is ended by a person, with a reason", async () => {
    await arrives("abuse", number);
    await isAnswered("abuse");
    for (let pressed = 0; pressed < 2; pressed++)
      expect((await ask("POST", "calls/abuse/harassment", {})).status).toBe(200);
    const alerts = await callAlertsOf(world).all(programme, "abuse#");
    expect(alerts.map(({ about, role }) => `${about} ${role}`)).toEqual([
      "harassment leader",
      "harassment supervisor",
    ]);
    const early = await ask("POST", "calls/abuse/steps", { step: "facts" });
    expect(early).toMatchObject({
      status: 400,
      answer: { problem: expect.stringMatching(/配慮がないかを尋ねて/) },
    });
    await ask("PUT", "calls/abuse/accommodation", { need: "hearing" });
    const { answer: guide } = await ask("GET", "call-guide");
    for (const { code } of guide.ladder) await ask("POST", "calls/abuse/steps", { step: code });
    const byOperator = await ask("PUT", "calls/abuse/ending", { reason: "abuse" });
    expect(byOperator).toMatchObject({ status: 400, answer: { problem: expect.stringMatching(/LDかSV/) } });
    const forItsLength = await ask("PUT", "calls/abuse/ending", { reason: "long" }, "leader");
    expect(forItsLength.answer.problem).toMatch(/配慮が必要な方/);
    expect((await ask("PUT", "calls/abuse/ending", { reason: "abuse" }, "leader")).status).toBe(200);
    await ask("POST", "calls/abuse/aftercare", { text: "15分休憩した。" });
    const kept = await incidentsOf(world).find(programme, "abuse");
    expect(kept).toMatchObject({
      personKey,
      receiptNumber: receiptNumberOf("2024-07-16", "call abuse"),
      accommodation: "hearing",
    });
    expect((await ask("GET", "calls/abuse")).answer.incident.timeline.at(-1)).toMatchObject({
      what: "aftercare",
      by: "OP01",
      note: "15分休憩した。",
    });
  });

  test("has no incident before somebody said so, and a need that there is not is refused", async () => {
    expect((await ask("PUT", "calls/quiet/accommodation", { need: "none" })).status).toBe(400);
    expect(await ask("PUT", "calls/abuse/accommodation", { need: "rich" })).toMatchObject({
      status: 400,
      answer: { field: "need", problem: "必要な配慮を選んでください。" },
    });
  });
});
