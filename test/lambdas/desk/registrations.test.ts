import { describe, expect, test } from "vitest";
import { caseOfCall } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import type { DeskRole } from "../../../domain/desk/desk-role.ts";
import { deskApiHandler } from "../../../lambdas/desk-api.ts";
import { casesOf } from "../../../lambdas/edge/composition.ts";
import { aCloud } from "../../support/cloud.ts";
import { at } from "../../support/contacts.ts";
import { aDeskEvent } from "../../support/desk-api.ts";
import { aWorld, context } from "../../support/world.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";
const answer = deskApiHandler(aWorld(environment));
const receiptNumber = receiptNumberOf("2024-07-16", "call c");
await casesOf(aWorld(environment)).open(
  caseOfCall({ programme, receiptNumber, contactId: "c", arrivedAt: at("2024-07-16T09:30") }),
);

async function ask(method: string, path: string, body?: unknown, as: DeskRole = "operator") {
  const event = aDeskEvent(method, `/api/${path}`, { as, ...(body !== undefined && { body }) });
  const { statusCode, body: text } = await answer(event, context);
  return { status: statusCode, answer: JSON.parse(text) };
}

const steps = ["name", "birth-date", "registered-contact"];
const operation = (operationId: string, what: string, given: object = {}) => ({
  operationId,
  what,
  steps,
  items: ["account"],
  reason: "本人の申し出",
  ...given,
});
const log = (body: unknown) => ask("POST", `cases/${receiptNumber}/registrations`, body);

describe("an operation in the app vendor's tool", () => {
  test("is logged once, however often it is sent, and only after every step of identification", async () => {
    const early = await log(operation("early-op-1", "looked-up", { steps: ["name"] }));
    expect(early).toMatchObject({ status: 400, answer: { problem: expect.stringMatching(/本人確認/) } });
    const sent = operation("lookup-op-1", "looked-up");
    expect((await log(sent)).status).toBe(200);
    expect((await log(sent)).status).toBe(200);
    const { answer: listed } = await ask("GET", `cases/${receiptNumber}/registrations`);
    expect(listed.entries).toEqual([{ ...sent, receiptNumber, at: at("2024-07-16T10:00"), by: "OP01" }]);
    expect((await log(operation("lookup-op-2", "looked-up", { reason: " " }))).answer).toMatchObject({
      field: "reason",
      problem: "理由を入力してください。",
    });
  });

  test("that deletes waits for a second person, and is decided once", async () => {
    await log(operation("delete-op-1", "deletion-requested", { items: ["whole-account"] }));
    const { answer: before } = await ask("GET", "deletions");
    expect(before.waiting).toMatchObject([
      { requestedOn: "2024-07-16", entry: { operationId: "delete-op-1", by: "OP01", receiptNumber } },
    ]);
    const decision = { requestedOn: "2024-07-16", decision: "confirmed", reason: "内容を確かめた。" };
    const own = await ask("PUT", "deletions/delete-op-1", decision);
    expect(own).toMatchObject({ status: 400, answer: { problem: expect.stringMatching(/別の人/) } });
    expect(await ask("PUT", "deletions/delete-op-1", decision, "leader")).toMatchObject({
      status: 200,
      answer: { what: "deletion-confirmed", by: "LD01" },
    });
    const again = await ask(
      "PUT",
      "deletions/delete-op-1",
      { ...decision, decision: "refused" },
      "supervisor",
    );
    expect(again.answer.problem).toMatch(/すでに/);
    expect((await ask("GET", "deletions")).answer.waiting).toEqual([]);
  });

  test("of a case that there is not is refused", async () => {
    const nowhere = await ask("GET", "cases/419800000017/registrations");
    expect(nowhere.status).toBe(404);
  });
});
