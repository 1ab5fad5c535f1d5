import * as v from "valibot";
import { receiptNumber } from "../../contract/fields.ts";
import type { ListPlace } from "../../usecases/ports/entries.ts";
import type { Refused } from "./route-handler.ts";

/**
 * A place in a list as a text that means nothing outside: what a screen gets it gives back, and does not take apart. It may hold
 * a person's keyed hash, so no query is ever logged (test/lib/desk-api-stack.test.ts, test/lambdas/desk/callbacks.test.ts).
 */
export function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place that a cursor names; undefined where the text is none of ours. */
export function placeOf<Place>(schema: v.GenericSchema<unknown, Place>, cursor: string): Place | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** So many rows of a list of entries are shown at once. */
const rowsOfAPage = 25;

/** Where a page of cases in order of receipt ends. */
export const receivedPlace = v.object({ receivedAt: v.number(), receiptNumber });

const listPlace = v.object({ at: v.number(), id: v.pipe(v.string(), v.maxLength(300)) });

/** Which page of a list of entries a screen asks for; undefined where its text names no place. */
export function wantedPage(
  after: string | undefined,
): { readonly limit: number; readonly after?: ListPlace } | undefined {
  if (after === undefined) return { limit: rowsOfAPage };
  const place = placeOf(listPlace, after);
  return place && { limit: rowsOfAPage, after: place };
}

/** The end of an answer that is a page of a list. */
export function behind(next: unknown): { readonly next?: string } {
  return next === undefined ? {} : { next: cursorOf(next) };
}

/** Where a list is to go on from a text that names no place in it. */
export const strangePlace: Refused = {
  refused: "wrong",
  field: "after",
  problem: "一覧の続きを読めませんでした。一覧を最初から開き直してください。",
};
