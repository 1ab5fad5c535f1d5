import { expect } from "vitest";
import { caseOfWebForm } from "../../domain/case/case.ts";
import { receiptNumberOf } from "../../domain/case/receipt-number.ts";
import { deskApiHandler } from "../../lambdas/desk-api.ts";
import { casesOf } from "../../lambdas/edge/composition.ts";
import { showDeskHandler } from "../../lambdas/show-desk.ts";
import { aDeskEvent } from "../support/desk-api.ts";
import { at } from "../support/contacts.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

/** Lists cases in both ways and page by page, opens one, and is refused. */
export const deskApiExercise: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const answer = deskApiHandler(world);
  const number = receiptNumberOf("2024-07-16", "desk exercise");
  await casesOf(world).open(
    caseOfWebForm({
      programme,
      receiptNumber: number,
      submissionId: "desk exercise",
      receivedAt: at("2024-07-16T09:00"),
      dueAt: at("2024-07-19T09:00"),
      category: "C04",
      content: "歩数が増えません。",
      attributes: {},
      replyTo: { by: "none" },
    }),
  );
  const ask = (
    path: string,
    query: Record<string, string> = {},
    as: "operator" | "prefecture" = "operator",
  ) => recorded(() => answer(aDeskEvent("GET", path, { query, as }), context));
  expect((await ask("/api/me")).statusCode).toBe(200);
  for (let look = 0; look < 3; look++) {
    expect((await ask("/api/cases", { view: "open", limit: "1" })).statusCode).toBe(200);
    expect((await ask("/api/cases", { view: "day", date: "2024-07-16" })).statusCode).toBe(200);
    expect((await ask(`/api/cases/${number}`)).statusCode).toBe(200);
  }
  expect((await ask(`/api/cases/${number}`, {}, "prefecture")).statusCode).toBe(403);
};

/** Hands the screens out, for which nothing is called. */
export const showDeskExercise: Exercise = async ({ environment, recorded }) => {
  const signIn = {
    DESK_FOLDER: "web/desk",
    SIGN_IN_CLIENT_ID: "client",
    SIGN_IN_ISSUER: "https://issuer.example.jp",
    SIGN_IN_ADDRESS: "https://sign-in.example.jp",
    WORKSPACE_ORIGIN: "https://workspace.example.jp",
  };
  const show = showDeskHandler(aWorld({ ...environment, ...signIn }));
  for (const path of ["/", "/desk-settings.json", "/assets/nothing.js"])
    await recorded(() => show(aDeskEvent("GET", path), context));
};
