import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { ContactFacts } from "../../../domain/contact/contact.ts";
import { deskApiHandler } from "../../../lambdas/desk-api.ts";
import { announcementsOf, contactsOf } from "../../../lambdas/edge/composition.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { aCloud } from "../../support/cloud.ts";
import { aServedExchange } from "../../support/connect.ts";
import { anAnsweredCall, at } from "../../support/contacts.ts";
import { aDeskEvent } from "../../support/desk-api.ts";
import { aWorld, context } from "../../support/world.ts";

const { environment } = await aCloud();
const connect = await aServedExchange();
afterAll(() => connect.stop());
beforeEach(() => {
  process.env["AWS_ENDPOINT_URL_CONNECT"] = connect.endpoint;
});

async function ask(method: string, path: string, body?: unknown, now?: string) {
  const world = aWorld(environment, now);
  const answered = await deskApiHandler(world)(
    aDeskEvent(method, `/api${path}`, { as: "supervisor", body }),
    context,
  );
  return { status: answered.statusCode, body: JSON.parse(answered.body), logged: world.logged };
}

describe("the board", () => {
  test("says a dash's worth where nothing was offered, and who waits", async () => {
    await connect.callComes("+819012345678");
    const { status, body } = await ask("GET", "/board", undefined, "2024-07-18T10:00");
    expect(status).toBe(200);
    expect(body.answering).toMatchObject({ offered: 0, answered: 0, answerRate: null });
    expect(body.queue).toMatchObject({ callersWaiting: 1, operatorsStaffed: 0 });
    expect(body).toMatchObject({ isOpen: true, talking: [], callbacks: { open: 0 }, written: { open: 0 } });
  });

  test("is shown without the queue where the telephone system does not answer, and that is logged", async () => {
    process.env["AWS_ENDPOINT_URL_CONNECT"] = "http://127.0.0.1:9";
    const { status, body, logged } = await ask("GET", "/board", undefined, "2024-07-18T10:00");
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("queue");
    expect(logged).toContainEqual(expect.objectContaining({ level: "warn" }));
  });

  test("raises each alert once for each who is told, however often it is looked at, and one look is the first's", async () => {
    const {
      disconnectedAt: _end,
      initiatedAt,
      contactId,
      ...facts
    } = anAnsweredCall("long", "2024-07-19T09:00");
    const programme = kobatonAlkoo.id;
    await contactsOf(aWorld(environment)).save(
      { programme, contactId, initiatedAt, events: facts },
      undefined,
    );
    const board = () => ask("GET", "/board", undefined, "2024-07-19T10:05");
    await board();
    const { body } = await board();
    const steps = body.alerts.map(
      ({ afterMinutes, role }: { afterMinutes: number; role: string }) => `${afterMinutes} ${role}`,
    );
    // The desk's settings: a leader at 20 minutes, a supervisor at 30, both again at 60.
    expect(steps.toSorted()).toEqual(["20 leader", "30 supervisor", "60 leader", "60 supervisor"]);
    expect(body.talking).toMatchObject([{ contactId: "long", stepMinutes: 60 }]);
    const [{ id }] = body.alerts;
    expect((await ask("POST", "/board/seen-alerts", { id }, "2024-07-19T10:06")).body.seenBy).toBe("SV01");
    expect((await ask("POST", "/board/seen-alerts", { id: "none" })).status).toBe(404);
  });
});

describe("who has a call", () => {
  const programme = kobatonAlkoo.id;
  const boardAt = async (time: string) => (await ask("GET", "/board", undefined, time)).body.talking;
  const speaks = async (as: "operator" | "leader", contactId: string) => {
    const event = aDeskEvent("PUT", `/api/calls/${contactId}/speaker`, { as, body: {} });
    return deskApiHandler(aWorld(environment, "2024-07-22T10:01"))(event, context);
  };
  const talks = async (contactId: string, other: ContactFacts = {}) => {
    const { disconnectedAt: _end, initiatedAt, ...facts } = anAnsweredCall(contactId, "2024-07-22T10:00");
    const events = { ...facts, ...other };
    await contactsOf(aWorld(environment)).save({ programme, contactId, initiatedAt, events }, undefined);
  };

  test("is on the board as their desk says it, after a transfer the one who took it over, and never the caller", async () => {
    await talks("spoken");
    await talks("unknown");
    expect(JSON.parse((await speaks("operator", "spoken")).body)).toEqual({ staff: "OP01" });
    await speaks("operator", "spoken");
    const staffOf = async () =>
      (await boardAt("2024-07-22T10:05")).map((call: { contactId: string; staff?: string }) => [
        call.contactId,
        call.staff,
      ]);
    expect(await staffOf()).toEqual([
      ["spoken", "OP01"],
      ["unknown", undefined],
    ]);
    // The leader's leg is another contact of the same call: the board has one line, and it is the leader's.
    await talks("spoken-2", {
      initiationMethod: "TRANSFER",
      initialContactId: "spoken",
      previousContactId: "spoken",
    });
    await speaks("leader", "spoken");
    expect(await staffOf()).toEqual([
      ["spoken", "LD01"],
      ["unknown", undefined],
    ]);
  });
});

describe("the emergency announcement", () => {
  const until = at("2024-07-16T17:00");
  const announcement = { text: "台風です。", until };

  test.each([
    [{ ...announcement, text: "  " }, "text"],
    [{ ...announcement, text: "あ".repeat(151) }, "text"],
    [{ ...announcement, text: "<案内>" }, "text"],
    [{ ...announcement, until: at("2024-07-16T10:00") }, "until"],
  ])("is refused as %j, with the field", async (wrong, field) => {
    const { status, body } = await ask("PUT", "/announcement", { ...wrong, seen: null });
    expect([status, body.field]).toEqual([400, field]);
    expect(body.problem).toMatch(/。$/);
  });

  test("is not replaced by somebody who has not seen it; what was sent twice is set once", async () => {
    expect((await ask("PUT", "/announcement", { ...announcement, seen: null })).status).toBe(200);
    expect((await ask("PUT", "/announcement", { ...announcement, seen: null })).status).toBe(200);
    const other = { ...announcement, text: "停電です。" };
    expect((await ask("PUT", "/announcement", { ...other, seen: null })).status).toBe(409);
    expect((await ask("DELETE", "/announcement", { seen: other })).status).toBe(409);
    expect((await ask("GET", "/announcement")).body.announcement).toEqual(announcement);
    expect((await ask("DELETE", "/announcement", { seen: announcement })).status).toBe(200);
    expect((await ask("DELETE", "/announcement", { seen: announcement })).status).toBe(200);
    expect(await announcementsOf(aWorld(environment)).find(kobatonAlkoo.id)).toBeUndefined();
  });

  test("stays in the history with who set it and who ended it; what was sent twice stands there once", async () => {
    const { said } = (await ask("GET", "/announcement/history")).body;
    expect(said).toEqual([
      {
        ...announcement,
        from: at("2024-07-16T10:00"),
        setBy: "SV01",
        until: at("2024-07-16T10:00"),
        end: "ended",
        endedBy: "SV01",
      },
    ]);
  });

  test("that has ended is none any more", async () => {
    await ask("PUT", "/announcement", { ...announcement, seen: null });
    expect((await ask("GET", "/announcement", undefined, "2024-07-16T17:00")).body).not.toHaveProperty(
      "announcement",
    );
  });
});

describe("special days", () => {
  const closing = { kind: "closing", from: "2024-08-16", to: "2024-08-16", reason: "台風" };

  test("are previewed without anything being changed, and entered as they were previewed", async () => {
    const preview = await ask("POST", "/special-days/preview", closing);
    expect(preview.body.nextOpening).toBe(at("2024-08-19T09:00"));
    expect(preview.body.heard[0].sentence).toContain("本日は、台風のため、お休みです。");
    expect((await ask("GET", "/special-days")).body.days).toEqual([]);
    const entered = await ask("POST", "/special-days", closing);
    expect(entered.body).toEqual(preview.body);
    expect((await ask("GET", "/special-days")).body.days).toEqual([
      { date: "2024-08-16", kind: "closing", reason: "台風", isEntered: true },
    ]);
  });

  test("stay in the history with who entered them", async () => {
    expect((await ask("GET", "/special-days/history")).body.entered).toEqual([
      { date: "2024-08-16", kind: "closing", reason: "台風", at: at("2024-07-16T10:00"), by: "SV01" },
    ]);
  });

  test("are taken back by the ordinary hours", async () => {
    const hours = {
      kind: "opening",
      date: "2024-08-16",
      opensAtMinute: 540,
      closesAtMinute: 1020,
      reason: "復旧",
    };
    const { body } = await ask("POST", "/special-days", hours);
    expect(body.heard).toEqual([]);
    const { body: board } = await ask("GET", "/board", undefined, "2024-08-16T10:00");
    expect(board.isOpen).toBe(true);
  });
});

describe("a template", () => {
  const template = { name: "お礼", text: "ありがとうございます。", baseVersion: 0 };

  test("that is sent twice is written once; another on the same version is a conflict that says which is there", async () => {
    expect((await ask("PUT", "/templates/thanks", template)).body).toMatchObject({ version: 1, by: "SV01" });
    expect((await ask("PUT", "/templates/thanks", template)).body.version).toBe(1);
    const { status, body } = await ask("PUT", "/templates/thanks", { ...template, text: "どうも。" });
    expect([status, body.version]).toEqual([409, 1]);
    expect((await ask("GET", "/templates/thanks")).body.versions).toMatchObject([{ text: template.text }]);
  });

  test("is taken out of use once, and stays in the list without a text", async () => {
    expect((await ask("DELETE", "/templates/thanks", { baseVersion: 0 })).status).toBe(409);
    for (let times = 0; times < 2; times++)
      expect((await ask("DELETE", "/templates/thanks", { baseVersion: 1 })).body).toMatchObject({
        version: 2,
        name: "お礼",
        text: "",
      });
    expect((await ask("GET", "/templates")).body.templates).toMatchObject([{ code: "thanks", text: "" }]);
    expect((await ask("DELETE", "/templates/none", { baseVersion: 1 })).status).toBe(404);
  });

  test("without a text or with a strange code is refused with its field", async () => {
    const wrong = await ask("PUT", "/templates/thanks", { ...template, text: "  " });
    expect([wrong.status, wrong.body.field]).toEqual([400, "text"]);
    const strange = await ask("PUT", "/templates/Thanks!", template);
    expect([strange.status, strange.body.field]).toEqual([400, "code"]);
  });
});
