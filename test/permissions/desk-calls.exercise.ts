import { expect } from "vitest";
import { answerCallHandler } from "../../lambdas/answer-call.ts";
import { deskApiHandler } from "../../lambdas/desk-api.ts";
import { casesOf } from "../../lambdas/edge/composition.ts";
import { requestCallbackHandler } from "../../lambdas/request-callback.ts";
import { takeContactEventHandler } from "../../lambdas/take-contact-event.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { aDeskEvent } from "../support/desk-api.ts";
import { aFlowQuestion, aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

/** A call that is answered and becomes an incident; and call backs that are promised, tried, reached and closed. */
export const deskCallsExercise: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const answer = deskApiHandler(world);
  const ask = async (method: string, path: string, body?: unknown, status = 200) => {
    const event = aDeskEvent(method, `/api/${path}`, body === undefined ? {} : { body });
    const { statusCode, body: text } = await recorded(() => answer(event, context));
    expect([path, statusCode, text]).toEqual([path, status, expect.anything()]);
  };
  const caseOf = async (contactId: string) => {
    const cases = await casesOf(world).ofDay(programme, "2024-07-16");
    const kept = cases.find(({ origin }) => origin.kind === "call" && origin.contactId === contactId);
    return kept?.receiptNumber ?? "";
  };

  await answerCallHandler(world)(
    aFlowQuestion({ step: "arrival" }, { contactId: "d-1", address: "+819055550077" }),
    context,
  );
  await ask("GET", "calls/d-1/caller");
  await takeContactEventHandler(world)(
    {
      detail: {
        contactId: "d-1",
        channel: "VOICE",
        initiationMethod: "INBOUND",
        initiationTimestamp: "2024-07-16T01:00:00Z",
        agentInfo: { connectedToAgentTimestamp: "2024-07-16T01:00:20Z" },
      },
    },
    context,
  );
  await ask("GET", "call-guide");
  await ask("GET", "calls/d-1");
  await ask("GET", "calls/d-1/caller");
  await ask("PUT", "calls/d-1/speaker", {});
  await ask("POST", "calls/d-1/harassment", {});
  await ask("PUT", "calls/d-1/accommodation", { need: "none" });
  await ask("POST", "calls/d-1/steps", { step: "facts" });
  await ask("PUT", "calls/d-1/ending", { reason: "threat" });
  await ask("POST", "calls/d-1/aftercare", { text: "休憩した。" });

  const number = "+819055550078";
  await requestCallbackHandler(world)(
    aFlowQuestion({ step: "keep", number }, { contactId: "d-2", address: number }),
    context,
  );
  const [promised, asked] = [await caseOf("d-1"), await caseOf("d-2")];
  await ask("PUT", `callbacks/${promised}`, { number: "090-5555-0077" });
  await ask("POST", `cases/${promised}/registrations`, {
    operationId: `${promised}-OP01-1`,
    what: "deletion-requested",
    steps: kobatonAlkoo.registration.identitySteps.map(({ code }) => code),
    items: ["whole-account"],
    reason: "退会の希望",
  });
  await ask("GET", `cases/${promised}/registrations`);
  await ask("GET", "deletions");
  await ask("GET", "callbacks");
  await ask("GET", `callbacks/${asked}/number`);
  await ask("POST", `callbacks/${asked}/attempts`, { outcome: "busy" });
  await ask("POST", `callbacks/${asked}/attempts`, { outcome: "connected" });
  await ask("PUT", `callbacks/${promised}/closing`, { reason: "not-wanted" });
  await ask("PUT", `callbacks/${promised}/closing`, { reason: "not-wanted" }, 404);
};
