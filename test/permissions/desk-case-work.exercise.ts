import { expect, vi } from "vitest";
import { caseOfCall, caseOfWebForm } from "../../domain/case/case.ts";
import { receiptNumberOf } from "../../domain/case/receipt-number.ts";
import { deskApiHandler } from "../../lambdas/desk-api.ts";
import { casesOf, faqEditionsOf, faqEntriesOf, picturesOf } from "../../lambdas/edge/composition.ts";
import { aDeskEvent } from "../support/desk-api.ts";
import { at } from "../support/contacts.ts";
import { plainPng } from "../support/pictures.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

const theirNumber = "+819055550001";

/** Writes in a case, asks others and is answered, answers in writing and by telephone, searches, and counts an answer. */
export const deskCaseWorkExercise: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const answer = deskApiHandler(world);
  const ask = async (method: string, path: string, body: unknown = {}) => {
    const event = aDeskEvent(method, `/api${path}`, method === "GET" ? {} : { body });
    const { statusCode, body: text } = await recorded(() => answer(event, context));
    expect([statusCode, text]).toEqual([200, expect.any(String)]);
    return JSON.parse(text);
  };
  const call = receiptNumberOf("2024-07-16", "case work");
  const [byMail, byTelephone] = ["by mail", "by telephone"].map((name) =>
    receiptNumberOf("2024-07-16", name),
  );
  const arrivedAt = at("2024-07-16T09:00");
  await casesOf(world).open(
    caseOfCall({ programme, receiptNumber: call, contactId: "case work", arrivedAt }),
  );
  const given = { name: "a.png", type: "image/png", bytes: plainPng } as const;
  const arrived = await picturesOf(world).keep(programme, "by mail", [given]);
  const pictures = await picturesOf(world).accept(arrived);
  await vi.waitFor(async () => expect(await picturesOf(world).state(pictures[0]!)).toBe("clean"));
  const inquiry = { programme, receivedAt: arrivedAt, category: "C04", content: "歩数", attributes: {} };
  await casesOf(world).open(
    caseOfWebForm({
      ...inquiry,
      receiptNumber: byMail!,
      submissionId: "by mail",
      pictures,
      replyTo: { by: "mail", mail: "someone@example.jp" },
    }),
  );
  await casesOf(world).open(
    caseOfWebForm({
      ...inquiry,
      receiptNumber: byTelephone!,
      submissionId: "by telephone",
      replyTo: { by: "telephone", number: theirNumber },
    }),
  );
  const edition = { source: "exercise", version: "1" };
  const entry = { id: "exercise-1", number: 1, question: "歩数", answer: "連携", category: "", keywords: [] };
  await faqEntriesOf(world).put(programme, { ...edition, ...entry });
  await faqEditionsOf(world).add(programme, { ...edition, importedAt: 0, entries: 1, fingerprint: "f" });

  expect((await ask("GET", `/cases/${byMail}/pictures/0`)).type).toBe("image/png");
  const fields = { content: "歩数が出ない。", answer: "案内した。", category: "C04" };
  await ask("PUT", `/cases/${call}/typed-text`, { baseVersion: 1, fields });
  expect((await ask("GET", `/cases/${call}/typed-text`)).typed.fields).toEqual(fields);
  expect(await ask("GET", `/cases/${call}/watch`)).toMatchObject({ version: 1, writers: ["OP01"] });
  await ask("PUT", `/cases/${call}/fields`, { baseVersion: 1, fields });
  await ask("DELETE", `/cases/${call}/typed-text`);
  await ask("PUT", `/cases/${call}/owner`, { to: "OP01", reason: "" });
  const mine = aDeskEvent("GET", "/api/cases", { query: { view: "mine" } });
  expect((await recorded(() => answer(mine, context))).statusCode).toBe(200);
  await ask("POST", `/cases/${call}/escalations`, { to: "app-operator", question: "いつ直りますか。" });
  await ask("POST", `/cases/${call}/escalations/1/answer`, { answer: "明日です。" });
  await ask("POST", `/cases/${call}/escalations/1/told`);
  await ask("PUT", `/cases/${call}/status`, { from: "closed", to: "in-progress" });
  await ask("POST", `/cases/${byMail}/answer`, { text: "連携してください。" });
  expect((await ask("POST", `/cases/${byTelephone}/answer`, { text: "連携です。" })).status).toBe(
    "awaiting-callback",
  );
  await ask("POST", "/cases/of-number", { number: "090-5555-0001" });
  expect((await ask("POST", "/faq/search", { text: "歩数" })).hits).not.toEqual([]);
  const asSupervisor = (method: string, path: string, given: object) =>
    recorded(() => answer(aDeskEvent(method, `/api${path}`, { as: "supervisor", ...given }), context));
  const query = { from: "2024-07-16" };
  expect((await asSupervisor("GET", "/texts-to-release", { query })).statusCode).toBe(200);
  const body = { name: "content", original: fields.content };
  expect((await asSupervisor("POST", `/cases/${call}/released-texts`, { body })).statusCode).toBe(200);
  const draft = await ask("POST", `/cases/${call}/escalations/1/faq-draft`);
  expect((await ask("GET", "/faq/drafts")).drafts).toEqual([draft]);
  const decision = { version: draft.version, to: "approved" };
  const place = `/faq/drafts/${call}/1/state`;
  expect((await asSupervisor("PUT", place, { body: decision })).statusCode).toBe(200);
  await ask("POST", "/faq/uses", { entryId: "exercise-1", receiptNumber: call });
};
