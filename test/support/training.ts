import { onTestFinished, vi } from "vitest";
import type { DeskRole } from "../../domain/desk/desk-role.ts";
import type { Expectation, TrainingScript } from "../../domain/training/script.ts";
import { deskApiHandler } from "../../lambdas/desk-api.ts";
import { startInquiryRunner } from "../../local/inquiry-runner.ts";
import { localClock } from "../../local/local-clock.ts";
import { startLocalService } from "../../local/local-service.ts";
import type { ServicePurpose } from "../../local/state-folder.ts";
import { trainingCallsOf } from "../../local/training-calls.ts";
import { at } from "./contacts.ts";
import { aDeskEvent } from "./desk-api.ts";
import { context } from "./world.ts";

/** What an answer of the desk's API holds; tests read it as they like. */
// oxlint-disable-next-line typescript/no-explicit-any
type Body = any;

/** Asks the desk's API; a refusal fails the test with its sentence. */
export type AskDesk = (method: string, path: string, body?: unknown, as?: DeskRole) => Promise<Body>;

/** A service on this machine with its desk's API, at nine o'clock on the contract's first day. It ends with the test, or when it is told to. */
export async function aServedPurpose(folder: string, purpose: ServicePurpose) {
  vi.stubEnv("CALLCENTRE_STATE", folder);
  const service = await startLocalService({ log: () => undefined, purpose });
  const runner = await startInquiryRunner(
    service,
    await localClock(service.stateFolder, at("2024-07-01T09:00")),
  );
  const trainingCalls = trainingCallsOf(service, runner.clock);
  const world = { ...service.worldAt(runner.clock), ...(trainingCalls && { trainingCalls }) };
  const answer = deskApiHandler(world);
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await runner.stop();
    await service.stop();
  };
  onTestFinished(async () => {
    await stop();
    vi.unstubAllEnvs();
  });
  const send = async (method: string, path: string, body?: unknown, as: DeskRole = "operator") => {
    const { statusCode, body: text } = await answer(aDeskEvent(method, `/api${path}`, { as, body }), context);
    return { statusCode, body: JSON.parse(text) as Body };
  };
  const ask: AskDesk = async (method, path, body, as) => {
    const { statusCode, body: answered } = await send(method, path, body, as);
    if (statusCode !== 200) throw new Error(`${method} ${path}: ${statusCode} ${JSON.stringify(answered)}`);
    return answered;
  };
  return { service, world, clock: runner.clock, send, ask, stop };
}

/** Begins a script and answers the telephone; answers whose call it is and the case that it opened. */
export async function takesTheCall(ask: AskDesk, script: TrainingScript) {
  const { contactId } = await ask("POST", "/training/calls", { script: script.id });
  const { receiptNumber } = await acts(ask, contactId, "answer");
  return { contactId: String(contactId), receiptNumber: String(receiptNumber) };
}

/** Does something with the telephone of a training. */
export async function acts(ask: AskDesk, contactId: string, act: string): Promise<Body> {
  return ask("POST", `/training/calls/${contactId}/acts`, { act });
}

/** Hears a caller out, does all that a script expects, and ends the training; answers how it went. */
export async function doesAsTheManualHasIt(ask: AskDesk, script: TrainingScript): Promise<Body> {
  const { contactId, receiptNumber } = await takesTheCall(ask, script);
  for (const _line of script.lines.slice(1)) await acts(ask, contactId, "speak");
  const wants = wantedBy(script);
  await doesInCase(ask, wants, receiptNumber);
  await doesInCall(ask, wants, `/calls/${contactId}`);
  await acts(ask, contactId, wants("transferred") ? "transfer-to-leader" : "hang-up");
  return ask("PUT", `/training/calls/${contactId}/judgement`, {});
}

type Wants = ReturnType<typeof wantedBy>;

/** The expectation of a kind, where a script has it. */
function wantedBy({ expectations }: TrainingScript) {
  return <Kind extends Expectation["kind"]>(kind: Kind) =>
    expectations.find((one): one is Extract<Expectation, { kind: Kind }> => one.kind === kind);
}

async function doesInCase(ask: AskDesk, wants: Wants, receiptNumber: string): Promise<void> {
  const path = `/cases/${receiptNumber}`;
  const category = wants("category")?.oneOf[0];
  await ask("PUT", `${path}/fields`, {
    baseVersion: 1,
    fields: { content: "相談の内容。", answer: "案内した。", ...(category !== undefined && { category }) },
  });
  if (wants("faq-used")) {
    const { hits } = await ask("POST", "/faq/search", { text: "機種変更" });
    await ask("POST", "/faq/uses", { entryId: hits[0].id, receiptNumber });
  }
  const registration = wants("registration");
  if (registration)
    await ask("POST", `${path}/registrations`, {
      operationId: `${receiptNumber}-1`,
      what: registration.what,
      steps: ["name", "birth-date", "registered-contact"],
      items: ["account"],
      reason: "ログインできないため",
    });
  const escalated = wants("escalated");
  if (escalated)
    await ask("POST", `${path}/escalations`, { to: escalated.to, question: "県外でも申し込めますか。" });
  if (wants("callback-promised"))
    await ask("PUT", `/callbacks/${receiptNumber}`, { number: "090-0000-0004" });
  if (wants("status")?.oneOf.includes("closed"))
    await ask("PUT", `${path}/status`, { from: "in-progress", to: "closed" });
}

async function doesInCall(ask: AskDesk, wants: Wants, path: string): Promise<void> {
  if (wants("harassment-suspected")) await ask("POST", `${path}/harassment`, {});
  if (wants("accommodation-first")) {
    await ask("PUT", `${path}/accommodation`, { need: "none" });
    await ask("POST", `${path}/steps`, { step: "facts" });
  }
  const ended = wants("ended-with");
  if (ended) await ask("PUT", `${path}/ending`, { reason: ended.oneOf[0] });
}
