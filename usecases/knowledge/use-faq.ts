import type { FaqUse } from "../../domain/faq/faq.ts";
import { type JapaneseMonth, parseMonth } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { caseByNumber } from "../cases/case-by-number.ts";
import type { FaqInUse } from "./search-faq.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { EntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** What uses of answers are counted with. */
export interface FaqUseServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find">;
  readonly faqUses: Pick<EntryStore<FaqUse>, "add" | "all">;
  readonly faqInUse: () => Promise<FaqInUse>;
}

/** How often an answer was used. */
export interface FaqCount {
  readonly entryId: string;
  readonly cases: number;
}

/** Counts that an answer was used in a case: once a case and month, however often somebody presses (R31). */
export function useFaq(services: FaqUseServices) {
  const { programme, clock, faqUses, faqInUse } = services;
  return async (used: {
    readonly entryId: string;
    readonly receiptNumber: string;
    readonly staff: string;
  }): Promise<Result<FaqUse>> => {
    const by = staffCodeNamed(used.staff);
    if (!by.ok) return by;
    const { entryId } = used;
    const { entries } = await faqInUse();
    if (!entries.some(({ id }) => id === entryId))
      return failure("この質問と回答は、もう使われていません。もう一度検索してください。");
    const found = await caseByNumber(services)(used.receiptNumber);
    if (!found.ok) return found;
    const { receiptNumber } = found.value;
    const use: FaqUse = { entryId, receiptNumber, at: clock.now(), by: by.value };
    return success((await faqUses.add(programme.id, use)) ?? use);
  };
}

/** In how many cases each answer was used in a month, the most used first. */
export function faqUsesOf({ programme, faqUses }: Pick<FaqUseServices, "programme" | "faqUses">) {
  return async (month: JapaneseMonth): Promise<Result<FaqCount[]>> => {
    const known = parseMonth(month);
    if (!known.ok) return known;
    const uses = await faqUses.all(programme.id, `${known.value}#`);
    return success(
      [...Map.groupBy(uses, ({ entryId }) => entryId)]
        .map(([entryId, ofEntry]) => ({ entryId, cases: ofEntry.length }))
        .sort((one, other) => other.cases - one.cases || (one.entryId < other.entryId ? -1 : 1)),
    );
  };
}
