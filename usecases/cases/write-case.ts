import type { Case, CaseField } from "../../domain/case/case.ts";
import {
  type CaseChange,
  type CaseChoices,
  checkedChange,
  editedCase,
  type FieldConflict,
} from "../../domain/case/edit-case.ts";
import { isCaseStatus, problemOfStatus, statusChanged } from "../../domain/case/status-rules.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { everKnown } from "../../domain/settings/categories.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { caseByNumber } from "./case-by-number.ts";
import { changeCase } from "./change-case.ts";
import { changeCaseIf } from "./change-case-if.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";
import { recentChanges, type SettingReading } from "../settings/setting-changes.ts";

const changedMeanwhile =
  "ほかの人がこの案件の状況を変えました。いまの状況を確かめてから、もう一度選んでください。";

/** What cases are written with. */
export interface CaseWriting {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find" | "update">;
}

/** What became of a change. */
export interface WrittenCase {
  readonly case: Case;
  readonly written: readonly CaseField[];
  /** What somebody else has written meanwhile. To write it all the same, send it with `case.version` as its base. */
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Writes what somebody typed into a case, on top of whatever others have made of it meanwhile (decision 0022): each field by
 * itself, so that two people in one case lose nothing. Safe to repeat.
 */
export function writeCase(services: CaseWriting & SettingReading) {
  const { clock, cases } = services;
  const choicesFor = caseChoices(services);
  return async (typed: {
    readonly receiptNumber: string;
    readonly staff: string;
    readonly change: CaseChange;
  }): Promise<Result<WrittenCase>> => {
    const by = staffCodeNamed(typed.staff);
    if (!by.ok) return by;
    const found = await caseByNumber(services)(typed.receiptNumber);
    if (!found.ok) return found;
    const change = checkedChange(typed.change, await choicesFor(found.value, typed.change));
    if (!change.ok) return change;
    const edit = { at: clock.now(), by: by.value };
    let edited = editedCase(found.value, change.value, edit);
    await changeCase(cases)(found.value, (current) => {
      edited = editedCase(current, change.value, edit);
      return edited.written.length > 0 ? edited.case : undefined;
    });
    return success(edited);
  };
}

/**
 * What may be chosen in a case today. The category that it has already stays possible, whether or not it is still offered;
 * what is offered is read only for a change of it.
 */
function caseChoices(services: SettingReading & Pick<CaseWriting, "clock">) {
  const { categories, attributeChoices } = services.programme;
  const read = recentChanges(services);
  return async (kept: Case, { fields }: CaseChange): Promise<CaseChoices> => {
    if (fields.category === undefined || fields.category === (kept.category ?? ""))
      return { attributeChoices };
    return {
      attributeChoices,
      categories: everKnown(categories, await read(), dateAt(services.clock.now())),
    };
  };
}

/**
 * Gives a case another status, where the rules let it take that one (status-rules.ts) and it still has the one that was
 * before whoever asks. What is reopened is answered within the programme's time, by the business clock. Safe to repeat.
 */
export function changeCaseStatus(services: CaseWriting & { readonly specialDays: SpecialDayStore }) {
  const { programme, clock, cases, specialDays } = services;
  return async (wanted: {
    readonly receiptNumber: string;
    readonly staff: string;
    readonly from: string;
    readonly to: string;
  }): Promise<Result<Case>> => {
    const { from, to } = wanted;
    if (!isCaseStatus(from) || !isCaseStatus(to))
      return failure(`"${isCaseStatus(from) ? to : from}" is no status of a case.`);
    const by = staffCodeNamed(wanted.staff);
    if (!by.ok) return by;
    const found = await caseByNumber(services)(wanted.receiptNumber);
    if (!found.ok) return found;
    const at = clock.now();
    const calendar = await deskCalendar(programme, specialDays);
    const dueAt = calendar.addBusinessMinutes(at, programme.escalation.answerBackWithinBusinessMinutes);
    if (found.value.status === to) return found;
    return changeCaseIf(cases)(found.value, (current) => {
      const problem = current.status === from ? problemOfStatus(current, to) : changedMeanwhile;
      if (problem !== undefined) return failure(problem);
      return success(statusChanged(current, { to, at, by: by.value, dueAt }));
    });
  };
}
