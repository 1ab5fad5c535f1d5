import { parseTelephoneNumber } from "../../domain/telephone-number.ts";

/**
 * A number that was shown, in E.164; withheld, public-telephone and unknown callers have none, however that is written
 * ("anonymous", an empty text, nothing).
 */
export function shownNumber(address: string | null | undefined): string | undefined {
  const number = parseTelephoneNumber(address ?? "");
  return number.ok ? number.value : undefined;
}
