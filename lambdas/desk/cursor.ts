import * as v from "valibot";
import type { Refused } from "./route-handler.ts";

/** A place in a list as a text that means nothing outside: what a screen gets it gives back, and does not take apart. */
export function cursorOf(place: unknown): string {
  return btoa(JSON.stringify(place)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The place that a cursor names; undefined where the text is none of ours. */
export function placeOf<Place>(schema: v.GenericSchema<unknown, Place>, cursor: string): Place | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Where a list is to go on from a text that names no place in it. */
export const strangePlace: Refused = {
  refused: "wrong",
  field: "after",
  problem: "一覧の続きを読めませんでした。一覧を最初から開き直してください。",
};
