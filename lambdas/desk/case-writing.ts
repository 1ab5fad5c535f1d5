import type { Programme } from "../../domain/programme.ts";
import type { Roster } from "../../domain/roster.ts";
import { caseByNumber } from "../../usecases/cases/case-by-number.ts";
import { handOverCase, otherOwner } from "../../usecases/cases/hand-over-case.ts";
import type { SpecialDayStore } from "../../usecases/ports/calendar.ts";
import type { SettingReading } from "../../usecases/settings/setting-changes.ts";
import {
  clearTypedText,
  findTypedText,
  keepTypedText,
  type TypedTextServices,
  whoIsWriting,
} from "../../usecases/cases/typed-text.ts";
import { type CaseWriting, changeCaseStatus, writeCase } from "../../usecases/cases/write-case.ts";
import { caseOutcome, detailOf, refusedBecause, unknownCase } from "./case-answer.ts";
import type { RouteHandlers } from "./route-handler.ts";

type Names =
  | "writeCase"
  | "changeStatus"
  | "handOverCase"
  | "keepTypedText"
  | "readTypedText"
  | "clearTypedText"
  | "watchCase";

/** Writes in cases and keeps what is typed. */
export function caseWritingHandlers(
  parts: CaseWriting &
    SettingReading &
    TypedTextServices & {
      readonly specialDays: SpecialDayStore;
      readonly programme: Programme;
      readonly roster: Roster;
    },
): RouteHandlers<Names> {
  const find = caseByNumber(parts);
  const write = writeCase(parts);
  const changeStatus = changeCaseStatus(parts);
  const handOver = handOverCase(parts);
  const keep = keepTypedText(parts);
  const readTyped = findTypedText(parts);
  const clear = clearTypedText(parts);
  const writers = whoIsWriting(parts);
  return {
    async writeCase({ path: { receiptNumber }, request: change, by: { staff } }) {
      if (!(await find(receiptNumber)).ok) return unknownCase;
      const edited = await write({ receiptNumber, staff, change });
      if (!edited.ok) return refusedBecause(edited.problem);
      const { written, conflicts } = edited.value;
      return {
        answer: {
          case: detailOf(edited.value.case),
          written: [...written],
          conflicts: conflicts.map((one) => ({ ...one })),
        },
        about: [edited.value.case.receiptNumber],
      };
    },
    async changeStatus({ path: { receiptNumber }, request, by: { staff } }) {
      const found = await find(receiptNumber);
      if (!found.ok) return unknownCase;
      const changed = await changeStatus({ receiptNumber, staff, ...request });
      if (changed.ok || found.value.status === request.from) return caseOutcome(changed);
      return { ...refusedBecause(changed.problem), refused: "conflict", version: found.value.version };
    },
    async handOverCase({ path: { receiptNumber }, request, by: { staff } }) {
      const found = await find(receiptNumber);
      if (!found.ok) return unknownCase;
      const changed = await handOver({ receiptNumber, staff, ...request });
      if (changed.ok || changed.problem !== otherOwner) return caseOutcome(changed);
      return { refused: "conflict", problem: otherOwner, version: found.value.version };
    },
    async keepTypedText({ path: { receiptNumber }, request, by: { staff } }) {
      const kept = await keep({ receiptNumber, staff, ...request });
      return kept.ok ? { answer: { typedAt: kept.value.typedAt } } : refusedBecause(kept.problem);
    },
    async readTypedText({ path: { receiptNumber }, by: { staff } }) {
      const found = await readTyped({ receiptNumber, staff });
      if (!found.ok) return unknownCase;
      if (!found.value) return { answer: {} };
      const { baseVersion, fields, typedAt } = found.value;
      return { answer: { typed: { baseVersion, fields: { ...fields }, typedAt } } };
    },
    async clearTypedText({ path: { receiptNumber }, by: { staff } }) {
      return (await clear({ receiptNumber, staff })).ok ? { answer: {} } : unknownCase;
    },
    async watchCase({ path: { receiptNumber }, at }) {
      const found = await find(receiptNumber);
      if (!found.ok) return unknownCase;
      const writing = await writers(receiptNumber);
      const { version } = found.value;
      return { answer: { now: at, version, writers: writing.ok ? [...writing.value] : [] } };
    },
  };
}
