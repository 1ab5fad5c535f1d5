import type { Case } from "../../domain/case/case.ts";
import {
  dateAt,
  datesBetween,
  dayNumberOf,
  instantOfDay,
  type JapaneseDate,
  parseDate,
} from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import {
  decisionId,
  deletionDecided,
  registered,
  waitingDeletions as waitingDeletionsKind,
  type RegistrationEntry,
} from "../../domain/registration/registration.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { caseByNumber } from "./case-by-number.ts";
import { changeCase } from "./change-case.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { EntryStore, PageOfEntries, WantedPage } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** What operations in the app vendor's tool are logged with. */
export interface RegistrationServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find" | "update">;
  readonly registrationLog: Pick<EntryStore<RegistrationEntry>, "add" | "all" | "find">;
  readonly waitingDeletions: Pick<EntryStore<RegistrationEntry>, "add" | "remove" | "page">;
}

/**
 * Logs what somebody looked up, changed or wants deleted in the app vendor's tool (R19, R26), with how the person was identified.
 * Its case says that there is an entry. The same `operationId` is one operation on a day: sent again, it answers what was kept.
 */
export function logRegistration(services: RegistrationServices) {
  const { programme, clock, registrationLog, waitingDeletions } = services;
  return async (done: {
    readonly operationId: string;
    readonly receiptNumber: string;
    readonly what: "looked-up" | "changed" | "deletion-requested";
    readonly steps: readonly string[];
    readonly items: readonly string[];
    readonly reason: string;
    readonly staff: string;
  }): Promise<Result<RegistrationEntry>> => {
    const by = staffCodeNamed(done.staff);
    if (!by.ok) return by;
    const found = await caseByNumber(services)(done.receiptNumber);
    if (!found.ok) return found;
    const { operationId, what, steps, items, reason } = done;
    const { receiptNumber } = found.value;
    const entry = registered(
      { operationId, receiptNumber, what, at: clock.now(), by: by.value, steps, items, reason },
      programme.registration,
    );
    if (!entry.ok) return entry;
    // The list first: what is in the log and not on it, nobody would decide.
    if (what === "deletion-requested") await waitingDeletions.add(programme.id, entry.value);
    const holder = (await registrationLog.add(programme.id, entry.value)) ?? entry.value;
    if (what === "deletion-requested" && holder.what !== what)
      await waitingDeletions.remove(programme.id, waitingDeletionsKind.idOf(entry.value));
    if (holder.receiptNumber !== receiptNumber || holder.what !== what)
      return failure("Another operation has that id already: make a new one for each.");
    await noteInCase(services, found.value, holder);
    return success(holder);
  };
}

/** Keeps what a second person decided of a deletion that was asked for on a date. Of two decisions the first counts. */
export function decideDeletion(services: RegistrationServices) {
  const { programme, clock, registrationLog, waitingDeletions } = services;
  return async (decided: {
    readonly operationId: string;
    /** The date on which the deletion was asked for. */
    readonly requestedOn: JapaneseDate;
    readonly decision: "confirmed" | "refused";
    readonly reason: string;
    readonly staff: string;
  }): Promise<Result<RegistrationEntry>> => {
    const by = staffCodeNamed(decided.staff);
    if (!by.ok) return by;
    const { operationId, requestedOn, decision, reason } = decided;
    const ofDate = await registrationsOf(services)(requestedOn, requestedOn);
    if (!ofDate.ok) return ofDate;
    const entry = deletionDecided(ofDate.value, operationId, {
      decision,
      at: clock.now(),
      by: by.value,
      reason,
    });
    if (!entry.ok) return entry;
    if (await registrationLog.add(programme.id, entry.value))
      return failure("この削除は、すでに確認または差戻しされています。");
    await waitingDeletions.remove(programme.id, `${requestedOn}#${operationId}`);
    const kept = await caseByNumber(services)(entry.value.receiptNumber);
    if (kept.ok) await noteInCase(services, kept.value, entry.value);
    return entry;
  };
}

/**
 * A page of the deletions that nobody has decided, of those asked for since a date, the earliest first. One that was decided a
 * moment ago may still stand in the list: it is left out.
 */
export function deletionsToDecide({
  programme,
  registrationLog,
  waitingDeletions,
}: Pick<RegistrationServices, "programme" | "registrationLog" | "waitingDeletions">) {
  return async (
    since: JapaneseDate,
    page: Pick<WantedPage, "limit" | "after">,
  ): Promise<PageOfEntries<RegistrationEntry>> => {
    const from = instantOfDay(dayNumberOf(since));
    const listed = await waitingDeletions.page(programme.id, { ...page, from, first: "earliest" });
    const decided = await Promise.all(
      listed.entries.map((asked) => registrationLog.find(programme.id, decisionId(asked))),
    );
    return { ...listed, entries: listed.entries.filter((_, index) => decided[index] === undefined) };
  };
}

/** The entries of the dates from `from` to `to`, in order of time; a decision stands with the date of its request. */
export function registrationsOf({
  programme,
  registrationLog,
}: Pick<RegistrationServices, "programme" | "registrationLog">) {
  return async (from: JapaneseDate, to: JapaneseDate): Promise<Result<RegistrationEntry[]>> => {
    for (const date of [from, to].map(parseDate)) if (!date.ok) return date;
    const entries: RegistrationEntry[] = [];
    for (const date of datesBetween(from, to))
      entries.push(...(await registrationLog.all(programme.id, `${date}#`)));
    return success(entries.sort((one, other) => one.at - other.at));
  };
}

/** The entries of a case, in order of time. */
export function registrationsOfCase(services: RegistrationServices) {
  return async (receiptNumber: string): Promise<Result<RegistrationEntry[]>> => {
    const found = await caseByNumber(services)(receiptNumber);
    if (!found.ok) return found;
    const logged = found.value.history.filter(({ what }) => what === "registration-logged");
    const entries: RegistrationEntry[] = [];
    for (const date of new Set(logged.map(({ at }) => dateAt(at)))) {
      const ofDate = await registrationsOf(services)(date, date);
      if (ofDate.ok)
        entries.push(...ofDate.value.filter((one) => one.receiptNumber === found.value.receiptNumber));
    }
    return success(entries);
  };
}

/** Once an entry, however often it is sent: of an entry that was kept before, its case says so already or never did. */
async function noteInCase(
  { cases }: RegistrationServices,
  kept: Case,
  { at, by }: RegistrationEntry,
): Promise<void> {
  await changeCase(cases)(kept, (current) =>
    current.history.some(
      (event) => event.what === "registration-logged" && event.at === at && event.by === by,
    )
      ? undefined
      : {
          ...current,
          history: [...current.history, { at, what: "registration-logged", by }],
          version: current.version + 1,
        },
  );
}
