import type { ScheduledEvent } from "aws-lambda";
import { expect } from "vitest";
import { publishReportHandler } from "../../lambdas/publish-report.ts";
import { watchDeskHandler } from "../../lambdas/watch-desk.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

const scheduled = { source: "aws.events", "detail-type": "Scheduled Event" } as ScheduledEvent;

/** Measures while no report is due, and when one is a draft and another is not even that. */
export const watchDeskExercise: Exercise = async ({ environment, recorded }) => {
  await recorded(() => watchDeskHandler(aWorld(environment))(scheduled, context));
  await publishReportHandler(aWorld(environment))({ month: "2024-09" }, context);
  const world = aWorld(environment, "2024-11-12T10:00");
  await recorded(() => watchDeskHandler(world)(scheduled, context));
  const [{ fields } = { fields: {} }] = world.logged;
  expect(fields).toMatchObject({ ReportsOverdue: expect.any(Number), OperatorsStaffed: 0 });
};
