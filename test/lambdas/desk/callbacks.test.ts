import { describe, expect, test } from "vitest";
import { attemptsOf } from "../../../domain/callback/attempt.ts";
import { contactOf } from "../../../domain/contact/contact.ts";
import { deskApiHandler } from "../../../lambdas/desk-api.ts";
import { auditLogOf, callbacksOf, casesOf, contactsOf } from "../../../lambdas/edge/composition.ts";
import { requestCallbackHandler } from "../../../lambdas/request-callback.ts";
import { takeContactRecordsHandler } from "../../../lambdas/take-contact-records.ts";
import { kinesisEvent } from "../../../local/kinesis-event.ts";
import { aCloud } from "../../support/cloud.ts";
import { aContactRecord } from "../../support/contact-records.ts";
import { aDeskEvent } from "../../support/desk-api.ts";
import { openCallbacks } from "../../support/open-callbacks.ts";
import { aFlowQuestion, aWorld, context } from "../../support/world.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";

async function askAt(time: string, method: string, path: string, body?: unknown) {
  const { statusCode, body: text } = await deskApiHandler(aWorld(environment, time))(
    aDeskEvent(method, `/api/${path}`, body === undefined ? {} : { body }),
    context,
  );
  return { status: statusCode, answer: JSON.parse(text) };
}

/** A caller asks to be called back; answers the receipt number. */
async function requested(time: string, contactId: string, number: string): Promise<string> {
  const world = aWorld(environment, time);
  const question = aFlowQuestion({ step: "keep", number }, { contactId, address: number });
  await requestCallbackHandler(world)(question, context);
  const cases = await casesOf(world).ofDay(programme, time.slice(0, 10));
  return (
    cases.find(({ origin }) => origin.kind === "call" && origin.contactId === contactId)?.receiptNumber ?? ""
  );
}

describe("call backs", () => {
  test("are listed by due time without a number; each look at one leaves an entry in the audit", async () => {
    const later = await requested("2024-07-16T09:30", "c-2", "+819087654321");
    const sooner = await requested("2024-07-16T09:10", "c-1", "+819012345678");
    const { answer: list } = await askAt("2024-07-16T10:00", "GET", "callbacks");
    expect(list.rows.map((row: { receiptNumber: string }) => row.receiptNumber)).toEqual([sooner, later]);
    expect(JSON.stringify(list)).not.toMatch(/9012345678|9087654321/);
    expect(list.today).toEqual({ attempts: 0, connected: 0, talkSeconds: 0, yen: 0, yenPerMinute: 20 });
    expect(await askAt("2024-07-16T10:00", "GET", `callbacks/${sooner}/number`)).toEqual({
      status: 200,
      answer: { number: "+819012345678" },
    });
    const entries = await auditLogOf(aWorld(environment)).ofDay(programme, "2024-07-16");
    expect(entries.map(({ action, receiptNumber }) => `${action} ${receiptNumber}`)).toEqual([
      `readCallbackNumber ${sooner}`,
    ]);
  });

  test("are tried again only after the wait, at most three times, and not when the desk is closed", async () => {
    const number = await requested("2024-07-17T09:00", "c-3", "+819011110003");
    const look = (time: string) => askAt(time, "GET", `callbacks/${number}/number`);
    const attempt = (time: string) =>
      askAt(time, "POST", `callbacks/${number}/attempts`, { outcome: "no-answer" });
    expect((await attempt("2024-07-17T09:30")).status).toBe(200);
    expect(await look("2024-07-17T09:31")).toMatchObject({
      status: 400,
      answer: { problem: expect.stringMatching(/から架電できます/) },
    });
    expect((await look("2024-07-17T12:00")).status).toBe(200);
    await attempt("2024-07-17T12:00");
    expect((await look("2024-07-17T18:00")).status).toBe(400);
    const soon = await askAt("2024-07-18T10:00", "PUT", `callbacks/${number}/closing`, {
      reason: "unreachable",
    });
    expect(soon.answer.problem).toMatch(/いま2回/);
    await attempt("2024-07-18T10:00");
    expect((await look("2024-07-18T15:00")).answer.problem).toMatch(/終了してください/);
    const closed = await askAt("2024-07-18T15:00", "PUT", `callbacks/${number}/closing`, {
      reason: "unreachable",
    });
    expect(closed).toEqual({ status: 200, answer: { receiptNumber: number, status: "in-progress" } });
  });

  test("leave no trace of a place in their list in any log, whatever becomes of the request", async () => {
    for (let person = 0; person < 26; person++)
      await requested("2024-07-22T10:00", `many-${person}`, `+8190222200${String(person).padStart(2, "0")}`);
    const worlds = [environment, { ...environment, CALLBACKS_TABLE: "nothing" }].map((one) =>
      aWorld(one, "2024-07-22T10:05"),
    );
    const { answer: list } = await askAt("2024-07-22T10:05", "GET", "callbacks");
    const after = String(list.next);
    const { personKey } = JSON.parse(Buffer.from(after, "base64url").toString());
    expect(personKey).toMatch(/^[\w-]{43}$/);
    const statuses: number[] = [];
    for (const world of worlds)
      for (const place of [after, `${after}x`, after.slice(5)]) {
        const event = aDeskEvent("GET", "/api/callbacks", { query: { after: place } });
        statuses.push((await deskApiHandler(world)(event, context)).statusCode);
      }
    expect(new Set(statuses)).toEqual(new Set([200, 400, 503]));
    const logged = JSON.stringify(worlds.map((world) => world.logged));
    expect(logged).toContain("listCallbacks failed");
    for (const secret of [personKey, after.slice(5, 60)]) expect(logged).not.toContain(secret);
  });

  test("are tied to their call whether its record or its operator says first that the person was reached", async () => {
    const reached = async (contactId: string, number: string) => {
      const record = aContactRecord(contactId, "2024-07-16T11:00", {
        InitiationMethod: "OUTBOUND",
        CustomerEndpoint: { Address: number, Type: "TELEPHONE_NUMBER" },
      });
      const take = takeContactRecordsHandler(aWorld(environment, "2024-07-16T11:10"));
      expect(await take(kinesisEvent([JSON.stringify(record)]), context)).toEqual({ batchItemFailures: [] });
    };
    const press = async (receiptNumber: string) =>
      askAt("2024-07-16T11:05", "POST", `callbacks/${receiptNumber}/attempts`, { outcome: "connected" });
    const [one, other] = [
      await requested("2024-07-16T10:30", "c-5", "+819011110005"),
      await requested("2024-07-16T10:31", "c-6", "+819011110006"),
    ];
    expect((await press(one)).status).toBe(200);
    await reached("back-5", "+819011110005");
    await reached("back-6", "+819011110006");
    for (let times = 0; times < 2; times++)
      expect(await press(other)).toEqual({
        status: 200,
        answer: { receiptNumber: other, status: "in-progress" },
      });
    const day = (await contactsOf(aWorld(environment)).ofDay(programme, "2024-07-16")).map(contactOf);
    expect(day.flatMap(({ contactId, callsBack }) => (callsBack ? [[contactId, callsBack]] : []))).toEqual([
      ["back-5", "c-5"],
      ["back-6", "c-6"],
    ]);
    const tried = (await casesOf(aWorld(environment)).ofDay(programme, "2024-07-16"))
      .filter(({ receiptNumber }) => [one, other].includes(receiptNumber))
      .map((kept) => attemptsOf(kept).map(({ outcome }) => outcome));
    expect(tried).toEqual([["connected"], ["connected"]]);
  });

  test("that somebody else has closed are told apart, and the same number is promised once", async () => {
    const number = await requested("2024-07-19T09:00", "c-4", "+819011110004");
    const close = () =>
      askAt("2024-07-19T10:00", "PUT", `callbacks/${number}/closing`, { reason: "not-wanted" });
    expect((await close()).status).toBe(200);
    expect(await close()).toMatchObject({
      status: 404,
      answer: { problem: expect.stringMatching(/一覧を読み直してください/) },
    });
    const promise = (given: string) =>
      askAt("2024-07-19T10:30", "PUT", `callbacks/${number}`, { number: given });
    expect(await promise("12")).toMatchObject({ status: 400, answer: { field: "number" } });
    expect((await promise("090-1111-0004")).answer).toEqual({
      receiptNumber: number,
      status: "awaiting-callback",
    });
    await promise("090-1111-0004");
    const open = await openCallbacks(callbacksOf(aWorld(environment)), programme);
    expect(open.filter((one) => one.number === "+819011110004")).toHaveLength(1);
  });
});
