import { expect } from "vitest";
import { caseOfCall } from "../../domain/case/case.ts";
import { answerCallHandler } from "../../lambdas/answer-call.ts";
import {
  announcementsOf,
  callbacksOf,
  casesOf,
  contactsOf,
  flagsOf,
  parkedWorkOf,
  personKeysOf,
  specialDaysOf,
} from "../../lambdas/edge/composition.ts";
import { publishReportHandler } from "../../lambdas/publish-report.ts";
import { requestCallbackHandler } from "../../lambdas/request-callback.ts";
import { takeContactEventHandler } from "../../lambdas/take-contact-event.ts";
import { takeContactRecordsHandler } from "../../lambdas/take-contact-records.ts";
import { kinesisEvent } from "../../local/kinesis-event.ts";
import { aContactRecord } from "../support/contact-records.ts";
import { anAnsweredCall, at } from "../support/contacts.ts";
import { aFlowQuestion, aWorld, context } from "../support/world.ts";
import { alertLongCallsExercise } from "./alert-long-calls.exercise.ts";
import { checkHoursExercise } from "./check-hours.exercise.ts";
import { compareHolidaysExercise } from "./compare-holidays.exercise.ts";
import { deskCallsExercise } from "./desk-calls.exercise.ts";
import { deskCaseWorkExercise } from "./desk-case-work.exercise.ts";
import { deskLeadingExercise } from "./desk-leading.exercise.ts";
import { deskPortalExercise } from "./desk-portal.exercise.ts";
import { deskApiExercise, showDeskExercise } from "./desk.exercise.ts";
import type { Exercise } from "./exercise.ts";
import { takeMailEventExercise, takeMailExercise } from "./mail.exercise.ts";
import { reconcileReportExercise, remindReportsExercise } from "./report-care.exercise.ts";
import { watchDeskExercise } from "./watch-desk.exercise.ts";
import {
  followUpExercise,
  resumeExercise,
  showFormExercise,
  showStatusExercise,
  submitFormExercise,
} from "./web-form.exercise.ts";
import { openCallbacks } from "../support/open-callbacks.ts";

const answerCall: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const ask = answerCallHandler(world);
  const arrival = (address: string) => aFlowQuestion({ step: "arrival" }, { address });
  const personKey = await personKeysOf(world).keyOf(programme, "+819011110001");
  const until = at("2024-07-17T00:00");
  await flagsOf(world).add(programme, { personKey, until, reason: "harassment" });
  await announcementsOf(world).set(programme, { text: "台風です。", until });
  await casesOf(world).open(
    caseOfCall({
      programme,
      receiptNumber: "419412345674",
      contactId: "earlier",
      arrivedAt: at("2024-07-12T10:00"),
      personKey,
    }),
  );
  const known = await recorded(() => ask(arrival("+819011110001"), context));
  expect(known).toMatchObject({ route: "supervisor", openCase: "4194-1234-5674", announced: "yes" });
  const unknown = await recorded(() => ask(arrival("+819011110002"), context));
  expect(unknown).toMatchObject({ route: "operator", caller: "first" });
  await recorded(() => ask(arrival("anonymous"), context));
  await announcementsOf(world).clear(programme);
  await recorded(() => answerCallHandler(aWorld(environment, "2024-12-30T10:00"))(arrival(""), context));
  // A look-up that was given up would be another handler's call.
  expect(world.logged).toEqual([]);
};

const keepCallback = (number: string, contactId: string) =>
  aFlowQuestion({ step: "keep", number }, { contactId, address: number });

const requestCallback: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const ask = requestCallbackHandler(world);
  const number = "+819022220001";
  await recorded(() => ask(aFlowQuestion({ step: "check", number }), context));
  const kept = await recorded(() => ask(keepCallback(number, "c-1"), context));
  expect(kept["status"]).toBe("kept");
  expect(await recorded(() => ask(keepCallback(number, "c-1"), context))).toEqual(kept);
  const another = await recorded(() => ask(keepCallback(number, "c-2"), context));
  expect(another["status"]).toBe("already");
  // The first attempt kept the call back and died before its case; and a call that has its case asks for a call back.
  const [half, talked] = ["+819022220002", "+819022220003"];
  const requestedAt = at("2024-07-16T10:00");
  await callbacksOf(world).keep({
    programme,
    personKey: await personKeysOf(world).keyOf(programme, half),
    contactId: "c-3",
    number: half,
    requestedAt,
    dueAt: requestedAt,
  });
  await recorded(() => ask(keepCallback(half, "c-3"), context));
  await takeContactRecordsHandler(world)(recordsOf(aContactRecord("c-4", "2024-07-16T09:50")), context);
  await recorded(() => ask(keepCallback(talked, "c-4"), context));
  const cases = await casesOf(world).ofDay(programme, "2024-07-16");
  const awaiting = cases
    .filter(({ status }) => status === "awaiting-callback")
    .flatMap(({ origin }) => (origin.kind === "call" ? origin.contactId : []));
  expect(awaiting).toEqual(expect.arrayContaining(["c-1", "c-3", "c-4"]));
  expect(awaiting).not.toContain("c-2");
};

const recordsOf = (...records: unknown[]) =>
  kinesisEvent(records.map((record) => (typeof record === "string" ? record : JSON.stringify(record))));

/** A call of ours to a number: the call back that it keeps is closed once it is known to have reached its person. */
const ourCall = (contactId: string, number: string, reached: boolean) => ({
  ...aContactRecord(contactId, "2024-07-16T11:00", {
    InitiationMethod: "OUTBOUND",
    CustomerEndpoint: { Address: number, Type: "TELEPHONE_NUMBER" },
  }),
  ...(!reached && { ConnectedToSystemTimestamp: null, Agent: null }),
});

const takeContactRecords: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const take = takeContactRecordsHandler(world);
  const number = "+819033330001";
  await requestCallbackHandler(world)(keepCallback(number, "r-1"), context);
  const batch = recordsOf(
    "not JSON",
    aContactRecord("r-2", "2024-07-16T10:00", { NextContactId: "r-3" }),
    aContactRecord("r-3", "2024-07-16T10:05", { PreviousContactId: "r-2", InitialContactId: "r-2" }),
    // Its operator answers after midnight.
    aContactRecord("r-4", "2024-07-16T23:59:50"),
    aContactRecord("r-5", "2024-07-16T10:00", { Channel: "CHAT" }),
    aContactRecord("r-6", "2024-07-16T10:00", { CustomerEndpoint: null, Agent: null }),
    ourCall("r-7", number, true),
    // Nobody awaits it: it is looked for among the call backs that are over.
    ourCall("r-8", "+819033330002", true),
  );
  expect(await recorded(() => take(batch, context))).toEqual({ batchItemFailures: [] });
  await recorded(() => take(batch, context));
  expect(await openCallbacks(callbacksOf(world), programme)).not.toContainEqual(
    expect.objectContaining({ number }),
  );
  expect(await parkedWorkOf(world).all(programme)).toContainEqual(
    expect.objectContaining({ payload: "not JSON" }),
  );
};

const anEvent = (contactId: string, detail: Record<string, unknown>) => ({
  detail: {
    contactId,
    channel: "VOICE",
    initiationMethod: "INBOUND",
    initiationTimestamp: "2024-07-16T01:00:00Z",
    ...detail,
  },
});

const takeContactEvent: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const take = takeContactEventHandler(world);
  const agentInfo = { connectedToAgentTimestamp: "2024-07-16T01:00:20Z" };
  await recorded(() => take(anEvent("e-1", {}), context));
  await recorded(() => take(anEvent("e-1", { agentInfo }), context));
  const ofFirst = { previousContactId: "e-1", initialContactId: "e-1" };
  await recorded(() => take(anEvent("e-2", { ...ofFirst, agentInfo }), context));
  await recorded(() => take(anEvent("e-3", { initiationTimestamp: "yesterday" }), context));
  // A call of ours whose record does not say yet that its person answered; the event that does comes late.
  const number = "+819044440001";
  await requestCallbackHandler(world)(keepCallback(number, "e-4"), context);
  await takeContactRecordsHandler(world)(recordsOf(ourCall("e-5", number, false)), context);
  expect(await openCallbacks(callbacksOf(world), programme)).toContainEqual(
    expect.objectContaining({ number }),
  );
  const reached = {
    initiationMethod: "OUTBOUND",
    initiationTimestamp: "2024-07-16T02:00:00Z",
    connectedToSystemTimestamp: "2024-07-16T02:00:10Z",
  };
  await recorded(() => take(anEvent("e-5", reached), context));
  await takeContactRecordsHandler(world)(recordsOf(ourCall("e-6", number, false)), context);
  await recorded(() => take(anEvent("e-6", reached), context));
  expect(await openCallbacks(callbacksOf(world), programme)).not.toContainEqual(
    expect.objectContaining({ number }),
  );
};

const publishReport: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const publish = publishReportHandler(world);
  const month = { month: "2024-08" };
  const keep = async (contactId: string, arrived: string) => {
    const { initiatedAt, ...facts } = anAnsweredCall(contactId, arrived);
    await contactsOf(world).save({ programme, contactId, initiatedAt, events: facts }, undefined);
  };
  await specialDaysOf(world).enter(programme, { kind: "closing", date: "2024-08-14", reason: "庁舎の停電" });
  await keep("m-1", "2024-08-01T10:00");
  expect(await recorded(() => publish(month, context))).toMatchObject({ revision: 1 });
  expect(await recorded(() => publish(month, context))).toMatchObject({ revision: 1 });
  await keep("m-2", "2024-08-02T10:00");
  expect(await recorded(() => publish(month, context))).toMatchObject({ revision: 2 });
};

/** One after the other: a handler of many resources has an exercise for each. */
const inTurn =
  (...parts: readonly Exercise[]): Exercise =>
  async (ground) => {
    for (const part of parts) await part(ground);
  };

/** An exercise for each file of `lambdas/`. */
export const exercises: Readonly<Record<string, Exercise>> = {
  "alert-long-calls": alertLongCallsExercise,
  "answer-call": answerCall,
  "check-hours": checkHoursExercise,
  "compare-holidays": compareHolidaysExercise,
  "desk-api": inTurn(
    deskApiExercise,
    deskCaseWorkExercise,
    deskCallsExercise,
    deskPortalExercise,
    deskLeadingExercise,
  ),
  "follow-up-inquiry": followUpExercise,
  "publish-report": publishReport,
  "reconcile-report": reconcileReportExercise,
  "remind-reports": remindReportsExercise,
  "request-callback": requestCallback,
  "resume-inquiries": resumeExercise,
  "show-desk": showDeskExercise,
  "show-form": showFormExercise,
  "show-inquiry-status": showStatusExercise,
  "submit-web-form": submitFormExercise,
  "take-contact-event": takeContactEvent,
  "take-mail": takeMailExercise,
  "take-mail-event": takeMailEventExercise,
  "take-contact-records": takeContactRecords,
  "watch-desk": watchDeskExercise,
};
