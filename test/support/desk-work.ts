import { memoryEntries, memoryVersionedEntries } from "../../adapters/memory/entries.ts";
import { caseOfCall } from "../../domain/case/case.ts";
import { receiptNumberOf } from "../../domain/case/receipt-number.ts";
import { typedTexts } from "../../domain/case/typed-text.ts";
import { faqEditions, faqEntries, faqUses } from "../../domain/faq/faq.ts";
import { faqDraftChanges, faqDrafts } from "../../domain/faq/faq-draft.ts";
import { incidents } from "../../domain/incident/incident.ts";
import { dateAt } from "../../domain/japan-time.ts";
import { callAlerts } from "../../domain/long-call/long-call.ts";
import { registrationLog, waitingDeletions } from "../../domain/registration/registration.ts";
import type { Result } from "../../domain/result.ts";
import { shiftNotes, shifts } from "../../domain/shift/shift.ts";
import { templates } from "../../domain/template.ts";
import { at } from "./contacts.ts";
import { aDesk } from "./desk.ts";

/** A whole desk in memory with what its people work with. */
export function aDeskAtWork(now = "2024-07-16T10:00") {
  return Object.assign(aDesk(now), {
    typedTexts: memoryEntries(typedTexts),
    alerts: memoryVersionedEntries(callAlerts),
    incidents: memoryVersionedEntries(incidents),
    registrationLog: memoryEntries(registrationLog),
    waitingDeletions: memoryEntries(waitingDeletions),
    faqEntries: memoryEntries(faqEntries),
    faqEditions: memoryEntries(faqEditions),
    faqUses: memoryEntries(faqUses),
    faqDrafts: memoryVersionedEntries(faqDrafts),
    faqDraftChanges: memoryEntries(faqDraftChanges),
    shifts: memoryEntries(shifts),
    shiftNotes: memoryEntries(shiftNotes),
    templates: memoryEntries(templates),
  });
}

type DeskAtWork = ReturnType<typeof aDeskAtWork>;

/** Opens the case of a call on a desk and answers its receipt number. */
export async function aCaseOn(
  desk: DeskAtWork,
  call: { readonly contactId?: string; readonly arrived?: string; readonly personKey?: string } = {},
): Promise<string> {
  const { contactId = "c", arrived = "2024-07-16T10:00", personKey } = call;
  const arrivedAt = at(arrived);
  const receiptNumber = receiptNumberOf(dateAt(arrivedAt), `call ${contactId}`);
  await desk.cases.open(
    caseOfCall({ programme: desk.programme.id, receiptNumber, contactId, arrivedAt, personKey }),
  );
  return receiptNumber;
}

/** The one case of a desk's day, as it is now. */
export async function caseOn(desk: DeskAtWork, date = "2024-07-16") {
  const [kept] = await desk.cases.ofDay(desk.programme.id, date);
  if (!kept) throw new Error("There is no case.");
  return kept;
}

/** What an answer holds; a refusal fails the test with its sentence. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

/** The sentence of a refusal. */
export function problemIn(result: Result<unknown>): string {
  if (result.ok) throw new Error("It was not refused.");
  return result.problem;
}
