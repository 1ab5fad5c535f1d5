import { expect } from "vitest";
import { deskApiHandler } from "../../lambdas/desk-api.ts";
import { contactsOf, incidentsOf } from "../../lambdas/edge/composition.ts";
import { publishReportHandler } from "../../lambdas/publish-report.ts";
import { anAnsweredCall, at } from "../support/contacts.ts";
import { aDeskEvent } from "../support/desk-api.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

/** Watches a long call, sets and ends an announcement, closes a day, and approves a report. */
export const deskLeadingExercise: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const {
    disconnectedAt: _end,
    initiatedAt,
    contactId,
    ...facts
  } = anAnsweredCall("board", "2024-07-16T09:30");
  await contactsOf(world).save({ programme, contactId, initiatedAt, events: facts }, undefined);
  const ask = async (method: string, path: string, body?: unknown, query?: Record<string, string>) => {
    const event = aDeskEvent(method, `/api${path}`, { as: "supervisor", body, ...(query && { query }) });
    const { statusCode, body: answered } = await recorded(() => deskApiHandler(world)(event, context));
    expect([method, path, statusCode]).toEqual([method, path, 200]);
    return JSON.parse(answered);
  };
  const board = await ask("GET", "/board");
  for (const { id } of board.alerts.slice(0, 1)) await ask("POST", "/board/seen-alerts", { id });
  const announcement = { text: "台風です。", until: at("2024-07-16T17:00") };
  await ask("PUT", "/announcement", { ...announcement, seen: null });
  await ask("GET", "/announcement");
  await ask("DELETE", "/announcement", { seen: announcement });
  const closing = { kind: "closing", from: "2024-08-16", to: "2024-08-16", reason: "台風" };
  await ask("POST", "/special-days/preview", closing);
  await ask("POST", "/special-days", closing);
  await ask("GET", "/special-days");
  await ask("GET", "/special-days/history");
  await ask("GET", "/announcement/history");
  const category = {
    name: "スタンプラリー",
    easy: "",
    english: "Stamp rally",
    isOffered: true,
    isDeskOnly: false,
    from: "2024-07-16",
    reason: "新しい催し",
    lastChange: 0,
  };
  const { categories } = await ask("POST", "/categories", category);
  expect(categories.at(-1)).toMatchObject({ name: "スタンプラリー" });
  await ask("GET", "/categories");
  const rule = {
    value: { mostAttempts: 5, retryAfterBusinessMinutes: 30 },
    from: "2024-07-16",
    reason: "混雑",
  };
  await ask("PUT", "/settings-changes/callback-retry", { ...rule, lastChange: 0 });
  const steps = { value: [{ afterMinutes: 15, tell: ["leader", "supervisor"] }], lastChange: 0 };
  await ask("PUT", "/settings-changes/long-call-steps", { ...steps, from: "2024-07-17", reason: "協議" });
  await ask("GET", "/settings-changes");
  await ask("POST", "/shift-notes", { text: "アプリの障害は復旧しました。" });
  await ask("GET", "/shift-notes", undefined, { from: "2024-07-16" });
  await ask("POST", "/shifts", { date: "2024-07-16", fromMinute: 540, toMinute: 1020, staff: ["LD01"] });
  await ask("GET", "/shifts", undefined, { from: "2024-07-16", to: "2024-07-16" });
  await ask("DELETE", "/shifts/2024-07-16/540", {});
  const template = { name: "お礼", text: "ありがとうございます。", baseVersion: 0 };
  await ask("PUT", "/templates/thanks", template);
  await ask("GET", "/templates");
  await ask("GET", "/templates/thanks");
  await ask("DELETE", "/templates/thanks", { baseVersion: 1 });
  const entry = { theme: "案内", issue: "見つけにくい", proposal: "目立たせる", owner: "desk" };
  const { number } = await ask("POST", "/proposals", entry);
  await ask("PUT", `/proposals/${number}/state`, { from: "proposed", to: "adopted" });
  await ask("GET", "/proposals");
  await ask("POST", "/calls/board/harassment", {});
  await ask("GET", "/incidents");
  await ask("POST", "/incidents/board/reviews", { text: "対応は手順どおりでした。" });
  await incidentsOf(world).add(programme, { contactId: "flagged", personKey: "p", timeline: [], version: 1 });
  await ask("PUT", "/incidents/flagged/flag", { reason: "harassment", lastDate: "2024-10-15" });
  const { flags } = await ask("GET", "/flags");
  const { person, version } = flags[0];
  const decided = { decision: "end", person, baseVersion: version, note: "落ち着いた。" };
  await ask("POST", "/flags/decisions", decided);
  await ask("PUT", "/navi-dial/2024-07", { busy: "12", closed: "0", seen: 0 });
  await ask("GET", "/navi-dial");
  await approveAReport();

  async function approveAReport(): Promise<void> {
    const later = aWorld(environment, "2024-11-06T10:00");
    await publishReportHandler(later)({ month: "2024-10" }, context);
    const report = "monthly/2024-10";
    const askLater = (method: string, path: string, body?: unknown, query?: Record<string, string>) =>
      recorded(() =>
        deskApiHandler(later)(
          aDeskEvent(method, `/api${path}`, { as: "supervisor", body, ...(query && { query }) }),
          context,
        ),
      );
    await askLater("GET", "/report-drafts");
    const draft = await askLater("GET", "/report-drafts/one", undefined, { report });
    const { revision } = JSON.parse(draft.body);
    const file = await askLater("GET", "/report-drafts/one/file", undefined, {
      report,
      revision: "1",
      file: "01_実績.csv",
      from: "0",
    });
    expect(file.statusCode).toBe(200);
    const approved = await askLater("POST", "/report-drafts/approval", { report, revision });
    expect(approved.statusCode).toBe(200);
  }
};
