import { expect } from "vitest";
import { deskApiHandler } from "../../lambdas/desk-api.ts";
import { aDeskEvent } from "../support/desk-api.ts";
import { anApprovedJuly } from "../support/portal.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

/** The prefecture reads and takes an approved report, and answers what it was asked. */
export const deskPortalExercise: Exercise = async ({ environment, recorded }) => {
  const { open } = await anApprovedJuly((now) => aWorld(environment, now));
  const answer = deskApiHandler(aWorld(environment, "2024-08-01T11:00"));
  const ask = async (
    method: string,
    path: string,
    given: { readonly query?: Record<string, string>; readonly body?: unknown } = {},
  ) => {
    const event = aDeskEvent(method, `/api/portal/${path}`, { as: "prefecture", ...given });
    expect((await recorded(() => answer(event, context))).statusCode).toBe(200);
  };
  const downloads = "reports/monthly/2024-07/1/downloads";
  const everything = { file: "*", encoding: "cp932" };
  await ask("GET", "reports");
  await ask("GET", "reports/monthly/2024-07/1");
  await ask("POST", downloads, { body: everything });
  await ask("GET", downloads, { query: { ...everything, from: "0" } });
  await ask("GET", "downloads");
  await ask("GET", "questions", { query: { view: "open" } });
  await ask("PUT", `questions/${open}/1/answer`, { body: { answer: "はい。" } });
};
