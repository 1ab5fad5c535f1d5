import type { Case } from "../domain/case/case.ts";
import { dateInReceiptNumber, type ReceiptNumber } from "../domain/case/receipt-number.ts";
import { dateAt } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { type Result, success } from "../domain/result.ts";
import { parseTelephoneNumber } from "../domain/telephone-number.ts";
import type { PersonKeys } from "./ports/callers.ts";
import type { CaseStore } from "./ports/cases.ts";
import type { Clock } from "./ports/host.ts";

/** So many of a person's cases are shown at once. */
const casesOfPage = 20;

/** A page of a list. */
export interface PageOfCases {
  readonly cases: readonly Case[];
  /** Behind which case the next page begins; absent on the last. */
  readonly next?: ReceiptNumber;
}

/** What a person's cases are looked up with. */
export interface PersonSearch {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find" | "ofPerson">;
}

/** The cases of a person, by the keyed hash of their number, the latest first. What it costs follows from that person alone. */
export function casesOfPerson({ programme, clock, cases }: PersonSearch) {
  return async (personKey: string, after?: ReceiptNumber): Promise<PageOfCases> => {
    const numbers = await cases.ofPerson(programme.id, personKey);
    const begin = after === undefined ? 0 : numbers.indexOf(after) + 1;
    const shown = numbers.slice(begin, begin + casesOfPage);
    const today = dateAt(clock.now());
    const found = await Promise.all(
      shown.map((number) => cases.find(programme.id, number, dateInReceiptNumber(number, today))),
    );
    const last = numbers.length > begin + casesOfPage ? shown.at(-1) : undefined;
    return { cases: found.filter((one) => one !== undefined), ...(last !== undefined && { next: last }) };
  };
}

/** The same by a telephone number as a member of staff writes it. The number is not kept. */
export function casesOfNumber(services: PersonSearch & { readonly personKeys: PersonKeys }) {
  const { programme, personKeys } = services;
  return async (written: string, after?: ReceiptNumber): Promise<Result<PageOfCases>> => {
    const number = parseTelephoneNumber(written);
    if (!number.ok) return number;
    const personKey = await personKeys.keyOf(programme.id, number.value);
    return success(await casesOfPerson(services)(personKey, after));
  };
}
