import { describe, expect, test } from "vitest";
import type { RouteName } from "../../../contract/routes.ts";
import { memoryAuditLog } from "../../../adapters/memory/audit.ts";
import { memoryCases } from "../../../adapters/memory/cases.ts";
import { caseOfWebForm } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { caseHandlers } from "../../../lambdas/desk/cases.ts";
import { meHandlers } from "../../../lambdas/desk/me.ts";
import type { RouteHandlers } from "../../../lambdas/desk/route-handler.ts";
import { deskRouter } from "../../../lambdas/desk/router.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { at } from "../../support/contacts.ts";
import { aDeskEvent } from "../../support/desk-api.ts";

const now = at("2024-07-16T10:00");
const number = receiptNumberOf("2024-07-16", "an inquiry");

function aDesk() {
  const [cases, audit] = [memoryCases(), memoryAuditLog()];
  const failed: string[] = [];
  const router = deskRouter({
    programme: kobatonAlkoo.id,
    clock: { now: () => now },
    audit,
    // The other routes are not asked here.
    handlers: {
      ...meHandlers({
        programme: kobatonAlkoo,
        categoriesToday: async () => kobatonAlkoo.categories.map((one) => ({ ...one, isOffered: true })),
        isTraining: false,
      }),
      ...caseHandlers({ programme: kobatonAlkoo.id, cases }),
    } as unknown as RouteHandlers<RouteName>,
    fail: (message) => failed.push(message),
  });
  const ask = async (method: string, path: string, given: Parameters<typeof aDeskEvent>[2] = {}) => {
    const { statusCode, body, headers } = await router(aDeskEvent(method, path, given));
    return { statusCode, headers, body: JSON.parse(body) };
  };
  return { cases, audit, failed, ask, entries: () => audit.ofDay(kobatonAlkoo.id, "2024-07-16") };
}

const anInquiry = (programme = kobatonAlkoo.id) =>
  caseOfWebForm({
    programme,
    receiptNumber: number,
    submissionId: "s",
    receivedAt: now,
    dueAt: at("2024-07-19T10:00"),
    category: "C04",
    content: "歩数が増えません。",
    attributes: { ageBand: "60代" },
    replyTo: { by: "mail", mail: "hanako@example.jp", name: "埼玉 花子" },
  });

describe("who is signed in", () => {
  test.each([
    ["nobody's claims", {}],
    ["a person in no group", { "cognito:username": "op01" }],
    ["a group of another service", { "cognito:username": "op01", "cognito:groups": "administrators" }],
    [
      "a user name that may be somebody's own",
      { "cognito:username": "hanako", "cognito:groups": "operator" },
    ],
    [
      "a code of the prefecture's in a group of staff",
      { "cognito:username": "pref01", "cognito:groups": "operator" },
    ],
  ])("with %s is told whom to ask, and nothing is answered", async (_what, claims) => {
    const { statusCode, body } = await aDesk().ask("GET", "/api/me", { claims });
    expect(statusCode).toBe(403);
    expect(body.problem).toContain("SV");
  });

  test("in several groups may do what the first of the roles may, and is named by staff code", async () => {
    const claims = { "cognito:username": "ld01", "cognito:groups": "operator,leader" };
    const { body } = await aDesk().ask("GET", "/api/me", { claims });
    expect(body).toMatchObject({ staff: "LD01", role: "leader", roleName: "LD" });
  });
});

describe("a request", () => {
  test.each([
    ["GET", "/api/nothing"],
    ["GET", "/api/cases/"],
    ["DELETE", "/api/cases"],
    ["GET", "/cases"],
    ["GET", "/api/cases/%E3%81/notes"],
  ])("%s %s that the contract does not have is answered with 404 and a sentence", async (method, path) => {
    const { statusCode, body } = await aDesk().ask(method, path);
    expect([statusCode, body.problem]).toEqual([404, expect.stringMatching(/。$/)]);
  });

  test.each([
    [{}, "view"],
    [{ view: "all" }, "view"],
    [{ view: "day" }, "date"],
    [{ view: "day", date: "7月16日" }, "date"],
    [{ view: "open", limit: "0" }, "limit"],
    [{ view: "open", limit: "101" }, "limit"],
    [{ view: "open", after: "somewhere" }, "after"],
    [{ view: "open", after: "eyJkdWVBdCI6MX0" }, "after"],
  ])("with the query %j names the field that is wrong, in Japanese", async (query, field) => {
    const { statusCode, body } = await aDesk().ask("GET", "/api/cases", { query });
    expect([statusCode, body.field]).toEqual([400, field]);
    expect(body.problem).toMatch(/[ぁ-ん].*。$/);
  });

  test("is never kept on its way back", async () => {
    const { headers } = await aDesk().ask("GET", "/api/me");
    expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  });
});

describe("reading personal data", () => {
  test("leaves who, when and of which case, and nothing of what was read", async () => {
    const desk = aDesk();
    await desk.cases.open(anInquiry());
    const { body } = await desk.ask("GET", `/api/cases/${number}`, { requestId: "r-1" });
    expect(body).toMatchObject({ content: "歩数が増えません。", replyTo: { name: "埼玉 花子" } });
    expect(await desk.entries()).toEqual([
      { entryId: "r-1", at: now, staff: "OP01", role: "operator", action: "readCase", receiptNumber: number },
    ]);
  });

  test("is not audited where nothing was read: refused, unknown, or a list without names", async () => {
    const desk = aDesk();
    await desk.cases.open(anInquiry());
    await desk.ask("GET", `/api/cases/${number}`, { as: "prefecture" });
    await desk.ask("GET", "/api/cases/419800000017");
    const { body } = await desk.ask("GET", "/api/cases", { query: { view: "open" } });
    expect(body.cases).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(/花子|hanako|歩数/);
    expect(await desk.entries()).toEqual([]);
  });

  test("is refused where it cannot be audited", async () => {
    const desk = aDesk();
    await desk.cases.open(anInquiry());
    desk.audit.append = () => Promise.reject(new Unavailable("no table"));
    const { statusCode, body } = await desk.ask("GET", `/api/cases/${number}`);
    expect(statusCode).toBe(503);
    expect(JSON.stringify(body)).not.toMatch(/花子|歩数/);
    expect(desk.failed).toEqual(["readCase failed"]);
  });

  test("of another programme's case is not possible", async () => {
    const desk = aDesk();
    await desk.cases.open(anInquiry("another-programme"));
    expect((await desk.ask("GET", `/api/cases/${number}`)).statusCode).toBe(404);
    const { body } = await desk.ask("GET", "/api/cases", { query: { view: "open" } });
    expect(body.cases).toEqual([]);
  });
});

describe("a list", () => {
  test("comes in pages that begin where the one before ended", async () => {
    const desk = aDesk();
    for (let index = 10; index < 15; index++)
      await desk.cases.open({ ...anInquiry(), receiptNumber: `4198000000${index}`, dueAt: now + index });
    const numbers: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const query = { view: "open", limit: "2", ...(after !== undefined && { after }) };
      const { body } = await desk.ask("GET", "/api/cases", { query });
      numbers.push(...body.cases.map((one: { receiptNumber: string }) => one.receiptNumber));
      after = body.next;
      pages++;
    } while (after !== undefined);
    expect([pages, numbers]).toEqual([3, [10, 11, 12, 13, 14].map((index) => `4198000000${index}`)]);
  });
});
