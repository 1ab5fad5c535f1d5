import { expect } from "vitest";
import { alertLongCallsHandler } from "../../lambdas/alert-long-calls.ts";
import { callAlertsOf, contactsOf } from "../../lambdas/edge/composition.ts";
import { at } from "../support/contacts.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

const scheduled = { source: "aws.events", "detail-type": "Scheduled Event" };

/** Looks while nobody speaks, and at a call again and again while it goes on: each alert is raised once. */
export const alertLongCallsExercise: Exercise = async ({ environment, programme, recorded }) => {
  const look = (now: string) =>
    recorded(() => alertLongCallsHandler(aWorld(environment, now))(scheduled, context));
  await look("2024-11-20T10:00");
  const initiatedAt = at("2024-11-20T10:00");
  const events = { channel: "VOICE", initiationMethod: "INBOUND", connectedToAgentAt: initiatedAt };
  await contactsOf(aWorld(environment)).save(
    { programme, contactId: "long", initiatedAt, events },
    undefined,
  );
  for (const now of ["10:25", "10:25", "10:35", "11:05"]) await look(`2024-11-20T${now}`);
  const alerts = await callAlertsOf(aWorld(environment)).all(programme, "long#");
  expect(alerts.map(({ role, afterMinutes }) => `${role} ${afterMinutes}`)).toEqual([
    "leader 20",
    "supervisor 30",
    "leader 60",
    "supervisor 60",
  ]);
};
