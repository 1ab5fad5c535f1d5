import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import type { Route } from "../../../contract/route.ts";
import { type RouteName, routes } from "../../../contract/routes.ts";
import { deskRoleNames, deskRoles } from "../../../domain/desk/desk-role.ts";
import { deskApiHandler } from "../../../lambdas/desk-api.ts";
import { aCloud } from "../../support/cloud.ts";
import { aServedExchange } from "../../support/connect.ts";
import { at } from "../../support/contacts.ts";
import { aDeskEvent } from "../../support/desk-api.ts";
import { aWorld, context } from "../../support/world.ts";

const { environment } = await aCloud();
const connect = await aServedExchange();
process.env["AWS_ENDPOINT_URL_CONNECT"] = connect.endpoint;
afterAll(() => connect.stop());
const world = aWorld(environment);
const answer = deskApiHandler(world);
const table = Object.entries(routes) as [RouteName, Route][];

/** For each route a request that can be read: what stands in the braces of its path, and its query or body. */
const examples: Readonly<
  Record<RouteName, { readonly path?: Record<string, string>; readonly request?: Record<string, unknown> }>
> = {
  readMe: {},
  listCases: { request: { view: "open" } },
  readCase: { path: { receiptNumber: "419800000017" } },
  readPicture: { path: { receiptNumber: "419800000017", index: "0" } },
  findCasesOfNumber: { request: { number: "090-1234-5678" } },
  writeCase: { path: { receiptNumber: "419800000017" }, request: { baseVersion: 1, fields: {} } },
  changeStatus: { path: { receiptNumber: "419800000017" }, request: { from: "received", to: "closed" } },
  handOverCase: { path: { receiptNumber: "419800000017" }, request: { to: "OP01", reason: "" } },
  keepTypedText: { path: { receiptNumber: "419800000017" }, request: { baseVersion: 1, fields: {} } },
  readTypedText: { path: { receiptNumber: "419800000017" } },
  clearTypedText: { path: { receiptNumber: "419800000017" } },
  watchCase: { path: { receiptNumber: "419800000017" } },
  escalateCase: {
    path: { receiptNumber: "419800000017" },
    request: { to: "prefecture", question: "回答の期限はいつですか。" },
  },
  enterEscalationAnswer: {
    path: { receiptNumber: "419800000017", number: "1" },
    request: { answer: "月末です。" },
  },
  tellInquirer: { path: { receiptNumber: "419800000017", number: "1" } },
  answerInquiry: { path: { receiptNumber: "419800000017" }, request: { text: "月末です。" } },
  makeFaqDraft: { path: { receiptNumber: "419800000017", number: "1" } },
  listFaqDrafts: {},
  writeFaqDraft: {
    path: { receiptNumber: "419800000017", number: "1" },
    request: { version: 1, question: "質問", answer: "回答", category: "", keywords: [] },
  },
  decideFaqDraft: {
    path: { receiptNumber: "419800000017", number: "1" },
    request: { version: 1, to: "approved" },
  },
  searchFaq: { request: { text: "抽選" } },
  readCallGuide: {},
  readCall: { path: { contactId: "c" } },
  speakInCall: { path: { contactId: "c" } },
  readCaller: { path: { contactId: "c" } },
  suspectHarassment: { path: { contactId: "suspected" } },
  askAccommodation: { path: { contactId: "suspected" }, request: { need: "none" } },
  sayStep: { path: { contactId: "suspected" }, request: { step: "facts" } },
  endCall: { path: { contactId: "suspected" }, request: { reason: "long" } },
  noteAftercare: { path: { contactId: "suspected" }, request: { text: "休憩した。" } },
  readRegistrationForm: {},
  listRegistrations: { path: { receiptNumber: "419800000017" } },
  logRegistration: {
    path: { receiptNumber: "419800000017" },
    request: { operationId: "419800000017-OP01-1", what: "looked-up", steps: [], items: [], reason: "照会" },
  },
  listDeletions: {},
  decideDeletion: {
    path: { operationId: "419800000017-OP01-1" },
    request: { requestedOn: "2024-07-16", decision: "confirmed", reason: "確認した。" },
  },
  listCallbacks: {},
  readCallbackNumber: { path: { receiptNumber: "419800000017" } },
  attemptCallback: { path: { receiptNumber: "419800000017" }, request: { outcome: "busy" } },
  closeCallback: { path: { receiptNumber: "419800000017" }, request: { reason: "not-wanted" } },
  promiseCallback: { path: { receiptNumber: "419800000017" }, request: { number: "090-1234-5678" } },
  listTextsToRelease: { request: { from: "2024-07-01" } },
  releaseText: {
    path: { receiptNumber: "419800000017" },
    request: { name: "content", original: "歩数が増えません。" },
  },
  useFaq: { request: { entryId: "1", receiptNumber: "419800000017" } },
  readBoard: {},
  seeAlert: { request: { id: "nothing" } },
  readAnnouncement: {},
  setAnnouncement: { request: { text: "台風です。", until: at("2024-07-16T17:00"), seen: null } },
  listSaidAnnouncements: {},
  endAnnouncement: { request: { seen: null } },
  listSpecialDays: {},
  previewSpecialDays: { request: { kind: "closing", from: "2024-08-14", to: "2024-08-14", reason: "台風" } },
  listEnteredDays: {},
  enterSpecialDays: { request: { kind: "closing", from: "2024-08-14", to: "2024-08-14", reason: "台風" } },
  listCategories: {},
  changeCategory: {
    request: {
      code: "C01",
      name: "参加の登録",
      easy: "",
      english: "",
      isOffered: true,
      isDeskOnly: false,
      from: "2024-07-16",
      reason: "言い方を改めるため",
      lastChange: 0,
    },
  },
  listSettingsChanges: {},
  changeLongCallSteps: {
    request: {
      value: [{ afterMinutes: 15, tell: ["leader", "supervisor"] }],
      from: "2024-07-16",
      reason: "県との協議",
      lastChange: 0,
    },
  },
  changeCallbackRetry: {
    request: {
      value: { mostAttempts: 5, retryAfterBusinessMinutes: 30 },
      from: "2024-07-16",
      reason: "県との協議",
      lastChange: 0,
    },
  },
  listShiftNotes: { request: { from: "2024-07-15" } },
  writeShiftNote: { request: { text: "アプリの障害は復旧しました。" } },
  listShifts: { request: { from: "2024-07-15", to: "2024-07-21" } },
  planShift: { request: { date: "2024-07-16", fromMinute: 540, toMinute: 1020, staff: ["LD01"] } },
  cancelShift: { path: { date: "2024-07-16", fromMinute: "540" } },
  listTemplates: {},
  readTemplate: { path: { code: "thanks" } },
  writeTemplate: {
    path: { code: "thanks" },
    request: { name: "お礼", text: "ありがとうございます。", baseVersion: 0 },
  },
  retireTemplate: { path: { code: "thanks" }, request: { baseVersion: 1 } },
  listProposals: {},
  addProposal: { request: { theme: "案内", issue: "見つけにくい", proposal: "目立たせる", owner: "desk" } },
  setProposalState: { path: { number: "1" }, request: { from: "proposed", to: "adopted" } },
  listIncidents: {},
  reviewIncident: { path: { contactId: "a-call" }, request: { text: "対応は手順どおりでした。" } },
  flagPerson: {
    path: { contactId: "a-call" },
    request: { reason: "harassment", lastDate: "2024-10-15" },
  },
  listFlags: {},
  decideFlag: { request: { decision: "end", person: "nobody", baseVersion: 0, note: "落ち着いた。" } },
  listNaviDial: {},
  enterNaviDial: { path: { month: "2024-07" }, request: { busy: "12", closed: "0", seen: 0 } },
  readProgrammeSettings: {},
  listReportDrafts: {},
  readReportDraft: { request: { report: "monthly/2024-07" } },
  readReportDraftFile: {
    request: { report: "monthly/2024-07", revision: "1", file: "01_実績.csv", from: "0" },
  },
  approveReport: { request: { report: "monthly/2024-07", revision: 1 } },
  readTrainingRoom: {},
  beginTraining: { request: { script: "phone-changed" } },
  readTrainingUnderWay: {},
  readTraining: { path: { contactId: "a-training" } },
  actInTraining: { path: { contactId: "a-training" }, request: { act: "answer" } },
  endTraining: { path: { contactId: "a-training" } },
  listReports: {},
  readReport: { path: { kind: "monthly", of: "2024-07", revision: "1" } },
  takeReport: {
    path: { kind: "monthly", of: "2024-07", revision: "1" },
    request: { file: "*", encoding: "utf-8" },
  },
  readReportPiece: {
    path: { kind: "monthly", of: "2024-07", revision: "1" },
    request: { file: "*", encoding: "utf-8", from: "0" },
  },
  listQuestions: { request: { view: "open" } },
  answerQuestion: {
    path: { receiptNumber: "419800000017", number: "1" },
    request: { answer: "県の回答です。" },
  },
  listDownloads: {},
};

const cells = table.flatMap(([name, route]) => deskRoles.map((role) => ({ name, route, role })));

function aRequest(name: RouteName, { method, path }: Route, as: (typeof deskRoles)[number]) {
  const { path: values = {}, request = {} } = examples[name];
  const filled = path.replace(/\{(\w+)\}/g, (_braces, part: string) => values[part] ?? "");
  const sent = method === "GET" ? { query: request as Record<string, string> } : { body: request };
  return aDeskEvent(method, `/api${filled}`, { as, ...sent });
}

describe("a role may do what the table of docs/desk-roles.md says, and the API refuses all else", () => {
  test.each(cells)("$role: $name", async ({ name, route, role }) => {
    const { statusCode, body } = await answer(aRequest(name, route, role), context);
    const isRefused = statusCode === 403;
    expect(isRefused).toBe(!route.roles.includes(role));
    if (isRefused) expect(JSON.parse(body).problem).toMatch(/だけができます.+。$/);
    else expect([200, 400, 404, 409]).toContain(statusCode);
  });

  test("every cell was looked at: each route by each of four roles, and some are refused", () => {
    expect(deskRoles).toHaveLength(4);
    expect(cells).toHaveLength(Object.keys(routes).length * 4);
    expect(cells.filter(({ route, role }) => !route.roles.includes(role)).length).toBeGreaterThan(0);
  });

  test("what holds personal data, the prefecture never sees", () => {
    const personal = table.filter(([, { readsPersonalData }]) => readsPersonalData);
    expect(personal.length).toBeGreaterThan(0);
    for (const [, { roles }] of personal) expect(roles).not.toContain("prefecture");
  });

  test("the table in the documents is that of the contract", () => {
    const heading = ["操作", "API", ...deskRoles.map((role) => deskRoleNames[role]), "閲覧記録"];
    const rows = table.map(([name, { method, path, roles, readsPersonalData }]) => [
      name,
      `${method} ${path}`,
      ...deskRoles.map((role) => (roles.includes(role) ? "○" : "－")),
      readsPersonalData ? "残る" : "－",
    ]);
    const written = [heading, heading.map(() => "---"), ...rows]
      .map((cellsOfRow) => `| ${cellsOfRow.join(" | ")} |`)
      .join("\n");
    expect(readFileSync("docs/desk-roles.md", "utf8")).toContain(written);
  });
});
