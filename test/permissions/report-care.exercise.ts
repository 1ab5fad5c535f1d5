import { expect } from "vitest";
import { contactsOf, reportLogOf, specialDaysOf } from "../../lambdas/edge/composition.ts";
import { publishReportHandler } from "../../lambdas/publish-report.ts";
import { reconcileReportHandler } from "../../lambdas/reconcile-report.ts";
import { remindReportsHandler } from "../../lambdas/remind-reports.ts";
import { anAnsweredCall, at } from "../support/contacts.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

/** Reminds of a report, delivers one that was approved, and on the next mornings has less to do. */
export const remindReportsExercise: Exercise = async ({ environment, programme, recorded }) => {
  const remindAt = (now: string) =>
    recorded(() => remindReportsHandler(aWorld(environment, now))({}, context));
  const log = reportLogOf(aWorld(environment));
  const about = { report: "monthly/2025-01", revision: 1, at: at("2025-02-03T10:00") };
  await log.append(programme, { ...about, what: "approved", by: "SV01", to: ["office@example.jp"] });
  expect(await remindAt("2025-02-10T08:30")).toMatchObject({
    delivered: ["monthly/2025-01"],
    reminded: expect.arrayContaining([{ report: "monthly/2024-12", about: "approval" }]),
  });
  await remindAt("2025-02-12T08:30");
};

/** Reconciles a running month and a published one. */
export const reconcileReportExercise: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const { initiatedAt, contactId, ...facts } = anAnsweredCall("n-1", "2024-12-03T10:00");
  await contactsOf(world).save({ ...facts, programme, contactId, initiatedAt, events: facts }, undefined);
  await specialDaysOf(world).enter(programme, { kind: "closing", date: "2024-12-04", reason: "庁舎の停電" });
  await publishReportHandler(world)({ month: "2024-11" }, context);
  const night = { time: "2024-12-09T17:30:00Z" };
  const { reconciled } = await recorded(() => reconcileReportHandler(world)(night, context));
  expect(reconciled.map(({ difference }) => difference)).toEqual([0, 0]);
};
