import type { ReceiptNumber } from "../../domain/case/receipt-number.ts";
import { type CaseChange, checkedChange } from "../../domain/case/edit-case.ts";
import { isWriting, type TypedText, typedTextId, typedTextKeptDays } from "../../domain/case/typed-text.ts";
import { millisPerDay } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { parseReceiptNumber } from "../../domain/case/receipt-number.ts";
import { type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import type { EntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** What is typed and not saved is kept with. */
export interface TypedTextServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly typedTexts: EntryStore<TypedText>;
}

/**
 * Keeps what somebody has typed into a case and not saved, in the place of what was kept for them there before. The client
 * calls it at most once a second and one call at a time, and clears it when the case is written; a killed browser loses the
 * last second.
 */
export function keepTypedText({ programme, clock, typedTexts }: TypedTextServices) {
  return async (
    typed: { readonly receiptNumber: string; readonly staff: string } & CaseChange,
  ): Promise<Result<TypedText>> => {
    const place = placeOf(typed);
    if (!place.ok) return place;
    const { baseVersion, fields } = typed;
    // Which categories are offered is asked when the case is written: this is called every second.
    const { attributeChoices } = programme;
    const change = checkedChange({ baseVersion, fields }, { attributeChoices });
    if (!change.ok) return change;
    const typedAt = clock.now();
    const until = typedAt + typedTextKeptDays * millisPerDay;
    const text: TypedText = { ...place.value, ...change.value, typedAt, until };
    await typedTexts.put(programme.id, text);
    return success(text);
  };
}

/** What somebody had typed into a case when they left it; undefined where nothing is kept, or its time is up. */
export function findTypedText({ programme, clock, typedTexts }: TypedTextServices) {
  return async (of: {
    readonly receiptNumber: string;
    readonly staff: string;
  }): Promise<Result<TypedText | undefined>> => {
    const place = placeOf(of);
    if (!place.ok) return place;
    const { receiptNumber, staff } = place.value;
    const kept = await typedTexts.find(programme.id, typedTextId(receiptNumber, staff));
    return success(kept && clock.now() < kept.until ? kept : undefined);
  };
}

/** Throws away what somebody had typed: it is saved, or they do not want it. */
export function clearTypedText({ programme, typedTexts }: Omit<TypedTextServices, "clock">) {
  return async (of: {
    readonly receiptNumber: string;
    readonly staff: string;
  }): Promise<Result<undefined>> => {
    const place = placeOf(of);
    if (!place.ok) return place;
    const { receiptNumber, staff } = place.value;
    await typedTexts.remove(programme.id, typedTextId(receiptNumber, staff));
    return success(undefined);
  };
}

/** The staff codes of who is writing in a case now, so that two people in it see each other. */
export function whoIsWriting({ programme, clock, typedTexts }: TypedTextServices) {
  return async (receiptNumber: string): Promise<Result<readonly string[]>> => {
    const number = parseReceiptNumber(receiptNumber);
    if (!number.ok) return number;
    const kept = await typedTexts.all(programme.id, typedTextId(number.value, ""));
    return success(kept.filter((one) => isWriting(one, clock.now())).map(({ staff }) => staff));
  };
}

function placeOf(of: {
  readonly receiptNumber: string;
  readonly staff: string;
}): Result<{ readonly receiptNumber: ReceiptNumber; readonly staff: string }> {
  const number = parseReceiptNumber(of.receiptNumber);
  if (!number.ok) return number;
  const staff = staffCodeNamed(of.staff);
  if (!staff.ok) return staff;
  return success({ receiptNumber: number.value, staff: staff.value });
}
